"""The dates of headers and datelines. They are written in full, so this is no grammar of time expressions."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\b\.?[,،]?\s*"
_TIME = (
    r"(?:(?:\s|,|-|–|\||at|T)*(?:\d{1,2}[:.]\d{2}(?::\d{2})?(?:\.\d+)?|(?<=at )\d{4})\s*(?:[ap]\.?m\.?)?,?\s*"
    r"(?:\(?(?:GMT|UTC|BST|EST|EDT|ET|EET|EEST|CET|CEST|MSK|UK|local time|Z|[+-]\d{2}:?\d{2})\)?)?)?"
)
_FULL = (
    r"(?P<y1>(?:19|20)\d\d)[-/.](?P<m1>\d\d?)[-/.](?P<d1>\d\d?)(?!\d)"
    rf"|(?P<d2>\d\d?)(?:st|nd|rd|th)?[\s,،/-]*(?P<m2>{_MONTH})[\s,،/-]*(?P<y2>(?:19|20)\d\d)(?!\d)"
    rf"|(?P<m3>{_MONTH})\s*(?P<d3>[0-3]?\d)(?:st|nd|rd|th)?(?:[,،]\s*|\s+|(?<=\d\d))(?P<y3>(?:19|20)\d\d)(?!\d)"
    r"|(?P<d4>\d\d?)(?P<sep>[-/.])(?P<m4>\d\d?)(?P=sep)(?P<y4>(?:19|20)\d\d)(?!\d)"
)
_SHORT = rf"(?P<d5>\d\d?)\s+(?P<m5>{_MONTH})\s+(?P<y5>\d\d)(?!\d)"

FULL_DATE = rf"(?i:(?:{_DAY})?(?:{_TIME}\s*,?\s*)(?:{_DAY})?(?P<date>{_FULL}){_TIME})"
"""A date with its year, with a weekday and a time of day around it."""
WEEKDAY = rf"(?i:{_DAY})"
AGENCY_DATE = rf"(?i:(?P<date>{_FULL}|{_SHORT}))"
"""As `FULL_DATE`, or as monitoring services write it: 3 Jan 90."""
DAY_DATE = rf"(?i:{_MONTH}\s*\d\d?|\d\d?\s*{_MONTH}|(?:{_DAY})(?:{_MONTH}\s*\d\d?|\d\d?\s*{_MONTH})?)"
"""A date without its year."""


def day_of(match: re.Match[str]) -> date | None:
    """The day that the groups of a match name; None where the order of day and month is open, or for no such day."""
    part = {name.rstrip("12345"): value for name, value in match.groupdict().items() if value and name[-1] in "12345"}
    try:
        year, month, day = _year(part["y"]), _month(part["m"]), int(part["d"])
        if match.groupdict().get("sep") == "/" and day <= 12 and month <= 12 and day != month:
            return None  # day first in Europe, month first in America
        return date(year, day, month) if match.groupdict().get("sep") and month > 12 else date(year, month, day)
    except (KeyError, ValueError):
        return None


def _year(written: str) -> int:
    """Two digits mean 1950 to 2049."""
    year = int(written)
    return year if year > 99 else year + (1900 if year >= 50 else 2000)


def _month(written: str) -> int:
    if written.isdigit():
        return int(written)
    name = written.lower().rstrip(".")
    return next(at for at, month in enumerate(_MONTHS, 1) if month.startswith(name[:3]))
