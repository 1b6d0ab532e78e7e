"""Whom a toll counts, and on whose side they are: figures are only compared and added within one group."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from warmonitor.ledgers.briefs import Brief
from warmonitor.ledgers.sides import PEOPLE, Side, fighting, side_of
from warmonitor.records import GroupKind, Party, Toll, TollKind

DONE: frozenset[TollKind] = frozenset({"towns_taken", "troops_deployed", "strikes", "arrested", "captured"})
"""What is counted for the side that does it."""
ANYBODY: Side = ("people", "")


@dataclass(frozen=True, slots=True)
class Victims:
    """A group of the toll ledger. `key` is what its figures share, the rest how it is named."""

    key: Side
    group: str | None
    group_kind: GroupKind | None
    side: str | None
    by: str | None


def victims(claim: Brief, toll: Toll) -> Victims:
    """Whom the toll counts."""
    doers = [party for party in claim.agents if party.stated] if toll.kind in DONE else []
    by = " and ".join(party.name for party in doers) or None
    if toll.side == "both":
        return Victims(("both", ""), toll.group, toll.group_kind, "both", by)
    if toll.group_kind in PEOPLE:
        return Victims(("civilians", ""), toll.group, toll.group_kind, None, by)
    party = _lost_by(claim, toll)
    if toll.kind in DONE and doers:
        return Victims(side_of(doers[0]), toll.group, toll.group_kind, toll.side or (party.name if party else None), by)
    if party:
        return Victims(side_of(party), toll.group or party.name, toll.group_kind or party.kind, party.name, by)
    if toll.side:
        return Victims(("name", toll.side.casefold()), toll.group, toll.group_kind, toll.side, by)
    if toll.group_kind in (None, "unknown") and claim.targets and not fighting(claim.targets):
        return Victims(("civilians", ""), toll.group, toll.group_kind or "civilians", None, by)
    if toll.group_kind in (None, "unknown"):
        return Victims(ANYBODY, toll.group, toll.group_kind, None, by)
    return Victims(("kind", toll.group_kind), toll.group, toll.group_kind, None, by)


def _lost_by(claim: Brief, toll: Toll) -> Party | None:
    """The party whose people the toll counts: the one that it names, else the one that suffered."""
    if toll.side:
        named = [party for party in (*claim.targets, *claim.agents) if party.name == toll.side]
        return named[0] if named else None
    suffered = fighting(claim.targets)
    fitting = [party for party in suffered if party.kind == toll.group_kind]
    return _only(fitting) or (_only(suffered) if toll.group_kind not in ("jihadist", "rebel", "militia") else None)


def _only(parties: Iterable[Party]) -> Party | None:
    found = list(parties)
    return found[0] if len({side_of(party) for party in found}) == 1 else None
