"""Days and months: "Thursday 2 November 2023", "the end of March", "the night of 20 June", "August of that year"."""

from __future__ import annotations

import re

from warmonitor.coding.times import anchors
from warmonitor.coding.times.daytimes import clock
from warmonitor.coding.times.found import Found, Reading, of_point
from warmonitor.coding.times.points import Point, day_at
from warmonitor.coding.times.relative import related
from warmonitor.coding.times.story import Story
from warmonitor.coding.times.words import Kind, Words


def iso(found: Found, story: Story) -> Reading | None:
    """2020-02-27, 27.02.2020, 27/02/2020; of 3/4/2020 nobody can tell which is the month."""
    parts = [int(part) for part in re.split(r"\D", found.value(Kind.ISO))]
    year, month, number = parts if parts[0] > 31 else reversed(parts)
    if found.value(Kind.ISO)[2:3] != "." and parts[0] <= 12 and month <= 12 and month != number:
        return None
    if month > 12:
        month, number = number, month
    return of_point(day_at(year, month, number)) if year else None


def dated(found: Found, story: Story) -> Reading | None:
    """A day of a month, with a part of the day or a clock time if one is said."""
    month, number = found.number(Kind.MONTH, Kind.MON), found.number(Kind.INT, Kind.ORD)
    year = said_year(found, story)
    if year is None:
        year = anchors.year_of(month, number, found, story)
    point = day_at(year, month, number)
    if point is None:
        return None
    at = found.index(Kind.CLOCK)
    return of_point(point.at(clock(found.words, at) if at is not None else found.value(Kind.PART)))


def nth_of_month(found: Found, story: Story) -> Reading | None:
    """ "the 28th of that month"."""
    told = related(found, story, "M")
    return of_point(day_at(told.year, told.month, found.number(Kind.INT, Kind.ORD))) if told else None


def nth_bare(found: Found, story: Story) -> Reading | None:
    """ "on the 20th": of the month in which the story stands."""
    told, number = story.reference, found.words.value(found.last - 1)
    if not found.words.written(found.last - 1)[0].isdecimal() or found.words.lower(found.first) != "on":
        return None
    told = told or (None if story.history else story.today)
    return of_point(day_at(told.year, told.month, int(number))) if told and told.month else None


def said_year(found: Found, story: Story) -> int | None:
    """The year that the words themselves say, negative before Christ, or by "of that year"."""
    at = found.index(Kind.YEAR, Kind.NUM)
    if at is not None and found.words.value(at).isdecimal():
        return era(found.words, at) * int(found.words.value(at))
    if found.value(Kind.UNIT) == "Y":
        told = related(found, story, "Y")
        return told.year if told else None
    return None


def era(words: Words, at: int) -> int:
    """-1 when the year at this word is followed by "BC"."""
    return int(words.value(at + 1)) if words.kind(at + 1) == Kind.ERA else 1


def month(found: Found, story: Story) -> Reading | None:
    """ "March 1940", "late September", "August of that year", "last September"."""
    number = found.number(Kind.MONTH, Kind.MON)
    if _is_a_name(found):
        return None
    year = said_year(found, story)
    if year is None:
        year = anchors.year_of(number, 0, found, story)
    return of_point(Point("month", year, number))


def _is_a_name(found: Found) -> bool:
    """ "May" and "March" alone may be a person or a walk: months are behind a preposition, or a heading ("March:")."""
    alone = found.last - found.first == 1
    if not alone or found.lower() not in ("may", "march") or found.words.written(found.last) == ":":
        return False
    return found.before not in (Kind.PREP, Kind.SINCE, Kind.UNTIL, Kind.FROM, Kind.TO, Kind.OF, Kind.AND, Kind.HYPHEN)
