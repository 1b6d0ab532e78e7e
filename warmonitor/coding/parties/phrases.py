"""Noun phrases that describe a party: where they stand and what stands before their head."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from warmonitor.coding.parties.lexicon import Identity, Noun
from warmonitor.coding.parties.names import Hit
from warmonitor.coding.parties.rows import PersonRow, Side
from warmonitor.coding.parties.scene import Scene

BEFORE_NOUN = ("compound", "amod", "nmod", "npadvmod", "poss")
NOMINAL = ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr", "appos", "ROOT", "dative")
CALLED = ("rebel", "separatist", "guerrilla", "jihadist", "militant", "terrorist")
"""Senses whose words are party nouns whatever the tagger thinks of them."""
MODIFYING = (*CALLED, "force", "militia", "police", "government", "fighters", "officer")
"""Senses whose words denote a party even before another noun: "army operation"."""


@dataclass(slots=True)
class Phrase:
    """A party noun with what stands before it."""

    at: int
    first: int
    noun: Noun
    modifies: bool = False
    """It stands before a noun that is no party: "rebel positions", "army operation"."""
    owners: list[str] = field(default_factory=list)
    """Countries, by ISO code: "Syrian", "Turkey's"."""
    owner_hits: list[Hit] = field(default_factory=list)
    actors: list[Identity] = field(default_factory=list)
    leaders: list[PersonRow] = field(default_factory=list)
    sides: set[Side] = field(default_factory=set)
    pro: list[str] = field(default_factory=list)
    """Countries and "government" after "pro-"."""
    against: list[str] = field(default_factory=list)
    backers: list[int] = field(default_factory=list)
    """Last tokens of the names before "-backed"."""


def phrases(scene: Scene) -> Iterator[Phrase]:
    """Every party noun of a text that is not swallowed by another one after it."""
    words, nouns = scene.words, scene.lexicon.nouns
    for at, lower in enumerate(words.lower):
        noun = nouns.get(lower)
        if noun is None or at in scene.hit_of or not _is_noun(scene, at, noun):
            continue
        head = words.head[at]
        if head > at and words.dep[at] in BEFORE_NOUN and words.dep[at] != "poss":
            if _is_party(scene, head) or noun.sense not in MODIFYING or words.entity[head] == "PERSON":
                continue
            yield read(scene, Phrase(at, _close_left(scene, at), noun, modifies=True))
        else:
            yield read(scene, Phrase(at, words.left(at), noun))


def read(scene: Scene, phrase: Phrase) -> Phrase:
    """Fill in what stands before the head."""
    at = phrase.first
    while at < phrase.at:
        hit = scene.hit_of.get(at)
        if hit is not None and hit.last < phrase.at:
            _note_name(scene, phrase, hit)
            at = hit.last + 1
            continue
        side = scene.lexicon.sides.get(scene.words.lower[at])
        if side is not None:
            _note_side(scene, phrase, at, side)
        at += 1
    return phrase


def _note_name(scene: Scene, phrase: Phrase, hit: Hit) -> None:
    side, form, key = scene.side(hit), hit.name.form, hit.name.key
    if side == "backed":
        phrase.backers.append(hit.last)
    elif side == "pro":
        phrase.pro.append(key)
    elif side == "anti":
        phrase.against.append(key)
    elif side in ("held", "linked"):
        return
    elif form == "actor":
        phrase.actors.append(scene.cast.by_id(key))
    elif form == "person":
        phrase.leaders.append(scene.lexicon.people[key])
    else:
        phrase.owners.append(key)
        phrase.owner_hits.append(hit)


def _note_side(scene: Scene, phrase: Phrase, at: int, side: Side) -> None:
    prefix = scene.prefix(at)
    if prefix == "anti":
        phrase.sides.add("rebel")
    elif prefix == "pro":
        phrase.pro.append(scene.words.lower[at])
    elif not scene.held(at):
        phrase.sides.add(side)


def _is_noun(scene: Scene, at: int, noun: Noun) -> bool:
    pos, dep = scene.words.pos[at], scene.words.dep[at]
    if pos in ("NOUN", "PROPN"):
        return not scene.held(at) or noun.sense in MODIFYING
    if noun.sense in CALLED:
        return True
    return pos == "ADJ" and dep in NOMINAL


def _is_party(scene: Scene, at: int) -> bool:
    return scene.words.lower[at] in scene.lexicon.nouns and at not in scene.hit_of


def _close_left(scene: Scene, at: int) -> int:
    """The words right before a modifier that belong to it: names, sides, an article."""
    first = at
    while first:
        before = first - 1
        hit = scene.hit_of.get(before)
        if hit is not None and hit.last == before:
            first = hit.first
        elif scene.words.lower[before] in scene.lexicon.sides or scene.words.lower[before] in ("-", "backed", "the"):
            first = before
            if scene.words.lower[before] == "the":
                break
        else:
            break
    return first
