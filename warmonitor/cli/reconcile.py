"""`warmonitor reconcile`: claims in, incidents out."""

from __future__ import annotations

from warmonitor.cli.options import Claims, Format, Output, Reports, form_of, must_exist
from warmonitor.cli.output import opened
from warmonitor.cli.talk import Talk, counted


def reconcile(claims: Claims, reports: Reports = None, output: Output = None, form: Format = None) -> int:
    """Gather the claims that tell of one happening into incidents, the one that a report is about first."""
    must_exist(claims, reports)
    talk = Talk()
    with opened(output, (claims, reports)) as out:
        from warmonitor import export, intake
        from warmonitor.reconcile import reconcile as incidents_of
        from warmonitor.records import Claim, Incident

        known = list(talk.without_errors(intake.take([reports], tell=talk.note))) if reports else []
        found = incidents_of(talk.without_errors(intake.stored(claims, Claim)), reports=known)
        count = export.write(found, Incident, form_of(form, output), out)
    return talk.last(f"{counted(count, 'incident')}{f', in {output}' if output else ''}.", "record")
