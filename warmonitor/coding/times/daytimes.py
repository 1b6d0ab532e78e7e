"""Days by their names and parts of days: "Thursday", "late on Tuesday", "yesterday at 10:30", "overnight", "dawn"."""

from __future__ import annotations

from datetime import timedelta

from warmonitor.coding.times import anchors
from warmonitor.coding.times.found import Found, Reading, of_point
from warmonitor.coding.times.points import day
from warmonitor.coding.times.relative import related
from warmonitor.coding.times.story import Story
from warmonitor.coding.times.words import Kind, Words


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
    if _is_a_figure(found):
        return None
    told = story.reference if story.reference and story.reference.grain == "day" else None
    days = told.days if told else None
    if days is None and story.published and not story.history:
        days = (story.published, story.published)
    return Reading(f"XXXX-XX-XXT{found.value(Kind.PART)}", days, "day" if days else "vague")


def _is_a_figure(found: Found) -> bool:
    """ "the dawn of reconciliation", "Operation Dawn"."""
    words, last = found.words, found.last - 1
    if words.lower(last) == "dawn" and words.kind(found.last) == Kind.OF:
        return True
    return words.written(last)[0].isupper() and words.written(found.first - 1)[:1].isupper()


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
