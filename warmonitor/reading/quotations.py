"""Quoted passages. Marks may be straight, curly or guillemets, and one of a pair is often missing."""

from __future__ import annotations

import re

_DOUBLE = re.compile("[\"“”„«»]|''|``")
_END = re.compile(r"[.!?…](?=[\s\"”»]|$)")
_OPEN_SINGLE = re.compile(r"(?:(?<=[\s(\[—–-])|^)[‘'](?=[\w(\[])(?!(?:em|til|tis|twas|s|\d\ds)\b)")
_CLOSE_SINGLE = re.compile(r"(?<=\S)[’'](?=[\s.,;:!?)\]—–-]|$)")
_OPENING = "“„«"
_CLOSING = "”»"


def find_quotations(text: str, paragraphs: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """The quoted passages without their marks, in order and never nested."""
    found: list[tuple[int, int]] = []
    for at, (start, end) in enumerate(paragraphs):
        after = paragraphs[at + 1][0] if at + 1 < len(paragraphs) else len(text)
        doubles = _doubles(text, start, end, goes_on=bool(_DOUBLE.match(text, after)))
        found += _with_singles(text, start, end, doubles)
    return tuple(found)


def _doubles(text: str, start: int, end: int, goes_on: bool) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
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
    """Whether a mark closes what is open; a straight one before a word, after a blank, opens anew."""
    if mark.group() in _CLOSING:
        return True
    if mark.group() in _OPENING:
        return False
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return not (before in " ([" and after.isalnum() and mark.start() > start)


def _sentence_end(text: str, start: int, end: int) -> int:
    match = _END.search(text, start, end)
    return match.end() if match else len(text[:end].rstrip())


def _with_singles(text: str, start: int, end: int, doubles: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Passages in single marks, where no double marks stand around them; those within them are dropped."""
    found = list(doubles)
    at = start
    while match := _OPEN_SINGLE.search(text, at, end):
        at = match.end()
        if any(first <= match.start() < last for first, last in doubles):
            continue
        close = _single_close(text, match, end)
        if close is not None:
            found = [(first, last) for first, last in found if last <= match.start() or first >= close]
            found.append((match.end(), close))
            at = close + 1
    return sorted(found)


def _single_close(text: str, opened: re.Match[str], end: int) -> int | None:
    """The mark that closes; one after a final s is likelier a possessive, and yields to a surer one."""
    curly = opened.group() == "‘"
    unsure = None
    for mark in _CLOSE_SINGLE.finditer(text, opened.end(), min(end, opened.end() + 1500)):
        if curly and mark.group() != "’":
            continue
        if text[mark.start() - 1] != "s" or text[mark.end() : mark.end() + 1] in (".", ",", ";", ""):
            return mark.start()
        unsure = mark.start() if unsure is None else unsure
    return unsure
