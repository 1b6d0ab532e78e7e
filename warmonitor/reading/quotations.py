"""Quoted passages. Marks may be straight, curly or guillemets, and one of a pair is often missing."""

from __future__ import annotations

import re
from bisect import bisect

Range = tuple[int, int]

_DOUBLE = re.compile("[\"“”„«»]|''|``")
_END = re.compile(r"[.!?…](?=[\s\"”»]|$)")
_OPEN_SINGLE = re.compile(r"(?:(?<=[\s(\[—–-])|^)[‘'](?=[\w(\[])(?!(?:em|til|tis|twas|s|\d\ds)\b)")
_CLOSE_SINGLE = re.compile(r"(?<=\S)[’'](?=[\s.,;:!?)\]—–-]|$)")
_SINGLE_LONGEST = 1500
_SINGLE_TRIES = 8
"""Characters, and possessives, over which the close of a single mark is looked for (own)."""
_OPENING = "“„«"
_CLOSING = "”»"


def find_quotations(text: str, paragraphs: tuple[Range, ...]) -> tuple[Range, ...]:
    """The quoted passages without their marks, in order and never nested."""
    found: list[Range] = []
    for at, (start, end) in enumerate(paragraphs):
        after = paragraphs[at + 1][0] if at + 1 < len(paragraphs) else len(text)
        doubles = _doubles(text, start, end, goes_on=bool(_DOUBLE.match(text, after)))
        found += _with_singles(text, start, end, doubles)
    return tuple(found)


def _doubles(text: str, start: int, end: int, goes_on: bool) -> list[Range]:
    found: list[Range] = []
    opened: re.Match[str] | None = None
    for mark in _DOUBLE.finditer(text, start, end):
        if opened is None:
            opened = mark if _opens(text, mark, start) else None
        elif _closes(text, mark, start):
            found.append((opened.end(), mark.start()))
            opened = None
        else:  # the close of the one before is lost
            found.append((opened.end(), _sentence_end(text, opened.end(), mark.start())))
            opened = mark
    if opened is not None:
        runs_on = opened.start() == start or goes_on
        found.append((opened.end(), end if runs_on else _sentence_end(text, opened.end(), end)))
    return [(first, last) for first, last in found if text[first:last].strip()]


def _opens(text: str, mark: re.Match[str], start: int) -> bool:
    if mark.group() in _OPENING:
        return True
    if mark.group() == "”":
        return False
    after = text[mark.end() : mark.end() + 1]
    return bool(after.strip()) and (mark.start() == start or not text[mark.start() - 1].isalnum())


def _closes(text: str, mark: re.Match[str], start: int) -> bool:
    """Whether a mark closes what is open; one before a word, after a blank, opens anew."""
    if mark.group() in _CLOSING:
        return True
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    if mark.group() in _OPENING:
        return not before.isspace() and not after.isalnum()
    return not (before in " ([" and after.isalnum() and mark.start() > start)


def _sentence_end(text: str, start: int, end: int) -> int:
    match = _END.search(text, start, end)
    if match:
        return match.end()
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _with_singles(text: str, start: int, end: int, doubles: list[Range]) -> list[Range]:
    """Passages in single marks, where no double marks stand around them; those within them are dropped."""
    firsts = [first for first, _ in doubles]
    closes = [match.start() for match in _CLOSE_SINGLE.finditer(text, start, end)]
    singles: list[Range] = []
    at = start
    while match := _OPEN_SINGLE.search(text, at, end):
        at = match.end()
        around = bisect(firsts, match.start()) - 1
        if around >= 0 and match.start() < doubles[around][1]:
            at = doubles[around][1]
        elif (close := _single_close(text, match, closes)) is not None:
            singles.append((match.end(), close))
            at = close + 1
    return _outermost(sorted([*doubles, *singles]))


def _outermost(ranges: list[Range]) -> list[Range]:
    """Ordered ranges without those that start within another."""
    kept: list[Range] = []
    for first, last in ranges:
        if not kept or first >= kept[-1][1]:
            kept.append((first, last))
    return kept


def _single_close(text: str, opened: re.Match[str], closes: list[int]) -> int | None:
    """The mark that closes; one after a final s is likelier a possessive, and yields to a surer one."""
    unsure = None
    first = bisect(closes, opened.end())
    for at in closes[first : first + _SINGLE_TRIES]:
        if at - opened.end() > _SINGLE_LONGEST:
            break
        if opened.group() == "‘" and text[at] != "’":
            continue
        if text[at - 1] != "s" or text[at + 1 : at + 2] in (".", ",", ";", ""):
            return at
        unsure = at if unsure is None else unsure
    return unsure
