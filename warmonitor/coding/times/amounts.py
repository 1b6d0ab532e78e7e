"""Durations and sets: "three-week", "a few days", "every day", "the past three days"."""

from __future__ import annotations

from warmonitor.coding.times.found import Found, Reading
from warmonitor.coding.times.numerals import number, plain
from warmonitor.coding.times.story import Story
from warmonitor.coding.times.words import Kind


def units(found: Found) -> str:
    """The unit of a count, as TimeML writes it; H, M and S of a day's time with a T before."""
    return found.value(Kind.UNIT, Kind.UNITS, Kind.CENTURY)


def span_of(count: str, unit: str) -> str:
    """The TimeML value of a duration: P3D, PT2H, PXW, P2DE."""
    if unit == "2W":
        return f"P{plain(2 * float(count))}W" if count != "X" else "PXW"
    if unit == "WE":
        return f"P{count}WE"
    return f"PT{count}{unit[1]}" if unit.startswith("T") else f"P{count}{unit}"


def some(found: Found, story: Story) -> Reading | None:
    """A duration: a number of units, some units, a unit."""
    unit = units(found)
    amount = number(found.words, found.first, found.last)
    if amount is None and found.has(Kind.HALF):
        amount = 0.5
    elif amount is not None and found.has(Kind.HALF):
        amount += 0.5
    elif amount is None and found.has(Kind.UNIT, Kind.CENTURY) and not found.has(Kind.FEW):
        amount = 1
    return Reading(span_of("X" if amount is None else plain(amount), unit))


def some_kind(found: Found, story: Story) -> Reading | None:
    """ "ten brutal months": with one describing word between; a verb there ("killed hours after") is none."""
    at = found.index(Kind.OTHER)
    word = found.words.lower(at) if at is not None else ""
    follows = found.words.kind(found.last)
    if not word.isalpha() or word != found.words.written(at or 0) or follows in (Kind.AGO, Kind.LATER, Kind.AFTER):
        return None
    return None if word.endswith(("ed", "s", "ing")) else some(found, story)


def unit_and_half(found: Found, story: Story) -> Reading | None:
    """ "a year and a half"; "half a year", "half-century"; "two and a half years"."""
    amount = number(found.words, found.first, found.last)
    if amount is None:
        amount = 1.0 if found.has(Kind.AND) else 0.0
    return Reading(span_of(plain(amount + 0.5), units(found)))


def quarter_century(found: Found, story: Story) -> Reading | None:
    """ "a quarter-century"."""
    return Reading("P25Y")


def every(found: Found, story: Story) -> Reading | None:
    """ "every day" P1D, "every two weeks" P2W, "every Friday" XXXX-WXX-5, "every morning" XXXX-XX-XXTMO."""
    if found.has(Kind.WEEKDAY):
        return Reading(f"XXXX-WXX-{found.value(Kind.WEEKDAY)}")
    if found.has(Kind.PART):
        return Reading(f"XXXX-XX-XXT{found.value(Kind.PART)}")
    if found.has(Kind.MONTH):
        return Reading(f"XXXX-{found.number(Kind.MONTH):02d}")
    if found.has(Kind.SEASON):
        return Reading(f"XXXX-{found.value(Kind.SEASON)}")
    amount = number(found.words, found.first, found.last) or 1
    return Reading(span_of(plain(amount), units(found)))


def weekdays(found: Found, story: Story) -> Reading | None:
    """ "Fridays"."""
    return Reading(f"XXXX-WXX-{found.value(Kind.WEEKDAYS)}")


def often(found: Found, story: Story) -> Reading | None:
    """ "daily"."""
    return Reading(found.value(Kind.OFTEN))
