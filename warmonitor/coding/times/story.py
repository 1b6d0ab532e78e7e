"""What a time expression is read against: the day of the report, and how far the story has come."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from statistics import median_low
from typing import Literal

from warmonitor.coding.times.found import Found
from warmonitor.coding.times.points import Point, day
from warmonitor.coding.times.words import Kind, Words

Tense = Literal["past", "present", "future"]


NEARBY, FAR_YEARS = 3, 5
"""A year further than five from the middle one of the three years before and behind it is a glance aside."""


NEXT_YEARS = 2
"""A bare year inside a sentence moves the story on by no more than this (tried 0 to 3 on histories of wars)."""


HISTORY_YEARS = 5
"""A text with at least this many years, most of them long past, is told as a history."""


@dataclass(slots=True)
class Story:
    """Where the reading of one document stands."""

    published: date | None
    history: bool
    """Told from the dates of its own story, not from the day of the report."""
    tense_at: Callable[[int, int], Tense | None]
    """Tense of what governs the words between two offsets."""
    joined: re.Pattern[str]
    """What makes a date share the year of the date behind it (`TimeGrammar.joined`)."""
    years: tuple[tuple[int, int], ...] = ()
    """Every year that the text writes, with the index of its word."""
    reference: Point | None = None
    """The last date that the story reached, with a year."""
    reached: int = -1
    """The word behind that date."""
    era: int = 1
    """-1 after a year "BC": bare years and centuries that follow are before Christ too."""

    @property
    def today(self) -> Point | None:
        """The day of the report."""
        return day(self.published) if self.published else None

    def advance(self, found: Found, point: Point) -> None:
        """Let the story go on to a point, unless it is a glance at a far year ("as in 1812")."""
        if point.year is None or (self.history and self._is_aside(found, point)):
            return
        self.reference, self.reached = point, found.last

    def same_sentence(self, found: Found) -> bool:
        """Whether the last date stands before these words in their own sentence."""
        between = found.words.kinds[self.reached : found.first]
        return 0 <= self.reached <= found.first and Kind.DOT not in between and Kind.GAP not in between

    def _is_aside(self, found: Found, point: Point) -> bool:
        """A year far from those around it; or a bare one inside a sentence that goes back, jumps, or is planned."""
        at = bisect_left(self.years, (found.first, -9999))
        around = [year for _, year in self.years[max(0, at - NEARBY) : at + NEARBY + 1]]
        told, year = self.reference, point.year or 0
        if around and abs(year - median_low(around)) > FAR_YEARS:
            return True
        if found.opens or told is None or told.year is None:
            return False
        if point.grain != "year" or found.rule == "years":
            return point.grain == "year"
        ahead = year > told.year and self.tense_at(found.start, found.end) == "future"
        return ahead or not 0 <= year - told.year <= NEXT_YEARS


def years_of(words: Words) -> tuple[tuple[int, int], ...]:
    """Every year that the text writes, with the index of its word; negative before Christ."""
    out = [(i, int(words.values[i])) for i, kind in enumerate(words.kinds) if kind == Kind.YEAR]
    for found in re.finditer(re.escape(Kind.NUM + Kind.ERA), words.kinds):
        i = found.start()
        if words.value(i).isdecimal():
            out.append((i, int(words.value(i)) * int(words.value(i + 1))))
    return tuple(sorted(out))


def is_history(words: Words, years: tuple[tuple[int, int], ...], published: date | None) -> bool:
    """Whether a text tells by the dates of its own story: many years, and few days named from the report's."""
    past = sum(1 for _, year in years if published is None or year < published.year - 1)
    deictic = sum(words.kinds.count(kind) for kind in (Kind.WEEKDAY, Kind.DAY, Kind.AGO, Kind.TONIGHT))
    return past >= HISTORY_YEARS and past > 2 * deictic
