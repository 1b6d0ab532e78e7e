"""White space and paragraphs: which line ends are paragraph ends, and which only end a line."""

from __future__ import annotations

import re
from itertools import pairwise

from warmonitor.reading.copy import Copy, Edit

BREAK = "\n\n"
"""What separates paragraphs in a copy."""

_SPACE = re.compile(r"\s{2,}|[^\S ]")
_STOPS = (".", "!", "?", ":", "…", '."', '!"', '?"', ".”", "!”", "?”", ".'", ".’", ".)", "»")
_GOES_ON = re.compile(r"[a-z,;)\]%]|\.(?:\s|$)")
_OPEN = re.compile(r"[^\n]\b(?:an?|the|and|or|of|in|on|at|by|for|from|to|with|into|near|between)\Z")
"""The end of a line that the next one must go on from."""
_HEDGED = re.compile(
    r"(?:^|\s)(?:some|about|around|over|nearly|almost|than|least|approximately|estimated|up to)\Z", re.I
)
"""The end of a line that a number in the next one must go on from."""
_CELL = re.compile(r"[ \t]*(?:\d{1,3}(?:[ ,.]\d{3})+|\d{2,7})[ \t]*")
_YEAR = re.compile(r"\s*(?:19|20)\d\d\s*")
_COUNTED = re.compile(r"[A-Z][a-z]+(?: [A-Za-z]+){0,3}[ \t]*(?=\n|\Z)")
"""What a number alone on its line counts, as charts and tables come out: "321", "Houses", "destroyed"."""
_LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_RECORD_LONGEST = 80
WRAPPED = range(50, 101)
"""Widths in characters at which programs break lines: mail at 72 to 78, terminals at 80, some agencies at 64."""


def lay_out(copy: Copy, record_line: re.Pattern[str]) -> Copy:
    """One blank between words, `BREAK` between paragraphs, nothing else that is white.

    Lines that match `record_line` carry on the record of the line above, after a comma.
    """
    text = copy.text
    lines = _Lines(text, record_line)
    return copy.edited(
        Edit(match.start(), match.end(), put)
        for match in _SPACE.finditer(text)
        if (put := lines.between(match)) != match.group()
    )


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """The ranges between `BREAK`s that hold more than white space."""
    found, at = [], 0
    for part in text.split(BREAK):
        if part.strip():
            found.append((at + len(part) - len(part.lstrip()), at + len(part.rstrip())))
        at += len(part) + len(BREAK)
    return tuple(found)


class _Lines:
    """How a text uses its line ends."""

    def __init__(self, text: str, record_line: re.Pattern[str]) -> None:
        self.text = text
        self.record_line = record_line
        self.has_lines = "\n" in text.strip() or "\r" in text.strip()
        self.wrapped = self.has_lines and _is_wrapped(text)

    def between(self, match: re.Match[str]) -> str:
        """What the white space of the match becomes."""
        start, end = match.span()
        if not start or end == len(self.text):
            return " "
        if self.has_lines and _LINE_END.search(match.group()) and self._is_record(start, end):
            return ", "
        return BREAK if self._ends_paragraph(match.group(), start, end) else " "

    def _ends_paragraph(self, white: str, start: int, end: int) -> bool:
        newlines = len(_LINE_END.findall(white))
        if not newlines:
            return not self.has_lines and self._ends_spaced(white, start, end)
        if newlines > 1:
            return not self.text.startswith((",", ";", ". "), end)
        return not self._goes_on(start, end)

    def _ends_spaced(self, white: str, start: int, end: int) -> bool:
        """A text without line ends may keep its paragraphs as three or more blanks."""
        return len(white) >= 3 and not _GOES_ON.match(self.text, end)

    def _is_record(self, start: int, end: int) -> bool:
        """Whether a line goes on with a record: a person's age, sex and fate, or the name in its own script."""
        line = self.text[end : self._line_end(end)].strip()
        before = self.text[self._line_start(start - 1) : start].strip()
        if not line or len(before) > _RECORD_LONGEST or before.endswith(_STOPS):
            return False
        return bool(self.record_line.fullmatch(line)) or (_no_latin(line) and not _no_latin(before))

    def _goes_on(self, start: int, end: int) -> bool:
        """Whether one line end only breaks a line: in wrapped text, or around a link that stood alone."""
        stopped = self.text[max(0, start - 2) : start].endswith(_STOPS)
        if _GOES_ON.match(self.text, end):
            return not stopped or self.wrapped
        if self.wrapped:
            line = start - self._line_start(start)
            return line >= WRAPPED.start - 10 and not (stopped and self.text[end : end + 1] in "\u2022-*")
        if stopped:
            return False
        if self.text[start - 1] in ",(" or _OPEN.search(self.text, self._line_start(start - 1), start):
            return True
        if self.text[end].isdigit():
            return bool(_HEDGED.search(self.text, self._line_start(start - 1), start))
        return self._is_cell(start, end) or self._is_link(start, end)

    def _is_cell(self, start: int, end: int) -> bool:
        """A number alone on its line, above what it counts."""
        line = self.text[self._line_start(start - 1) : start]
        return bool(_CELL.fullmatch(line) and not _YEAR.fullmatch(line) and _COUNTED.match(self.text, end))

    def _line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def _line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        return end if end >= 0 else len(self.text)

    def _is_link(self, start: int, end: int) -> bool:
        """A short line that the next one goes on from in mid-sentence, after a line that did not stop."""
        line_end = self.text.find("\n", end, end + 80)
        if line_end < 0 or not self.text[start - 1].islower():
            return False
        after = _next_ink(self.text, line_end)
        return self.text.count("\n", line_end, after) == 1 and bool(_GOES_ON.match(self.text, after))


def _next_ink(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _no_latin(line: str) -> bool:
    """Whether a line has letters, and none that an English reader could read."""
    letters = [char for char in line[:_RECORD_LONGEST] if char.isalpha()]
    return bool(letters) and all(char > "\u024f" for char in letters)


def _is_wrapped(text: str) -> bool:
    """Whether most line ends come where the line was full."""
    lines = text[:20_000].splitlines()
    widest = max(map(len, lines))
    singles = [line for line, after in pairwise(lines) if line and after]
    full = sum(len(line) >= widest * 3 // 4 for line in singles)
    return widest in WRAPPED and len(singles) >= 3 and full >= len(singles) * 2 / 3
