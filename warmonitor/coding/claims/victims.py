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
HARMED = frozenset("victim dead deceased fatality casualty hostage captive body wounded injured slain killed".split())
BESIDE = frozenset({"along", "together"})
PARTICIPLES = frozenset({"amod", "acl"})


def victims(candidate: Candidate, layers: Layers) -> tuple[PartyMention, ...]:
    """The people whom the sentence names as those harmed, or as harmed with them."""
    trigger = candidate.trigger
    if candidate.rule.startswith("cue:"):
        return ()
    if candidate.event_type not in HARMING:
        return tuple(_party(name, layers) for name in _identified(trigger) if _is_name(name))
    harmed = [noun for top in undergoers(trigger) for noun in conjuncts(top)]
    if trigger.dep_ in PARTICIPLES:
        harmed.append(trigger.head)
    names = [name for noun in harmed for name in _named(noun)]
    names += [name for name in _included(trigger) if harmed]
    names += _identified_by(trigger)
    told = [_party(name, layers) for first in names for name in conjuncts(first) if _is_name(name)]
    told += [p for noun in harmed for name in _listed(noun) for p in layers.party_at.get(name.i, ()) if p.person]
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


def _identified(verb: Token) -> Iterator[Token]:
    """ "The dead were named as Jan Kos, 40, and his son Petr"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if verb.lemma_ not in IDENTIFYING or subject is None or subject.lemma_.lower() not in HARMED:
        return
    for prep in verb.children:
        for first in prep.children if prep.lower_ == "as" else ():
            for noun in conjuncts(first):
                yield noun
                yield from (c for c in noun.children if c.dep_ == "appos" and noun.pos_ == "NOUN")


def _identified_by(noun: Token) -> Iterator[Token]:
    """ "The ministry identified three of the dead as Jan Kos and Ana Ruiz"."""
    top = noun
    while top.dep_ in ("pobj", "prep") and top.head.i != top.i:
        top = top.head
    verb = top.head
    if verb.lemma_ in IDENTIFYING and top.dep_ == "dobj":
        yield from (name for prep in verb.children if prep.lower_ == "as" for name in prep.children)


def _listed(noun: Token) -> Iterator[Token]:
    """Names in a list behind those who are harmed, also where places between them lead the parser astray."""
    for child in noun.children:
        if child.i > noun.i and child.dep_ in ("appos", "conj"):
            if child.pos_ == "PROPN":
                yield child
            yield from _listed(child)
        elif child.dep_ == "prep" and child.lower_ in ("of", "from"):
            yield from (name for place in child.children if place.ent_type_ == "GPE" for name in _listed(place))


def _included(noun: Token) -> Iterator[Token]:
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ == "including":
            yield from (child for child in prep.children if child.dep_ == "pobj")


def _beside(verb: Token) -> Iterator[Token]:
    """ "Was abducted along with his driver": who is harmed with the subject of a passive."""
    subject = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    if subject is None:
        return
    for prep in subject.children:  # "the two men, together with Jan Kos, were taken hostage"
        if prep.lower_ == "with" and any(c.lower_ in BESIDE for c in prep.children):
            yield from (noun for child in prep.children if child.dep_ == "pobj" for noun in _told(child))
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
