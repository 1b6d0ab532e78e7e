"""The incidents that the desk shows, held as columns: any filter is answered from them in a few milliseconds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from itertools import compress
from typing import Final

import numpy as np
from numpy.typing import NDArray

from warmonitor.monitor import Outline, Outlines
from warmonitor.records import Filter
from warmonitor.web.asked import STATUSES, TYPES

Chosen = NDArray[np.intp]
"""Places in the sheet, ascending: the latest incident first."""
DISPUTED: Final = STATUSES.index("disputed")
KINDS: Final = {kind: number for number, kind in enumerate(TYPES)}
MANY = 2_000
"""Changed incidents beyond which sorting all of them anew is quicker than putting each in its place."""


@dataclass(frozen=True)
class Columns:
    """What filters compare, an entry an incident; days are ordinals (0: unknown), degrees NaN where unknown."""

    first: NDArray[np.int64]
    last: NDArray[np.int64]
    kind: NDArray[np.int64]
    status: NDArray[np.int64]
    lat: NDArray[np.float64]
    lon: NDArray[np.float64]


class Sheet:
    """Incidents of one edition of the store, latest first, then by prominence and id; it never changes."""

    def __init__(self, edition: int, rows: Sequence[Outline], columns: Columns) -> None:
        """`rows` are in order, and `columns` are theirs; `of` and `with_news` make them so."""
        self.edition, self.rows, self.columns = edition, rows, columns

    @classmethod
    def of(cls, edition: int, outlines: Iterable[Outline]) -> Sheet:
        """The sheet of these incidents, as an edition of the store has them."""
        rows = sorted(outlines, key=_latest_first)
        return cls(edition, rows, _columns(rows))

    @cached_property
    def _at(self) -> dict[str, int]:
        return {row.id: at for at, row in enumerate(self.rows)}

    def chosen(self, where: Filter, named: Chosen | None = None) -> Chosen:
        """What the days, types, status, box and trays of a filter leave; of `named` alone, if names or words are asked
        for too (`places` gives them).
        """
        own = self.columns
        left = np.ones(len(self.rows), dtype=np.bool_)
        if named is not None:
            left[:] = False
            left[named] = True
        if where.types:
            left &= np.isin(own.kind, [KINDS[kind] for kind in where.types])
        if where.status:
            left &= np.isin(own.status, [STATUSES.index(name) for name in where.status])
        if where.since is not None:
            left &= own.last >= where.since.toordinal()
        if where.until is not None:
            left &= (own.first <= where.until.toordinal()) & (own.first > 0)
        if where.dated is not None:
            left &= (own.first > 0) == where.dated
        if where.placed is not None:
            left &= np.isnan(own.lat) != where.placed
        if where.box is not None:
            left &= self._inside(where.box)
        return np.flatnonzero(left)

    def places(self, ids: Iterable[str]) -> Chosen:
        """Where incidents stand in the sheet; ids that it lacks are passed over."""
        known = self._at
        return np.array([known[name] for name in ids if name in known], dtype=np.intp)

    def undated(self, chosen: Chosen) -> int:
        """How many of the chosen have no day."""
        return int(np.count_nonzero(self.columns.first[chosen] == 0))

    def unplaced(self, chosen: Chosen) -> int:
        """How many of the chosen have no coordinates."""
        return int(np.count_nonzero(np.isnan(self.columns.lat[chosen])))

    def disputed(self, chosen: Chosen) -> NDArray[np.bool_]:
        """Which of the chosen are disputed."""
        found: NDArray[np.bool_] = self.columns.status[chosen] == DISPUTED
        return found

    def by_day(self, chosen: Chosen) -> list[tuple[date, int, int]]:
        """The days on which the chosen began, how many began on each, and how many of those are disputed."""
        dated = chosen[self.columns.first[chosen] > 0]
        days, of, numbers = np.unique(self.columns.first[dated], return_inverse=True, return_counts=True)
        disputed = np.bincount(of, weights=self.disputed(dated), minlength=len(days)).astype(int)
        began = map(date.fromordinal, days.tolist())
        return list(zip(began, numbers.tolist(), disputed.tolist(), strict=True))

    def with_news(self, news: Outlines) -> Sheet:
        """The sheet as of the edition of the news."""
        if news.whole:
            return Sheet.of(news.edition, news.outlines)
        changed = news.gone.union(outline.id for outline in news.outlines)
        if not changed:
            return Sheet(news.edition, self.rows, self.columns)
        stays = np.ones(len(self.rows), dtype=np.bool_)
        stays[self.places(changed)] = False
        rows = list(compress(self.rows, stays))
        if len(news.outlines) > MANY:
            return Sheet.of(news.edition, (*rows, *news.outlines))
        come = sorted(news.outlines, key=_latest_first)
        at = [bisect_left(rows, _latest_first(row), key=_latest_first) for row in come]
        new = _columns(come)
        columns = Columns(
            *(np.insert(getattr(self.columns, name)[stays], at, getattr(new, name)) for name in vars(new))
        )
        for place, row in zip(reversed(at), reversed(come), strict=True):
            rows.insert(place, row)
        return Sheet(news.edition, rows, columns)

    def _inside(self, box: tuple[float, float, float, float]) -> NDArray[np.bool_]:
        west, south, east, north = box
        lat, lon = self.columns.lat, self.columns.lon
        across = (lon >= west) & (lon <= east) if west <= east else (lon >= west) | (lon <= east)
        found: NDArray[np.bool_] = across & (lat >= south) & (lat <= north)
        return found


@lru_cache(maxsize=4096)  # ten years of days: a map asks for the same ones again and again
def written(day: int) -> str | None:
    """An ordinal as 2024-05-01; None where no day is known."""
    return date.fromordinal(day).isoformat() if day else None


def _latest_first(row: Outline) -> tuple[int, float, str]:
    """The order in which the store lists incidents."""
    return -row.last_day, -row.prominence, row.id


def _columns(rows: Sequence[Outline]) -> Columns:
    return Columns(
        first=np.array([row.first_day for row in rows], dtype=np.int64),
        last=np.array([row.last_day for row in rows], dtype=np.int64),
        kind=np.array([KINDS[row.event_type] for row in rows], dtype=np.int64),
        status=np.array([STATUSES.index(row.status) for row in rows], dtype=np.int64),
        lat=np.array([row.lat for row in rows], dtype=np.float64),  # None becomes NaN
        lon=np.array([row.lon for row in rows], dtype=np.float64),
    )
