"""Which year a bare month belongs to, which day a bare weekday is."""

from __future__ import annotations

from datetime import date, timedelta

from warmonitor.coding.times.found import Found
from warmonitor.coding.times.points import Point, day
from warmonitor.coding.times.story import Story, Tense
from warmonitor.coding.times.words import Kind

BACK_IN_STORY = 9
"""A month this many months before the story's is the next year's: after November, "January" is the January to come."""


def look(found: Found, story: Story) -> Tense:
    """Whether an expression that could be past or to come looks back or ahead."""
    if found.has(Kind.LAST, Kind.PAST, Kind.PREV) or found.before == Kind.SINCE:
        return "past"
    if found.has(Kind.NEXT, Kind.COMING):
        return "future"
    return story.tense_at(found.start, found.end) or "past"


def year_of(month: int, number: int, found: Found, story: Story) -> int | None:
    """The year of a month (and day) written without one; None where nothing tells it."""
    told, today = story.reference, story.published
    joined = story.joined.match(found.words.kinds, found.last)
    if joined and not found.words.kinds.startswith(Kind.COMMA + Kind.COMMA, found.last):
        return _of_the_other(month, Found(found.words, "", found.last, joined.end()))
    of_the_year = told and told.grain == "year" and story.same_sentence(found)
    if told and told.year is not None and (story.history or today is None or of_the_year):
        return _next_in_story(told, month)
    if today is None:
        return None
    if look(found, story) == "future":
        return today.year + ((month, number or 31) < (today.month, today.day))
    return today.year - ((month, number) > (today.month, today.day))


def _of_the_other(month: int, other: Found) -> int:
    """ "From November 15 to February 15, 1989": the year before, when its month comes after the other's."""
    return other.number(Kind.YEAR) - (month > other.number(Kind.MONTH, Kind.MON))


def _next_in_story(told: Point, month: int) -> int:
    year = told.year or 0
    if told.grain not in ("day", "month"):
        return year
    if told.month - month >= BACK_IN_STORY:
        return year + 1
    return year - 1 if month - told.month >= BACK_IN_STORY + 1 else year


def weekday(number: int, found: Found, story: Story) -> Point | None:
    """The day of a weekday, 1 Monday to 7 Sunday. The day of the report counts unless "last" or "next" is said."""
    told = story.reference
    if story.history and told and told.grain == "day" and (days := told.days):
        return day(days[0] + timedelta((number - days[0].isoweekday()) % 7))
    if story.published is None:
        return None
    return day(_weekday_from(story.published, number, found, look(found, story)))


def _weekday_from(today: date, number: int, found: Found, tense: Tense) -> date:
    back = (today.isoweekday() - number) % 7
    ahead = -back % 7
    if found.has(Kind.NEXT, Kind.COMING):
        return today + timedelta(ahead or 7)
    if tense == "future":
        return today + timedelta(ahead)
    if found.has(Kind.LAST, Kind.PAST, Kind.PREV) or found.before == Kind.SINCE:
        back = back or 7
    return today - timedelta(back)
