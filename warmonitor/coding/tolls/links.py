"""A count's link to the word that says what happened to it, and which words can be said of what."""

from __future__ import annotations

from dataclasses import dataclass

from warmonitor.coding.tolls.counts import Count
from warmonitor.coding.tolls.lexicon import Counted, Predicate, Slot, Thing, TollLexicon
from warmonitor.coding.tolls.view import View

FITS: dict[Counted, frozenset[Thing | None]] = {
    "people": frozenset({"people", "troops", "displaced", None}),
    "movable": frozenset({"people", "troops", "displaced", "homes", None}),
    "troops": frozenset({"troops"}),
    "settlements": frozenset({"settlements"}),
    "things": frozenset({"things", "homes", "positions", "weapons"}),
    "weapons": frozenset({"weapons"}),
    "money": frozenset({"money"}),
    "event": frozenset(),
}
"""What each predicate may be said of; None is a noun that the table does not know, or a bare number."""
NEAR = 8
"""Words within which a predicate's companion must stand ("lost ... lives")."""


@dataclass(frozen=True, slots=True)
class Link:
    """A predicate for a count, and the rule that found it."""

    at: int
    """Position of the predicate's word."""
    predicate: Predicate
    rule: str


def fits(predicate: Predicate, count: Count) -> bool:
    """Whether the predicate can be said of what is counted."""
    return count.thing in FITS[predicate.counted]


def choose(seen: View, at: int, count: Count, slots: tuple[Slot, ...], lexicon: TollLexicon) -> Predicate | None:
    """The first reading of the word at `at` that stands in one of the slots, fits, and has its companion near."""
    for predicate in lexicon.predicates.get(seen.lower[at], ()):
        said = predicate.slot in slots and (predicate.slot in ("self", "role") or fits(predicate, count))
        if said and has_companion(seen, at, predicate):
            return predicate
    return None


def has_companion(seen: View, at: int, predicate: Predicate) -> bool:
    """Whether a word that the predicate asks for stands close by; True where it asks for none."""
    if not predicate.near:
        return True
    start, end = seen.sentence[at]
    return not predicate.near.isdisjoint(seen.lower[max(start, at - NEAR) : min(end, at + NEAR + 1)])


def telling_word(seen: View, link: Link, lexicon: TollLexicon) -> int:
    """Position of the word that says most: "evacuate" in "forced to evacuate", "homeless" in "left homeless"."""
    if link.predicate.kind != "displaced" or not link.predicate.near:
        return link.at
    for at in range(link.at + 1, min(seen.sentence[link.at][1], link.at + NEAR + 1)):
        if seen.lower[at] in link.predicate.near and _says_displaced(seen.lower[at], lexicon):
            return at
    return link.at


def _says_displaced(word: str, lexicon: TollLexicon) -> bool:
    return any(p.kind == "displaced" and not p.near for p in lexicon.predicates.get(word, ()))
