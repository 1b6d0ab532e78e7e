"""`warmonitor redact`: words that must go are erased, and that they were stays known."""

from __future__ import annotations

import getpass
from typing import Annotated, Literal

import typer

from warmonitor.cli.desk import monitor_at
from warmonitor.cli.options import StoreAt
from warmonitor.cli.talk import Talk, counted

Erased = Literal["report", "person", "ruling"]


def redact(
    kind: Annotated[Erased, typer.Argument(help="A report's words, a person's name everywhere, or a ruling's words.")],
    name: Annotated[str, typer.Argument(metavar="NAME", help="The id of the report or ruling, or the person's name.")],
    why: Annotated[str, typer.Option(metavar="REASON", help="Why it is erased: this is kept.")],
    by: Annotated[str | None, typer.Option(metavar="WHO", help="Who erases it: this is kept. Default: you.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    store: StoreAt = None,
) -> int:
    """Erase a report's text, a person's name or a ruling's words, for good; the ids and the fact of it stay."""
    with monitor_at(store) as monitor:
        if not yes:
            typer.confirm(f"Erase {kind} {name!r} for good? It cannot be undone.", abort=True, err=True)
        done = monitor.redact(kind, name, by=by or getpass.getuser(), why=why)
    return Talk().last(f"{kind} {done.id!r} is erased, in {counted(done.rows, 'row')} of the store.")
