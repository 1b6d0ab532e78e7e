"""Two verbs for one count: "captured and killed 20 soldiers", "40 people were killed or wounded"."""

from __future__ import annotations

from dataclasses import replace

from warmonitor.coding.tolls.counts import Count
from warmonitor.coding.tolls.lexicon import TollLexicon
from warmonitor.coding.tolls.links import Link, choose
from warmonitor.coding.tolls.view import View

JOINTS = frozenset({"and", "or", "/", "&", "and/or"})
HURT = frozenset({"killed", "injured"})
REACH = 4
"""Words between two joined verbs: "killed and seriously wounded"."""


def second_link(seen: View, count: Count, link: Link, lexicon: TollLexicon) -> Link | None:
    """The other verb that is said of the same count, of another kind."""
    start, end = seen.sentence[link.at]
    slots = ("self",) if link.predicate.slot == "self" else ("object", "state", "subject")
    steps = (range(link.at + 1, min(end, link.at + REACH)), range(link.at - 1, max(start - 1, link.at - REACH), -1))
    for positions in steps:
        joined = False
        for at in positions:
            if count.number.start <= at < count.end and link.predicate.slot != "self":
                break
            if joined:
                predicate = choose(seen, at, count, slots, lexicon)
                if predicate:
                    return Link(at, predicate, link.rule) if predicate.kind != link.predicate.kind else None
            joined = joined or seen.lower[at] in JOINTS
            if not joined and seen.lower[at] != "up":
                break
            if joined and seen.lower[at] not in JOINTS and seen.tag(at) != "RB":
                break
    return None


def shared(count: Count, kinds: set[str]) -> Count:
    """A number that killed and injured share bounds each of them from above and is the count of neither."""
    number = count.number
    if not kinds >= HURT or number.vague:
        return count
    low_or_high = number.best if number.bound in ("=", "<=", "<") else number.high
    bound = "<=" if low_or_high is not None else "~"
    return replace(count, number=replace(number, low=None, best=None, high=low_or_high, bound=bound))
