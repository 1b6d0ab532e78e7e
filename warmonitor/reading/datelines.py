"""Datelines: the correspondent's city, often the day, and who signs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from warmonitor.reading.dates import AGENCY_DATE, DAY_DATE, day_of

Range = tuple[int, int]

NAME = r"[A-Z][\w'’.-]*"
_UPPER = r"[A-Z](?:[A-Z'’.-]*[A-Z.])"
_CITY = rf"(?P<city>{NAME}(?: {NAME}|(?: de| del| la| el| al| es)(?= [A-Z])){{0,3}}(?: city)?)"
_REGION = rf"(?:\s*[,،/]\s*{NAME}(?: {NAME}){{0,2}}|\s*\([\w .]+\))?"
_DASH = r"\s*(?:--+|[—–―]|-(?=\s)|-$)\s*"
_TEXT = r"[\"“‘'(\[]?[A-Z0-9]"
_DATED = rf"(?:{AGENCY_DATE}|{DAY_DATE}|no date)"
_DATELINES = tuple(
    re.compile(rf"\s*(?:By {NAME}(?: {NAME}){{1,3}}\s+)?{form}")
    for form in (
        # BEIRUT, June 20 (Reuters) -   KYIV (AP) —   Lima, 9 Jan 90 (EFE) --   DAMASCUS, (SANA) -
        rf"{_CITY}{_REGION}[,،.]?\s*(?:{_DATED},?\s*(?=\()|(?=\([A-Z]))\((?P<signed>[^()\n]{{2,60}})\)(?:{_DASH}|:\s)",
        # Aleppo, 3 February 2016 –   GAZA, March 3 —
        rf"{_CITY}{_REGION},\s*{_DATED}{_DASH}",
        # BEIRUT —   SYRACUSE, N.Y. -   RAQQA Syria -
        rf"(?P<city>{_UPPER}(?: {_UPPER}){{0,3}})(?:{_REGION}|(?: {NAME}){{1,2}}){_DASH}(?={_TEXT}|$)",
    )
)
_AGENCY = re.compile(rf"{_CITY}{_REGION},?\s+(?P<agency>[A-Z]{{2,8}})\s*(?:[-–—]+|:)\s*(?=\S)")
_BRACKETS = re.compile(r"(?:\[[^\[\]\n]{1,160}\]\s*)+")
"""Notes of a monitoring service between dateline and text: [Text], [Report], [Station commentary]."""
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Find:
    """A piece of the head of a text: where it is, and what it says of the report."""

    start: int
    end: int
    dated: date | None = None
    dated_by: Range | None = None
    desk: Range | None = None


def find_dateline(text: str, start: int, end: int, agencies: frozenset[str], last: bool) -> Find | None:
    """The dateline at `start`; it may fill its paragraph, unless that is the last."""
    stop = min(end, start + _LONGEST)
    for form in _DATELINES:
        match = form.match(text, start, stop)
        if match and (match.end() < end or not last) and not _is_subject(match, text):
            return _dated(text, match, start, end, agencies)
    return _agency_only(text, start, stop, agencies)


def _is_subject(match: re.Match[str], text: str) -> bool:
    """An undated name with its own initials in brackets is what the sentence is about: Free Army (FA) - the ..."""
    groups = match.groupdict()
    if groups.get("date") or not groups.get("signed") or match["city"].isupper():
        return False
    initials = "".join(word[0] for word in re.findall(r"\w+", match["city"]))
    goes_on = text[match.end() : match.end() + 1].islower()
    return goes_on or initials.lower() == match["signed"].lower()


def _dated(text: str, match: re.Match[str], start: int, end: int, agencies: frozenset[str]) -> Find:
    notes = _BRACKETS.match(text, match.end(), end)
    after = notes.end() if notes and notes.end() < end else match.end()
    span = match.span("date") if match.groupdict().get("date") else None
    desk = None if match["city"] in agencies else match.span("city")
    return Find(start, after, day_of(match) if span else None, span, desk)


def _agency_only(text: str, start: int, stop: int, agencies: frozenset[str]) -> Find | None:
    """ "Aleppo SANA-": no brackets, so the agency must be one that we know."""
    match = _AGENCY.match(text, start, stop)
    if not match or match["agency"] not in agencies:
        return None
    return Find(start, match.end(), desk=match.span("city"))
