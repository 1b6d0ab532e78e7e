"""What stands before the text: a header with the date, bylines, a dateline. It dates the report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from warmonitor.reading.datelines import NAME, Find, find_dateline
from warmonitor.reading.dates import FULL_DATE, WEEKDAY, day_of

Range = tuple[int, int]

_LABEL = (
    r"(?i:(?:first |last |date of )?(?:date|dated|published|publication(?: date)?|posted|updated|issued|"
    r"created|modified|released|filed|reported)(?:\s+(?:on|at))?\s*[:\-–—|]?\s*)"
)
_AFTER = r"\s*(?:\)?\s*[-–—|:•·]+(?=\s|$)|(?=\n\n|$))\s*"
_HEADER = re.compile(rf"\s*{_LABEL}{FULL_DATE}(?:{_AFTER}|[.,;]?\s+(?=\W*[A-Z0-9])|\s+)")
_SIGNED = r"(?P<agency>[A-Z]{2,8}|Reuters|Agencies)[\s,|]+"
_TEXT = r"\s+(?=[\"“‘'(]?[A-Z0-9])"
_BARE = re.compile(rf"\s*(?:{_SIGNED})?{FULL_DATE}(?:{_AFTER}|{_TEXT})")
_BELOW = re.compile(rf"\s*(?:{_SIGNED}{WEEKDAY}?|{WEEKDAY}){FULL_DATE}(?:{_AFTER}|{_TEXT})")
"""Under a headline a date may open a sentence, so it must be signed or have its weekday."""
_WITHIN = re.compile(rf"(?<=\s){_SIGNED}(?={WEEKDAY}){FULL_DATE}{_TEXT}")
"""After a headline on the same line: AFP Monday 6 Oct 2014."""
_SIGNER = r"By (?:[A-Z][\w'’.-]*[, ]+(?:and )?){1,8}[|·•–—-]*\s*|[A-Z][\w ]{1,20}[|·•]\s*"
_LINE = re.compile(rf"(?:{_SIGNER})?{FULL_DATE}\W*(?:[|·•–—-] [^\n.]{{0,40}})?")
"""A paragraph that holds a date, who signs it, and no more."""
_LINE_LONGEST = 90

_BYLINE = re.compile(
    rf"By {NAME}(?:,? (?:and )?{NAME}){{0,7}}(?!\w)[^\n.]{{0,60}}?(?:\bin (?P<city>{NAME}(?: {NAME})?))?\s*"
)
_BYLINE_LONGEST = 120
_TITLE_DASHES = ("-", "–", "—", "|")
_TITLE = re.compile(r"[^.!?\n]{20,200}?(?: [|] [^.!?\n|]{3,40}?)? [–—|-] (?=[\"“]?[A-Z])")
_WITHIN_LOOK = 250
_SHOUT = re.compile(r"(?<=[.!?] )(?=[A-Z]{3,}(?:,? [A-Z][a-z]+\.?){0,2} ?\d{0,2},? ?\()")
"""A city in capitals after the headline's full stop: "... killed. BEIRUT, May 3 (Reuters) -"."""
_LEAD_LOOK = 500
LOOK = 8
"""Paragraphs from the top in which header lines, bylines and datelines are looked for (own)."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a text says of the report; ranges are offsets into the copy."""

    body: int = 0
    dated: date | None = None
    dated_by: Range | None = None
    desk: Range | None = None
    lines: tuple[Range, ...] = ()
    """Headers, bylines and datelines, in order."""
    lead: int | None = None
    """Where the text starts after a headline that a dash parts from it: DATE - HEADLINE - TEXT."""


def find_head(text: str, paragraphs: tuple[Range, ...], agencies: frozenset[str]) -> Head:
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
        lead=next((lead for _, end in lines if (lead := _lead(text, end, len(text)))), None),
    )


def _lead(text: str, at: int, end: int) -> int | None:
    """Where the text starts after a headline, if a dash came before it and one comes after it."""
    if not text[max(0, at - 4) : at].rstrip().endswith(_TITLE_DASHES):
        return None
    match = _TITLE.match(text, at, end)
    return match.end() if match else None


def _body(text: str, lines: tuple[Range, ...]) -> int:
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


def _finds(text: str, paragraphs: tuple[Range, ...], agencies: frozenset[str]) -> Iterator[Find]:
    dated = False
    for start, end in paragraphs:
        last = end == paragraphs[-1][1]
        if not dated and (line := _line(text, start, end)):
            dated = line.dated_by is not None
            yield line
            continue
        at = start
        if not dated and (header := _header(text, start, end, first=start == paragraphs[0][0])):
            dated = True
            yield header
            at = header.end
        lead = _lead(text, at, end)
        starts = [at] if lead is None else [at, lead]
        starts += [match.start() for match in _SHOUT.finditer(text, at, min(end, at + _LEAD_LOOK))]
        if dateline := next(filter(None, (find_dateline(text, at, end, agencies, last) for at in starts)), None):
            yield dateline
            return


def _header(text: str, start: int, end: int, first: bool) -> Find | None:
    forms = (_HEADER, _BARE) if first else (_HEADER, _BELOW)
    found = (form.match(text, start, end) for form in forms)
    match = next(filter(None, found), None) or _WITHIN.search(text, start, min(end, start + _WITHIN_LOOK))
    if not match or match.end() >= end:
        return None
    return Find(match.start(), match.end(), day_of(match), match.span("date"))


def _line(text: str, start: int, end: int) -> Find | None:
    """A paragraph that is nothing but a date line or a byline."""
    if end - start <= _LINE_LONGEST:
        forms = (form.fullmatch(text, start, end) for form in (_HEADER, _BARE, _LINE))
        if match := next(filter(None, forms), None):
            return Find(start, end, day_of(match), match.span("date"))
    if end - start <= _BYLINE_LONGEST and (match := _BYLINE.fullmatch(text, start, end)):
        return Find(start, end, desk=match.span("city") if match["city"] else None)
    return None
