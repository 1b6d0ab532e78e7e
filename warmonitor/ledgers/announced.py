"""Announced totals: running totals, combined tolls and stocks as sources give them, and what they leave unexplained."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from warmonitor.ledgers.briefs import Brief
from warmonitor.ledgers.counting import STOCKS, Counted, is_total, totals
from warmonitor.ledgers.days import window_of
from warmonitor.ledgers.figures import Figure, added, less, of_toll
from warmonitor.ledgers.known import Known, sources_of
from warmonitor.ledgers.lines import Line, line_of
from warmonitor.ledgers.memory import Memory
from warmonitor.ledgers.places import may_be_within, narrowest, plain
from warmonitor.ledgers.rows import TollRow
from warmonitor.ledgers.sides import Side
from warmonitor.ledgers.victims import ANYBODY, Victims
from warmonitor.records import Place

Spot = tuple[object, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Own:
    """An incident's own toll of one group."""

    row: TollRow
    victims: Victims
    figure: Figure


@dataclass(frozen=True, slots=True)
class Total:
    """One announced number, told once or more often."""

    told: tuple[Counted, ...]
    place: Place | None
    start: date | None
    end: date | None

    @property
    def first(self) -> Counted:
        """The telling that came first."""
        return self.told[0]


def announced(known: Known, own: Sequence[Own], memory: Memory) -> list[Line]:
    """A row for each announced total, and one for what it has beyond the incidents that it includes."""
    found = _joined(
        _single(told)
        for claim in known.claims
        if claim.tolls and any(map(is_total, claim.tolls))
        for told in memory.of(("totals", claim.id), _of, claim)
    )
    tally = memory.of("tally", Tally, tuple(own)) if found else Tally(())
    make = partial(_lines, known)
    lines: list[Line] = []
    for total in found:
        first = total.first
        included = tally.included(known, total) if _comparable(first) else ()
        lines += memory.of(("total", first.claim.id, first.toll), make, total, tuple(included))
    return lines


def _of(claim: Brief) -> tuple[Counted, ...]:
    return tuple(totals((claim,)))


def _comparable(told: Counted) -> bool:
    """Whether there is anything in the incidents to compare it with: not with both sides together, nor with stocks."""
    return told.toll.side != "both" and told.toll.kind not in STOCKS


def _lines(known: Known, total: Total, included: Sequence[Own]) -> list[Line]:
    toll, who = total.first.toll, total.first.victims
    figure = of_toll(toll)
    row = TollRow(
        kind=toll.kind, group=who.group, group_kind=who.group_kind, side=who.side, by=who.by, place=total.place,
        start=total.start, end=total.end, basis="combined" if toll.side == "both" else "announced",
        low=figure.low, best=figure.best, high=figure.high, bound=figure.bound,
        sources=sources_of(told.claim for told in total.told),
        claims=tuple(dict.fromkeys(told.claim.id for told in total.told)),
    )  # fmt: skip
    return [line_of(known, found) for found in _compared(row, figure, included)]


def _single(told: Counted) -> Total:
    start, end = window_of(told.claim, told.toll)
    place = narrowest(told.claim.places) or next((p for p in told.claim.places if p.role == "destination"), None)
    return Total((told,), place and plain(place), start, end)


def _joined(found: Iterator[Total]) -> list[Total]:
    """Totals with the same number told twice are one."""
    kept: list[Total] = []
    alike: dict[tuple[object, ...], list[int]] = {}
    for total in found:
        toll = total.first.toll
        places = alike.setdefault((toll.kind, total.first.victims.key, of_toll(toll)), [])
        at = next((at for at in places if _one(kept[at], total)), None)
        if at is None:
            places.append(len(kept))
            kept.append(total)
        else:
            kept[at] = _both(kept[at], total)
    return kept


def _both(a: Total, b: Total) -> Total:
    starts, ends = [day for day in (a.start, b.start) if day], [day for day in (a.end, b.end) if day]
    return Total(a.told + b.told, a.place or b.place, min(starts, default=None), max(ends, default=None))


