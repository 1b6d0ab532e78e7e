"""Times told from another: "the next day", "last week", "two days later", "three weeks ago"."""

from __future__ import annotations

from datetime import timedelta

from warmonitor.coding.times.amounts import span_of
from warmonitor.coding.times.distances import back_from
from warmonitor.coding.times.found import Found, Reading, of_point
from warmonitor.coding.times.points import Point
from warmonitor.coding.times.steps import moved, unknown
from warmonitor.coding.times.story import Story
from warmonitor.coding.times.words import Kind

STEPS = {Kind.LAST: -1, Kind.PREV: -1, Kind.PAST: -1, Kind.NEXT: 1, Kind.FOLLOW: 1, Kind.COMING: 1}


FROM_REPORT = (Kind.LAST, Kind.PAST, Kind.NEXT, Kind.COMING, Kind.THIS)
"""Words that count from the day of the report, unless the text is a history."""


def related(found: Found, story: Story, unit: str) -> Point | None:
    """The unit that "this", "that", "the next", "the previous" mean; None where nothing anchors it."""
    base = _base(found, story)
    if base is None:
        return None
    step = next((STEPS[kind] for kind in STEPS if found.has(kind)), 0)
    if found.rule == "unit_next" and not step:
        step = -1 if found.has(Kind.EARLIER, Kind.BEFORE) else 1
    return moved(base, step, unit)


def _base(found: Found, story: Story) -> Point | None:
    of_story = found.has(Kind.SAME) or (found.has(Kind.NEXT) and found.has(Kind.THE) and found.value(Kind.UNIT) == "D")
    if not story.history and found.has(*FROM_REPORT) and not of_story:
        return story.today
    return story.reference or (None if story.history else story.today)


def which(found: Found, story: Story) -> Reading | None:
    """ "the next day", "that month", "last night", "the end of the year"."""
    unit = found.value(Kind.UNIT, Kind.CENTURY)
    part = "" if unit else found.value(Kind.PART)
    if unit in ("TH", "TM", "2W"):
        return None
    if unit == "WE":
        return _weekend(found, story)
    if unit not in ("", "D") and found.has(Kind.THE) and found.has(Kind.NEXT, Kind.LAST) and _over(found):
        back = back_from(story.published, 1, unit) if found.has(Kind.LAST) and not story.history else None
        return Reading(span_of("1", unit), back, "vague")
    point = related(found, story, unit or "D")
    if point is None and unit == "D" and not found.has(*STEPS):
        return _some_day(story)
    if point is None:
        return Reading(unknown(unit or "D") + (f"T{part}" if part else ""))
    return _so_far(found, story, of_point(point.at(part) if part else point))


def _some_day(story: Story) -> Reading:
    """ "that same day" of a month: a day of it that nobody names."""
    told = story.reference
    if told is None or not told.month:
        return Reading("XXXX-XX-XX")
    return Reading(f"{Point('month', told.year, told.month).value}-XX", told.days)


def _over(found: Found) -> bool:
    """ "over the next year", "for the last month": a length of time, not a year or month of the calendar."""
    return found.words.lower(found.first - 1) in ("over", "for", "within", "during", "throughout", "in")


def _weekend(found: Found, story: Story) -> Reading | None:
    week = related(found, story, "W")
    if week is None or not (days := week.days):
        return Reading("XXXX-WXX-WE")
    if not found.has(*STEPS) and story.published and story.published < days[0] + timedelta(5):
        ahead = story.tense_at(found.start, found.end) == "future"
        week = week if ahead else moved(week, -1, "W")
        if week is None or not (days := week.days):
            return None
    return Reading(f"{week.value}-WE", (days[0] + timedelta(5), days[1]), "days", None)


def _so_far(found: Found, story: Story, reading: Reading | None) -> Reading | None:
    """Up to the day of the report for what has happened "this month", from it on for what is planned."""
    today = story.published
    if reading is None or not reading.days or today is None or not found.has(Kind.THIS):
        return reading
    first, last = reading.days
    if first is None or last is None or not first <= today <= last or story.history:
        return reading
    ahead = story.tense_at(found.start, found.end) == "future" or found.words.lower(found.first) == "later"
    days = (today, last) if ahead else (first, today)
    return Reading(reading.value, days, reading.precision, reading.point)
