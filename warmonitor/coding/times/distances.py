"""Times at a distance: "three weeks ago", "two days later", "recent days"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from math import ceil

from warmonitor.coding.times.amounts import some, units
from warmonitor.coding.times.found import Found, Reading, of_point
from warmonitor.coding.times.numerals import number
from warmonitor.coding.times.points import Point
from warmonitor.coding.times.steps import moved, shifted, unknown
from warmonitor.coding.times.story import Story
from warmonitor.coding.times.words import Kind
from warmonitor.records import TimePrecision


def ago(found: Found, story: Story) -> Reading | None:
    """ "three weeks ago", counted from the report; in a history from the story."""
    unit, count = units(found), number(found.words, found.first, found.last)
    if count is None and (found.has(Kind.FEW) or not found.has(Kind.A)):
        return _vaguely_ago(unit, story)
    if story.today is None or unit not in ("D", "W", "2W", "M", "Y", "DE", "CE"):
        return Reading("PAST_REF", (story.published, story.published) if unit in ("TH", "TM") else None)
    return _that_long_ago(story.today, 1 if count is None else count, unit)


RECENT_DAYS = {"TH": 1, "TM": 0, "D": 5, "W": 21, "2W": 28, "M": 120, "Y": 1500}
"""How far back "recent days", "recent weeks" reach at most, in days: chosen so that "days" stay within a week."""


def _vaguely_ago(unit: str, story: Story) -> Reading:
    today = story.published
    back = RECENT_DAYS.get(unit)
    return Reading("PAST_REF", (today - timedelta(back), today) if today and back is not None else None)


def at_distance(base: Point, count: float, unit: str) -> Reading | None:
    """Some units from a point: weeks are counted in days but are no more precise than a week."""
    if count != int(count):
        base_days = base.middle
        if base_days is None or unit not in ("Y", "M"):
            return None
        count, unit = count * (12 if unit == "Y" else 4.35), "M" if unit == "Y" else "W"
    point = shifted(base, int(count), unit)
    if point is None:
        return None
    reading = of_point(point)
    if reading and unit in ("W", "2W"):
        week = moved(point, 0, "W")
        return Reading(week.value if week else reading.value, reading.days, "week", point)
    return reading


GRAINS: dict[str, TimePrecision] = {"W": "week", "2W": "week", "M": "month", "Y": "year"}


def _that_long_ago(today: Point, count: float, unit: str) -> Reading | None:
    """Counted in whole units, the day that far back, no more precise than the unit."""
    reading = at_distance(today, -count, unit)
    days = today.days
    if reading is None or days is None or unit == "D":
        return reading
    back = timedelta(round(count * {"W": 7, "2W": 14, "M": 30.44, "Y": 365.25, "DE": 3652.5, "CE": 36525}[unit]))
    precision = GRAINS.get(unit, "vague")
    return Reading(reading.value, (days[0] - back,) * 2, precision, reading.point)


def far(found: Found, story: Story) -> Reading | None:
    """ "two days later", "a year earlier", counted from where the story stands; "hours later" is on its day."""
    later = found.has(Kind.LATER)
    unit, count = units(found), number(found.words, found.first, found.last)
    base = story.reference or (None if story.history else story.today)
    same_day = base.days if base and base.grain == "day" and unit in ("TH", "TM") else None
    if not later and _clause_follows(found):
        reading = some(found, story)
        return replace(reading, days=same_day, precision="day") if reading and same_day else reading
    vaguely = count is None and (found.has(Kind.FEW) or not found.has(Kind.A))
    if vaguely or base is None or unit not in ("D", "W", "2W", "M", "Y", "DE", "CE"):
        return Reading("FUTURE_REF" if later else "PAST_REF", same_day)
    count = 1 if count is None else count
    reading = at_distance(base, count if later else -count, unit)
    return reading or Reading(unknown(unit.removeprefix("2")))


def _clause_follows(found: Found) -> bool:
    """ "two days before the vote" is a distance from the vote, not from the story."""
    following = found.words.kind(found.last)
    return found.words.lower(found.last - 1) == "before" and following not in (Kind.COMMA, Kind.DOT, Kind.GAP)


def recent(found: Found, story: Story) -> Reading | None:
    """ "recent days": back from the day of the report."""
    unit = found.value(Kind.UNITS, Kind.UNIT)
    if not unit:
        return _recent_alone(found, story)
    today, back = story.published, RECENT_DAYS.get(unit)
    days = (today - timedelta(back), today) if today and back is not None else None
    return Reading(f"P{'T' if unit in ('TH', 'TM') else ''}X{unit[-1]}", days)


def _recent_alone(found: Found, story: Story) -> Reading | None:
    """ "recent advances": back some weeks; "the latest" is an order, not a time."""
    if found.words.lower(found.last - 1) != "recent":
        return None
    today = story.published
    return Reading("PAST_REF", (today - timedelta(RECENT_DAYS["W"]), today) if today and not story.history else None)


def back_from(today: date | None, count: float, unit: str) -> tuple[date | None, date | None] | None:
    """The last `count` units, to the day of the report."""
    lengths = {"TH": 1 / 24, "TM": 0, "D": 1, "W": 7, "2W": 14, "M": 30.44, "Y": 365.25, "DE": 3652.5}
    if today is None or unit not in lengths:
        return None
    days = count * lengths[unit]
    try:
        return today - timedelta(ceil(days) if unit in ("TH", "TM") else int(days)), today
    except OverflowError:
        return None
