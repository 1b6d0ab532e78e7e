"""Which sense of a trigger stands here: what must be beside it, and what a strike was made with."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from warmonitor.coding.events.lexicon import EventLexicon, Trigger
from warmonitor.records import EventType

OBJECTS = frozenset({"dobj", "nsubjpass", "pobj", "attr", "oprd", "dative", "obj"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECT_PREPOSITIONS = frozenset("of over on to into in from at against for with by through".split())
STRIKES = frozenset({"attack", "shelling", "bombing"})


def fits(trigger: Trigger, token: Token, lexicon: EventLexicon, places: frozenset[int], forces: frozenset[int]) -> bool:
    """Whether what `trigger` needs stands beside `token`; `places` and `forces` are token indices of such mentions."""
    need = trigger.needs
    if need is None:
        return True
    if need == "plural":
        return token.tag_ in ("NNS", "NNPS")
    for near in neighbours(token, subject=need in ("force", "air", "people", "building", "military", "workers", "life", "media", "officials", "crowd")):
        if need in lexicon.classes.get(near.lemma_.lower(), ()) or need in lexicon.classes.get(near.lower_, ()):
            return True
        if (need == "place" and near.i in places) or (need == "force" and near.i in forces):
            return True
    return False


def neighbours(token: Token, subject: bool) -> Iterator[Token]:
    """Objects, prepositional objects and modifiers of a word; its subject too if asked."""
    for child in token.children:
        dep = child.dep_
        if dep in OBJECTS or dep in ("compound", "amod", "poss", "nmod") or (subject and dep in SUBJECTS):
            yield child
            yield from _of(child)
            yield from (more for more in child.children if more.dep_ in ("conj", "compound", "amod"))
        elif dep in ("prep", "agent") and child.lower_ in OBJECT_PREPOSITIONS:
            for thing in child.children:
                if thing.dep_ == "pobj":
                    yield thing
                    yield from _of(thing)
    if token.dep_ in ("acl", "relcl") or (subject and token.dep_ in ("conj", "xcomp", "advcl")):
        yield token.head
    if token.dep_ in ("conj", "xcomp"):
        yield from (c for c in token.head.children if subject and c.dep_ in SUBJECTS)


def _of(token: Token) -> Iterator[Token]:
    """ "control of the town", "dozens of people": what the "of" leads to."""
    for prep in token.children:
        if prep.dep_ == "prep" and prep.lower_ == "of":
            yield from (thing for thing in prep.children if thing.dep_ == "pobj")


def by_means(event_type: EventType, token: Token, lexicon: EventLexicon) -> EventType:
    """A strike, attack or bombing by its weapon: "rocket attack", "jets bombed", "hit by artillery"."""
    if event_type not in STRIKES:
        return event_type
    for near in (*neighbours(token, subject=True), *_instruments(token)):
        kind = lexicon.weapons.get(near.lemma_.lower()) or lexicon.weapons.get(near.lower_)
        if kind:
            return kind
    return event_type


def _instruments(token: Token) -> Iterator[Token]:
    """What it was made with or by: "by artillery fire", "with rockets", "in an Israeli air raid"."""
    for prep in token.children:
        if prep.dep_ in ("prep", "agent") and prep.lower_ in ("with", "by", "from", "using", "in"):
            for thing in prep.children:
                yield thing
                yield from (m for m in thing.children if m.dep_ in ("compound", "amod", "conj"))
