"""Which parties a noun phrase denotes: by its head, its owner, its joined names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from warmonitor.coding.claims.clauses import conjuncts
from warmonitor.coding.claims.layers import Layers, within
from warmonitor.coding.mentions import PartyMention

CARRYING = frozenset({"carry", "transport", "ferry", "bring", "take", "evacuate"})
NAME = 40
"""Characters of a party's name before and behind one of its words."""


def after(token: Token, prepositions: Iterable[str], layers: Layers) -> Iterator[PartyMention]:
    """Parties behind prepositions that hang from a word."""
    wanted = frozenset(prepositions)
    for prep in token.children:
        if prep.dep_ in ("prep", "agent") and prep.lower_ in wanted:
            for thing in prep.children:
                if thing.dep_ == "pobj":
                    yield from parties_of(thing, layers)


def parties_of(token: Token | None, layers: Layers) -> Iterator[PartyMention]:
    """The parties that a noun phrase denotes or that own it ("rebel positions", "Russian warplanes")."""
    if token is None:
        return
    for noun in conjuncts(token):
        parties = layers.party_at.get(noun.i)
        vehicle = not parties or parties[0].rule == "civilian thing"
        if vehicle and (carried := list(_carried(noun, layers))):
            yield from carried
        elif parties:
            yield from parties
            yield from _joint(noun, layers)
            yield from _among(noun, layers)
            yield from _by_name(noun, parties[0], layers)
        elif (owner := owner_of(noun, layers)) is not None:
            yield _with_its_noun(owner, noun)
        else:
            yield from _in_its_words(noun, layers)


def _carried(noun: Token, layers: Layers) -> Iterator[PartyMention]:
    """ "A bus carrying soldiers": whom it carries, not whose buses are."""
    for clause in noun.children:
        if clause.dep_ in ("acl", "relcl") and clause.lemma_ in CARRYING and clause.tag_ != "VBN":
            yield from (p for c in clause.children if c.dep_ == "dobj" for p in parties_of(c, layers))


def _in_its_words(noun: Token, layers: Layers) -> Iterator[PartyMention]:
    """ "Jaish al-Islam": a party whose name the parser cuts in two stands for either piece."""
    for party in within(layers.parties, noun.idx - NAME, noun.idx + NAME):
        if party.start <= noun.idx < party.end and not layers.document.parse[party.root].is_ancestor(noun):
            yield party


def _with_its_noun(owner: PartyMention, noun: Token) -> PartyMention:
    """ "Soviet marines", "rebel positions": the words that an owner stands before are part of what is said of it."""
    if not 0 < noun.i - owner.root <= 6 or owner.rule == "pronoun":
        return owner
    return replace(owner, end=max(owner.end, noun.idx + len(noun.text)))


def _by_name(noun: Token, party: PartyMention, layers: Layers) -> Iterator[PartyMention]:
    """ "Two guards, Jan Kos and Ivo Pek": people whom an apposition names one by one."""
    for child in noun.children:
        if child.dep_ == "appos" and not party.person:
            yield from (p for name in conjuncts(child) for p in layers.party_at.get(name.i, ()) if p.person)


def _joint(noun: Token, layers: Layers) -> Iterator[PartyMention]:
    """ "Russian and Syrian forces", "Russia/ LPR": the first word is a party of its own."""
    for child in noun.children:
        first = child.dep_ in ("amod", "nmod", "compound") and any(c.dep_ == "conj" for c in child.children)
        slashed = child.dep_ in ("amod", "compound", "nmod") and (child.text.endswith("/") or child.nbor().text == "/")
        if (first or slashed) and child.i in layers.party_at:
            yield layers.party_at[child.i][0]


def _among(noun: Token, layers: Layers) -> Iterator[PartyMention]:
    """ "groups including Hamas", "organisations such as the Red Cross": those named of the many."""
    for prep in noun.children:
        such = prep.lower_ == "as" and any(c.lower_ == "such" for c in prep.children)
        if prep.dep_ == "prep" and (prep.lower_ in ("including", "like") or such):
            for thing in (c for c in prep.children if c.dep_ == "pobj"):
                found = (p for n in conjuncts(thing) for p in layers.party_at.get(n.i, ()))
                yield from (p for p in found if p.person or p.kind != "civilians")


def owner_of(noun: Token, layers: Layers) -> PartyMention | None:
    """Whose it is: "Russian warplanes", "the army's positions", "a strike by the coalition"."""
    by = next(after(noun, ("by",), layers), None)
    if by is not None:
        return by  # "a terrorist attack by the brigade"
    for child in noun.children:
        if child.dep_ in ("amod", "compound", "poss", "nmod") and child.i in layers.party_at:
            return layers.party_at[child.i][0]
        if child.dep_ in ("amod", "compound"):
            inner = next((layers.party_at[c.i][0] for c in child.children if c.i in layers.party_at), None)
            if inner is not None:
                return inner
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ == "of":
            of = next((c for c in prep.children if c.dep_ == "pobj"), None)
            if of is not None and of.i in layers.party_at:
                return layers.party_at[of.i][0]
    for gerund in noun.children:  # "artillery shelling by the army", which the parser takes for a verb
        if gerund.dep_ == "acl" and gerund.tag_ == "VBG" and gerund.i == noun.i + 1:
            return next(after(gerund, ("by",), layers), None)
    return None


def once(parties: Iterable[PartyMention]) -> tuple[PartyMention, ...]:
    """Each party once, in the order of the words."""
    seen: dict[str, PartyMention] = {}
    for party in parties:
        seen.setdefault(party.entity, party)
    return tuple(seen.values())
