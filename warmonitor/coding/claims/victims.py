"""Who of the harmed is named: "six priests, including Jan Kos", "the wounded woman was identified as Ana Ruiz"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from warmonitor.coding.claims.candidates import Candidate
from warmonitor.coding.claims.clauses import conjuncts
from warmonitor.coding.claims.layers import Layers
from warmonitor.coding.claims.people import HARMING, mention_of, undergoers
from warmonitor.coding.mentions import PartyMention

IDENTIFYING = frozenset({"identify", "name"})
BESIDE = frozenset({"along", "together"})
PARTICIPLES = frozenset({"amod", "acl"})


def victims(candidate: Candidate, layers: Layers) -> tuple[PartyMention, ...]:
    """The people whom the sentence names as those harmed, or as harmed with them."""
    if candidate.event_type not in HARMING or candidate.rule.startswith("cue:"):
        return ()
    trigger = candidate.trigger
    harmed = [noun for top in undergoers(trigger) for noun in conjuncts(top)]
    if trigger.dep_ in PARTICIPLES:
        harmed.append(trigger.head)
    names = [name for noun in harmed for name in _named(noun)]
    names += [name for name in _included(trigger) if harmed]
    told = [_party(name, layers) for first in names for name in conjuncts(first) if _is_name(name)]
    beside = [p for noun in _beside(trigger) for p in layers.party_at.get(noun.i, ())]
    return (*told, *beside)


def _named(noun: Token) -> Iterator[Token]:
    yield from _included(noun)
    for verb in (noun.head, *noun.children):
        if verb.lemma_ in IDENTIFYING and (verb.dep_ == "acl" or noun.dep_ == "nsubjpass"):
            yield from (name for prep in verb.children if prep.lower_ == "as" for name in prep.children)
    above = noun.head
    if noun.dep_ == "nsubj" and above.lemma_ == "be":
        yield from (child for child in above.children if child.dep_ == "attr")
    if noun.dep_ == "pobj" and above.lower_ == "among" and above.head.lemma_ == "be":
        yield from (child for child in above.head.children if child.dep_ in ("nsubj", "attr"))


def _included(noun: Token) -> Iterator[Token]:
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ == "including":
            yield from (child for child in prep.children if child.dep_ == "pobj")


def _beside(verb: Token) -> Iterator[Token]:
    """ "Was abducted along with his driver": who is harmed with the subject of a passive."""
    if not any(child.dep_ == "nsubjpass" for child in verb.children):
        return
    for word in verb.children:
        for prep in word.children if word.lower_ in BESIDE else ():
            if prep.lower_ == "with":
                yield from (noun for child in prep.children if child.dep_ == "pobj" for noun in _told(child))


def _told(noun: Token) -> Iterator[Token]:
    for one in conjuncts(noun):
        yield one
        yield from (child for child in one.children if child.dep_ == "appos")


def _is_name(noun: Token) -> bool:
    return noun.pos_ == "PROPN" and noun.ent_type_ in ("PERSON", "") and noun.text[0].isupper()


def _party(name: Token, layers: Layers) -> PartyMention:
    known = layers.party_at.get(name.i)
    return known[0] if known and known[0].person else mention_of(name)
