"""`warmonitor incidents`: the happenings that the store knows of."""

from __future__ import annotations

from typing import Annotated

import typer

from warmonitor.cli.desk import monitor_at
from warmonitor.cli.filters import Asked, filtered
from warmonitor.cli.options import AsOf, BestRule, Form, FormatForEyes, Output, StoreAt, form_for_eyes
from warmonitor.cli.output import opened
from warmonitor.cli.talk import Talk, counted

SCREENFUL = 50
"""Incidents that are shown to eyes at once."""


@filtered
def incidents(
    where: Asked,
    as_of: AsOf = None,
    rule: BestRule = None,
    limit: Annotated[
        int | None, typer.Option(min=0, metavar="N", help=f"Show N at most, 0: all. Default: {SCREENFUL} in a table.")
    ] = None,
    offset: Annotated[int, typer.Option(min=0, metavar="N", help="Pass over the first N.")] = 0,
    store: StoreAt = None,
    output: Output = None,
    form: FormatForEyes = None,
) -> int:
    """List the incidents of the store, latest first, with how many claims and independent sources tell of each."""
    chosen = form_for_eyes(form, output)
    if limit is None and chosen is Form.TABLE:
        limit = SCREENFUL
    with monitor_at(store) as monitor, opened(output) as out:
        from warmonitor import export
        from warmonitor.records import Incident

        page = monitor.incidents(where.filter(), as_of=as_of, rule=rule, limit=limit or None, offset=offset)
        shown = export.write(page.incidents, Incident, chosen, out)
    talk = Talk()
    if offset + shown < page.total:
        going_on = f"--limit 0 shows all, --offset {offset + shown} goes on"
        talk.note(f"{shown:,} of {counted(page.total, 'incident')}; {going_on}.")
    elif not page.total:
        talk.note("no incident is so.")
    return 0
