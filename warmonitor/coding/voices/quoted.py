"""Quotations as token ranges, and what they do to the contents of cues in and around them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from warmonitor.coding.voices.drafts import Draft, Range
from warmonitor.coding.voices.syntax import QUOTE_MARKS, Syntax

MARKS = QUOTE_MARKS | {"'", "’", "‘"}


def quotations(tree: Syntax, passages: tuple[tuple[int, int], ...]) -> list[Range]:
    """Quoted passages as token ranges that include their marks."""
    found = []
    for start, end in passages:
        first, last = bisect_right(tree.ends, start), bisect_left(tree.starts, end) - 1
        if first > last:
            continue
        while first > 0 and tree.lower[first - 1] in MARKS and tree.ends[first - 1] >= start - 1:
            first -= 1
        while last + 1 < len(tree) and tree.lower[last + 1] in MARKS and tree.starts[last + 1] <= end + 1:
            last += 1
        found.append((first, last))
    return found


def close(quotes: list[Range], drafts: list[Draft]) -> None:
    """Widen contents that end within a quotation to its end, and those that begin at its first word to its mark."""
    firsts = [first for first, _ in quotes]
    for draft in drafts:
        draft.contents = [_closed(quotes, firsts, part) for part in draft.contents]


def _closed(quotes: list[Range], firsts: list[int], part: Range) -> Range:
    first, last = part
    begun = bisect_right(firsts, last) - 1
    if begun < 0 or quotes[begun][1] < first:
        return part
    opened, ended = quotes[begun]
    if opened >= first and ended > last:
        return first, ended
    return (opened, last) if opened == first - 1 and ended >= last else part


def confine(drafts: list[Draft]) -> None:
    """Cut what a cue inside direct speech takes down to that speech."""
    spoken = sorted({part for draft in drafts if draft.rule == "direct" for part in draft.contents})
    firsts = [first for first, _ in spoken]
    for draft in drafts:
        at = bisect_left(firsts, draft.cue) - 1
        if at >= 0 and draft.cue < spoken[at][1] and draft.rule != "direct":
            first, last = spoken[at]
            draft.contents = [(max(a, first), min(b, last)) for a, b in draft.contents if a <= last and b >= first]
