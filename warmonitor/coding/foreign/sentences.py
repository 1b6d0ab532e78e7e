"""Where the sentences of a report begin and end; lines of a table are sentences of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from warmonitor.coding.foreign.lexicon import Tongue
from warmonitor.coding.foreign.words import words

LONGEST = 2_000
"""Characters of a sentence; what has no full stop for longer is a table or no prose, and is cut between words."""
_STOP = r"(?<!\b[A-Z])(?<!\bSr)(?<!\bSra)(?<!\bDr)[.!?]+[\"»”)\]]*(?=\s+[\"«“(¿¡\w])"
_END = re.compile(_STOP + r"|\n\s*\n|\n(?=\s*[-*•]\s)")


def sentences(text: str, tongue: Tongue) -> Iterator[tuple[int, int]]:
    """The sentences of a text, as ranges without the space around them."""
    start = 0
    for end in [*(match.end() for match in _END.finditer(text)), len(text)]:
        while end - start > LONGEST:
            cut = max(text.rfind(" ", start, start + LONGEST), text.rfind("\n", start, start + LONGEST), start)
            cut = cut + 1 if cut > start else start + LONGEST
            yield from _rows(text, start, cut, tongue)
            start = cut
        yield from _rows(text, start, end, tongue)
        start = end


def _rows(text: str, start: int, end: int, tongue: Tongue) -> Iterator[tuple[int, int]]:
    """A sentence, or its lines if each has a number and a word of ours: then they are rows."""
    lines, at = [], start
    for line in text[start:end].split("\n"):
        if line.strip():
            lines.append((at, at + len(line)))
        at += len(line) + 1
    rows = len(lines) > 1 and all(_is_row(text, *line, tongue) for line in lines)
    for first, last in lines if rows else [(start, end)]:
        found = text[first:last]
        if found.strip():
            yield first + len(found) - len(found.lstrip()), first + len(found.rstrip())


def _is_row(text: str, start: int, end: int, tongue: Tongue) -> bool:
    found = words(text, start, end, tongue.vocabulary)
    return any(word.number is not None for word in found) and any(
        (phrase := tongue.words.at(found, at)) is not None and phrase.role not in ("plain", "at", "joint")
        for at in range(len(found))
    )
