"""`warmonitor ledger KIND`: what a monitor publishes."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from warmonitor.cli.desk import monitor_at
from warmonitor.cli.filters import Asked, filtered
from warmonitor.cli.options import AsOf, BestRule, FormatForEyes, Output, StoreAt, form_for_eyes
from warmonitor.cli.output import opened
from warmonitor.cli.talk import Talk

Kind = Literal["tolls", "control", "displacement", "commitments", "sources"]
Period = Literal["day", "week", "month", "year", "all"]


@filtered
def ledger(
    kind: Annotated[Kind, typer.Argument(help="Which ledger.")],
    where: Asked,
    as_of: AsOf = None,
    period: Annotated[Period, typer.Option(help="What tolls are added up by.")] = "month",
    rule: BestRule = None,
    store: StoreAt = None,
    output: Output = None,
    form: FormatForEyes = None,
) -> int:
    """Show a ledger: tolls against announced totals, control of places, displacement, commitments, or the sources."""
    with monitor_at(store) as monitor, opened(output) as out:
        from warmonitor import export, ledgers

        rows = monitor.ledger(kind, where.filter(), as_of, period=period, rule=rule)
        count = export.write(rows, ledgers.ROWS[kind], form_for_eyes(form, output), out)
    if not count:
        Talk().note(f"the ledger of {kind} has no row so.")
    return 0
