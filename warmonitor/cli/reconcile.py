"""`warmonitor reconcile`: claims in, incidents out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from warmonitor.cli.desk import monitor_at
from warmonitor.cli.options import Format, Output, Reports, StoreAt, form_of, must_exist
from warmonitor.cli.output import opened
from warmonitor.cli.talk import Talk, counted
from warmonitor.errors import SettingsError


def reconcile(
    claims: Annotated[
        Path | None,
        typer.Argument(
            metavar="[CLAIMS]",
            help="Claims, as `code` wrote them; - for standard input. Without: those in the store that wait.",
        ),
    ] = None,
    reports: Reports = None,
    everything: Annotated[bool, typer.Option("--everything", help="In the store: all reports anew.")] = False,
    store: StoreAt = None,
    output: Output = None,
    form: Format = None,
) -> int:
    """Gather the claims that tell of one happening into incidents: those of a file, or those of the store."""
    if claims is not None:
        if everything or store:
            raise SettingsError("--everything and --store are for the store: leave CLAIMS away.")
        return _of_files(claims, reports, output, form)
    if reports or output or form:
        raise SettingsError("--reports, --output and --format need CLAIMS; `warmonitor incidents` shows the store's.")
    return _of_store(store, everything)


def _of_files(claims: Path, reports: Path | None, output: Path | None, form: Format) -> int:
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


def _of_store(store: str | None, everything: bool) -> int:
    with monitor_at(store) as monitor:
        done = monitor.reconcile(everything)
    gone = f", {done.gone:,} gone into others" if done.gone else ""
    written = counted(done.written, "incident")
    return Talk().last(f"{counted(done.reports, 'report')} reconciled: {written} written{gone}.")
