"""Which trigger stands at a token: phrases as written, verbs with their particles, nouns with what they are made of."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from warmonitor.coding.events.lexicon import Entry, EventLexicon, Trigger
from warmonitor.coding.events.senses import fits

VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN"})
PARTICLES = frozenset({"prt", "advmod", "prep"})

Match = tuple[Trigger, Token, Token]
"""A trigger, its last token and its head."""


def may_start(token: Token, lexicon: EventLexicon) -> bool:
    """Whether any trigger starts with a word: one that is cheap to ask of every token."""
    lower = token.lower_
    return lower in lexicon.firsts or token.lemma_.lower() in lexicon.firsts or lower[:-1] in lexicon.firsts


def match(token: Token, lexicon: EventLexicon, places: frozenset[int], forces: frozenset[int]) -> Match | None:
    """The trigger that starts at a token; phrases as written come first."""
    for trigger, parts in lexicon.phrases.get(token.lower_, ()):
        last = _in_a_row(token, parts)
        if last is not None:
            head = _head(token, last)
            if fits(trigger, head, lexicon, places, forces):
                return trigger, last, head
    if token.pos_ in VERBAL:
        return _verb(token, lexicon, places, forces)
    entries = _nouns(token, lexicon)
    for trigger, parts in entries or ():
        last = _in_a_row(token, parts)
        if last is not None and fits(trigger, last, lexicon, places, forces):
            return trigger, last, last
    return None if entries is not None else _adjective(token, lexicon, places, forces)


def _nouns(token: Token, lexicon: EventLexicon) -> tuple[Entry, ...] | None:
    """The noun triggers that start with a word; None where it cannot be one."""
    lemma = token.lemma_.lower()
    if token.pos_ not in NOMINAL and lemma not in lexicon.nouns:
        return None
    return lexicon.nouns.get(lemma) or lexicon.nouns.get(token.lower_, ())


def _adjective(token: Token, lexicon: EventLexicon, places: frozenset[int], forces: frozenset[int]) -> Match | None:
    if token.pos_ != "ADJ" or token.dep_ == "compound":
        return None
    for trigger, _ in lexicon.adjectives.get(token.lower_, ()):
        if fits(trigger, token, lexicon, places, forces):
            return trigger, token, token
    return None


def _verb(token: Token, lexicon: EventLexicon, places: frozenset[int], forces: frozenset[int]) -> Match | None:
    for trigger, parts in _of_verb(token, lexicon):
        last = _with_particle(token, parts)
        if last is not None and fits(trigger, token, lexicon, places, forces):
            return trigger, last if last.i >= token.i else token, token
    return None


def _of_verb(token: Token, lexicon: EventLexicon) -> Iterable[Entry]:
    """The triggers of a verb by its lemma, or with the silent e that the tagger loses ("raped" is no "rap")."""
    found = lexicon.verbs.get(token.lemma_.lower())
    if found is None and token.tag_ in ("VBD", "VBN"):
        found = lexicon.verbs.get(token.lower_[:-1]) or lexicon.verbs.get(token.lower_)
    return found or ()


def _with_particle(verb: Token, parts: tuple[str, ...]) -> Token | None:
    """The last token of a verb with its particle, wherever that stands, or with the words behind it."""
    if len(parts) == 1:
        return verb
    if len(parts) == 2:
        for child in verb.children:
            if child.dep_ in PARTICLES and child.lower_ == parts[1]:
                return child
    return _in_a_row(verb, parts)


def _in_a_row(first: Token, parts: tuple[str, ...]) -> Token | None:
    """The last token where the words stand one after another, as written or inflected."""
    parse, at = first.doc, first.i
    if at + len(parts) > len(parse):
        return None
    for k in range(1, len(parts)):
        token = parse[at + k]
        if parts[k] != token.lower_ and parts[k] != token.lemma_.lower():
            return None
    return parse[at + len(parts) - 1]


def _head(first: Token, last: Token) -> Token:
    """The token of the phrase that the others hang from; a verb if there is one."""
    inside = list(first.doc[first.i : last.i + 1])
    verbs = [t for t in inside if t.pos_ in VERBAL and t.dep_ not in ("aux", "auxpass")]
    return (verbs or [t for t in inside if not first.i <= t.head.i <= last.i] or inside)[0]
