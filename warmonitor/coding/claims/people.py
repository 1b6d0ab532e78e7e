"""Those who are killed, hurt or taken, where no finder of parties knows the word for them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from warmonitor.coding.claims.candidates import Candidate
from warmonitor.coding.claims.clauses import VERBAL, arguments, conjuncts
from warmonitor.coding.claims.layers import Layers, within
from warmonitor.coding.claims.things import Things
from warmonitor.coding.mentions import PartyMention
from warmonitor.records import EventType

HARMING: frozenset[EventType] = frozenset({
    "casualty_report", "abduction", "arrest", "execution", "shooting", "sexual_violence",
})  # fmt: skip
DONE_TO_ONE = frozenset(
    "death murder assassination killing kidnapping abduction execution slaying massacre shooting".split()
)
"""Nouns whose "of" names who suffers."""
NOBODY = frozenset(
    "hope chance idea time dream proposal bill peace process dialogue talk negotiation democracy all none number total "
    "rest toll casualty victim fire spirit cause report operation mission scene site spot area region "
    "enemy thing shot round bullet blood volley burst gun weapon bomb rocket grenade missile shell device one nobody "
    "rifle pistol machinegun launcher mortar ammunition dynamite explosive knife machete nothing".split()
)
"""What is killed or wounded in a manner of speaking, and words that stand for a figure."""
UNNAMED = frozenset(
    {"GPE", "LOC", "DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "EVENT", "PRODUCT"}
)


def sufferers(candidate: Candidate, layers: Layers, things: Things) -> tuple[PartyMention, ...]:
    """Whom the event is done to, in the words of the report: by name, else as civilians."""
    if candidate.event_type not in HARMING or candidate.rule.startswith("cue:"):
        return ()
    found = [noun for top in undergoers(candidate.trigger) for noun in _each(top) if _is_human(noun, layers, things)]
    events = {event.root for event in layers.events} if found else set()
    return tuple(mention_of(noun) for noun in found if noun.i not in events)


def undergoers(token: Token) -> Iterator[Token]:
    """The nouns of those whom a verb or a noun of harm befalls."""
    if token.pos_ in VERBAL:
        undergoer = arguments(token).undergoer
        if undergoer is not None and undergoer.i != token.i:
            yield undergoer
    elif token.lemma_.lower() in DONE_TO_ONE:
        for child in token.children:
            if child.dep_ == "poss":
                yield child
            elif child.lower_ == "of":
                yield from (noun for noun in child.children if noun.dep_ == "pobj")


def _each(top: Token) -> Iterator[Token]:
    """A noun and those joined to it, each by the name that stands behind it: "their colleague Ana Ruiz"."""
    for noun in conjuncts(top):
        names = [c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN"]
        yield from (name for first in names[:1] for name in conjuncts(first))
        if not names:
            yield noun


def _is_human(noun: Token, layers: Layers, things: Things) -> bool:
    """Whether a noun may be people: none of the things, places and ways of speaking that it could be instead."""
    lemma = noun.lemma_.lower()
    if (
        noun.pos_ not in ("NOUN", "PROPN")
        or lemma in NOBODY
        or lemma in things
        or noun.ent_type_ in UNNAMED
        or not noun.is_alpha
    ):
        return False
    end = noun.idx + len(noun.text)
    return not any(
        p.is_place and p.start <= noun.idx < p.end for p in within(layers.places, max(0, noun.idx - 40), end + 40)
    )


def mention_of(noun: Token) -> PartyMention:
    """A party in the words around a noun: a person by name, else civilians."""
    doc, first = noun.doc, _name_start(noun)
    start = doc[_left(noun)].idx
    end = noun.idx + len(noun.text)
    name = str(doc[first : noun.i + 1].text)
    if noun.pos_ == "PROPN" and first < noun.i:
        return PartyMention(start, end, noun.i, name.lower(), name, "civilians", None, "harmed:name", person=True)
    return PartyMention(
        start, end, noun.i, f"civilians:{noun.lemma_.lower()}", "Civilians", "civilians", None, "harmed"
    )


def _left(noun: Token) -> int:
    kept = [
        c.left_edge.i
        for c in noun.children
        if c.i < noun.i and c.dep_ in ("det", "amod", "compound", "nummod", "poss", "nmod")
    ]
    return min([noun.i, *(i for i in kept if noun.i - i <= 12)])


def _name_start(noun: Token) -> int:
    """First of the capitalised words that end in the noun, without titles that are no names."""
    at = noun.i
    while at > 0 and noun.doc[at - 1].pos_ == "PROPN" and noun.doc[at - 1].text[:1].isupper() and noun.i - at < 5:
        at -= 1
    while at < noun.i and noun.ent_type_ == "PERSON" and noun.doc[at].ent_type_ != "PERSON":
        at += 1
    return at
