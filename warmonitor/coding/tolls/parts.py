"""Counts that are part of another: "including three children", "two of the dead", "five were among those killed"."""

from __future__ import annotations

from warmonitor.coding.tolls.counts import Count
from warmonitor.coding.tolls.lexicon import TollLexicon
from warmonitor.coding.tolls.links import Link, choose
from warmonitor.coding.tolls.neighbours import SKIPPED
from warmonitor.coding.tolls.view import View

BEFORE = 4
"""Words between "including" and the number."""
SMALL = frozenset({"the", "at", "least", "a", ":", "some", "also", "were", "are", "about"})
"""Words that may stand between "including" and the number."""
DEFINITE = frozenset({"the", "those", "these", "its", "their"})


def opens_part(seen: View, count: Count, lexicon: TollLexicon) -> bool:
    """Whether the words say that the count is part of one named before or after."""
    if count.partitive:
        return True
    start = max(seen.sentence[count.root][0], count.number.start - BEFORE)
    return any(
        seen.lower[at : at + len(words)] == words and SMALL.issuperset(seen.lower[at + len(words) : count.number.start])
        for at in range(start, count.number.start)
        for words in lexicon.phrases["part"].get(seen.lower[at], ())
    )


def described(seen: View, count: Count, lexicon: TollLexicon) -> bool:
    """ "Of the 45 killed, 12 were children": a bare number of which the clause says what they were."""
    if count.head is not None or count.number.vague:
        return False
    after = seen.lower[count.end : count.end + 2]
    people = lexicon.nouns.get(after[-1], (None, None))[0] == "people" if after else False
    return people and after[0] in ("were", "are", "was")


BEING = frozenset({"is", "are", "was", "were", "at", "least", ",", ":", "also"})
"""What may stand between "among the dead" and the count of them."""


def said_among(seen: View, count: Count, lexicon: TollLexicon) -> Link | None:
    """ "three children were among the dead", "31 were identified among those killed", "among the dead are two"."""
    start, stop = seen.sentence[count.root]
    for at in range(count.end, min(stop, count.end + SKIPPED)):
        if seen.lower[at] in lexicon.words["among"]:
            return _hurt_group(seen, at + 1, stop, count, lexicon)
    for at in range(count.number.start - 1, max(start, count.number.start - SKIPPED) - 1, -1):
        if seen.lower[at] in lexicon.words["among"]:
            link = _hurt_group(seen, at + 1, count.number.start, count, lexicon)
            told = link is not None and set(seen.lower[link.at + 1 : count.number.start]) <= BEING
            return link if told else None
    return None


def _hurt_group(seen: View, at: int, stop: int, count: Count, lexicon: TollLexicon) -> Link | None:
    """The state that names the group behind "among": "the dead", "those killed"."""
    if at >= stop or seen.lower[at] not in DEFINITE:
        return None
    for here in range(at + 1, min(stop, at + 4)):
        predicate = choose(seen, here, count, ("state", "object", "role"), lexicon)
        if predicate:
            return Link(here, predicate, "among")
    return None


def among_next(seen: View, count: Count, following: Count, lexicon: TollLexicon) -> bool:
    """ "Two civilians were among four people killed": what is said of the four is said of the two."""
    between = seen.lower[count.end : following.number.start]
    return 1 <= len(between) <= SKIPPED and any(word in lexicon.words["among"] for word in between)
