"""Counts that say only once what happened: "six soldiers and one civilian", "12 killed in A, three in B"."""

from __future__ import annotations

from warmonitor.coding.tolls.counts import Count
from warmonitor.coding.tolls.links import FITS, Link, fits
from warmonitor.coding.tolls.view import View

JOINTS = frozenset({
    "and", ",", "or", "as", "well", "plus", "&", "along", "with", "another", "(", "about", "around", ":", "-", "--",
})  # fmt: skip
"""What may stand between two counts of one list."""
LIST = 3
"""Words between two neighbours of a list."""
GAP = 14
"""Words between a count and the one whose verb it leaves out."""
PLACES = frozenset({"in", "at", "near", "from", "outside", "elsewhere", "on"})
HOLDERS = frozenset({"has", "have", "hosts", "houses", "shelters", "had"})

Tie = tuple[Count, Link]


def listed(seen: View, first: Count, second: Count) -> bool:
    """Whether only commas and joints stand between two counts, in this order."""
    between = seen.lower[first.end : second.number.start]
    return 0 < len(between) <= LIST and all(word in JOINTS for word in between)


def inherit(seen: View, count: Count, before: Tie | None, after: Tie | None) -> Link | None:
    """The predicate of a neighbour in the sentence, when it can be said of this count as well."""
    if before and may_share(count, before[1]):
        other, link = before
        if (link.at < other.number.start and listed(seen, other, count)) or _gapped(seen, count, before):
            return Link(link.at, link.predicate, "list")
    if after and may_share(count, after[1]) and after[1].at >= after[0].number.end and listed(seen, count, after[0]):
        return Link(after[1].at, after[1].predicate, "list")
    return None


def may_share(count: Count, link: Link) -> bool:
    """Whether the link's predicate can be said of people or sums like these, too."""
    if link.predicate.counted == "money":
        return count.thing == "money"
    return count.thing in FITS["movable"] and (
        fits(link.predicate, count) if link.predicate.slot != "role" else count.head is None
    )


def _gapped(seen: View, count: Count, before: Tie) -> bool:
    """ "..., three in Hama", ", Lebanon 1 million", "and Turkey has as many as 3 million": the verb is left out."""
    start = count.number.start
    if not 0 < start - before[0].end <= GAP or count.number.vague:
        return False
    if count.thing == "money":
        return seen.lower[start - 1] in (",", "and")
    if before[1].predicate.slot == "role" and count.head is None:
        return seen.tag(start - 1) == "NNP" or (seen.lower[start - 1] in HOLDERS and seen.tag(start - 2) == "NNP")
    follows = seen.lower[count.end] if count.end < len(seen.lower) else ""
    counted = count.head is None or count.thing is not None
    return counted and seen.lower[start - 1] in (",", "and") and follows in PLACES
