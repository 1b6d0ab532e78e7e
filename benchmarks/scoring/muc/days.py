"""Days as MUC-4 writes them: `03 JAN 90`, `01 JAN 90 - 05 JAN 90`, `- 05 JAN 90` (on or before)."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import date

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_DAY = re.compile(r"(\d+) ([A-Z]{3})[A-Z]* (\d+)")
WEEK = 7


def written(day: date) -> str:
    """A day as the keys write it."""
    return f"{day:%d} {MONTHS[day.month - 1]} {day:%y}"


def days_of(text: str) -> tuple[int | None, int | None]:
    """First and last day, counted from year 1; no first for "on or before", neither where nothing can be read."""
    days = [(1900 + int(y) % 100, MONTHS.index(m) + 1, int(d)) for d, m, y in _DAY.findall(text) if m in MONTHS]
    numbers = [date(*d).toordinal() for d in days if 0 < d[2] <= calendar.monthrange(*d[:2])[1]]
    if not numbers:
        return None, None
    return (None if text.startswith("-") else numbers[0]), numbers[-1]


def credit(response: str, keys: Iterable[str]) -> float:
    """1 for the same days (or one wrong digit, which the program of 1992 let pass), half for days within the key's."""
    best = 0.0
    for key in keys:
        if key == response or _one_digit_off(key, response) or _same(days_of(key), days_of(response)):
            return 1.0
        best = max(best, 0.5 * _inside(days_of(key), days_of(response)))
    return best


def _one_digit_off(key: str, response: str) -> bool:
    wrong = [pair for pair in zip(key, response, strict=False) if pair[0] != pair[1]]
    return len(key) == len(response) and len(wrong) == 1 and all("1" <= sign <= "9" for sign in wrong[0])


def _same(key: tuple[int | None, int | None], response: tuple[int | None, int | None]) -> bool:
    return response[1] is not None and key == response


def _inside(key: tuple[int | None, int | None], response: tuple[int | None, int | None]) -> bool:
    (first, last), (low, high) = key, response
    if last is None or high is None:
        return False
    if low is None:
        return high == last
    return first != last and (last - WEEK if first is None else first) <= low and high <= last
