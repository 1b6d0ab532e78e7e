"""Finding every time expression of a document: one pass over its words, each read from where the story stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from warmonitor.coding.mentions import TimeMention
from warmonitor.coding.times import amounts, bounds, dates, daytimes, distances, pairs, periods, relative, vague
from warmonitor.coding.times.found import Found, Reading
from warmonitor.coding.times.grammar import TimeGrammar
from warmonitor.coding.times.story import Story, is_history, years_of
from warmonitor.coding.times.tense import tense_reader
from warmonitor.coding.times.words import read_words
from warmonitor.records import Document

Reader = Callable[[Found, Story], Reading | None]

READERS: Mapping[str, Reader] = {
    "iso": dates.iso, "clock_date": dates.dated, "date_clock": dates.dated, "part_date": dates.dated,
    "date": dates.dated, "date_of": dates.dated, "unit_of": vague.unit_of, "nth_of": dates.nth_of_month,
    "nth_bare": dates.nth_bare, "quarter": periods.part_of_year, "half": periods.part_of_year,
    "month_of": dates.month, "month": dates.month, "month_which": dates.month, "month_bare": dates.month,
    "season_of": periods.season, "season": periods.season, "year_season": periods.season,
    "season_which": periods.season, "season_bare": periods.season, "fall_bare": periods.season,
    "century": periods.century, "decade": periods.decade, "year": periods.year, "year_short": periods.year_short,
    "clock_day": daytimes.day_and_clock, "day_clock": daytimes.day_and_clock, "clock": daytimes.at_clock,
    "clock_hour": daytimes.at_clock, "weekday": daytimes.weekday, "deictic": daytimes.near_today,
    "deictic_next": daytimes.near_today, "quarter_century": amounts.quarter_century, "tonight": daytimes.night,
    "ago": distances.ago, "recent": distances.recent, "consecutive": vague.consecutive,
    "consecutive_for": vague.consecutive_for, "window": vague.window, "window_back": vague.window,
    "window_some": vague.window, "window_past": vague.window, "which": relative.which, "unit_next": relative.which,
    "unit_edge": relative.which, "far": distances.far, "far_some": distances.far, "hours_after": vague.hours_after,
    "set": amounts.every, "per": amounts.every, "often": amounts.often, "weekdays": amounts.weekdays,
    "half_more": amounts.unit_and_half, "duration_wide": amounts.some_kind, "duration": amounts.some,
    "duration_long": amounts.some, "duration_some": amounts.some, "the_unit": vague.the_unit,
    "the_time": vague.the_time, "now": vague.now, "was": vague.ever, "former": vague.ever, "future": vague.ever,
    "past": vague.ever, "holiday": vague.holiday, "part": daytimes.part,
}  # fmt: skip
"""Which function reads what each rule of time_rules.tsv matched."""


def _read(found: Found, story: Story) -> tuple[tuple[Found, Reading], ...]:
    if found.rule in pairs.SPLITTERS:
        return pairs.SPLITTERS[found.rule](found, story)
    reading = READERS[found.rule](found, story)
    return ((found, reading),) if reading else ()


def find(document: Document, grammar: TimeGrammar) -> tuple[TimeMention, ...]:
    """Every date, time, duration and set of the text, in order, with its TimeML value and its days where known.

    Days come from the words, from the dates that the story has told so far, and from `document.published`; without
    those, none are given.
    """
    words = read_words(document.text, grammar.words)
    tense_at = tense_reader(document.parse, grammar)
    years = years_of(words)
    history = is_history(words, years, document.published)
    story = Story(document.published, history, tense_at, grammar.joined, years)
    read: list[tuple[Found, Reading]] = []
    at = 0
    while match := grammar.pattern.search(words.kinds, at):
        got = _read(Found(words, match.lastgroup or "", match.start(), match.end()), story)
        at = match.end() if got else match.start() + 1
        for found, reading in got:
            read.append((found, reading))
            if reading.point:
                story.advance(found, reading.point)
    return bounds.mentions(read, story)
