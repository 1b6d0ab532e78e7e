"""The toll ledger: the own tolls of incidents, their sums, and announced running totals with the gap between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache, partial
from typing import Literal, NamedTuple

from warmonitor.ledgers.announced import Own, announced
from warmonitor.ledgers.counting import STOCKS, Counted, is_own, is_part, put_forward
from warmonitor.ledgers.figures import Figure, Rule, Told, added, of_source, over_sources
from warmonitor.ledgers.known import Happening, Known, sources_of
from warmonitor.ledgers.lines import Line, line_of
from warmonitor.ledgers.memory import Memory
from warmonitor.ledgers.places import letters, narrowest, plain
from warmonitor.ledgers.rows import TollRow
from warmonitor.ledgers.sides import Side
from warmonitor.ledgers.victims import Victims
from warmonitor.records import Place

Period = Literal["day", "week", "month", "year", "all"]
NEWS = timedelta(days=31)
"""A day further back is said when it is meant (own: reports without a day tell of the last weeks)."""


@dataclass(frozen=True, slots=True)
class OfOne:
    """What one happening brings to the ledger."""

    own: tuple[Own, ...]
    lines: tuple[Line, ...]
    """Of `own`."""
    parts: tuple[Line, ...]


def tolls(known: Known, rule: Rule, memory: Memory) -> list[Line]:
    """The rows of incidents, then announced totals and what follows from them; each own toll of an incident with its
    group, by which `sums` adds. Announced totals are compared with all incidents.
    """
    found = [memory.of(("tolls", one.id), partial(_of_one, known), one, rule) for one in known.happenings]
    own = [toll for one in found for toll in one.own]
    lines = [told for one in found for told in one.lines]
    lines += [told for one in found for told in one.parts]
    return lines + announced(known, own, memory)


def _of_one(known: Known, found: Happening, rule: Rule) -> OfOne:
    counted = list(put_forward(found.claims))
    own = tuple(_own_rows(found, [told for told in counted if is_own(told.toll)], rule))
    parts = _part_rows(found, [told for told in counted if is_part(told.toll)], rule)
    lines = tuple([line_of(known, told.row, told.victims.key) for told in own])
    return OfOne(own, lines, tuple([line_of(known, row) for row in parts]))


def _own_rows(found: Happening, tolls: Iterable[Counted], rule: Rule) -> Iterator[Own]:
    """A row for every kind and group that the incident's claims count."""
    groups: dict[tuple[object, ...], list[Counted]] = {}
    for told in tolls:
        groups.setdefault((told.toll.kind, told.victims.key, told.victims.by), []).append(told)
    for counted in groups.values():
        figure = over_sources(_by_source(found, counted), rule)
        yield Own(_row(found, counted, figure), counted[0].victims, figure)


def _part_rows(found: Happening, tolls: Iterable[Counted], rule: Rule) -> Iterator[TollRow]:
    """A row for every group within another: three children among the dead."""
    groups: dict[tuple[object, ...], list[Counted]] = {}
    for told in tolls:
        groups.setdefault((told.toll.kind, told.toll.group_kind, told.toll.group), []).append(told)
    for counted in groups.values():
        row = _row(found, counted, over_sources(_by_source(found, counted), rule))
        yield row.model_copy(update={"basis": "part"})


def _by_source(found: Happening, counted: Sequence[Counted]) -> list[Told]:
    """One figure an independent source: what it, or a voice of its side, said last."""
    said: dict[str, dict[str, list[Counted]]] = {}
    for told in counted:
        reports = said.setdefault(found.side_of(told.claim), {})
        reports.setdefault(told.claim.report_id, []).append(told)
    latest = [list(reports.values())[-1] for reports in said.values()]
    figures = [Told(of_source([one.toll for one in mine]), mine[0].claim.known) for mine in latest]
    return sorted(figures, key=lambda told: told.known or date.min)


def _row(found: Happening, counted: Sequence[Counted], figure: Figure) -> TollRow:
    claims = tuple(dict.fromkeys(told.claim.id for told in counted))
    who = _widest([told.victims for told in counted])
    start, end = _days(found, counted)
    return TollRow(
        kind=counted[0].toll.kind, group=who.group, group_kind=who.group_kind, side=who.side, by=who.by,
        place=_place(found, counted), start=start, end=end, basis="incident",
        low=figure.low, best=figure.best, high=figure.high, bound=figure.bound,
        sources=sources_of(told.claim for told in counted), incidents=(found.id,), claims=claims,
    )  # fmt: skip


