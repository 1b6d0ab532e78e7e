"""`warmonitor show`: claims side by side."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from warmonitor.cli.options import Claims, Output, Reports, must_exist
from warmonitor.cli.output import opened
from warmonitor.cli.talk import Talk
from warmonitor.errors import SettingsError

if TYPE_CHECKING:
    from rich.console import Console


def show(
    claims: Claims,
    report: Annotated[str | None, typer.Option(metavar="ID", help="Only the claims of this report.")] = None,
    reports: Reports = None,
    output: Output = None,
) -> int:
    """Show claims side by side, by incident and claimant, with the words of the report."""
    must_exist(claims, reports)
    talk = Talk()
    from warmonitor import intake
    from warmonitor.cli.constructed import constructed
    from warmonitor.cli.side_by_side import SideBySide
    from warmonitor.reconcile import reconcile
    from warmonitor.records import Claim

    told = tuple(talk.without_errors(intake.stored(claims, Claim)))
    chosen = tuple(claim for claim in told if report in (None, claim.report_id))
    if report is not None and not chosen:
        ids = ", ".join(dict.fromkeys(claim.report_id for claim in told))
        raise SettingsError(f"no claim is of report {report!r}; there are: {ids[:400] or 'none'}.")
    known = {r.id: r for r in talk.without_errors(intake.take([reports], tell=talk.note))} if reports else {}
    incidents = tuple(reconcile(chosen, reports=known.values()))
    with opened(output, (claims, reports)) as out, console_on(out, terminal=output is None) as console:
        SideBySide(chosen, incidents, known, constructed()).draw(console)
    return 1 if talk.errors else 0


@contextmanager
def console_on(out: BinaryIO, terminal: bool) -> Iterator[Console]:
    """A console that draws to a stream of bytes: in colour and as wide as the terminal if it is one."""
    from rich.console import Console

    text = io.TextIOWrapper(out, encoding="utf-8", errors="backslashreplace", write_through=True)
    seen = Console(highlight=False)
    shown = terminal and seen.is_terminal
    try:
        yield Console(file=text, highlight=False, force_terminal=shown, width=seen.width if terminal else 100)
    finally:
        text.detach()
