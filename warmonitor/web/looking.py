"""What a filter leaves of the incidents: the sheet of the store as it is now, and the places in it that are chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from threading import Lock

from warmonitor.errors import InputError
from warmonitor.monitor import Monitor, outline
from warmonitor.records import Filter, Incident
from warmonitor.web.asked import Asked
from warmonitor.web.kept import Kept
from warmonitor.web.sheet import Chosen, Sheet

NAMES = 64
"""Names and words whose incidents are kept ready."""
DAYS = 4
"""Filters as of a day whose incidents are kept ready."""
THEN = 3_000
"""Incidents that are worked out as they were known on a day: each is made anew of its reports, in some 2 ms."""
PLAIN = ("since", "until", "types", "status", "box", "dated", "placed")
"""The parts of a filter that the columns answer; names and words are for the store."""


@dataclass(frozen=True)
class Look:
    """A sheet with what a filter chose of it."""

    sheet: Sheet
    chosen: Chosen
    then: Mapping[str, Incident] | None = None
    """The incidents as they were known on the day that is asked for; None if none is."""

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
        self._then: Kept[tuple[int, Asked], tuple[Sheet, Mapping[str, Incident]]] = Kept(DAYS)

    def at(self, wanted: Asked, monitor: Monitor) -> Look:
        """What the filter of an address leaves; the page of the table does not matter.

        Raises InputError if it leaves too many incidents to work them out as of a day.
        """
        now = self.now(monitor)
        return self._as_of(wanted, now, monitor) if wanted.as_of else Look(now, self._left(wanted.where, now, monitor))

    def _left(self, where: Filter, now: Sheet, monitor: Monitor) -> Chosen:
        named = _without(where, *PLAIN)
        if named == Filter():
            return now.chosen(where)
        return now.chosen(where, self._named.of((now.edition, named), lambda: now.places(monitor.incident_ids(named))))

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

    def _as_of(self, wanted: Asked, now: Sheet, monitor: Monitor) -> Look:
        """What was in the window of the map on that day may be elsewhere now, so the window comes last."""
        wide = Asked(where=_without(wanted.where, "box"), as_of=wanted.as_of, rule=wanted.rule)
        number = len(self._left(_without(wide.where, "status"), now, monitor))
        if number > THEN:
            what = f"{number:,} incidents are too many to work out what was known of each on that day."
            raise InputError(what, field="as_of", mend=f"Narrow the filter to {THEN:,}: a period, a place, a type.")

        def known() -> tuple[Sheet, Mapping[str, Incident]]:
            then = monitor.incidents(wide.where, as_of=wide.as_of, rule=wide.rule).incidents
            return Sheet.of(now.edition, map(outline, then)), {incident.id: incident for incident in then}

        sheet, incidents = self._then.of((now.edition, wide), known)
        return Look(sheet, sheet.chosen(Filter(box=wanted.where.box)), incidents)


def _without(where: Filter, *parts: str) -> Filter:
    none = Filter()
    return where.model_copy(update={part: getattr(none, part) for part in parts})
