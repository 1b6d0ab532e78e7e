"""Whom a clause names besides: a party behind the predicate that has no place in its frame."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from warmonitor.coding.claims.candidates import Candidate
from warmonitor.coding.claims.clauses import VERBAL, governor
from warmonitor.coding.claims.deeds import DONE
from warmonitor.coding.claims.layers import Layers, within
from warmonitor.coding.mentions import PartyMention

ONE_SIDED = frozenset({"withdrawal", "deployment", "protest"})
"""Events that a party does by itself: whom else the clause names does not suffer it."""
BEHIND = frozenset("of on upon against at among in inside into to near between by including".split())
"""Prepositions by which who is hit hangs on what hits it; behind others stand sources, times and reasons."""
HOLDING = frozenset({
    "hold", "control", "occupy", "base", "station", "house", "host", "shelter", "gather", "crowd", "crowded", "pack",
})  # fmt: skip
"""Verbs of whose ground is hit, and of who was there: "positions held by rebels", "a market crowded with people"."""
LEAVING = frozenset("leave cause result lead claim inflict kill injure wound hit target".split())
"""Verbs of what force does to people: "the attack left three people dead"."""
COUNTS = frozenset({"casualty", "victim", "hostage"})
"""Words for the harmed that say nothing of who they are."""
QUALIFYING = frozenset({"amod", "compound", "nmod"})
"""How words stand before a noun that they qualify: "terrorist explosions" hit no terrorists."""
STEPS = 8


def bystanders(
    candidate: Candidate, agents: tuple[PartyMention, ...], span: tuple[int, int], layers: Layers
) -> tuple[PartyMention, ...]:
    """A party that the clause names after its predicate and that does not act: "advanced into areas held by rebels"."""
    acting = {a.entity for a in agents} | {s.entity for a in agents for s in a.supporters}
    if candidate.event_type in ONE_SIDED:
        return ()
    parse = layers.document.parse
    named = [p for p in within(layers.parties, candidate.predicate.idx, span[1]) if p.entity not in acting]
    names = {(place.start, place.end) for place in within(layers.places, candidate.predicate.idx, span[1])}
    lands = names if candidate.event_type in DONE else set[tuple[int, int]]()
    stands = (p for p in named if (p.start, p.end) not in lands and not (p.person and _in_passing(p, parse)))
    stands = (p for p in stands if not _leads(parse[p.root]))
    told = (p for p in stands if not _is_judged_for(parse[p.root], candidate.trigger))
    if candidate.event_type in DONE:
        told = (p for p in told if _is_hit(parse[p.root], candidate))
    return tuple(p for p in told if not _acts_itself(parse[p.root], candidate.trigger))[:1]


def _is_hit(noun: Token, candidate: Candidate) -> bool:
    """Whether the words lead from a party to the event by what was hit or left behind, not by another clause."""
    if noun.lemma_.lower() in COUNTS or (noun.dep_ in QUALIFYING and noun.head.i == candidate.trigger.i):
        return False
    above = noun
    for _ in range(STEPS):
        if above.i in (candidate.trigger.i, candidate.predicate.i) or _stands_right_behind(above, candidate.trigger):
            return True
        if above.dep_ == "prep" and above.lower_ not in BEHIND and above.head.lemma_ not in HOLDING:
            return False
        if above.pos_ in VERBAL and not _tells_on(above, candidate):
            return False
        if above.pos_ in VERBAL and above.i == governor(candidate.trigger).i:
            return True
        above = above.head
    return False


def _stands_right_behind(noun: Token, trigger: Token) -> bool:
    """ "Missiles hit positions": an object, whatever the parser makes of it."""
    return trigger.pos_ in VERBAL and noun.pos_ == "NOUN" and noun.i == trigger.i + 1


def _tells_on(verb: Token, candidate: Candidate) -> bool:
    """ "Positions held by", "the attack left three dead": a verb that says more of what was hit, or of what it did."""
    if verb.dep_ in ("acl", "relcl", "amod"):
        return verb.lemma_ in HOLDING | LEAVING or verb.head.i == candidate.trigger.i
    return verb.lemma_ in LEAVING | {"be"} and governor(candidate.trigger).i == verb.i


def _leads(noun: Token) -> bool:
    """ "With the help of US-led air strikes": whose strikes they are."""
    return noun.head.lower_ in ("led", "backed") and noun.i + 1 < len(noun.doc) and noun.nbor().is_punct


def _is_judged_for(noun: Token, trigger: Token) -> bool:
    """ "The capture of the town was vital for the rebels": to whom a quality of the event matters."""
    above = noun.head
    return above.dep_ == "prep" and above.head.dep_ == "acomp" and above.head.head.i == trigger.head.i


def _in_passing(person: PartyMention, parse: Doc) -> bool:
    """A person by a pronoun, or by a name that only qualifies a noun: "the Assad family"."""
    return person.rule == "pronoun" or parse[person.root].dep_ in QUALIFYING | {"poss"}


def _acts_itself(noun: Token, trigger: Token) -> bool:
    """Whether a party is the subject of another verb, or joined to the event itself."""
    return noun.dep_ in ("nsubj", "nsubjpass") or (noun.dep_ == "conj" and noun.head.i == trigger.i)
