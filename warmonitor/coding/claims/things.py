"""Buildings, vehicles, lines and works that are hit, as targets in the words of the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Token

from warmonitor.codebook.tables import Row, read_table
from warmonitor.coding.claims.candidates import Candidate
from warmonitor.coding.claims.clauses import VERBAL, arguments, conjuncts
from warmonitor.coding.claims.deeds import STRIKING
from warmonitor.coding.claims.layers import Layers
from warmonitor.coding.events.senses import BURSTING
from warmonitor.coding.mentions import PartyMention
from warmonitor.records import EventType, PartyKind

AIMED = frozenset("on at in against of near into inside outside under to beside behind upon".split())
INSIDE = frozenset(("in", "into", "inside", "under", "to", "near", "behind", "beside", "outside"))
PERSONAL: frozenset[EventType] = frozenset({"shooting"})
"""Events that may happen in a car or near a house without hitting it."""
FRONT = frozenset({"front", "vicinity", "side", "entrance", "roof", "door"})
""" "In front of the embassy": the embassy is hit."""
CRAFT = frozenset("plane airplane airliner aircraft jet helicopter ship boat vessel ferry train tanker bus".split())
"""What is hit where it blows up; a car may have been the bomb."""
OF_NATIONALS = frozenset(
    "airliner airplane plane aircraft ship boat vessel bank company firm shop store restaurant hotel school university "
    "institute newspaper church mosque temple factory pipeline industry car bus truck tanker farm bridge".split()
)
"""Things of a country's people and firms."""
BEFORE = frozenset(("det", "amod", "compound", "nmod", "nummod", "poss", "punct"))
Things = Mapping[str, PartyKind]


class Thing(Row):
    """A word for a thing that is hit, by lemma, and whom that hits."""

    word: str
    kind: PartyKind


def read_things() -> Things:
    """Reads `struck_things.tsv`."""
    return {row.word: row.kind for row in read_table("struck_things", Thing)}


def struck(candidate: Candidate, layers: Layers, things: Things) -> tuple[PartyMention, ...]:
    """The things that the event hits, each with its own words; nothing for events that hit none."""
    if candidate.event_type not in STRIKING:
        return ()
    named = (noun for hit in _hit(candidate) for noun in _named(hit))
    nouns = {noun.i: noun for noun in named if noun.lemma_.lower() in things or noun.lower_ in things}
    return _told_apart([_mention(noun, layers, things) for _, noun in sorted(nouns.items())], candidate)


def _told_apart(hit: list[PartyMention], candidate: Candidate) -> tuple[PartyMention, ...]:
    """Of several things that civilians own or live in, the first stands for them, the others for themselves."""
    parse, known, told = candidate.trigger.doc, set[str](), list[PartyMention]()
    for thing in hit:
        if thing.entity in known and thing.kind == "civilians":
            name = _text(parse[thing.root], _first(parse[thing.root]), thing.end)
            thing = replace(thing, name=name, entity=name.lower())
        known.add(thing.entity)
        told.append(thing)
    return tuple(told)


def _hit(candidate: Candidate) -> Iterator[Token]:
    """What the event is done to, and what stands where it happens."""
    token = candidate.trigger
    if token.pos_ in VERBAL:
        undergoer = arguments(token).undergoer
        if undergoer is not None:
            yield undergoer
        yield from (c for c in token.children if c.dep_ == "dobj" and c is not undergoer)  # a list cut in two
        if undergoer is None and token.lemma_ in BURSTING:
            yield from (c for c in token.children if c.dep_ == "nsubj" and c.lemma_.lower() in CRAFT)
    aimed = AIMED - INSIDE if candidate.event_type in PERSONAL else AIMED
    if candidate.event_type in PERSONAL and any(c.dep_ == "agent" for c in token.children):
        return  # "shot by two men on a motorcycle"
    for word in dict.fromkeys((token, candidate.predicate)):
        for prep in word.children:
            if prep.dep_ == "prep" and prep.lower_ in aimed:
                yield from _behind(prep)


def _behind(prep: Token) -> Iterator[Token]:
    for noun in prep.children:
        if noun.dep_ != "pobj":
            continue
        inner = [of for of in noun.children if of.dep_ == "prep" and of.lower_ == "of"]
        if noun.lower_ in FRONT and inner:
            yield from _behind(inner[0])
        else:
            yield noun


def _named(noun: Token) -> Iterator[Token]:
    """The noun, those joined to it, and those that a list behind it names: "three vehicles: a van, a bus"."""
    for one in conjuncts(noun):
        yield one
        for child in one.children:
            if child.dep_ == "appos":
                yield from conjuncts(child)


def _mention(noun: Token, layers: Layers, things: Things) -> PartyMention:
    """The thing as whoever owns or lives in it, where the report or its kind tells; else as itself."""
    start, end = _words(noun)
    kind = things.get(noun.lemma_.lower()) or things.get(noun.lower_, "unknown")
    rule = f"thing:{noun.lemma_.lower()}"
    owner = next(iter(layers.party_at.get(noun.i, ())), None)
    if owner is not None:
        return replace(owner, start=min(start, owner.start), end=max(end, owner.end), rule=rule)
    name = "Civilians" if kind == "civilians" else _text(noun, _first(noun), end)
    entity = "civilians" if kind == "civilians" else name.lower()
    return PartyMention(start, end, noun.i, entity, name, kind, None, rule)


def _text(noun: Token, start: int, end: int) -> str:
    span = noun.doc.char_span(start, end, alignment_mode="expand")
    return noun.text if span is None else str(span.text)


def _words(noun: Token) -> tuple[int, int]:
    """From the article to the end of "of the local corporation", without further clauses."""
    last = noun
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ == "of" and prep.i == last.i + 1:
            inner = next((c for c in prep.children if c.dep_ == "pobj"), None)
            if inner is not None and inner.i - noun.i <= 8:
                last = inner
    return noun.doc[_left(noun)].idx, last.idx + len(last.text)


def _left(noun: Token) -> int:
    kept = [c.left_edge.i for c in noun.children if c.i < noun.i and c.dep_ in BEFORE]
    return min([noun.i, *(i for i in kept if noun.i - i <= 12)])


def _first(noun: Token) -> int:
    """Where its words begin without the article and the number."""
    at = _left(noun)
    while at < noun.i and (noun.doc[at].pos_ in ("DET", "NUM", "PUNCT") or noun.doc[at].dep_ in ("det", "nummod")):
        at += 1
    return noun.doc[at].idx


def _is_of_nationals(thing: PartyMention) -> bool:
    """ "A Colombian airliner": a country's without being its government's."""
    return thing.rule.partition(":")[2] in OF_NATIONALS


def merged(targets: Iterable[PartyMention], hit: Iterable[PartyMention]) -> tuple[PartyMention, ...]:
    """Parties and things in reading order; a thing whose words name its owner is the owner's, in all its words."""
    kept = list(targets)
    for thing in hit:
        owner = next((t for t in kept if t.start < thing.end and thing.start < t.end), None)
        if owner is None:
            kept.append(thing)
        elif owner.kind == "government" and owner.rule == "adjective" and _is_of_nationals(thing):
            kept[kept.index(owner)] = thing
        else:
            kept[kept.index(owner)] = replace(owner, start=min(owner.start, thing.start), end=max(owner.end, thing.end))
    return tuple(sorted(kept, key=lambda party: (party.start, party.end)))
