"""Mentions by description: "the army", "a coalition of rebel factions", "both sides"."""

from __future__ import annotations

from collections.abc import Mapping

from warmonitor.coding.parties import complements
from warmonitor.coding.parties.armed import BACK
from warmonitor.coding.parties.cast import person
from warmonitor.coding.parties.choosing import ARMED_KINDS, FIGHTING, RECENT, STATE_KINDS, arms_of, is_armed_group
from warmonitor.coding.parties.lexicon import Identity
from warmonitor.coding.parties.phrases import Phrase
from warmonitor.coding.parties.scene import Draft, Memory, Scene
from warmonitor.coding.parties.senses import identify
from warmonitor.coding.parties.society import STATES
from warmonitor.records import PartyKind

Heads = Mapping[int, Phrase]
Meaning = tuple[Identity, str, int]
"""Identity, rule and last token of a described phrase."""
NATIONALS = frozenset({"citizen", "citizens", "nationals", "national"})
GENERIC = frozenset(
    "air armed national defense defence foreign interior prime vice joint central special supreme high security "
    "general local ground ministry federal united royal free first second third naval civil public health state chief "
    "deputy people rapid elite infantry artillery airborne armored armoured mechanized".split()
)
"""Capitalised words that make no proper name of a unit or a body."""

LATELY = 12
"""Sentences through which somebody's title is remembered."""
OF_OTHERS = ("sort", "group", "political", "arms", "position", "role", "officer")
"""Senses that take their meaning from what stands behind "of"."""
NAMED_BODIES = frozenset(("forces", "brigades", "guards", "units", "militias", "groups", "commandos"))


def describe(phrase: Phrase, scene: Scene, memory: Memory, heads: Heads) -> bool:
    """Remember the party that a described phrase denotes; False: it denotes none by itself."""
    if phrase.noun.sense == "side":
        _both_sides(phrase, scene, memory)
        return True
    _describe_apart(phrase, scene, memory)
    found = meaning(phrase, scene, memory, heads)
    if found is None:
        return False
    identity, rule, last = found
    if scene.held(phrase.at):
        last = min(phrase.at + 2, len(scene.words.lower) - 1) if scene.words.lower[phrase.at + 1] == "-" else last
    backers, behind = complements.backers_behind(scene, last)
    backers = [*phrase.backers, *backers]
    draft = Draft(phrase.first, max(last, behind), phrase.at, identity, rule, phrase.noun.number, backers)
    _appose(scene, memory, draft)
    draft.strong = not (phrase.modifies or phrase.noun.sense in ("arms", "position"))
    memory.add(draft)
    return True


def _describe_apart(phrase: Phrase, scene: Scene, memory: Memory) -> None:
    """ "rebel and government forces": the first word is a party of its own."""
    for at in phrase.apart_sides:
        side = scene.lexicon.sides[scene.words.lower[at]]
        found = identify(Phrase(at, at, phrase.noun, sides={side}, owners=list(phrase.owners)), scene, memory)
        if found is not None:
            memory.add(Draft(at, at, at, found[0], "adjective", "many", strong=False))


def meaning(phrase: Phrase, scene: Scene, memory: Memory, heads: Heads, depth: int = 0) -> Meaning | None:
    """What a described phrase denotes; `depth` counts the "of"s that led to it."""
    country = complements.country_of(scene, phrase.at)
    if country is not None and phrase.noun.sense not in ("sort", "position"):
        phrase.owners.append(country)
    if not phrase.modifies and phrase.noun.sense in OF_OTHERS and scene.words.lower[phrase.at] not in STATES:
        within = _of(phrase, scene, memory, heads, depth)
        if within is not None:
            return within
    owner = complements.belongs_to(scene, phrase.at) if phrase.noun.sense in FIGHTING and country is None else None
    if owner is not None:
        return owner[0], "belongs to", owner[1]
    proper = _proper(phrase, scene)
    if proper is not None:
        return proper, "proper name", phrase.at
    nationals = _nationals(phrase, scene, memory)
    if nationals is not None:
        return nationals, "nationals", phrase.at
    titled = _titled_before(phrase, scene, memory)
    if titled is not None:
        return titled, "title told before", phrase.at
    again = _told_again(phrase, scene, memory)
    if again is not None:
        return again, "told before", phrase.at
    found = identify(phrase, scene, memory)
    if found is not None:
        return (*found, phrase.at)
    if phrase.noun.sense == "group" and not phrase.modifies and _bare(phrase, scene):
        fits = is_armed_group if scene.words.lower[phrase.at].startswith("faction") else _is_group
        known = memory.last(phrase.at, 3, fits)
        if known is None and scene.words.lower[phrase.at] == "factions":
            return scene.cast.rebels(scene.cast.theatre), "the factions", phrase.at
        return (known.identity, "the group", phrase.at) if known else None
    return None


def _nationals(phrase: Phrase, scene: Scene, memory: Memory) -> Identity | None:
    """ "China urged its citizens to leave": those of whose pronoun it is, wherever they are."""
    owner = scene.words.child(phrase.at, "poss")
    known = memory.at.get(owner) if owner is not None and scene.words.lower[phrase.at] in NATIONALS else None
    if known is None or known.identity.kind not in STATE_KINDS or not known.identity.country:
        return None
    return scene.cast.civilians(known.identity.country)