def _one(a: Total, b: Total) -> bool:
    """Whether two tellings of the same figure of one group give one number: their places and days can be one."""
    near = may_be_within(a.place, b.place) or may_be_within(b.place, a.place)
    apart = (a.end and b.start and a.end < b.start) or (b.end and a.start and b.end < a.start)
    return near and not apart and (a.start == b.start or a.first.toll.kind in STOCKS)


class Tally:
    """The incidents' own tolls, by what they count, their place and their day."""

    def __init__(self, own: Sequence[Own]) -> None:
        self._places: dict[Spot, Place | None] = {}
        self._by_place: dict[tuple[str, Side], dict[Spot, list[Own]]] = {}
        self._by_incident: dict[str, list[Own]] = {}
        self._inside: dict[tuple[Spot, Spot], bool] = {}
        ordered = sorted(own, key=lambda one: (_start(one), one.row.incidents))
        self._rank = {id(one): rank for rank, one in enumerate(ordered)}
        for one in ordered:
            self._by_incident.setdefault(one.row.incidents[0], []).append(one)
            if one.row.start is not None:
                spot = _spot(one.row.place)
                self._places.setdefault(spot, one.row.place)
                for key in {one.victims.key, ANYBODY}:
                    self._by_place.setdefault((one.row.kind, key), {}).setdefault(spot, []).append(one)

    def included(self, known: Known, total: Total) -> list[Own]:
        """The tolls that a total counts: of its kind and group, within its days and place, or linked to it."""
        kind, who = total.first.toll.kind, total.first.victims.key
        found = {id(one): one for one in self._within(total, kind, who)}
        for told in total.told:
            for name in known.counted_by(told.claim.id):
                for one in self._by_incident.get(name, ()):
                    if one.row.kind == kind and who in (one.victims.key, ANYBODY):
                        found[id(one)] = one
        return sorted(found.values(), key=lambda one: self._rank[id(one)])

    def _within(self, total: Total, kind: str, who: Side) -> Iterator[Own]:
        """Those whose days lie in the window and whose place may lie in the place of the total."""
        first, last = total.start, total.end
        if first is None or last is None:
            return
        outer = _spot(total.place)
        for spot, mine in self._by_place.get((kind, who), {}).items():
            inside = self._inside.get((spot, outer))
            if inside is None:
                inside = self._inside[spot, outer] = may_be_within(self._places[spot], total.place)
            if inside:
                begun = mine[bisect_left(mine, first, key=_start) : bisect_right(mine, last, key=_start)]
                yield from (one for one in begun if (one.row.end or _start(one)) <= last)


def _start(one: Own) -> date:
    return one.row.start or date.max


def _spot(place: Place | None) -> Spot:
    """All of a place that decides what it lies in."""
    if place is None:
        return ()
    return (
        place.name, place.country, place.admin1, place.lat, place.lon, place.precision, place.radius_km,
        place.gazetteer_id,
    )  # fmt: skip


def _compared(row: TollRow, figure: Figure, included: Sequence[Own]) -> Iterator[TollRow]:
    """The total with what is told of it and the gap, then the gap as a derived row."""
    incidents = tuple(dict.fromkeys(name for one in included for name in one.row.incidents))
    if not included:
        yield row
        return
    told = added([one.figure for one in included])
    if figure.best is None or told.best is None:
        yield row.model_copy(update={"incidents": incidents, "told": told.best})
        return
    gap = figure.best - told.best
    yield row.model_copy(update={"incidents": incidents, "told": told.best, "gap": gap})
    if gap >= 0:
        yield _rest(row, less(figure, told), f"{figure.best:g}-{told.best:g}", incidents, included)


def _rest(row: TollRow, rest: Figure, formula: str, incidents: tuple[str, ...], included: Sequence[Own]) -> TollRow:
    claims = (*row.claims, *(name for one in included for name in one.row.claims))
    update = {
        "basis": "derived", "stated": False, "sources": (), "formula": formula, "incidents": incidents,
        "low": rest.low, "best": rest.best, "high": rest.high, "bound": rest.bound,
        "claims": tuple(dict.fromkeys(claims)),
    }  # fmt: skip
    return row.model_copy(update=update)
