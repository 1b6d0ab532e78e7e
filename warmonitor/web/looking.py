"""What a filter leaves of the incidents: the sheet of the store as it is now, and the places in it that are chosen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from threading import Lock

from warmonitor.monitor import Monitor
from warmonitor.records import Filter
from warmonitor.web.asked import Asked
from warmonitor.web.kept import Kept
from warmonitor.web.sheet import Chosen, Sheet

NAMES = 64
"""Names and words whose incidents are kept ready."""
DAYS = 8
"""Days as of which incidents are kept ready: a sheet takes some 40 MB at 100,000 incidents."""
PLAIN = ("since", "until", "types", "status", "box", "dated", "placed")
"""The parts of a filter that the columns answer; names and words are for the store."""


@dataclass(frozen=True)
class Look:
    """A sheet with what a filter chose of it."""

    sheet: Sheet
    chosen: Chosen

    @property
    def total(self) -> int:
        """How many are chosen."""
        return len(self.chosen)

    @property
    def undated(self) -> int:
        """How many of them no timeline can show."""
        return self.sheet.undated(self.chosen)

    @property
    def unplaced(self) -> int:
        """How many of them no map can show."""
        return self.sheet.unplaced(self.chosen)

    @property
    def bars(self) -> list[tuple[date, int, int]]:
        """The days on which they began, how many began on each, and how many of those are disputed."""
        return self.sheet.by_day(self.chosen)

    def ids(self, first: int, most: int) -> tuple[str, ...]:
        """The ids of a page of them, latest first."""
        return tuple(self.sheet.rows[at].id for at in self.chosen[first : first + most])


class Looking:
    """Answers what filters leave; follows the store, whoever changes it."""

    def __init__(self) -> None:
        self._now: Sheet | None = None
        self._turn = Lock()
        self._named: Kept[tuple[int, Filter], Chosen] = Kept(NAMES)
        self._then: Kept[tuple[int, Filter, date], Sheet] = Kept(DAYS)

    def at(self, wanted: Asked, monitor: Monitor) -> Look:
        """What the filter of an address leaves; the page of the table does not matter."""
        where, now = wanted.where, self.now(monitor)
        if wanted.as_of is not None:
            return self._as_of(where, wanted.as_of, now.edition, monitor)
        named = _without(where, PLAIN)
        if named == Filter():
            return Look(now, now.chosen(where))
        places = self._named.of((now.edition, named), lambda: now.places(monitor.incident_ids(named)))
        return Look(now, now.chosen(where, places))

    def now(self, monitor: Monitor) -> Sheet:
        """The sheet as the store is at this moment."""
        held = self._now
        if held is not None and held.edition == monitor.edition():
            return held
        with self._turn:
            held = self._now
            news = monitor.outlines(held.edition if held else None)
            if held is None or held.edition != news.edition:
                self._now = held = held.with_news(news) if held else Sheet.of(news.edition, news.outlines)
            return held

    def _as_of(self, where: Filter, day: date, edition: int, monitor: Monitor) -> Look:
        """As known on a day: what an incident was then is worked out of its reports, so the filter goes first."""
        wide = _without(where, ("box",))
        then = self._then.of((edition, wide, day), lambda: Sheet.of(edition, monitor.outlines_as_of(day, wide)))
        return Look(then, then.chosen(Filter(box=where.box)))


def _without(where: Filter, parts: tuple[str, ...]) -> Filter:
    none = Filter()
    return where.model_copy(update={part: getattr(none, part) for part in parts})
