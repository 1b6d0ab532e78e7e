"""`warmonitor incident ID`: one happening, with everything that is told of it."""

from __future__ import annotations

from typing import Annotated

import typer

from warmonitor.cli.desk import monitor_at
from warmonitor.cli.options import AsOf, BestRule, FormatForEyes, Output, StoreAt, form_of
from warmonitor.cli.output import opened
from warmonitor.cli.show import console_on
from warmonitor.cli.talk import Talk


def incident(
    incident_id: Annotated[str, typer.Argument(metavar="ID", help="The id of an incident, or how it begins.")],
    as_of: AsOf = None,
    rule: BestRule = None,
    store: StoreAt = None,
    output: Output = None,
    form: FormatForEyes = None,
) -> int:
    """Show an incident: how each field stands, the accounts side by side, what was known when, with the words."""
    with monitor_at(store) as monitor:
        told = monitor.incident(incident_id, as_of=as_of, rule=rule)
        if not told.id.startswith(incident_id):
            Talk().note(f"{incident_id} was merged into {told.id}.")
        with opened(output) as out:
            if form is not None or (output is not None and output.suffix in (".json", ".jsonl", ".csv")):
                from warmonitor import export
                from warmonitor.records import Incident

                export.write([told], Incident, form_of(form, output), out)
                return 0
            from warmonitor.cli.constructed import constructed
            from warmonitor.cli.sheet import Sheet

            claims = monitor.ruled((*told.claims, *told.totals))
            history = tuple(known for known in monitor.history(told.id) if as_of is None or known.day <= as_of)
            reports = {name: monitor.report(name) for name in told.texts}
            with console_on(out, terminal=output is None) as console:
                Sheet(told, claims, history, reports, constructed()).draw(console)
    return 0
