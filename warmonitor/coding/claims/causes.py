"""Whose force it was that hurt people: "killed in a raid by the army", "wounded when warplanes bombed the market"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from warmonitor.coding.claims.candidates import Candidate
from warmonitor.coding.claims.clauses import VERBAL, arguments, conjuncts, governor
from warmonitor.coding.claims.deeds import HARMLESS
from warmonitor.coding.claims.denoting import after, parties_of
from warmonitor.coding.claims.frames import doing
from warmonitor.coding.claims.layers import Layers
from warmonitor.coding.claims.statements import FORCE
from warmonitor.coding.mentions import PartyMention

BY_WHAT = frozenset({"in", "by", "from", "after", "following"})
MEANWHILE = frozenset({"during", "amid", "under"})
STRUCK_BY = frozenset({"air_strike", "shelling", "bombing", "shooting"})
"""What is said to go on while people are killed has killed them only where it is fire itself: "during air strikes"."""
REACH = 20
"""Words from "the death of" to what caused it."""
AFTERWARDS = frozenset({"after", "following"})
WHEN = frozenset({"when", "where", "as", "after"})


def doers_of_harm(candidate: Candidate, layers: Layers) -> list[PartyMention]:
    """The parties whose act of force, named in the same clause or in its "when", did the harm of `candidate`."""
    verbs = list(_harming(candidate.trigger))
    for verb in verbs:
        for thing in _means(verb, layers):
            owners = [p for noun in conjuncts(thing) for p in _owners(noun, layers)]
            if owners:
                return owners
        during = (c for prep in verb.children if prep.lower_ == "during" for c in prep.children if c.dep_ == "pobj")
        made = [p for thing in during for p in _makers(thing, layers)]
        if made:
            return made
    forceful = {e.root for e in layers.events if e.event_type in FORCE}
    named = (thing for thing in _means_of_noun(candidate.trigger) if thing.i in forceful)
    if found := next((owners for thing in named if (owners := _owners(thing, layers))), []):
        return found
    if struck := [p for verb in verbs for p in _who_struck_where(verb, forceful, layers)]:
        return struck
    for clause in (c for verb in verbs for c in _clauses(verb) if _is_force(c, forceful)):
        if clause.dep_ == "pcomp" or any(c.lower_ in WHEN for c in clause.children if c.dep_ in ("advmod", "mark")):
            doers = [p for p in parties_of(arguments(clause).doer, layers) if p.kind not in HARMLESS]
            if doers:
                return doers
    return []


def _who_struck_where(verb: Token, forceful: set[int], layers: Layers) -> Iterator[PartyMention]:
    """ "Jets struck the market, where ten people were killed": whoever struck the place."""
    if verb.dep_ != "relcl" or all(c.lower_ != "where" for c in verb.children):
        return
    above = governor(verb.head)
    if above.i in forceful:
        yield from (p for p in doing(arguments(above).doer, layers) if p.kind not in HARMLESS)


def _is_force(verb: Token, forceful: set[int]) -> bool:
    """Whether a clause tells force by its verb or by the verb's object: "after jets carried out numerous strikes"."""
    return verb.i in forceful or any(c.dep_ == "dobj" and c.i in forceful for c in verb.children)


def _harming(trigger: Token) -> Iterator[Token]:
    """The verb of harm and those joined to it: "killed and 45 others injured in"."""
    yield trigger
    for child in trigger.children:
        if child.dep_ in ("conj", "advcl", "dep") and (child.pos_ in VERBAL or child.tag_ == "VBN"):
            yield from _harming(child)
        elif child.dep_ == "conj" or child.dep_ in ("nsubj", "nsubjpass", "dobj"):
            yield from (c for noun in conjuncts(child) for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN")


def _means(verb: Token, layers: Layers) -> Iterator[Token]:
    fire = {e.root for e in layers.events if e.event_type in STRUCK_BY}
    for prep in verb.children:
        if prep.dep_ in ("prep", "agent") and prep.lower_ in BY_WHAT | MEANWHILE:
            things = [c for c in prep.children if c.dep_ == "pobj" or (c.dep_ == "pcomp" and c.i in fire)]
            yield from (c for c in things if prep.lower_ in BY_WHAT or c.i in fire)


def _means_of_noun(harm: Token) -> Iterator[Token]:
    """ "The death of a woman and the injury of two in air strikes": wherever the parser hangs the phrase.

    With "shelling left six dead", the shelling.
    """
    left = harm.head if harm.head.lemma_ == "leave" and harm.dep_ not in ("nsubj", "relcl") else None
    if left is not None:
        yield from (c for c in left.children if c.dep_ == "nsubj")
    if harm.pos_ in VERBAL:
        return
    for token in harm.doc[harm.i + 1 : min(harm.i + REACH, harm.sent.end)]:
        if (token.pos_ in VERBAL and token.dep_ != "prep") or token.tag_ in ("WDT", "WP", "WRB"):
            return
        if token.dep_ == "pobj" and token.head.lower_ in BY_WHAT:
            yield token


def _clauses(verb: Token) -> Iterator[Token]:
    """Adverbial clauses, the parser's hung on a date among them: "died on 8 May, when troops shelled the car"."""
    for child in verb.children:
        if child.dep_ == "advcl" or (child.dep_ == "relcl" and any(c.lower_ in WHEN for c in child.children)):
            yield child
        elif child.dep_ == "prep" and child.lower_ in AFTERWARDS:
            yield from (c for c in child.children if c.dep_ == "pcomp" and any(b.dep_ == "agent" for b in c.children))
        elif child.dep_ in ("npadvmod", "prep"):
            yield from (c for date in (child, *child.children) for c in date.children if c.dep_ == "relcl")


def _owners(noun: Token, layers: Layers) -> list[PartyMention]:
    if noun.i in layers.party_at:  # "wounded in IS shelling": a noun that the parser takes for a verb
        shelling = any(c.dep_ == "acl" and c.tag_ == "VBG" and noun.nbor().i == c.i for c in noun.children)
        return [p for p in layers.party_at[noun.i] if p.kind not in HARMLESS] if shelling else []
    owners = doing(noun, layers)[:1]
    return [p for p in owners if p.kind not in HARMLESS] if owners else _makers(noun, layers)


def _makers(noun: Token, layers: Layers) -> list[PartyMention]:
    """ "An attack carried out by rebels"."""
    made = (c for c in noun.children if c.dep_ in ("acl", "relcl", "xcomp") and c.pos_ in VERBAL)
    return [p for verb in made for p in after(verb, ("by",), layers) if p.kind not in HARMLESS]
