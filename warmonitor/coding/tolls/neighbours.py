"""Which word says what happened to those who are counted, by the words around the number.

Each finder answers for one place where such a word may stand; `ties` asks them in the order of their reliability.
"""

from __future__ import annotations

from warmonitor.coding.tolls.counts import Count
from warmonitor.coding.tolls.lexicon import TollLexicon
from warmonitor.coding.tolls.links import Link, choose
from warmonitor.coding.tolls.participles import slots_after
from warmonitor.coding.tolls.view import View

ASIDE = 10
"""Words of an aside and up to the predicate behind it."""
OPENERS = frozenset({",", "-", "--", "\u2013", "\u2014", "("})
"""What may stand before an aside."""
SKIPPED = 7
"""Auxiliaries and adverbs that may stand between a count and its predicate."""


def counted_event(seen: View, count: Count, lexicon: TollLexicon) -> Link | None:
    """The counted noun is itself the harm: "13 deaths", "12 air strikes"."""
    if count.head is None or count.partitive:
        return None
    predicate = choose(seen, count.head, count, ("self",), lexicon)
    return Link(count.head, predicate, "counted event") if predicate else None


def said_of_share(seen: View, count: Count, lexicon: TollLexicon) -> Link | None:
    """ "Three of the 12 people wounded in the attack died": what befell the share, not what tells of the whole."""
    number = seen.tokens[count.number.last - 1]
    verb = number.head
    if not count.partitive or number.dep_ not in ("nsubj", "nsubjpass") or verb.sent != number.sent:
        return None
    at = seen.of(verb)
    if verb.lower_ not in lexicon.predicates or any(c.dep_ == "neg" for c in verb.children):
        return None
    predicate = choose(seen, at, count, slots_after(seen, at, number.dep_ == "nsubjpass", False, lexicon), lexicon)
    return Link(at, predicate, "said of a share") if predicate else None


def said_after(seen: View, count: Count, lexicon: TollLexicon) -> Link | None:
    """ "14 civilians were killed", "45 injured", "12 people missing", "nine who died"."""
    at, stop = _first_after(seen, count, lexicon), seen.sentence[count.root][1]
    passive = has = False
    for here in range(at, min(stop, at + SKIPPED)):
        word = seen.lower[here]
        if word in lexicon.predicates:
            slots = slots_after(seen, here, passive, has, lexicon)
            predicate = choose(seen, here, count, slots, lexicon) if slots else None
            if predicate:
                return Link(here, predicate, "said after")
        told = here > at and seen.tag(at).startswith("VB")  # "a nurse said that ..."
        if here <= at + 1 and not told and not count.named and lexicon.says("aside", seen.lower, here):
            return _after_aside(seen, here, min(stop, at + ASIDE), count, lexicon)
        if word not in lexicon.words["skip"] and seen.tag(here) != "RB" and not (here == at and word in OPENERS):
            return None
        passive = passive or word in lexicon.words["object_be"]
        has = (has or word in ("have", "has", "had")) and word != "been"
    return None


def _after_aside(seen: View, at: int, stop: int, count: Count, lexicon: TollLexicon) -> Link | None:
    """ "Ten civilians, some of them children, were killed": the first predicate behind the aside, if not active."""
    for here in range(at + 1, stop):
        if seen.lower[here] in lexicon.predicates and seen.tag(here) in ("VBN", "VBD", "JJ"):
            passive = seen.lower[here - 1] in lexicon.words["object_be"]
            slots = slots_after(seen, here, passive, seen.lower[here - 1] in ("have", "has", "had"), lexicon)
            predicate = choose(seen, here, count, slots, lexicon)
            return Link(here, predicate, "said after") if predicate else None
    return None


def _first_after(seen: View, count: Count, lexicon: TollLexicon) -> int:
    """Where to look from: the end of the phrase, or its noun where that is a predicate itself ("45 injured")."""
    if count.head != count.number.end or count.partitive:
        return count.end
    state = any(predicate.slot == "state" for predicate in lexicon.predicates.get(seen.lower[count.head], ()))
    return count.head if state else count.end


def said_before(seen: View, count: Count, lexicon: TollLexicon) -> Link | None:
    """ "killing nine people", "wounded 45", "the deaths of 13 people"."""
    start, at = seen.sentence[count.root][0], _before_aside(seen, count.number.start - 1, seen.sentence[count.root][0])
    if at >= start and seen.lower[at] in ("of", "for"):
        for here in range(at - 1, max(start, at - 5) - 1, -1):
            predicate = choose(seen, here, count, ("of",), lexicon)
            if predicate:
                return Link(here, predicate, "said before")
        return None
    named = choose(seen, at, count, ("of",), lexicon) if at >= start and seen.tag(at) == "NN" else None
    if named and seen.lower[at - 1] == "to" and at - 2 >= start:
        return Link(at - 2, named, "said before")  # "hacked to death 14 people"
    if named:
        return Link(at, named, "said before")  # "the death seven people", as some outlets write
    for here in range(at, max(start, at - 3) - 1, -1):
        passive = here > start and seen.lower[here - 1] in lexicon.words["object_be"]
        predicate = choose(seen, here, count, ("object",), lexicon) if not passive else None
        if predicate:
            return Link(here, predicate, "said before")
        if seen.tag(here) not in ("RB", "DT", "``", "''", "-LRB-", "RP"):
            return None
    return None


def _before_aside(seen: View, at: int, start: int) -> int:
    """The "of" before an aside that ends just before the number: "the evacuation of, by one count, 300 people"."""
    if at < start or seen.lower[at] != ",":
        return at
    opens = next((here for here in range(at - 1, max(start, at - ASIDE), -1) if seen.lower[here] == ","), None)
    return opens - 1 if opens is not None and opens > start and seen.lower[opens - 1] == "of" else at


def said_within(seen: View, count: Count, lexicon: TollLexicon) -> Link | None:
    """ "three wounded soldiers", "82,000 internally displaced persons"."""
    if count.head is None:
        return None
    for here in range(count.number.end, count.head):
        predicate = choose(seen, here, count, ("state",), lexicon)
        if predicate is None and seen.tag(here) in ("VBN", "VBD"):
            predicate = choose(seen, here, count, ("object",), lexicon)
        if predicate:
            return Link(here, predicate, "said within")
    return None


def counted_role(seen: View, count: Count, lexicon: TollLexicon) -> Link | None:
    """The noun says in what state they are: "600,000 refugees", "four hostages"."""
    if count.head is None:
        return None
    for here in range(count.head, count.end):
        predicate = choose(seen, here, count, ("role", "state") if count.partitive else ("role",), lexicon)
        if predicate:
            return Link(here, predicate, "counted role")
    return None
