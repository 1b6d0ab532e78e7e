"""Whom a clause names besides: a party behind the predicate that has no place in its frame."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from warmonitor.coding.claims.candidates import Candidate
from warmonitor.coding.claims.deeds import DONE
from warmonitor.coding.claims.layers import Layers, within
from warmonitor.coding.mentions import PartyMention

ONE_SIDED = frozenset({"withdrawal", "deployment"})
"""Events that a party does by itself: whom else the clause names does not suffer it."""


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
    told = (p for p in stands if not _is_judged_for(parse[p.root], candidate.trigger))
    return tuple(p for p in told if not _acts_itself(parse[p.root], candidate.trigger))[:1]


def _is_judged_for(noun: Token, trigger: Token) -> bool:
    """ "The capture of the town was vital for the rebels": to whom a quality of the event matters."""
    above = noun.head
    return above.dep_ == "prep" and above.head.dep_ == "acomp" and above.head.head.i == trigger.head.i


def _in_passing(person: PartyMention, parse: Doc) -> bool:
    """A person by a pronoun, or by a name that only qualifies a noun: "the Assad family"."""
    return person.rule == "pronoun" or parse[person.root].dep_ in ("compound", "amod", "nmod", "poss")


def _acts_itself(noun: Token, trigger: Token) -> bool:
    """Whether a party is the subject of another verb, or joined to the event itself."""
    return noun.dep_ in ("nsubj", "nsubjpass") or (noun.dep_ == "conj" and noun.head.i == trigger.i)
