"""Two dates that share their words: "6-7 January 1916", "May 6 and 7", "1914-18", "499 to 493 BC"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from warmonitor.coding.times.dates import dated
from warmonitor.coding.times.found import Found, Reading, of_point
from warmonitor.coding.times.points import Point, day_at
from warmonitor.coding.times.story import Story
from warmonitor.coding.times.words import Kind

Pair = tuple[tuple[Found, Reading], ...]
BETWEEN = (Kind.HYPHEN, Kind.TO, Kind.AND)


def days(found: Found, story: Story) -> Pair:
    """ "6-7 January", "the 13th to the 19th of October", "May 6 and 7": the day of each."""
    cut = found.index(*BETWEEN)
    whole = dated(found, story)
    if cut is None or whole is None or whole.point is None:
        return ()
    first, second = replace(found, last=cut), replace(found, first=cut + 1)
    out = []
    for half in (first, second):
        at = half.index(Kind.INT, Kind.ORD)
        point = whole.point
        reading = of_point(day_at(point.year, point.month, int(half.words.value(at)))) if at is not None else None
        if reading is None:
            return ()
        out.append((half, reading))
    return tuple(out)


def years(found: Found, story: Story) -> Pair:
    """ "1914-18", "499 to 493 BC"."""
    cut = found.index(*BETWEEN)
    if cut is None:
        return ()
    first, second = replace(found, last=cut), replace(found, first=cut + 1)
    written = (found.words.value(cut - 1), found.words.value(cut + 1))
    if not all(year.isdecimal() for year in written):
        return ()
    one, other = int(written[0]), int(written[1])
    if found.has(Kind.ERA):
        sign = int(found.value(Kind.ERA))
        ends = (sign * one, sign * other)
    else:
        ends = (one, one - one % 10 ** len(written[1]) + other)
    if not 0 <= ends[1] - ends[0] <= 400 or 0 in ends:
        return ()
    readings = [of_point(Point("year", year)) for year in ends]
    return tuple((half, reading) for half, reading in zip((first, second), readings, strict=True) if reading)


SPLITTERS: Mapping[str, Callable[[Found, Story], Pair]] = {"days_month": days, "month_days": days, "years": years}
"""Which function splits what a rule of time_rules.tsv matched in two."""