def _widest(named: Sequence[Victims]) -> Victims:
    """The naming of the group that says most: with a side, with a kind."""
    return max(named, key=lambda v: (v.side is not None, v.group_kind is not None, v.group is not None))


def _days(found: Happening, counted: Sequence[Counted]) -> tuple[date | None, date | None]:
    """The days of the claims with the figure, where words give them; else the one day of the incident, else those that
    are inferred for these claims, else those of the incident.
    """
    times = [told.claim.time for told in counted if told.claim.time]
    said = [when for when in times if not when.inferred]
    if not said and _is_news(found, [when.end for when in times if when.end]):
        return found.days
    if when := said or times:
        starts = [day for one in when if (day := one.start or one.end)]
        ends = [day for one in when if (day := one.end or one.start)]
        return min(starts, default=None), max(ends, default=None)
    return found.days


def _is_news(found: Happening, told: Sequence[date]) -> bool:
    """Whether the incident has one day, and one that reports of these days could take for granted."""
    first, last = found.days
    return first is not None and first == last and all(timedelta(0) <= day - first <= NEWS for day in told)


def _place(found: Happening, counted: Sequence[Counted]) -> Place | None:
    """The narrowest place that a claim with the figure gives, else any claim of the incident."""
    for claims in ([told.claim for told in counted], found.claims):
        place = narrowest(place for claim in claims for place in claim.places)
        if place:
            return plain(place)
    return None


class _Heap(NamedTuple):
    """What is added up together."""

    kind: str
    group: Side
    by: str | None
    region: str
    start: date | None
    end: date | None


def sums(own: Iterable[tuple[TollRow, Side]], period: Period, memory: Memory) -> Iterator[TollRow]:
    """Sums over two incidents or more, by kind, group, region and period; a sum of one is the incident itself."""
    heaps: dict[_Heap, list[TollRow]] = {}
    for row, group in own:
        if row.kind in STOCKS or row.start is None:
            continue
        place = row.place
        region = _folded(place.country, place.admin1) if place else ""
        start, end = _period(row.start, period)
        heaps.setdefault(_Heap(row.kind, group, row.by, region, start, end), []).append(row)
    for heap, members in heaps.items():
        if len(members) > 1:
            yield memory.of((heap, members[0].incidents), _sum, heap, tuple(members))


def _sum(heap: _Heap, members: Sequence[TollRow]) -> TollRow:
    figure = added([Figure(row.low, row.best, row.high, row.bound) for row in members])
    first = members[0]
    bests = [row.best for row in members if row.best is not None]
    days = [day for row in members for day in (row.start, row.end) if day]
    return TollRow(
        kind=first.kind, group=_shared([row.group for row in members]), group_kind=first.group_kind,
        side=first.side, by=heap.by, place=_region(first.place),
        start=heap.start or min(days), end=heap.end or max(days), basis="sum", stated=False,
        low=figure.low, best=figure.best, high=figure.high, bound=figure.bound,
        formula="+".join(f"{best:g}" for best in bests) or None,
        uncounted=len(members) - len(bests),
        sources=tuple(dict.fromkeys(name for row in members for name in row.sources)),
        incidents=tuple(dict.fromkeys(name for row in members for name in row.incidents)),
        claims=tuple(dict.fromkeys(name for row in members for name in row.claims)),
    )  # fmt: skip


def _shared(groups: Sequence[str | None]) -> str | None:
    return groups[0] if len(set(groups)) == 1 else None


def _region(place: Place | None) -> Place | None:
    """The region of a place, without a point: a sum is nowhere in particular."""
    if place is None or not (place.admin1 or place.country):
        return None
    name, precision = (place.admin1, "province") if place.admin1 else (place.country, "country")
    return Place.model_validate(
        {"name": name, "country": place.country, "admin1": place.admin1, "precision": precision}
    )  # fmt: skip


@lru_cache(maxsize=65_536)
def _folded(country: str | None, admin1: str | None) -> str:
    return letters(f"{country} {admin1}")


@lru_cache(maxsize=65_536)
def _period(day: date, period: Period) -> tuple[date | None, date | None]:
    """The first and last day of the period in which a day lies."""
    if period == "day":
        return day, day
    if period == "week":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    if period == "month":
        following = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
        return day.replace(day=1), following - timedelta(days=1)
    return (date(day.year, 1, 1), date(day.year, 12, 31)) if period == "year" else (None, None)
