"""Whether a toll is that of one happening or a running total."""

from __future__ import annotations

import math

from warmonitor.coding.tolls.counts import Count
from warmonitor.coding.tolls.lexicon import TollLexicon
from warmonitor.coding.tolls.links import Link
from warmonitor.coding.tolls.view import View
from warmonitor.records import Scope, TollKind

CLAUSE_OPENERS = frozenset({
    "who", "which", "that", "where", "whose", "when", "while", "after", "but", "although", ";", "before", "bringing",
    "raising", "taking", "pushing",
})  # fmt: skip
"""What is said behind these is another happening's."""
MASSIVE: dict[TollKind, float] = {"killed": 5000, "injured": 20_000, "displaced": 1_000_000, "missing": 20_000}
"""More people than any one attack of a present-day war has struck: such a number is that of a war."""
YET = frozenset({("so", "far"), ("to", "date"), ("until", "now"), ("up", "to")})
ONE = frozenset({
    "attack", "strike", "airstrike", "raid", "shelling", "bombing", "bombardment", "blast", "explosion", "shooting",
    "ambush", "clash", "assault", "massacre", "incident", "crash", "fire", "quake", "earthquake",
})  # fmt: skip
"""What befell them, where it is one happening."""
MANY = frozenset("attacks strikes airstrikes raids operations incidents clashes bombings explosions".split())
OPENING = 4
"""Words at the head of a sentence: "these 28 attacks left"."""
ENTRY = 24
"""Words of an entry under the name of a month."""
NEARBY = 80
"""Words of a sentence to either side that can bear on a count."""
WINDOW = 4
"""Words between "past" and "weeks": "over the past two and a half years"."""


def scope_of(seen: View, count: Count, link: Link, lexicon: TollLexicon) -> Scope:
    """Cumulative where a word of the same clause says so, or where people live on in what befell them."""
    if (count.number.best or count.number.low or 0) >= MASSIVE.get(link.predicate.kind, math.inf):
        return "cumulative"
    if link.predicate.kind == "displaced" and _standing(seen, count, link):
        return "cumulative"
    if _perfect(seen, link) and _since(seen, link.at):
        return "cumulative"
    start, end = _clause(seen, min(count.number.start, link.at), max(count.end, link.at + 1))
    for at in range(start, end):
        yet = seen.lower[at : at + 2] in YET and _of_one(seen, start, end)
        if (lexicon.says("cumulative", seen.lower, at) and not yet) or _window(seen, at, end, lexicon):
            return "cumulative"
    summed = _under_month(seen, count.number.start, lexicon) or _of_many(seen, count, link, lexicon)
    return "cumulative" if summed else "incident"


def _of_many(seen: View, count: Count, link: Link, lexicon: TollLexicon) -> bool:
    """ "... has reached 28 since May. These attacks left 17 dead": what the sentence before counts up."""
    start, _ = seen.sentence[count.number.start]
    opening = seen.lower[start : min(start + OPENING, count.number.start)]
    if not start or not {"these", "those"} & set(opening) or MANY.isdisjoint(opening):
        return False
    first, last = seen.sentence[start - 1]
    counted = any(lexicon.says("cumulative", seen.lower, at) or _window(seen, at, last, lexicon)
                  for at in range(first, last))
    return counted or not {"since", "number"}.isdisjoint(seen.lower[first:last])


def _of_one(seen: View, start: int, end: int) -> bool:
    """ "Up to now, two are reported dead in the shelling": as yet, of one happening."""
    return any(
        seen.lower[at] in ONE and seen.lower[at - 1] in ("the", "this", "a", "an") for at in range(start + 1, end)
    )


def _under_month(seen: View, first: int, lexicon: TollLexicon) -> bool:
    """ "January: two attacks killed four people": an entry of a list by months."""
    return any(
        seen.lower[at + 1] == ":" and seen.lower[at] in lexicon.words["month"]
        for at in range(max(0, first - ENTRY), first - 1)
    )


def _standing(seen: View, count: Count, link: Link) -> bool:
    """ "Jordan houses 600,000 refugees", "four million who have fled": a state reached over time."""
    if link.predicate.slot == "role":
        return True
    before = seen.lower[max(0, link.at - 4) : link.at]
    return "have" in before or "has" in before or "displaced" in seen.lower[count.number.end : count.end]


def _perfect(seen: View, link: Link) -> bool:
    """ "has killed", "have been wounded"."""
    before = seen.lower[max(seen.sentence[link.at][0], link.at - 4) : link.at]
    return "have" in before or "has" in before


def _since(seen: View, at: int) -> bool:
    """Whether the sentence says since when: "the bombardment since February, which has killed 130"."""
    start, end = _nearby(seen, at)
    return "since" in seen.lower[start:end]


def _nearby(seen: View, at: int) -> tuple[int, int]:
    start, end = seen.sentence[at]
    return max(start, at - NEARBY), min(end, at + NEARBY)


def _clause(seen: View, first: int, last: int) -> tuple[int, int]:
    """The stretch of the sentence around a count and its predicate, up to words that open another clause."""
    start, end = _nearby(seen, first)
    left = next((at + 1 for at in range(first - 1, start - 1, -1) if seen.lower[at] in CLAUSE_OPENERS), start)
    right = next((at for at in range(last, end) if seen.lower[at] in CLAUSE_OPENERS), end)
    return left, right


def _window(seen: View, at: int, end: int, lexicon: TollLexicon) -> bool:
    """ "in the past three days", "over nine years"; the past 24 hours are one report's day."""
    if seen.lower[at] not in ("past", "last", "over", "within", "in", "during"):
        return False
    counted = seen.lower[at] in ("past", "last")
    for here in range(at + 1, min(end, at + WINDOW + 1)):
        word = seen.lower[here]
        if word in lexicon.words["window"]:
            return (counted and word.endswith("s")) or (here > at + 1 and word.endswith("s") and seen.lower[at] != "in")
        if seen.tag(here) not in ("CD", "DT", "JJ", "CC", "IN", "HYPH"):
            return False
    return False
