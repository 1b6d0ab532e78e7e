"""Going from one point of the calendar to another, and to the unit that holds it."""

from __future__ import annotations

from datetime import date, timedelta

from warmonitor.coding.times.points import Point, day


def week_of(some: date) -> Point:
    """The ISO week that holds the day."""
    year, week, _ = some.isocalendar()
    return Point("week", year, week=week)


def shifted(point: Point, count: int, unit: str) -> Point | None:
    """The point `count` units (TimeML letters D W M Y DE CE) after it; None where it is not fine enough to say."""
    if unit in ("Y", "DE", "CE"):
        years = count * {"Y": 1, "DE": 10, "CE": 100}[unit]
        return Point("year", _add_years(point.year, years)) if point.year is not None else None
    if unit == "M":
        if point.year is None or not point.month:
            return None
        over, month = divmod(point.month - 1 + count, 12)
        return Point("month", _add_years(point.year, over), month + 1)
    days = point.days
    if point.grain != "day" or not days:
        return None
    try:
        return day(days[0] + timedelta(count * {"D": 1, "W": 7, "2W": 14}[unit]))
    except (KeyError, OverflowError):
        return None


def _add_years(year: int | None, count: int) -> int | None:
    if year is None:
        return None
    moved = year + count
    return moved + 1 if year < 0 <= moved else moved - 1 if year > 0 >= moved else moved


def truncated(point: Point, unit: str) -> Point | None:
    """The day, week, month, year, decade or century (TimeML letter) that holds the point; None: it is too coarse."""
    year = point.year
    if unit == "D":
        return Point("day", year, point.month, point.day) if point.grain == "day" else None
    if unit == "W":
        days = point.days
        return week_of(days[0]) if days and point.grain in ("day", "week") else None
    if unit == "M":
        return Point("month", year, point.month) if point.month else None
    if year is None:
        return None
    if unit == "DE":
        return Point("decade", year - year % 10 if year > 0 else year)
    if unit == "CE":
        return Point("century", year - year % 100 if year > 0 else year)
    return Point("year", year) if unit == "Y" else None


def moved(point: Point, count: int, unit: str) -> Point | None:
    """The unit that lies `count` units from the one that holds the point."""
    held = truncated(point, unit)
    if held is None or not count:
        return held
    if unit == "W":
        days = held.days
        return week_of(days[0] + timedelta(7 * count)) if days else None
    there = shifted(held, count, unit)
    return truncated(there, unit) if there else None


def unknown(unit: str) -> str:
    """The TimeML value of a unit that nothing places."""
    return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "DE": "XXX", "CE": "XX"}.get(unit, "")
