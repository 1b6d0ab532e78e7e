"""Which party stands on which side: names that differ, forces that are one side's."""

from __future__ import annotations

from collections.abc import Iterable

from warmonitor.records import GroupKind, Party, PartyKind

Side = tuple[str, str]
"""What two parties of one side share: a family and a country or a name."""
STATE: frozenset[PartyKind] = frozenset({"state_force", "foreign_force", "government", "police"})
HARMLESS: frozenset[PartyKind] = frozenset({"civilians", "media", "aid"})
PEOPLE: frozenset[GroupKind] = frozenset({"civilians", "children", "women", "men", "media", "aid"})


def side_of(party: Party) -> Side:
    """A state's soldiers, police and rulers are one side, the rebels of a country are one; others are their name."""
    if party.kind in STATE and party.country:
        return "state", party.country
    if party.kind == "rebel" and party.country:
        return "rebels", party.country
    if party.kind in HARMLESS:
        return "civilians", party.country or ""
    return "name", party.name.casefold()


def fighting(parties: Iterable[Party]) -> tuple[Party, ...]:
    """The stated parties that can hold ground or lose fighters."""
    return tuple(party for party in parties if party.stated and party.kind not in HARMLESS)


def sides_of(parties: Iterable[Party]) -> frozenset[Side]:
    """The sides of those that can hold ground."""
    return frozenset(map(side_of, fighting(parties)))
