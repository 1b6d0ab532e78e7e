"""Mentions by name: actors, countries that act, people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from warmonitor.coding.parties import complements, metonyms, persons
from warmonitor.coding.parties.grammar import root_of, uses
from warmonitor.coding.parties.lexicon import Identity
from warmonitor.coding.parties.names import Hit
from warmonitor.coding.parties.phrases import Phrase
from warmonitor.coding.parties.rows import Number
from warmonitor.coding.parties.scene import Draft, Memory, Scene

WEAK_RULES = ("adjective", "owner", "supporter", "counterpart", "held")
"""Where a country's name is too far from acting for a pronoun to mean it."""

TITLES = 6
"""Words of title before a name at most."""
DESCRIBED = ("of", "sided", "called", "described", "backed", "the group")
"""Rules of descriptions, which a name in apposition makes precise."""


def swallowed(scene: Scene, found: Iterable[Phrase]) -> dict[int, Phrase]:
    """Names inside described phrases, by their last token: "Russian" in "Russian warplanes"."""
    return {
        scene.hit_of[at].last: phrase
        for phrase in found
        for at in range(phrase.first, phrase.at)
        if at in scene.hit_of and scene.side(scene.hit_of[at]) == "" and scene.hit_of[at] not in phrase.apart
    }


def name(hit: Hit, scene: Scene, memory: Memory, people: persons.People, inside: dict[int, Phrase]) -> None:
    """Remember the party that a name denotes where it stands."""
    phrase = inside.get(hit.last)
    if hit.name.form == "adjective" and (_calls_a_body(hit, scene) or _calls_a_person(hit, scene)):
        return
    if phrase is not None:
        _name_inside(hit, phrase, scene, memory)
    elif hit.name.form == "person":
        _person(hit, scene, memory, people)
    elif hit.name.form == "actor":
        _actor(hit, scene, memory)
    elif hit.name.form == "people":
        first = min(hit.first, scene.words.left(root_of(scene, hit)))
        _add(hit, scene, memory, Draft(first, hit.last, hit.last, scene.cast.civilians(hit.name.key), "people"))
    else:
        found = metonyms.meaning(scene, hit)
        if found is not None:
            draft = Draft(hit.first, hit.last, hit.last, found[0], found[1], "body", strong=found[1] not in WEAK_RULES)
            _add(hit, scene, memory, draft)


def _calls_a_body(hit: Hit, scene: Scene) -> bool:
    """ "Colombian Army of National Liberation": no more than where the body is from."""
    behind = scene.hit_of.get(hit.last + 1)
    return behind is not None and behind.name.form == "actor" and len(behind.name.words) > 1


def _calls_a_person(hit: Hit, scene: Scene) -> bool:
    """ "Italian Marco Rossi": a nationality before somebody's name, which may be one that the parser does not know."""
    words, behind = scene.words, range(hit.last + 1, min(hit.last + 3, len(scene.words.lower)))
    if words.entity[hit.last + 1 : hit.last + 2] == ["PERSON"]:
        return True
    named = [
        at for at in behind
        if words.pos[at] == "PROPN" and words.text[at][:1].isupper() and at not in scene.hit_of
        and words.lower[at] not in scene.lexicon.nouns and words.lower[at] not in scene.lexicon.sides
    ]  # fmt: skip
    return len(named) == 2 and words.entity[named[0]] in ("", "PERSON")


def _name_inside(hit: Hit, phrase: Phrase, scene: Scene, memory: Memory) -> None:
    """Of "Russian and Syrian planes" the first adjective is a party of its own; so is an owner's name."""
    identity = complements.forces_of(scene, hit)
    several = hit in phrase.owner_hits[:-1]
    if several and identity is not None and phrase.noun.sense not in ("civilians", "role"):
        if phrase.noun.sense in ("government", "political"):
            identity = scene.cast.government(hit.name.key)
        _add(hit, scene, memory, Draft(hit.first, hit.last, hit.last, identity, "adjective", "many", strong=False))
    elif hit.name.form == "person":
        owner = persons.known_person(scene, hit)
        _add(hit, scene, memory, Draft(hit.first, hit.last, hit.last, owner, "owner", "one", strong=False))


QUARTERS = frozenset({"west", "east", "north", "south"})


def _actor(hit: Hit, scene: Scene, memory: Memory) -> None:
    root = root_of(scene, hit)
    if scene.words.lower[hit.last] in QUARTERS and scene.words.dep[hit.last] in ("compound", "nmod"):
        return  # "the West Bank" is not the West
    first = _first(hit, root, scene)
    backers = [at for at in range(first, hit.first) if at in scene.hit_of and scene.side(scene.hit_of[at]) == "backed"]
    behind, _ = complements.backers_behind(scene, hit.last)
    strong = scene.side(hit) == ""
    identity = scene.cast.by_id(hit.name.key)
    number: Number = "many" if identity.kind == "civilians" else "body"
    draft = Draft(first, hit.last, root, identity, "named", number, backers + behind, strong)
    if scene.words.dep[root] == "appos":
        _name_described_group(scene.words.head[root], draft.identity, scene, memory)
    _add(hit, scene, memory, draft)


