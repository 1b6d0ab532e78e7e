"""The days of a claim: the first, the last, the ones between which something must have been."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from warmonitor.ledgers.briefs import Brief
from warmonitor.records import Toll, When

SLACK = {
    "week": timedelta(days=3),
    "month": timedelta(days=15),
    "season": timedelta(days=45),
    "year": timedelta(days=182),
}
"""Days around the printed one within which a vague time may lie: half of its unit."""


@dataclass(frozen=True, slots=True)
class Days:
    """When it came about: the likeliest day and the days between which it must have; `dated` if words say so."""

    day: date | None
    earliest: date | None
    latest: date | None
    dated: bool

    @property
    def exact(self) -> bool:
        """Words give the very day."""
        return self.dated and self.earliest == self.latest


def days_of(when: When | None) -> Days:
    """The days of a change. A time that no words give is the last day on which it can have been."""
    if when is None or (when.start is None and when.end is None):
        return Days(None, None, None, dated=False)
    day = when.end or when.start
    if when.inferred:
        return Days(day, None, day, dated=False)
    if when.start == when.end and day and when.precision in SLACK:
        return Days(day, day - SLACK[when.precision], day + SLACK[when.precision], dated=True)
    return Days(day, when.start, when.end or when.start, dated=True)


def first_day(when: When | None) -> date | None:
    """The first day of a time, else its last."""
    return (when.start or when.end) if when else None


def window_of(claim: Brief, toll: Toll) -> tuple[date | None, date | None]:
    """The days over which a toll counts: its window, else the claim's own days."""
    if toll.window:
        return toll.window.start, toll.window.end
    return (claim.time.start, claim.time.end) if claim.time else (None, None)
