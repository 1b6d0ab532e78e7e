"""Years and what is made of them: seasons, quarters, halves, decades, centuries."""

from __future__ import annotations

from warmonitor.coding.times import anchors
from warmonitor.coding.times.dates import era, said_year
from warmonitor.coding.times.found import Found, Reading, of_point
from warmonitor.coding.times.numerals import ordinal
from warmonitor.coding.times.points import Point
from warmonitor.coding.times.relative import related
from warmonitor.coding.times.story import Story
from warmonitor.coding.times.words import Kind

SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def season(found: Found, story: Story) -> Reading | None:
    """ "the spring of 1916", "last winter", "the summer": without a year, the one the story is in."""
    name = found.value(Kind.SEASON, Kind.FALL)
    if _is_a_title(found) or (found.rule == "fall_bare" and found.words.kind(found.last) == Kind.OF):
        return None
    year = said_year(found, story)
    if year is None:
        year = _season_year(name, found, story)
    return of_point(Point("season", year, season=name))


def _season_year(name: str, found: Found, story: Story) -> int | None:
    step = 1 if found.has(Kind.NEXT, Kind.FOLLOW, Kind.COMING) else -1 if found.has(Kind.PREV, Kind.LAST) else 0
    told = story.reference
    if told and told.year is not None and (story.history or story.published is None):
        return told.year + step
    if found.has(Kind.THIS) and story.published:
        return story.published.year
    return anchors.year_of(SEASON_STARTS[name], 0, found, story)


def _is_a_title(found: Found) -> bool:
    """ "the Arab Spring", "Operation Winter": capitals inside a sentence, without a year, name something else."""
    at = found.index(Kind.SEASON, Kind.FALL)
    written = found.words.written(at) if at is not None else ""
    return written[:1].isupper() and not found.has(Kind.YEAR) and found.words.written(found.first - 1)[:1].isupper()


def year(found: Found, story: Story) -> Reading | None:
    """ "1939", "the year 1950", "490 BC", "late 1942"."""
    at = found.index(Kind.YEAR, Kind.NUM, Kind.INT)
    if at is None or not found.words.value(at).isdecimal():
        return None
    number = int(found.words.value(at))
    if found.last - found.first == 1 and _is_a_clock(found):
        return None
    sign = -1 if found.has(Kind.ERA) and found.value(Kind.ERA) == "-1" else 1
    if not number or (found.last - found.first == 1 and _is_a_count(found)):
        return None
    story.era = sign
    return of_point(Point("year", sign * number))


def _is_a_clock(found: Found) -> bool:
    """ "Died at 1545", "at 2015 local time": hours and minutes, by the word before and the minutes below 60."""
    before = found.words.written(found.first - 1).lower() if found.first else ""
    return before == "at" and found.words.written(found.first)[-2:] < "60"


def _is_a_count(found: Found) -> bool:
    """ "1500 men", "$1945", "more than 1900 people": a bare number of four digits that is no year."""
    words, here = found.words, found.first
    before, after = words.written(here - 1), words.written(found.last)
    if before in ("$", "€", "£", "#", "№", "+", "/", "<", ">") or after in ("%", "kg", "m", "°"):
        return True
    if words.kind(found.last) in (Kind.UNIT, Kind.UNITS) or found.before == Kind.APPROX:
        return True
    if words.kind(found.last) == Kind.COUNTED:
        return words.kind(here - 1) not in DATING
    if after.islower() and after.endswith("s") and after not in ("was", "as", "is", "has"):
        return words.kind(here - 1) in (Kind.FEW, Kind.CARD) or words.lower(here - 1) in ("about", "over")
    return int(words.value(here)) < OLDEST_BARE and found.before != Kind.PREP


DATING = (Kind.PREP, Kind.SINCE, Kind.UNTIL, Kind.FROM, Kind.TO, Kind.THE, Kind.BEFORE, Kind.AFTER)
"""Behind these, a number in front of people is still a year: "in 2014 people fled"."""
OLDEST_BARE = 1500
"""Before this, a number of four digits is read as a year only behind a preposition."""


def year_short(found: Found, story: Story) -> Reading | None:
    """ "'68": of the century in which the story stands."""
    number = found.number(Kind.INT, Kind.NUM)
    told = story.reference.year if story.reference else None
    if story.published and not story.history:
        told = story.published.year
    words, last = found.words, found.last
    apart = words.at[found.first][1] != words.at[last - 1][0] or words.kind(last) == Kind.APOS
    if told is None or told < 100 or len(words.written(last - 1)) != 2 or apart:
        return None
    century = told - told % 100
    if story.published and not story.history and number > told % 100:
        century -= 100
    return of_point(Point("year", century + number))


def decade(found: Found, story: Story) -> Reading | None:
    """ "the 1990s", "the late 90s", "the 470s BC"."""
    at = found.index(Kind.DECADE)
    if at is None:
        return None
    first = int("".join(letter for letter in found.words.value(at) if letter.isdecimal()) or 0)
    if found.has(Kind.ERA) and era(found.words, at) < 0:
        return Reading(f"BC{first // 10:03d}", None, "vague")
    if first < 100:
        first += 1900 if first >= 20 else 2000
    return of_point(Point("decade", first)) if FIRST <= first < 2100 and first % 10 == 0 else None


FIRST = 1000


def century(found: Found, story: Story) -> Reading | None:
    """ "the early 19th century", "the third century BC"."""
    at = found.index(Kind.ORD)
    count = ordinal(found.words, at) if at is not None else 0
    if not 1 <= count <= 21:
        return None
    if found.has(Kind.ERA) and found.value(Kind.ERA) == "-1":
        return Reading(f"BC{count - 1:02d}")
    return of_point(Point("century", (count - 1) * 100)) if count > 1 else Reading("00")


def part_of_year(found: Found, story: Story) -> Reading | None:
    """ "the first quarter of 2011", "the second half of 2008", "the last quarter of last year"."""
    letter = "Q" if found.has(Kind.QUARTER) else "H"
    last = {"Q": 4, "H": 2}[letter]
    count = last if found.has(Kind.LAST, Kind.LATTER) else found.number(Kind.ORD)
    if found.has(Kind.MONTH, Kind.MON) or (found.has(Kind.UNIT) and found.value(Kind.UNIT) != "Y"):
        return _half_of_month(found, story)
    year_said = said_year(found, story)
    if not 1 <= count <= last:
        return None
    return of_point(Point("quarter", year_said, season=f"{letter}{count}")) if year_said else None


def _half_of_month(found: Found, story: Story) -> Reading | None:
    number, year_said = found.number(Kind.MONTH, Kind.MON), said_year(found, story)
    if not number:
        told = related(found, story, found.value(Kind.UNIT))
        return of_point(told)
    if year_said is None:
        year_said = anchors.year_of(number, 0, found, story)
    return of_point(Point("month", year_said, number))
