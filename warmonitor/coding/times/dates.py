"""Days and months: "Thursday 2 November 2023", "the end of March", "the night of 20 June", "August of that year"."""

from __future__ import annotations

import re
from datetime import timedelta

from warmonitor.coding.times import anchors
from warmonitor.coding.times.points import Point, day, day_at
from warmonitor.coding.times.relative import related
from warmonitor.coding.times.story import Found, Reading, Story, of_point
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
    """ "May" and "March" alone may be a person or a walk: read as months behind a preposition only."""
    alone = found.last - found.first == 1
    if not alone or found.lower() not in ("may", "march"):
        return False
    return found.before not in (Kind.PREP, Kind.SINCE, Kind.UNTIL, Kind.FROM, Kind.TO, Kind.OF, Kind.AND, Kind.HYPHEN)


def weekday(found: Found, story: Story) -> Reading | None:
    """ "Thursday", "late on Tuesday", "last Sunday", "Saturday night", "Tuesday last week"."""
    number = found.number(Kind.WEEKDAY)
    if found.has(Kind.UNIT):
        week = related(found, story, "W")
        first = week.days[0] if week and week.days else None
        point = day(first + timedelta(number - 1)) if first else None
    else:
        point = anchors.weekday(number, found, story)
    part = _time_of(found)
    if point is None:
        return Reading(f"XXXX-WXX-{number}" + (f"T{part}" if part else ""))
    return of_point(point.at(part))


def _time_of(found: Found) -> str:
    """The part of the day or the clock time that is said with a day."""
    at = found.index(Kind.CLOCK, Kind.INT)
    if at is not None:
        return clock(found.words, at)
    return found.value(Kind.PART) or ("MO" if found.has(Kind.UNITS) and found.has(Kind.EARLY) else "")


def near_today(found: Found, story: Story) -> Reading | None:
    """ "yesterday evening", "tomorrow"; in a history without quotations "today" is the present."""
    today, part = story.published, _time_of(found)
    if found.words.lower(found.index(Kind.DAY) or 0) == "today" and (story.history or today is None):
        return Reading("PRESENT_REF")
    step = int(found.value(Kind.DAY)) + found.has(Kind.AFTER) - found.has(Kind.BEFORE)
    if today is None or story.history:
        return Reading("XXXX-XX-XX" + (f"T{part}" if part else ""))
    return of_point(day(today + timedelta(step)).at(part))


def day_and_clock(found: Found, story: Story) -> Reading | None:
    """ "5 p.m. on Monday", "yesterday at 10:30"."""
    return weekday(found, story) if found.has(Kind.WEEKDAY) else near_today(found, story)


def night(found: Found, story: Story) -> Reading | None:
    """ "tonight"; "overnight": the night that ends on the day of the report."""
    today = story.published
    if today is None or story.history:
        return Reading("XXXX-XX-XXTNI")
    back = timedelta(int(found.value(Kind.TONIGHT)))
    return Reading(day(today).at("NI").value, (today + back, today), "days" if back else "day", day(today))


def part(found: Found, story: Story) -> Reading | None:
    """A part of the day alone: of the day on which the story stands, which its value does not claim."""
    words = found.words
    if (words.kind(found.last) == Kind.OF and words.lower(found.last - 1) == "dawn") or (words.written(found.last - 1)[0].isupper()
                                             and words.written(found.first - 1)[:1].isupper()):  # fmt: skip
        return None
    told = story.reference if story.reference and story.reference.grain == "day" else None
    days = told.days if told else None
    if days is None and story.published and not story.history:
        days = (story.published, story.published)
    return Reading(f"XXXX-XX-XXT{found.value(Kind.PART)}", days, "day" if days else "vague")


def at_clock(found: Found, story: Story) -> Reading | None:
    """ "10:57 a.m.", "5 p.m.": of the day on which the story stands."""
    at = found.index(Kind.CLOCK, Kind.INT, Kind.NUM)
    time = clock(found.words, at) if at is not None else ""
    if not time:
        return None
    told = story.reference if story.reference and story.reference.grain == "day" else None
    told = told or (None if story.history else story.today)
    return of_point(told.at(time)) if told else Reading(f"XXXX-XX-XXT{time}")


def clock(words: Words, at: int) -> str:
    """The clock time at a word, in 24 hours: "10:57", "17:00"; an empty string for what is none."""
    written = words.value(at).replace(".", ":")
    if written.isdecimal() and len(written) in (3, 4):
        written = f"{written[:-2]}:{written[-2:]}"
    hour, _, minute = written.partition(":")
    if not hour.isdecimal() or int(hour) > 24 or (minute and not minute[:2].isdecimal()) or minute[:2] > "59":
        return ""
    hours = int(hour)
    if words.kind(at + 1) == Kind.AMPM:
        hours = hours % 12 + int(words.value(at + 1))
    return f"{hours:02d}:{minute[:2] or '00'}"
