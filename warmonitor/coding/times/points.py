"""A point of the calendar at its own grain, its TimeML value and its days."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from warmonitor.records import TimePrecision

Grain = Literal["day", "week", "month", "season", "quarter", "year", "decade", "century"]


SEASONS: dict[str, tuple[int, int]] = {
    "SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14), "H1": (1, 6), "H2": (7, 12),
    "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12),
}  # fmt: skip
"""First and last month, counted from January of the year; meteorological seasons, northern hemisphere."""


PRECISION: dict[Grain, TimePrecision] = {
    "day": "day", "week": "week", "month": "month", "season": "season", "quarter": "season", "year": "year",
    "decade": "vague", "century": "vague",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Point:
    """A day, week, month, season, year, decade or century. `year` is negative before Christ; None: not known."""

    grain: Grain
    year: int | None
    month: int = 0
    day: int = 0
    week: int = 0
    season: str = ""
    part: str = ""
    """Part of the day ("MO") or a clock time ("10:57"), as TimeML writes it after the T."""

    @property
    def value(self) -> str:
        """As TimeML writes it: 1939-09-01, 1939-W35, 1939-SU, 193, BC0490."""
        if self.grain in ("decade", "century"):
            return _digits(self.year)[: -1 if self.grain == "decade" else -2]
        head = _digits(self.year)
        if self.week or self.grain == "week":
            return f"{head}-W{self.week:02d}" if self.week else f"{head}-WXX"
        if self.season:
            return f"{head}-{self.season}"
        if self.grain == "year":
            return head
        head += f"-{self.month:02d}" if self.month else "-XX"
        if self.grain == "month":
            return head
        head += f"-{self.day:02d}" if self.day else "-XX"
        return f"{head}T{self.part}" if self.part else head

    @property
    def days(self) -> tuple[date, date] | None:
        """First and last day; None where the year is unknown, before Christ, or the day does not exist."""
        if self.year is None or not 1 <= self.year <= 9000:
            return None
        try:
            return self._days(self.year)
        except ValueError:
            return None

    def _days(self, year: int) -> tuple[date, date] | None:
        if self.grain == "day":
            return (date(year, self.month, self.day),) * 2 if self.month and self.day else None
        if self.grain == "week":
            return _week(year, self.week) if self.week else None
        if self.season:
            return _months(year, *SEASONS[self.season])
        if self.grain == "month":
            return _months(year, self.month, self.month) if self.month else None
        length = {"decade": 10, "century": 100}.get(self.grain, 1)
        return date(year, 1, 1), date(year + length - 1, 12, 31)

    @property
    def middle(self) -> date | None:
        """The day in the middle: where a coarse point stands when one must count from it."""
        days = self.days
        return days[0] + (days[1] - days[0]) // 2 if days else None

    def at(self, part: str) -> Point:
        """The same day at a part of it."""
        return replace(self, part=part)


def _digits(year: int | None) -> str:
    if year is None:
        return "XXXX"
    return f"{year:04d}" if year > 0 else f"BC{-year:04d}"


def _week(year: int, week: int) -> tuple[date, date]:
    first = date.fromisocalendar(year, week, 1)
    return first, first + timedelta(6)


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    over, month = divmod(last - 1, 12)
    return date(year, first, 1), date(year + over, month + 1, monthrange(year + over, month + 1)[1])


def day(of: date) -> Point:
    """The day as a point."""
    return Point("day", of.year, of.month, of.day)


def day_at(year: int | None, month: int, number: int) -> Point | None:
    """That day; None where no year has it (31 April) or this one has not (29 February 2019)."""
    if not 1 <= month <= 12 or not 1 <= number <= monthrange(2000, month)[1]:
        return None
    point = Point("day", year, month, number)
    return None if year is not None and 1 <= year <= 9000 and point.days is None else point
