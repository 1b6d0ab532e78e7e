"""Numbers that a noun is set equal to: "the death toll rose to 17", "number of dead: 530", "Evacuated people 3,030"."""

from __future__ import annotations

from warmonitor.coding.tolls.counts import Count
from warmonitor.coding.tolls.lexicon import TollLexicon
from warmonitor.coding.tolls.links import FITS, Link, has_companion
from warmonitor.coding.tolls.view import View

REACH = 36
"""Words between the noun and its number: "the number of X killed during the Y offensive in Z this month to 19"."""
SETTERS = frozenset({"to", "at", "of", ":"})
"""What must stand before a number with a noun of its own: "the death toll to 15 civilians"."""
OPENERS = frozenset({"because", "while", "but", "after", "there", "when", "although", ";", "causing"})
"""Words that part a number from a noun before them."""
BETWEEN = frozenset({"the", "total", "overall", "death", "-", "--", "\u2013", "\u2014", "\ufffd", ":"})
"""What may stand between a number and such a noun behind it."""
BEHIND = 9
"""Words after such a noun within which its kind is said."""
CLAUSAL = frozenset({"is", "are", "was", "were", "on"})
"""Words that no label of a table holds."""
LABEL = 12
"""Words of a line of a table or a list, no more."""


def said_by_measure(seen: View, count: Count, lexicon: TollLexicon) -> Link | None:
    """The kind that the measured noun names, for a number that it is set equal to."""
    if count.thing not in FITS["movable"]:
        return None
    behind = _measured_behind(seen, count, lexicon)
    if behind or not _set_to(seen, count, lexicon):
        return behind
    at, start = count.number.start - 1, seen.sentence[count.root][0]
    for here in range(at, max(start, at - REACH) - 1, -1):
        if seen.lower[here] in lexicon.words["measure"]:
            return _kind_of(seen, here, count.number.start, start, lexicon)
        if seen.lower[here] in OPENERS:
            return None
    return None


def _set_to(seen: View, count: Count, lexicon: TollLexicon) -> bool:
    """Whether the word before the number can link it to such a noun."""
    at = count.number.start - 1
    if at < seen.sentence[count.root][0] or seen.lower[at] not in lexicon.words["value"]:
        return False
    return count.head is None or (not count.number.vague and seen.lower[at] in SETTERS)


def _measured_behind(seen: View, count: Count, lexicon: TollLexicon) -> Link | None:
    """ "bringing to 45 the number killed", "100,000: the number of people displaced"."""
    stop = min(seen.sentence[count.root][1], count.end + 4)
    for at in range(count.end, stop):
        if seen.lower[at] in lexicon.words["measure"]:
            return _kind_of(seen, at, min(seen.sentence[count.root][1], at + BEHIND), at, lexicon)
        if seen.lower[at] not in BETWEEN:
            return None
    return None


def _kind_of(seen: View, measure: int, end: int, start: int, lexicon: TollLexicon) -> Link | None:
    """The noun's own kind ("death toll"), or that of the first word after it ("number of Turkish soldiers killed")."""
    own = _first(seen, (measure,), lexicon)
    if own and own.predicate.slot == "self":
        return own
    after = _first(seen, tuple(range(measure + 1, end)), lexicon)
    if own and own.predicate.slot == "measure":
        return _first(seen, (measure - 1,) if measure > start else (), lexicon) or own
    return after or _first(seen, tuple(range(measure - 1, max(start, measure - 3) - 1, -1)), lexicon)


def _first(seen: View, positions: tuple[int, ...], lexicon: TollLexicon) -> Link | None:
    for at in positions:
        for predicate in lexicon.predicates.get(seen.lower[at], ()):
            if predicate.counted in ("people", "movable", "event") and has_companion(seen, at, predicate):
                return Link(at, predicate, "measure")
    return None


def said_by_label(seen: View, count: Count, lexicon: TollLexicon) -> Link | None:
    """A line of a table: "IDPs total 122,387", "Completely destroyed housing: 146"."""
    start, end = seen.sentence[count.root]
    bracketed = seen.lower[count.number.end : count.number.end + 1] == ("(",)
    words = count.number.start - start if bracketed else end - start
    if count.head is not None or words > LABEL or count.number.start == start:
        return None
    if any(seen.tag(at) in ("MD", "DT") or seen.lower[at] in CLAUSAL for at in range(start, count.number.start)):
        return None
    if count.number.end < end and seen.lower[count.number.end] not in (".", ";", "(", ")"):
        return None
    for at in range(start, count.number.start):
        for predicate in lexicon.predicates.get(seen.lower[at], ()):
            if not predicate.near and predicate.slot in ("state", "of", "role", "object", "self"):
                return Link(at, predicate, "label")
    return None
