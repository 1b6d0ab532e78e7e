"""Windows and vague times: "the past three days", "recently", "now", "the future", holidays."""

from __future__ import annotations

from datetime import date, timedelta

from warmonitor.coding.times.amounts import span_of, units
from warmonitor.coding.times.dates import month, said_year
from warmonitor.coding.times.distances import RECENT_DAYS, at_distance, back_from
from warmonitor.coding.times.found import Found, Reading, of_point
from warmonitor.coding.times.numerals import number, ordinal, plain
from warmonitor.coding.times.points import Point, day_at
from warmonitor.coding.times.relative import which
from warmonitor.coding.times.story import Story
from warmonitor.coding.times.words import Kind


def window(found: Found, story: Story) -> Reading | None:
    """ "the past three days", "the first two weeks", "the coming years": a duration; back from the report, its days."""
    unit = units(found)
    amount = number(found.words, found.first, found.last)
    if amount is None and found.has(Kind.HALF):
        amount = 0.5
    if amount is None and found.has(Kind.UNIT, Kind.CENTURY):
        amount = 1
    value = span_of("X" if amount is None else plain(amount), unit)
    today = story.published
    if story.history or today is None or not found.has(Kind.PAST, Kind.LAST):
        return Reading(value)
    if amount is None:
        back = RECENT_DAYS.get(unit)
        return Reading(value, (today - timedelta(back), today) if back is not None else None)
    return Reading(value, back_from(today, amount, unit), "days" if unit in ("D", "W") else "vague")


def consecutive(found: Found, story: Story) -> Reading | None:
    """ "an eighth consecutive day": the eight units up to the day of the report, which is the eighth."""
    at = found.index(Kind.ORD)
    amount = ordinal(found.words, at) if at is not None else number(found.words, found.first, found.last) or 0
    unit = units(found) or "D"
    back = back_from(story.published, amount - 1, unit) if amount and not story.history else None
    return Reading(span_of(plain(amount), unit), back, "days" if back else "vague")


def consecutive_for(found: Found, story: Story) -> Reading | None:
    """ "for a second day": the same without the word for it."""
    return consecutive(found, story) if found.words.lower(found.first) == "for" else None


def hours_after(found: Found, story: Story) -> Reading | None:
    """ "hours after the attack": a duration, on the day on which the story stands; else the distance alone."""
    unit = units(found)
    amount = number(found.words, found.first, found.last)
    if amount is None and found.has(Kind.UNIT):
        amount = 1
    value = span_of("X" if amount is None else plain(amount), unit)
    today = story.published
    base = story.reference
    if story.history and base and unit in ("D", "W", "Y"):
        return at_distance(base, amount or 1, unit) or Reading(value)
    on_day = unit in ("TH", "TM") and today and not story.history
    return Reading(value, (today, today) if on_day else None, "day" if on_day else "vague")


def unit_of(found: Found, story: Story) -> Reading | None:
    """ "the last week of August", "the first two months of 2011": a duration, and its days in that month or year."""
    unit = units(found)
    amount = number(found.words, found.first, (found.index(Kind.OF) or found.last)) or 1.0
    value = span_of("X" if found.has(Kind.FEW) else plain(amount), unit)
    whole = _whole(found, story)
    days = _cut(whole, amount * LENGTHS.get(unit, 0), found) if whole and not found.has(Kind.FEW) else None
    return Reading(value, days, "days" if days else "vague")


LENGTHS = {"D": 1, "W": 7, "M": 30.44, "Y": 365.25}


def _whole(found: Found, story: Story) -> tuple[date, date] | None:
    """The month or year that the words are part of."""
    behind = Found(found.words, found.rule, (found.index(Kind.OF) or found.first) + 1, found.last)
    reading = month(behind, story) if behind.has(Kind.MONTH, Kind.MON) else None
    if behind.has(Kind.YEAR) and reading is None:
        reading = of_point(Point("year", said_year(behind, story)))
    return reading.point.days if reading and reading.point else None


def _cut(whole: tuple[date, date], length: float, found: Found) -> tuple[date, date] | None:
    """The first, n-th or last days of a whole."""
    size = timedelta(max(round(length), 1) - 1)
    count = 1 if found.has(Kind.FIRST, Kind.NEXT) else found.number(Kind.ORD)
    if not length or (count != 1 and not found.has(Kind.LAST) and found.has(Kind.CARD, Kind.INT)):
        return None
    if found.has(Kind.LAST):
        return max(whole[0], whole[1] - size), whole[1]
    first = whole[0] + (count - 1) * (size + timedelta(1)) if count else whole[0]
    return (first, min(first + size, whole[1])) if first <= whole[1] else None


def the_unit(found: Found, story: Story) -> Reading | None:
    """ "in the week", "over the month" at the end of a phrase of a report: the last seven days, the last month."""
    unit, following = found.value(Kind.UNIT), found.words.kind(found.last)
    if unit == "WE":
        return which(found, story)
    if story.history or unit not in ("W", "M") or following == Kind.OF:
        return None
    return Reading(f"P1{unit}", back_from(story.published, 1, unit), "week" if unit == "W" else "month")


def the_time(found: Found, story: Story) -> Reading | None:
    """ "at this time", "for the time being", "these days"."""
    said = found.lower()
    if said.startswith("these") and found.value(Kind.UNITS) != "D":
        return None
    before = found.words.lower(found.first - 1)
    if said == "the time" or (said in ("this time", "the moment") and before not in ("at", "during", "by", "for")):
        return None
    if found.has(Kind.PRESENT) and not said.startswith("at"):
        return None
    return now(found, story)


def now(found: Found, story: Story) -> Reading | None:
    """ "now", "currently": the day of the report, vaguely."""
    today = story.published
    return Reading("PRESENT_REF", (today, today) if today and not story.history else None, "day" if today else "vague")


def ever(found: Found, story: Story) -> Reading | None:
    """ "recently", "former", "soon", "the future": no day."""
    return Reading("FUTURE_REF" if found.has(Kind.FUTURE) else "PAST_REF")


def holiday(found: Found, story: Story) -> Reading | None:
    """ "Christmas 1963": a fixed feast by its day, a movable one by its year alone."""
    said = found.number(Kind.YEAR)
    told = story.reference.year if story.reference else (story.published.year if story.published else None)
    year = said or told
    fixed = found.value(Kind.HOLIDAY)
    if not fixed:
        return Reading(f"{year:04d}-XX" if year and year > 0 else "XXXX-XX")
    month, number_ = (int(part) for part in fixed.split("-"))
    point = day_at(year, month, number_)
    if point and found.words.lower(found.last - 1) == "eve":
        point = Point("day", year, month, number_ - 1)
    return of_point(point)


__all__ = ["consecutive", "ever", "holiday", "hours_after", "now", "the_time", "the_unit", "which", "window"]
