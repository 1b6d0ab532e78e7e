"""Whether "killed", "wounded", "captured" behind a count is what befell it or what it did to others."""

from __future__ import annotations

from itertools import takewhile

from warmonitor.coding.tolls.lexicon import Slot, TollLexicon
from warmonitor.coding.tolls.view import View

JOINED = frozenset({"and", "or", "&", "/", ",", "."})
MORE = frozenset({"others", "dozens", "scores", "hundreds", "many", "several", "more"})
"""Vague counts that begin the next item of a headline: "2 killed others injured"."""
HEDGES = frozenset({"IN", "RB", "RBR", "JJR", "JJS", "JJ", "DT"})
"""Tags of the words of hedges: "at least", "more than", "over", "another"."""


def slots_after(seen: View, at: int, passive: bool, has: bool, lexicon: TollLexicon) -> tuple[Slot, ...]:
    """The slots that a count standing before the word can fill."""
    if passive:
        return ("object", "subject", "state")
    if has or seen.tag(at) in ("VB", "VBG", "VBZ", "VBP") or takes_object(seen, at, lexicon):
        return ("subject",)
    return ("state", "object", "subject")


def takes_object(seen: View, at: int, lexicon: TollLexicon) -> bool:
    """Whether a bare participle is an active verb: "two rebels killed five soldiers", not "40 killed 100 injured"."""
    if at + 1 >= seen.sentence[at][1]:
        return False
    word, tag = seen.lower[at + 1], seen.tag(at + 1)
    if word in JOINED:
        return False
    if word in MORE:
        return not _participle_follows(seen, at + 1, lexicon)
    if tag in ("DT", "PRP", "PRP$") and word not in ("that", "this", "all", "both"):
        return True
    number = next((here for here in range(at + 1, min(at + 5, seen.sentence[at][1])) if seen.tag(here) == "CD"), None)
    if number is not None and all(seen.tag(here) in HEDGES for here in range(at + 1, number)):
        return not _participle_follows(seen, number, lexicon)
    return any(child.dep_ == "dobj" and child.i > seen.tokens[at].i for child in seen.tokens[at].children)


def _participle_follows(seen: View, at: int, lexicon: TollLexicon) -> bool:
    stop = min(seen.sentence[at][1], at + 6)
    words = list(takewhile(lambda word: word not in JOINED, seen.lower[at + 1 : stop]))
    return any(p.slot in ("state", "object") for word in words for p in lexicon.predicates.get(word, ()))
