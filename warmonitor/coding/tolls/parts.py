"""Counts that lean on another: parts of a whole ("including three children") and members of a list."""

from __future__ import annotations

from warmonitor.coding.tolls.counts import Count
from warmonitor.coding.tolls.lexicon import TollLexicon
from warmonitor.coding.tolls.links import FITS, Link, fits
from warmonitor.coding.tolls.view import View

BEFORE = 4
"""Words between "including" and the number."""
JOINTS = frozenset({"and", ",", "or", "as", "well", "plus", "&", "along", "with", "another"})
LIST = 3


def opens_part(seen: View, count: Count, lexicon: TollLexicon) -> bool:
    """Whether the words say that the count is part of one named before or after."""
    if count.partitive:
        return True
    start = max(seen.sentence[count.root][0], count.number.start - BEFORE)
    before = seen.lower[start : count.number.start]
    return any(_ends_with(before, words) for words in lexicon.cues["part"])


def _ends_with(before: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether the phrase stands in `before` with nothing but small words behind it."""
    for at in range(len(before) - len(words), -1, -1):
        if before[at : at + len(words)] == words:
            return all(word in ("the", "at", "least", "a", ":", "some", "also", "were", "are") for word in before[at + len(words) :])
    return False


def listed_with(seen: View, count: Count, other: Count) -> bool:
    """Whether only commas and joints stand between two counts of one list."""
    first, second = (other, count) if other.number.start < count.number.start else (count, other)
    between = seen.lower[first.end : second.number.start]
    return len(between) <= LIST and bool(between) and all(word in JOINTS for word in between)


def inherit(seen: View, count: Count, before: list[tuple[Count, Link]], after: tuple[Count, Link] | None) -> Link | None:
    """The predicate of a neighbour in the same list, when it can be said of this count as well."""
    if before:
        other, link = before[-1]
        if link.at < other.number.start and _may_share(count, link) and listed_with(seen, count, other):
            return Link(link.at, link.predicate, "list")
    if after and after[1].at >= after[0].number.end and _may_share(count, after[1]) and listed_with(seen, count, after[0]):
        return Link(after[1].at, after[1].predicate, "list")
    return None


def _may_share(count: Count, link: Link) -> bool:
    return count.thing in FITS["movable"] and fits(link.predicate, count)
