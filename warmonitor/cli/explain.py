"""`warmonitor explain`: why a claim says what it says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from warmonitor.cli.desk import monitor_at
from warmonitor.cli.options import Output, StoreAt, must_exist
from warmonitor.cli.output import opened
from warmonitor.cli.show import console_on
from warmonitor.cli.talk import Talk
from warmonitor.errors import SettingsError

if TYPE_CHECKING:
    from warmonitor.records import Claim, Ruling


def explain(
    what: Annotated[
        list[str],
        typer.Argument(
            metavar="[CLAIMS] ID",
            help="The id of a claim, or how it begins; before it a file of claims (- for standard input), if it is "
            "not the store's.",
        ),
    ],
    field: Annotated[str | None, typer.Option(metavar="NAME", help="Only this field, such as time or agents.")] = None,
    store: StoreAt = None,
    output: Output = None,
) -> int:
    """Say why a claim says what it says: for each field the words, the rule, and what else was considered."""
    if len(what) > 2:
        raise SettingsError(f"{len(what)} arguments: give the id of a claim, and before it a file of claims if any.")
    *files, claim_id = what
    if not files and Path(claim_id).is_file():
        raise SettingsError(f"{claim_id}: give the id of a claim behind it; `warmonitor show {claim_id}` lists them.")
    talk = Talk()
    file = Path(files[0]) if files else None
    must_exist(file)
    claim, rulings = _in_file(file, claim_id, talk) if file else _in_store(store, claim_id)
    from warmonitor.cli.grounds import fields_of, grounds

    if field is not None and field not in fields_of(claim):
        raise SettingsError(f"--field {field!r}: a claim has {', '.join(fields_of(claim))}.")
    with opened(output, (file,)) as out, console_on(out, terminal=output is None) as console:
        grounds(claim, field, console, rulings)
    return 1 if talk.errors else 0


def _in_file(claims: Path, claim_id: str, talk: Talk) -> tuple[Claim, tuple[Ruling, ...]]:
    from warmonitor import intake
    from warmonitor.records import Claim

    known = talk.without_errors(intake.stored(claims, Claim))
    found = {claim.id: claim for claim in known if claim.id.startswith(claim_id)}
    if claim_id in found:
        found = {claim_id: found[claim_id]}
    if len(found) != 1:
        wrong = f"{len(found)} claims begin so" if found else "no claim has it"
        raise SettingsError(f"ID {claim_id!r}: {wrong}. `warmonitor show` lists the ids.")
    (claim,) = found.values()
    return claim, ()


def _in_store(store: str | None, claim_id: str) -> tuple[Claim, tuple[Ruling, ...]]:
    with monitor_at(store) as monitor:
        told = monitor.claim(claim_id)
    return told.claim, told.rulings
