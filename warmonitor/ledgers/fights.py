"""Fighting for a place: what is told of it there, near it, and in the same incidents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from warmonitor.ledgers.briefs import Brief
from warmonitor.ledgers.days import days_of
from warmonitor.ledgers.known import PAST
from warmonitor.ledgers.places import key_of, kilometres
from warmonitor.records import Place, PlacePrecision

TYPES = ("battle", "offensive_launch")
NEAR = 15
"""Kilometres around a town in which fighting is fighting for it, as a place "near" a town is coded."""
TOWNS: frozenset[PlacePrecision] = frozenset({"site", "near_town", "town"})
FRESH = timedelta(days=7)
"""For so long after fighting a place counts as contested (own: a front that is quiet for a week has settled)."""
CELL = 0.25
"""Degrees: the side of the squares by which fighting is looked up, more than NEAR up to 65 degrees north or south."""


class Fights:
    """The claims that tell of fighting as a fact and not long ago, by place."""

    def __init__(self, claims: Iterable[Brief], day: date | None) -> None:
        """`day` is that which is asked about; what was long before it counts for nothing."""
        self._order: dict[str, int] = {}
        self._there: dict[tuple[str, str, str], list[Brief]] = {}
        self._cells: dict[tuple[int, int], list[tuple[Place, Brief]]] = {}
        for claim in claims:
            if claim.event_type in TYPES and _told(claim) and _lately(claim, day):
                self._order[claim.id] = len(self._order)
                for place in claim.places:
                    if place.role == "event":
                        self._put(place, claim)

    def _put(self, place: Place, claim: Brief) -> None:
        self._there.setdefault(key_of(place), []).append(claim)
        if place.precision in TOWNS and (cell := _cell(place)):
            self._cells.setdefault(cell, []).append((place, claim))

    def at(self, place: Place) -> tuple[Brief, ...]:
        """Fighting at the place or near it."""
        return (*self._there.get(key_of(place), ()), *self._near(place))

    def around(self, place: Place, beside: Iterable[Brief]) -> list[Brief]:
        """Fighting at the place or near it, and what of `beside` goes on, wherever that is placed; in order."""
        found = {claim.id: claim for claim in self.at(place)}
        found |= {claim.id: claim for claim in self.going_on(beside)}
        return sorted(found.values(), key=lambda claim: self._order[claim.id])

    def going_on(self, claims: Iterable[Brief]) -> tuple[Brief, ...]:
        """Those of the claims that tell of fighting that goes on."""
        return tuple([claim for claim in claims if claim.realis == "ongoing" and claim.id in self._order])

    def _near(self, place: Place) -> Iterator[Brief]:
        cell = _cell(place)
        if cell is None or place.precision not in TOWNS:
            return
        for row in (-1, 0, 1):
            for column in (-1, 0, 1):
                for spot, claim in self._cells.get((cell[0] + row, cell[1] + column), ()):
                    away = kilometres(spot, place)
                    if away is not None and away <= NEAR:
                        yield claim


def _told(claim: Brief) -> bool:
    return claim.realis in PAST and claim.stance != "denies" and not claim.negated


def _lately(claim: Brief, day: date | None) -> bool:
    last = days_of(claim.time).latest
    return last is not None and (day is None or day - last <= FRESH)


def _cell(place: Place) -> tuple[int, int] | None:
    return None if place.lat is None or place.lon is None else (int(place.lat // CELL), int(place.lon // CELL))
