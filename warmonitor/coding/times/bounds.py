"""What the words around an expression make of its days: "since", "by", "from ... to ...", "early", "the end of"."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from math import ceil

from warmonitor.coding.mentions import TimeMention
from warmonitor.coding.times.amounts import units
from warmonitor.coding.times.found import Found, Reading
from warmonitor.coding.times.numerals import number
from warmonitor.coding.times.story import Story
from warmonitor.coding.times.words import Kind
from warmonitor.records import When

Days = tuple[date | None, date | None]


def mentions(read: Sequence[tuple[Found, Reading]], story: Story) -> tuple[TimeMention, ...]:
    """The mentions of all readings, their days narrowed, opened or joined by the words around them."""
    read = [_on_day_behind(read, i) for i in range(len(read))]
    days = [_narrowed(found, reading, story) for found, reading in read]
    out = []
    for i, (found, reading) in enumerate(read):
        own, rule = days[i], found.rule
        joined = _joined(read, days, i)
        if joined:
            own, rule = joined, f"{rule}, range"
        elif own and found.before == Kind.SINCE:
            own, rule = (own[0], story.published if not story.history else None), f"{rule}, since"
        when = _when(own, reading, rule)
        out.append(TimeMention(_start(found), found.end, reading.value, when, rule, _is_deadline(found, own, story)))
    return tuple(out)


BARE = ("clock", "clock_hour", "part")
"""Rules of times of a day that do not say which day."""


def _on_day_behind(read: Sequence[tuple[Found, Reading]], i: int) -> tuple[Found, Reading]:
    """ "around noon (0900 GMT) on Thursday": a time without a day is of the day that its sentence names behind it."""
    found, reading = read[i]
    if found.rule not in BARE:
        return read[i]
    for other, day in read[i + 1 : i + 4]:
        between = found.words.kinds[found.last : other.first]
        if len(between) > NEAR or Kind.DOT in between or Kind.GAP in between:
            break
        if day.point and day.point.grain == "day" and other.rule not in BARE:
            value = f"{day.point.value[:10]}T{reading.value.rpartition('T')[2]}"
            return found, replace(reading, value=value, days=day.days, precision="day")
    return read[i]


NEAR = 6
"""Words, at most, between a time and the day it is of."""


def _start(found: Found) -> int:
    """A preposition that a rule needed to see is no part of the expression."""
    skip = found.words.kinds[found.first] in (Kind.PREP, Kind.SINCE)
    return found.words.at[found.first + skip][0] if found.last - found.first > 1 else found.start


def _when(days: Days | None, reading: Reading, rule: str) -> When | None:
    if days is None:
        return None
    first, last = days
    if first and last and first > last:
        first = last
    precision = "days" if "," in rule and reading.precision == "day" else reading.precision
    return When(start=first, end=last, precision=precision)


THIRDS = {"early": 0, "earlier": 0, "start": 0, "mid": 1, "middle": 1, "midway": 1, "late": 2, "later": 2, "end": 2}


def _narrowed(found: Found, reading: Reading, story: Story) -> Days | None:
    """Early, mid and late are the thirds of a month or year."""
    days = reading.days or _within(found, story)
    at = found.index(Kind.EARLY, Kind.EDGE)
    if days is None or at is None or days[0] is None or days[1] is None:
        return days
    word = found.words.value(at) or found.words.lower(at)
    third, length = THIRDS.get(word), (days[1] - days[0]).days + 1
    if third is None or length < 20:
        return days
    if length > 360:
        year = days[0].year
        return date(year, 4 * third + 1, 1), end_of_month(date(year, 4 * third + 4, 1))
    step = length // 3
    first = days[0] + timedelta(third * step)
    return first, (days[1] if third == 2 else first + timedelta(step - 1))


def _joined(read: Sequence[tuple[Found, Reading]], days: Sequence[Days | None], i: int) -> Days | None:
    """ "from 2011 to 2013", "between 3 and 5 March", "1914-1918": both ends have the days of the whole."""
    for first, second in ((i, i + 1), (i - 1, i)):
        if first < 0 or second >= len(read) or not _are_ends(read[first][0], read[second][0]):
            continue
        one, other = days[first], days[second]
        if one and other and one[0] and other[1] and one[0] <= other[1]:
            return one[0], other[1]
    return None


def _are_ends(one: Found, other: Found) -> bool:
    words = one.words
    between = words.kinds[one.last : other.first]
    if between == Kind.AND:
        return words.lower(one.first - 1) == "between" and words.lower(one.last) == "and"
    if between in (Kind.TO, Kind.HYPHEN):
        return between == Kind.HYPHEN or one.before == Kind.FROM or words.lower(one.last) == "through"
    return between in (Kind.UNTIL, Kind.TO + Kind.PREP) and one.before == Kind.FROM


def _is_deadline(found: Found, days: Days | None, story: Story) -> bool:
    """The end of a period granted: behind "by", "until", "before", "within", and still to come when reported."""
    words = found.words
    before = words.lower(found.first - 1)
    if _is_grant(found) and story.published is not None:
        return True
    granted = found.before == Kind.UNTIL or before in ("within", "before") or found.value(Kind.EDGE) == "end"
    if not granted or (story.history and story.published is None):
        return False
    last = days[1] if days else None
    if last and story.published:
        ahead = last > story.published
        return ahead or (last == story.published and story.tense_at(found.start, found.end) == "future")
    return story.tense_at(found.start, found.end) == "future"


def _is_grant(found: Found) -> bool:
    """ "gave the rebels 48 hours to leave", "a 72-hour ultimatum": a length of time that somebody is given."""
    words, behind = found.words, found.words.lower(found.last)
    if found.rule != "duration":
        return False
    if behind in GRANTED:
        return True
    return behind == "to" and any(words.lower(at) in GRANTING for at in range(max(0, found.first - GIVEN), found.first))


GRANTED = frozenset({"deadline", "ultimatum"})
GRANTING = frozenset({"give", "gave", "given", "gives", "giving", "grant", "granted", "granting"})
GIVEN = 8
"""Words, at most, between a verb of granting and the length of time."""


def _within(found: Found, story: Story) -> Days | None:
    """ "within 48 hours", of what is still to come, "gave them 48 hours to": from the day of the report on."""
    today, unit, grant = story.published, units(found), _is_grant(found)
    if today is None or found.rule != "duration" or not (grant or found.words.lower(found.first - 1) == "within"):
        return None
    count = number(found.words, found.first, found.last) or 1
    days = count * {"TH": 1 / 24, "D": 1, "W": 7, "M": 30.44}.get(unit, 0)
    if not days or (not grant and story.tense_at(found.start, found.end) != "future"):
        return None
    return today, today + timedelta(min(ceil(days), 3660))


def end_of_month(some: date) -> date:
    """The last day of its month."""
    return some.replace(day=monthrange(some.year, some.month)[1])
