"""Fighting for a place: what is told of it there, near it, and in the same incidents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from warmonitor.ledgers.known import PAST
from warmonitor.ledgers.places import key_of, kilometres
from warmonitor.records import Claim, Place, PlacePrecision

TYPES = ("battle", "offensive_launch")
NEAR = 15
"""Kilometres around a town in which fighting is fighting for it, as a place "near" a town is coded."""
TOWNS: frozenset[PlacePrecision] = frozenset({"site", "near_town", "town"})
CELL = 0.25
"""Degrees: the side of the squares by which fighting is looked up, more than NEAR up to 65 degrees north or south."""


class Fights:
    """The claims that tell of fighting as a fact, by place."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._order: dict[str, int] = {}
        self._there: dict[tuple[str, str, str], list[Claim]] = {}
        self._cells: dict[tuple[int, int], list[tuple[Place, Claim]]] = {}
        for claim in claims:
            if claim.event_type in TYPES and claim.realis in PAST and claim.stance != "denies" and not claim.negated:
                self._order[claim.id] = len(self._order)
                for place in claim.places:
                    if place.role == "event":
                        self._put(place, claim)

    def _put(self, place: Place, claim: Claim) -> None:
        self._there.setdefault(key_of(place), []).append(claim)
        if place.precision in TOWNS and (cell := _cell(place)):
            self._cells.setdefault(cell, []).append((place, claim))

    def around(self, place: Place, beside: Iterable[Claim]) -> list[Claim]:
        """Fighting at the place or near it, and what of `beside` goes on, wherever that is placed; in order."""
        found = {claim.id: claim for claim in (*self._there.get(key_of(place), ()), *self._near(place))}
        found |= {claim.id: claim for claim in beside if claim.realis == "ongoing" and claim.id in self._order}
        return sorted(found.values(), key=lambda claim: self._order[claim.id])

    def _near(self, place: Place) -> Iterator[Claim]:
        cell = _cell(place)
        if cell is None or place.precision not in TOWNS:
            return
        for row in (-1, 0, 1):
            for column in (-1, 0, 1):
                for spot, claim in self._cells.get((cell[0] + row, cell[1] + column), ()):
                    away = kilometres(spot, place)
                    if away is not None and away <= NEAR:
                        yield claim


def _cell(place: Place) -> tuple[int, int] | None:
    return None if place.lat is None or place.lon is None else (int(place.lat // CELL), int(place.lon // CELL))