def _titled_before(phrase: Phrase, scene: Scene, memory: Memory) -> Identity | None:
    """ "Justice minister Ana Ruiz was wounded. ... the minister": the only one whose name stood behind that word."""
    words, title = scene.words, scene.words.lower[phrase.at]
    if phrase.noun.number != "one" or phrase.modifies or not _bare(phrase, scene):
        return None
    called = [
        draft.identity
        for draft in memory.back(phrase.at, LATELY, weak=True)
        if draft.identity.person and draft.rule == "person" and title in words.lower[draft.first : draft.last]
    ]
    return called[0] if len({identity.entity for identity in called}) == 1 else None


def _told_again(phrase: Phrase, scene: Scene, memory: Memory) -> Identity | None:
    """ "Five Venezuelan soldiers were killed. ... the five soldiers": as many of the same word, told of before."""
    words = scene.words
    number = words.child(phrase.at, "nummod")
    bare = not (phrase.owners or phrase.sides or phrase.actors or phrase.leaders or phrase.pro or phrase.backers)
    if number is None or not bare or words.lower[phrase.first] not in BACK:
        return None
    for draft in memory.back(phrase.at, RECENT, weak=True):
        before = words.child(draft.root, "nummod")
        if words.lower[draft.root] == words.lower[phrase.at] and before is not None:
            return draft.identity if words.lower[before] == words.lower[number] else None
    return None


def _is_group(draft: Draft) -> bool:
    state = draft.identity.kind in ("government", "civilians", "state_force", "foreign_force", "aid", "media", "police")
    return (draft.number == "body" or draft.rule == "named") and not draft.identity.person and not state


def _bare(phrase: Phrase, scene: Scene) -> bool:
    return scene.words.lower[phrase.first] in ("the", "this") and phrase.at - phrase.first == 1


def _of(phrase: Phrase, scene: Scene, memory: Memory, heads: Heads, depth: int) -> Meaning | None:
    """ "hundreds of civilians", "members of Hamas"."""
    at = complements.complement(scene, phrase.at)
    if at is None or depth > 2 or at <= phrase.at:
        return None
    hit = scene.hit_of.get(at)
    if hit is not None and hit.name.form == "actor":
        return scene.cast.by_id(hit.name.key), "of", hit.last
    if hit is not None and hit.name.form == "people":
        return scene.cast.civilians(hit.name.key), "of", hit.last
    inner = heads.get(at)
    found = meaning(inner, scene, memory, heads, depth + 1) if inner is not None else None
    if found is None:
        return None
    if phrase.noun.sense in ("arms", "position") and found[0].kind == "government":
        return arms_of(found[0], phrase, scene) or found[0], "of", found[2]
    if phrase.noun.number == "one" and not found[0].person:
        called = f"{scene.words.lower[phrase.at]} of {found[0].name}"
        return person(called, found[0].kind, found[0].country), "of", found[2]
    return found[0], "of", found[2]


OF_POLICE = frozenset(("police", "gendarmerie", "traffic", "customs"))
OF_STATE = frozenset(("army", "military", "navy", "naval", "air", "coast", "border", "joint", "central"))


def _proper(phrase: Phrase, scene: Scene) -> Identity | None:
    """A unit or body by its own name that the lexicon does not know: "Liwa al-Quds Brigade"."""
    words = scene.words
    if phrase.noun.sense not in ("force", "group", "political", "militia") or not words.text[phrase.at][0].isupper():
        return None
    if phrase.noun.number != "body" and words.lower[phrase.at] not in NAMED_BODIES:
        return None
    own = [
        at for at in range(phrase.first, phrase.at)
        if words.pos[at] == "PROPN" and words.text[at][0].isupper() and at not in scene.hit_of
        and words.lower[at] not in scene.lexicon.sides and words.lower[at] not in GENERIC
    ]  # fmt: skip
    if not own or phrase.owners:
        return None
    called = scene.text[words.start[own[0]] : words.end[phrase.at]]
    return Identity(called.lower(), called, _kind_by_name(phrase, scene), scene.cast.theatre)


def _kind_by_name(phrase: Phrase, scene: Scene) -> PartyKind:
    """What the words before a body's noun say of it: "Homs Police Command" is no militia."""
    before = set(scene.words.lower[phrase.first : phrase.at])
    if phrase.noun.sense == "political":
        return "political"
    if before & OF_POLICE:
        return "police"
    return "state_force" if before & OF_STATE else "militia"


def _appose(scene: Scene, memory: Memory, draft: Draft) -> None:
    """ "Faylaq al-Rahman, a rebel group": the description is who was named."""
    if scene.words.dep[draft.root] == "appos":
        named = memory.at.get(scene.words.head[draft.root])
        people = draft.identity.kind == "civilians" and named is not None and not named.identity.person
        if named is not None and named.rule in ("named", "person", "proper name") and not people:
            draft.identity = named.identity


def _both_sides(phrase: Phrase, scene: Scene, memory: Memory) -> None:
    """ "both sides": the last two who stood against each other."""
    before = [scene.words.lower[at] for at in range(phrase.first, phrase.at)]
    if not {"both", "two", "the", "warring", "opposing"} & set(before) or phrase.noun.number == "one":
        return
    found: dict[str, Draft] = {}
    for draft in memory.back(phrase.at, 4):
        fighting = draft.identity.kind in (*ARMED_KINDS, *STATE_KINDS) or draft.identity.entity.startswith("gunmen")
        if fighting and not draft.identity.person:
            found.setdefault(draft.identity.entity, draft)
        if len(found) == 2:
            break
    for draft in reversed(found.values()) if len(found) == 2 else ():
        memory.add(Draft(phrase.first, phrase.at, phrase.at, draft.identity, "both sides", "many", strong=False))
