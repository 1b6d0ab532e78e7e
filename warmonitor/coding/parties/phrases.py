"""Noun phrases that describe a party: where they stand and what stands before their head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from warmonitor.coding.parties.lexicon import Identity, Noun
from warmonitor.coding.parties.names import Hit
from warmonitor.coding.parties.rows import PersonRow, Side
from warmonitor.coding.parties.scene import Scene

BEFORE_NOUN = frozenset(("compound", "amod", "nmod", "npadvmod"))
NOMINAL = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr", "appos", "ROOT", "dative"))
CALLED = frozenset(("rebel", "separatist", "guerrilla", "jihadist", "militant", "terrorist"))
"""Senses whose words are party nouns whatever the tagger thinks of them."""
MODIFYING = CALLED | {"force", "militia", "police", "government", "fighters", "officer"}
"""Senses whose words denote a party even before another noun: "army operation"."""

BUILDINGS = frozenset("house building buildings palace office offices hospital school headquarters".split())

MODEL = re.compile(r"(?:su|mig|f|tu|il|mi|ka|ah|uh|mq|rq|tb|ch)-?\d{1,3}[a-z]{0,3}")
"""Aircraft by type: "Su-34", "F-16s"."""
AIRCRAFT = Noun("arms", "many", "")


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
    backers: list[int] = field(default_factory=list)
    """Last tokens of the names before "-backed"."""
    apart: list[Hit] = field(default_factory=list)
    """Names before an "and" that are parties beside this one: "ISIS and Kurdish forces"."""
    apart_sides: list[int] = field(default_factory=list)
    """The same for words: "rebel and government forces"."""

    def country(self, scene: Scene) -> str | None:
        """The country named, else the one at war."""
        return self.owners[-1] if self.owners else scene.cast.theatre


def phrases(scene: Scene) -> Iterator[Phrase]:
    """Every party noun of a text that is not swallowed by another one after it."""
    words, nouns = scene.words, scene.lexicon.nouns
    for at, lower in enumerate(words.lower):
        noun = nouns.get(lower) or (AIRCRAFT if "-" in lower and MODEL.fullmatch(lower) else None)
        if noun is None or at in scene.hit_of or noun.sense == "site":
            continue
        if scene.held(at):
            if noun.sense in MODIFYING:
                yield read(scene, Phrase(at, _close_left(scene, at), noun, modifies=True))
        elif _is_noun(scene, at, noun):
            if words.head[at] > at and words.dep[at] in BEFORE_NOUN:
                if _modifies(scene, at, noun):
                    yield read(scene, Phrase(at, _close_left(scene, at), noun, modifies=True))
            else:
                yield read(scene, Phrase(at, words.left(at), noun))


def _modifies(scene: Scene, at: int, noun: Noun) -> bool:
    """Whether a party noun before another noun still denotes its party; before a party noun it belongs to that."""
    words, head = scene.words, scene.words.head[at]
    if noun.sense == "government" and (words.lower[head] in BUILDINGS or words.lower[at - 1] == "local"):
        return False
    if words.lower[head] in scene.lexicon.nouns and head not in scene.hit_of:
        return False
    if noun.sense == "civilians":
        return bool(noun.called) and "spatial" not in scene.lexicon.contexts.get(words.lower[head], ())
    return noun.sense in MODIFYING and words.entity[head] != "PERSON" and words.lower[head] != "-"


def read(scene: Scene, phrase: Phrase) -> Phrase:
    """Fill in what stands before the head; a conjunct without words of its own shares the owner of the first."""
    _read_left(scene, phrase, phrase.first, phrase.at)
    words = scene.words
    if words.dep[phrase.at] == "conj" and not phrase.owners and words.child(phrase.at, "det", "poss") is None:
        head = words.head[phrase.at]
        if head < phrase.at and words.pos[head] in ("NOUN", "PROPN"):
            shared = Phrase(head, words.left(head), phrase.noun)
            _read_left(scene, shared, shared.first, head)
            if not phrase.sides & shared.sides and not phrase.actors and not phrase.leaders:
                phrase.owners, phrase.backers = shared.owners, shared.backers or phrase.backers
    return phrase


def _read_left(scene: Scene, phrase: Phrase, first: int, last: int) -> None:
    at = first
    while at < last:
        hit = scene.hit_of.get(at)
        if hit is not None and hit.last < last:
            _note_name(scene, phrase, hit)
            at = hit.last + 1
            continue
        side = scene.lexicon.sides.get(scene.words.lower[at])
        if side is not None and hit is None:
            armed_forces = side == "armed" and at + 1 < last and scene.words.lower[at + 1] == "forces"
            _note_side(scene, phrase, at, "government" if armed_forces else side)  # "Armed Forces members"
        elif scene.words.lower[at] in ("and", "or") and (phrase.actors or phrase.sides):
            _set_apart(scene, phrase, at, last)
        at += 1


def _set_apart(scene: Scene, phrase: Phrase, joint: int, last: int) -> None:
    """What stands before an "and" is another party if the words behind it name one of their own."""
    behind = range(joint + 1, last)
    if not any(at in scene.hit_of or scene.words.lower[at] in scene.lexicon.sides for at in behind):
        return
    for at in range(phrase.first, joint):
        hit = scene.hit_of.get(at)
        if hit is not None and hit.last == at and hit.name.form == "actor":
            phrase.apart.append(hit)
        elif hit is None and scene.words.lower[at] in scene.lexicon.sides:
            phrase.apart_sides.append(at)
    phrase.actors.clear()
    phrase.sides.clear()


def _note_name(scene: Scene, phrase: Phrase, hit: Hit) -> None:
    side, form, key = scene.side(hit), hit.name.form, hit.name.key
    if side == "backed":
        phrase.backers.append(hit.last)
    elif side == "pro":
        phrase.pro.append(key)
    elif side == "anti":
        phrase.sides |= {"rebel"} if form == "person" else set()
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
    if prefix in ("anti", "counter"):
        phrase.sides |= {"rebel"} if side == "government" else {"police"} if side in CALLED else set()
    elif prefix == "pro":
        phrase.pro.append(scene.words.lower[at])
    elif not scene.held(at):
        phrase.sides.add(side)


def _is_noun(scene: Scene, at: int, noun: Noun) -> bool:
    pos = scene.words.pos[at]
    if scene.words.lower[at] == "state" and not _of_a_country(scene, at):
        return False
    owner = scene.words.dep[at] == "poss" and scene.words.pos[scene.words.head[at]] == "PROPN"
    if owner and scene.words.text[at][0].isupper():
        return False
    if pos in ("NOUN", "PROPN") or noun.sense in CALLED:
        return True
    told = pos == "ADJ" or (pos == "VERB" and scene.words.child(at, "det") is not None)  # "the dead", "the wounded"
    return told and scene.words.dep[at] in NOMINAL


def _of_a_country(scene: Scene, at: int) -> bool:
    """ "The Turkish state": the word alone may be a province or a condition, and "state television" is no state."""
    hit = scene.hit_of.get(at - 1) if at else None
    words = scene.words
    named = hit is not None and hit.last == at - 1 and hit.name.form == "adjective"
    return named and words.dep[at] not in BEFORE_NOUN


def _close_left(scene: Scene, at: int) -> int:
    """The words right before a modifier that belong to it: names, sides, an article."""
    first, lower = at, scene.words.lower
    while first:
        before = first - 1
        hit = scene.hit_of.get(before)
        if hit is not None and hit.last == before:
            first = hit.first
        elif lower[before] in scene.lexicon.sides or lower[before] in ("-", "backed"):
            first = before
        else:
            return before if lower[before] == "the" else first
    return first
