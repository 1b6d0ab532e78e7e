"""What stands before the text: a header with the date, bylines, a dateline. It dates the report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from warmonitor.reading.dates import AGENCY_DATE, DAY_DATE, FULL_DATE, day_of

_LABEL = (
    r"(?i:(?:first |last |date of )?(?:date|dated|published|publication(?: date)?|posted|updated|issued|"
    r"created|modified|released|filed|reported)(?:\s+(?:on|at))?\s*[:\-–—|]?\s*)"
)
_AFTER = r"\s*(?:[-–—|:•·]+(?=\s|$)|(?=\n\n|$))\s*"
_HEADER = re.compile(
    rf"\s*(?:{_LABEL}{FULL_DATE}(?:{_AFTER}|[.,;]?\s+(?=\W*[A-Z0-9])|\s+)"
    r")"
)
_BARE = re.compile(rf"\s*(?P<agency>[A-Z]{{2,8}}[\s,|]+)?{FULL_DATE}(?:{_AFTER}|\s+(?=[\"“‘'(]?[A-Z0-9]))")
_LINE = re.compile(rf"(?:[^\n\d.]{{0,40}}[\s,|:•·–—-])?{FULL_DATE}\W*(?:[^\n.]{{0,40}})")
_LINE_LONGEST = 90

_NAME = r"[A-Z][\w'’.-]*"
_CITY = rf"(?P<city>{_NAME}(?:[ -]{_NAME}|(?: de| del| la| el| al| es)(?= [A-Z])){{0,3}})"
_REGION = rf"(?:\s*[,/]\s*{_NAME}(?: {_NAME}){{0,2}}|\s*\([A-Z][\w .]+\))?"
_DASH = r"\s*(?:--+|[—–―]|-(?=\s))\s*"
_DATELINES = tuple(
    re.compile(rf"\s*(?:By {_NAME}(?: {_NAME}){{1,3}}\s+)?{form}")
    for form in (
        # BEIRUT, June 20 (Reuters) -   KYIV (AP) —   Lima, 9 Jan 90 (EFE) --   DAMASCUS, (SANA) -
        rf"{_CITY}{_REGION}[,.]?\s*(?:(?:{AGENCY_DATE}|{DAY_DATE}),?\s*)?\((?P<agency>[A-Z][^()\n]{{1,60}})\)(?:{_DASH}|:\s)",
        # Aleppo, 3 February 2016 –   GAZA, March 3 —
        rf"{_CITY}{_REGION},\s*(?:{AGENCY_DATE}|{DAY_DATE}){_DASH}",
        # BEIRUT —   SYRACUSE, N.Y. -
        rf"(?P<city>[A-Z][A-Z'’.-]{{2,}}(?:[ -][A-Z'’.-]+){{0,3}}){_REGION}{_DASH}",
    )
)
_BRACKETS = re.compile(r"(?:\[[^\[\]\n]{1,160}\]\s*)+")
"""Notes of a monitoring service between dateline and text: [Text], [Report], [Station commentary]."""
_BYLINE = re.compile(rf"By (?:{_NAME}[, ]*(?:and )?){{1,8}}[^\n.]{{0,60}}?(?: in (?P<city>{_NAME}(?: {_NAME})?))?\s*")
_BYLINE_LONGEST = 120
LOOK = 8
"""Paragraphs from the top in which header lines, bylines and datelines are looked for (own)."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a text says of the report; ranges are offsets into the copy."""

    body: int = 0
    dated: date | None = None
    dated_by: tuple[int, int] | None = None
    desk: tuple[int, int] | None = None
    lines: tuple[tuple[int, int], ...] = ()
    """Headers, bylines and datelines, in order."""


@dataclass(frozen=True, slots=True)
class _Find:
    start: int
    end: int
    dated: date | None = None
    dated_by: tuple[int, int] | None = None
    desk: tuple[int, int] | None = None


def find_head(text: str, paragraphs: tuple[tuple[int, int], ...], agencies: frozenset[str]) -> Head:
    """The header, bylines and dateline of a text; the first date found counts, the header's before the dateline's."""
    finds = list(_finds(text, paragraphs[:LOOK], agencies))
    dated = next((find for find in finds if find.dated), None)
    desk = next((find.desk for find in finds if find.desk), None)
    lines = tuple((find.start, find.end) for find in finds)
    return Head(
        body=_body(text, lines),
        dated=dated.dated if dated else None,
        dated_by=dated.dated_by if dated else None,
        desk=desk,
        lines=lines,
    )


def _body(text: str, lines: tuple[tuple[int, int], ...]) -> int:
    """The end of the lines that the text opens with; a headline above them keeps the body at its start."""
    at = _ink(text, 0)
    for start, end in lines:
        if start > at:
            break
        at = max(at, _ink(text, end))
    return at if at < len(text) else 0


def _ink(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _finds(text: str, paragraphs: tuple[tuple[int, int], ...], agencies: frozenset[str]) -> Iterator[_Find]:
    lined = False
    for start, end in paragraphs:
        at = start
        line = None if lined else _line(text, start, end)
        if line:
            lined = True
            yield line
            continue
        header = _header(text, at, end) if start == paragraphs[0][0] else None
        if header:
            yield header
            at = header.end
        dateline = _dateline(text, at, end, agencies)
        if dateline:
            yield dateline
            return


def _header(text: str, start: int, end: int) -> _Find | None:
    match = _HEADER.match(text, start, end) or _BARE.match(text, start, end)
    if not match or match.end() >= end:
        return None
    return _Find(start, match.end(), day_of(match), match.span("date"))


def _line(text: str, start: int, end: int) -> _Find | None:
    """A paragraph that is nothing but a date line or a byline."""
    if end - start <= _LINE_LONGEST:
        forms = (form.fullmatch(text, start, end) for form in (_HEADER, _BARE, _LINE))
        if match := next(filter(None, forms), None):
            return _Find(start, end, day_of(match), match.span("date"))
    if end - start <= _BYLINE_LONGEST and (match := _BYLINE.fullmatch(text, start, end)):
        return _Find(start, end, desk=match.span("city") if match["city"] else None)
    return None


def _dateline(text: str, start: int, end: int, agencies: frozenset[str]) -> _Find | None:
    stop = min(end, start + 160)
    for form in _DATELINES:
        match = form.match(text, start, stop)
        if match and match.end() < end:
            return _dated(text, match, start, end)
    return _agency_only(text, start, stop, agencies)


def _dated(text: str, match: re.Match[str], start: int, end: int) -> _Find:
    notes = _BRACKETS.match(text, match.end(), end)
    groups = match.groupdict()
    span = match.span("date") if groups.get("date") else None
    after = notes.end() if notes else match.end()
    return _Find(start, after, day_of(match) if span else None, span, match.span("city"))


_AGENCY = re.compile(rf"{_CITY}{_REGION},?\s+(?P<agency>[A-Z]{{2,8}})\s*(?:[-–—]+|:)\s*(?=\S)")


def _agency_only(text: str, start: int, stop: int, agencies: frozenset[str]) -> _Find | None:
    """"Aleppo SANA-": no brackets, so the agency must be one that we know."""
    match = _AGENCY.match(text, start, stop)
    if not match or match["agency"] not in agencies:
        return None
    return _Find(start, match.end(), desk=match.span("city"))