def _name_described_group(at: int, identity: Identity, scene: Scene, memory: Memory) -> None:
    """ "A coalition of rebel factions, the National Front": factions and coalition are the ones named."""
    words = scene.words
    for _ in range(2):
        described = memory.at.get(at)
        if described is None or described.rule not in DESCRIBED or described.identity.person:
            return
        if described.identity.kind == "civilians" != identity.kind:
            return  # "killed 42 people the Observatory said": no body is a number of people
        described.identity = identity
        if words.dep[at] != "pobj" or words.lower[words.head[at]] != "of":
            return
        at = words.head[words.head[at]]


def _first(hit: Hit, root: int, scene: Scene) -> int:
    """Where the phrase around a name begins; capitalised words before it are mostly another name or a headline."""
    words, first, left = scene.words, hit.first, scene.words.left(root)
    while first > left:
        before = first - 1
        if words.pos[before] == "PROPN" and before not in scene.hit_of and words.lower[before] != "-":
            break
        first = before
    return first


def _person(hit: Hit, scene: Scene, memory: Memory, people: persons.People) -> None:
    identity = persons.known_person(scene, hit)
    people.remember(identity, persons.group_of(scene, hit))
    root = root_of(scene, hit)
    _name_described(root, identity, scene, memory)
    _add(hit, scene, memory, Draft(_titled(hit.first, root, scene), hit.last, root, identity, "person", "one"))


def _titled(first: int, root: int, scene: Scene) -> int:
    """Where the titles before a name begin: "Syrian President", "the opposition leader"."""
    words, left = scene.words, max(scene.words.left(root), first - TITLES)
    while first > left and words.pos[first - 1] in ("NOUN", "PROPN", "ADJ", "DET"):
        first -= 1
    return first


def _name_described(root: int, identity: Identity, scene: Scene, memory: Memory) -> Draft | None:
    """ "The prime minister, Saad Hariri": the one described is the one named."""
    described = memory.at.get(_described(root, scene)) if scene.words.dep[root] == "appos" else None
    if described is None or described.rule == "person" or described.number == "many":
        return None
    somebody = described.number == "one" and described.identity.kind == "civilians"  # "his wife, Ana Ruiz"
    if not described.identity.person and not somebody:
        return None
    described.identity = replace(
        identity, kind=identity.kind if identity.kind != "unknown" else described.identity.kind
    )
    return described


def _described(name: int, scene: Scene) -> int:
    """Who a name in apposition names: also over a town, "the mayor of Melitopol, Ivan Fedorov,"."""
    words = scene.words
    at = words.head[name]
    of = words.head[at]
    town = words.dep[at] == "pobj" and words.lower[of] == "of" and words.pos[at] == "PROPN"
    return words.head[of] if town and words.lower[at + 1 : at + 2] == [","] else at


def name_unknown(first: int, last: int, scene: Scene, memory: Memory, people: persons.People) -> None:
    """Remember a person whom only this report names."""
    identity = persons.unknown_person(scene, people, first, last)
    if identity is None:
        return
    described = _name_described(last, identity, scene, memory)
    if described is not None and identity.kind == "unknown":
        identity = replace(described.identity, country=described.identity.country)
    memory.add(Draft(_titled(first, last, scene), last, last, identity, "person", "one"))


def name_organisation(first: int, last: int, scene: Scene, memory: Memory) -> None:
    """Remember an organisation that no table knows, where it speaks or acts; the parser calls many towns such."""
    words = scene.words
    root = next((at for at in range(last, first - 1, -1) if not first <= words.head[at] <= last), last)
    verb = words.head[root] if words.dep[root] != "pobj" else words.head[words.head[root]]
    behind_by = words.dep[root] == "pobj" and words.lower[words.head[root]] == "by"
    acts = (words.dep[root] == "nsubj" or behind_by) and uses(scene, verb) & {"speech", "force", "harm"}
    if not acts or words.lower[first] in scene.lexicon.nouns:
        return
    called = scene.text[words.start[first] : words.end[last]].removeprefix("the ").removeprefix("The ")
    if called:
        memory.add(Draft(first, last, root, Identity(called.lower(), called, "unknown"), "organisation", "body"))


def _add(hit: Hit, scene: Scene, memory: Memory, draft: Draft) -> None:
    draft.root = root_of(scene, hit)
    memory.add(draft)
    memory.at.setdefault(hit.last, draft)
