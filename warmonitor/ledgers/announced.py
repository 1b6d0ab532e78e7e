"""Announced totals: running totals, combined tolls and stocks as sources give them, and what they leave unexplained."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from warmonitor.ledgers.counting import STOCKS, Counted, totals
from warmonitor.ledgers.days import window_of
from warmonitor.ledgers.figures import Figure, added, less, of_toll
from warmonitor.ledgers.known import Known
from warmonitor.ledgers.places import may_be_within, narrowest, plain
from warmonitor.ledgers.rows import TollRow
from warmonitor.ledgers.victims import ANYBODY, Victims
from warmonitor.records import Place


@dataclass(frozen=True, slots=True)
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


def announced_rows(known: Known, own: Sequence[Own]) -> Iterator[TollRow]:
    """A row for each announced total, and one for what it has beyond the incidents that it includes."""
    for total in _joined(_single(told) for told in totals(known.claims)):
        toll, who = total.first.toll, total.first.victims
        figure = of_toll(toll)
        row = TollRow(
            kind=toll.kind, group=who.group, group_kind=who.group_kind, side=who.side, by=who.by, place=total.place,
            start=total.start, end=total.end, basis="combined" if toll.side == "both" else "announced",
            low=figure.low, best=figure.best, high=figure.high, bound=figure.bound,
            sources=known.sources_of(told.claim for told in total.told),
            claims=tuple(dict.fromkeys(told.claim.id for told in total.told)),
        )  # fmt: skip
        included = [] if row.basis == "combined" or row.kind in STOCKS else _included(known, total, own)
        yield from _compared(row, figure, included)


def _single(told: Counted) -> Total:
    start, end = window_of(told.claim, told.toll)
    place = narrowest(told.claim.places) or next((p for p in told.claim.places if p.role == "destination"), None)
    return Total((told,), place and plain(place), start, end)


def _joined(found: Iterator[Total]) -> list[Total]:
    """Totals with the same number told twice are one."""
    kept: list[Total] = []
    for total in found:
        for at, other in enumerate(kept):
            if _one(other, total):
                starts = [day for day in (other.start, total.start) if day]
                ends = [day for day in (other.end, total.end) if day]
                place = other.place or total.place
                kept[at] = Total(other.told + total.told, place, min(starts, default=None), max(ends, default=None))
                break
        else:
            kept.append(total)
    return kept


def _one(a: Total, b: Total) -> bool:
    """Whether two tellings give one number: the same figure of the same group, places and days that can be one."""
    p, q = a.first, b.first
    if p.toll.kind != q.toll.kind or p.victims.key != q.victims.key or of_toll(p.toll) != of_toll(q.toll):
        return False
    near = may_be_within(a.place, b.place) or may_be_within(b.place, a.place)
    apart = (a.end and b.start and a.end < b.start) or (b.end and a.start and b.end < a.start)
    same_start = a.start == b.start or p.toll.kind in STOCKS
    return near and not apart and same_start


def _included(known: Known, total: Total, own: Sequence[Own]) -> list[Own]:
    """The incidents' tolls that a total counts: of its kind and group, within its days and place, or linked to it."""
    ids = {told.claim.id for told in total.told}
    linked = {found.id for found in known.happenings if found.totals & ids}
    who = total.first.victims
    return [
        one for one in own
        if one.row.kind == total.first.toll.kind and who.key in (one.victims.key, ANYBODY)
        and (one.row.incidents[0] in linked or _inside(one.row, total))
    ]  # fmt: skip


def _inside(row: TollRow, total: Total) -> bool:
    if row.start is None or total.start is None or total.end is None:
        return False
    return total.start <= row.start and (row.end or row.start) <= total.end and may_be_within(row.place, total.place)


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
        "basis": "derived", "stated": False, "formula": formula, "incidents": incidents,
        "low": rest.low, "best": rest.best, "high": rest.high, "bound": rest.bound,
        "claims": tuple(dict.fromkeys(claims)),
    }  # fmt: skip
    return row.model_copy(update=update)
