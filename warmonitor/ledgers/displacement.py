"""The ledger of displacement: how many left, since when, from where; one figure told twice is one row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from warmonitor.ledgers.briefs import Brief
from warmonitor.ledgers.days import window_of
from warmonitor.ledgers.figures import of_toll
from warmonitor.ledgers.known import PAST, Known, sources_of
from warmonitor.ledgers.places import may_be_within, narrower, narrowest, plain
from warmonitor.ledgers.rows import DisplacementRow
from warmonitor.records import Place, Toll


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of displaced people, with the claims that tell it."""

    tolls: tuple[Toll, ...]
    claims: tuple[Brief, ...]
    place: Place | None
    start: date | None
    end: date | None


def displacement(known: Known) -> tuple[DisplacementRow, ...]:
    """A row a figure, in the order in which they became known."""
    kept: list[Figure] = []
    alike: dict[tuple[object, ...], list[int]] = {}
    for figure in _told(known):
        toll = figure.tolls[0]
        places = alike.setdefault((toll.best, toll.scope, of_toll(toll) if toll.best is None else None), [])
        at = next((at for at in places if _one(kept[at], figure)), None)
        if at is None:
            places.append(len(kept))
            kept.append(figure)
        else:
            kept[at] = _joined(kept[at], figure)
    return tuple(_row(known, figure) for figure in kept)


def _told(known: Known) -> Iterator[Figure]:
    for claim in known.claims:
        if (
            claim.stance in ("denies", "predicts", "threatens", "no_comment")
            or claim.negated
            or claim.realis not in PAST
        ):
            continue
        for toll in claim.tolls:
            if toll.kind == "displaced" and toll.part_of is None:
                start, end = window_of(claim, toll)
                place = narrowest(claim.places) or next((p for p in claim.places if p.role == "origin"), None)
                yield Figure((toll,), (claim,), place and plain(place), start, end)


def _one(a: Figure, b: Figure) -> bool:
    """Whether two tellings of the same number give one figure: their places and days can be one."""
    if a.tolls[0].scope == "cumulative" and a.start and b.start and a.start != b.start:
        return False
    if (a.end and b.start and a.end < b.start) or (b.end and a.start and b.end < a.start):
        return False
    return may_be_within(a.place, b.place) or may_be_within(b.place, a.place)


def _joined(a: Figure, b: Figure) -> Figure:
    starts, ends = [d for d in (a.start, b.start) if d], [d for d in (a.end, b.end) if d]
    place = b.place if a.place is None or (b.place and narrower(b.place, a.place)) else a.place
    return Figure(a.tolls + b.tolls, a.claims + b.claims, place, min(starts, default=None), max(ends, default=None))


def _row(known: Known, figure: Figure) -> DisplacementRow:
    toll, first = figure.tolls[0], figure.claims[0]
    return DisplacementRow(
        term=first.trigger.casefold(), group=next((t.group for t in figure.tolls if t.group), None),
        place=figure.place, start=figure.start, end=figure.end,
        low=toll.low, best=toll.best, high=toll.high, bound=toll.bound,
        stock=toll.scope == "cumulative", tellings=len(figure.claims), sources=sources_of(figure.claims),
        incidents=known.incidents_of(figure.claims), claims=tuple(dict.fromkeys(claim.id for claim in figure.claims)),
    )  # fmt: skip
