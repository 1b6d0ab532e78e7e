"""Two verbs for one count: "captured and killed 20 soldiers", "40 people were killed or wounded"."""

from __future__ import annotations

from dataclasses import replace

from warmonitor.coding.tolls.counts import Count
from warmonitor.coding.tolls.lexicon import Slot, TollLexicon
from warmonitor.coding.tolls.links import Link, choose
from warmonitor.coding.tolls.view import View
from warmonitor.records import Bound

JOINTS = frozenset({"and", "or", "/", "&", "and/or"})
HURT = frozenset({"killed", "injured"})
REACH = 4
"""Words between two joined verbs: "killed and seriously wounded"."""


def second_link(seen: View, count: Count, link: Link, lexicon: TollLexicon) -> Link | None:
    """The other verb that is said of the same count, of another kind."""
    slots: tuple[Slot, ...] = ("self",) if link.predicate.slot == "self" else ("object", "state", "subject")
    if link.predicate.slot == "object" and link.at < count.number.start:
        slots = ("object",)  # "made families homeless and damaged 40 homes": a state takes no object
    start, end = seen.sentence[link.at]
    behind = range(link.at + 1, min(end, link.at + REACH))
    ahead = range(link.at - 1, max(start - 1, link.at - REACH), -1)
    for positions in (behind, ahead):
        at = _joined(seen, positions)
        own = at is not None and count.number.start <= at < count.end and link.predicate.slot != "self"
        predicate = choose(seen, at, count, slots, lexicon) if at is not None and not own else None
        if at is not None and predicate and predicate.kind != link.predicate.kind:
            return Link(at, predicate, link.rule)
    return None


def _joined(seen: View, positions: range) -> int | None:
    """The first word behind "and" or "or", adverbs left out; "rounded up and executed" has a particle before it."""
    joined = False
    for at in positions:
        word = seen.lower[at]
        if joined and word not in JOINTS and seen.tag(at) != "RB":
            return at
        joined = joined or word in JOINTS
        if not joined and word != "up":
            return None
    return None


def shared(count: Count, kinds: set[str]) -> Count:
    """A number that killed and injured share bounds each of them from above and is the count of neither."""
    number = count.number
    if not kinds >= HURT or number.vague:
        return count
    most = number.best if number.bound in ("=", "<=", "<") else number.high
    bound: Bound = "<=" if most is not None else "~"
    return replace(count, number=replace(number, low=None, best=None, high=most, bound=bound))
