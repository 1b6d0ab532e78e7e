"""`warmonitor explain`: why a claim says what it says."""

from __future__ import annotations

from typing import Annotated

import typer

from warmonitor.cli.options import Claims, Output, must_exist
from warmonitor.cli.output import opened
from warmonitor.cli.show import console_on
from warmonitor.cli.talk import Talk
from warmonitor.errors import SettingsError


def explain(
    claims: Claims,
    claim_id: Annotated[str, typer.Argument(metavar="ID", help="The id of a claim, or how it begins.")],
    field: Annotated[str | None, typer.Option(metavar="NAME", help="Only this field, such as time or agents.")] = None,
    output: Output = None,
) -> int:
    """Say why a claim says what it says: for each field the words, the rule, and what else was considered."""
    must_exist(claims)
    talk = Talk()
    from warmonitor import intake
    from warmonitor.cli.grounds import fields_of, grounds
    from warmonitor.records import Claim

    known = talk.without_errors(intake.stored(claims, Claim))
    found = {claim.id: claim for claim in known if claim.id.startswith(claim_id)}
    if claim_id in found:
        found = {claim_id: found[claim_id]}
    if len(found) != 1:
        wrong = f"{len(found)} claims begin so" if found else "no claim has it"
        raise SettingsError(f"ID {claim_id!r}: {wrong}. `warmonitor show` lists the ids.")
    (claim,) = found.values()
    if field is not None and field not in fields_of(claim):
        raise SettingsError(f"--field {field!r}: a claim has {', '.join(fields_of(claim))}.")
    with opened(output, (claims,)) as out, console_on(out, terminal=output is None) as console:
        grounds(claim, field, console)
    return 1 if talk.errors else 0
