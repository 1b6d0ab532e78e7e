"""Nouns of armed people and their things that name no side: "the army", "soldiers", "warplanes", "fighters"."""

from __future__ import annotations

from warmonitor.coding.parties.cast import person
from warmonitor.coding.parties.choosing import (
    RECENT,
    fighters_meant,
    harmed_beside,
    is_armed_group,
    sender,
    speaking_state,
    struck_beside,
)  # fmt: skip
from warmonitor.coding.parties.lexicon import Identity
from warmonitor.coding.parties.phrases import Phrase
from warmonitor.coding.parties.scene import Draft, Memory, Scene

FLYING = ("warplane", "jet", "plane", "aircraft", "helicopter", "drone", "bomber", "gunship", "uav")
SMALL = frozenset(("force", "command", "unit", "contingent", "staff"))
"""Too vague without a country: "the force of the blast"."""

FEW = 3
"""Sentences back in which "the drone" was told of."""
FAR = 40
"""Sentences back in which the country's own army may have been named."""
BACK = ("the", "these", "those")
"""Articles that point back to an army that the report has spoken of."""

CIVIL_GENERALS = frozenset(("attorney", "solicitor", "secretary", "consul", "director", "inspector"))
"""Before "general": offices, no ranks."""


def force(phrase: Phrase, scene: Scene, memory: Memory) -> Identity | None:
    """ "the army", "soldiers": of the country named, of who sent them or speaks of them, spoken of last, or at war."""
    if phrase.owners:
        return scene.cast.army(phrase.owners[-1])
    if scene.words.lower[phrase.at] in SMALL and "general" not in scene.words.lower[phrase.first : phrase.at]:
        return None
    sent = sender(phrase, scene, memory) or speaking_state(phrase, scene, memory)
    if sent is None and phrase.noun.number != "body":
        known = struck_beside(phrase.at, scene, memory, _is_army) or memory.last(phrase.at, 1, _is_army)
        sent = known.identity if known is not None else None
    if sent is None and scene.words.lower[phrase.first] in BACK and not _at_home(phrase, scene, memory):
        here = scene.words.sentence[phrase.at]
        known = memory.usual(phrase.at, RECENT, lambda d: _is_army(d) and scene.words.sentence[d.root] < here)
        sent = known.identity if known is not None else None
    if sent is None and phrase.noun.number == "many" and scene.here(phrase.at) != scene.cast.theatre:
        return scene.cast.army(scene.here(phrase.at))
    return sent or scene.cast.army_here()


def _at_home(phrase: Phrase, scene: Scene, memory: Memory) -> bool:
    """Whether "the army" is the country's own, since the report has named that one."""
    home = scene.cast.army_here().entity
    return phrase.noun.number == "body" and any(d.identity.entity == home for d in memory.back(phrase.at, FAR, True))


def _is_army(draft: Draft) -> bool:
    return draft.identity.kind in ("state_force", "foreign_force") and not draft.identity.person


def enemy(phrase: Phrase, scene: Scene, memory: Memory) -> Identity | None:
    """ "The enemy" in a belligerent's own words: the state named, else the foreign one that the report names most, else
    whom the armed side fights that the sentence names before.
    """
    if phrase.owners:
        return scene.cast.army(phrase.owners[-1])
    if phrase.modifies or phrase.at == phrase.first:
        return None
    if scene.house is not None:
        ruling = scene.house.kind in ("state_force", "foreign_force", "government")
        return scene.cast.rebels(scene.cast.theatre) if ruling else scene.cast.army_here()
    named = [hit.name.key for hit in scene.hits if hit.name.form in ("country", "adjective", "people", "seat")]
    abroad = [key for key in named if key in scene.lexicon.countries and key != scene.cast.theatre]
    if abroad:
        return scene.cast.army(max(sorted(set(abroad)), key=abroad.count))
    side = memory.last(phrase.at, 0, lambda draft: _is_army(draft) or is_armed_group(draft))
    if side is None:
        return None
    return scene.cast.rebels(scene.cast.theatre) if _is_army(side) else scene.cast.army_here()


def officer(phrase: Phrase, scene: Scene, memory: Memory) -> Identity | None:
    """ "officers" are the army, "a general" is a person."""
    if scene.words.lower[phrase.at : phrase.at + 2] == ["general", "staff"]:
        return None
    before = scene.words.lower[phrase.at - 1] if phrase.at > phrase.first else ""
    if scene.words.lower[phrase.at] == "general" and before in CIVIL_GENERALS:
        country = phrase.country(scene)
        return person(f"{scene.cast.of(country)}{before} general", "government", country)
    army = scene.cast.army(phrase.country(scene))
    if "police" in phrase.sides:
        words = scene.words.lower[phrase.first : phrase.at]
        army = scene.cast.police(army.country) if "police" in words else scene.cast.security(army.country)
    if phrase.noun.number == "many":
        return army
    return person(f"{scene.cast.of(army.country)}{scene.words.lower[phrase.at]}", army.kind, army.country)


PASSENGERS = frozenset("airline airlines passenger cargo commercial civilian charter private".split())
"""What is said of aircraft that strike nobody."""


def arms(phrase: Phrase, scene: Scene, memory: Memory) -> Identity | None:
    """ "Russian warplanes"; without a country only what flies is a party, and unidentified."""
    if phrase.owners:
        return scene.cast.army(phrase.owners[-1])
    word = scene.words.lower[phrase.at]
    if word.startswith("bomber"):
        return fighters_meant(phrase.at, scene, memory) or Identity("suicide bombers:", "Suicide bombers", "unknown")
    if word.startswith(FLYING) and scene.words.dep[phrase.at] in ("nsubj", "pobj", "conj"):
        if PASSENGERS.intersection(scene.words.lower[phrase.first : phrase.at]):
            return None  # "an airlines plane"
        if "air force" in " ".join(scene.words.lower[phrase.first : phrase.at]):
            return scene.cast.army_here()
        known = _flown_before(phrase, scene, memory)
        return known or Identity("aircraft:", "Unidentified aircraft", "unknown")
    return None


def _flown_before(phrase: Phrase, scene: Scene, memory: Memory) -> Identity | None:
    """ "A Turkish drone hit a car. The drone then": whose the one told of before is."""
    words = scene.words
    if words.lower[phrase.first] not in BACK:
        return None
    word = words.lower[phrase.at].rstrip("s")
    told = (d for d in memory.back(phrase.at, FEW, weak=True) if words.lower[d.last].rstrip("s") == word)
    return next((draft.identity for draft in told if _is_army(draft)), None)


def position(phrase: Phrase, scene: Scene, memory: Memory) -> Identity | None:
    """ "Turkish posts": who holds them."""
    return scene.cast.army(phrase.owners[-1]) if phrase.owners else None


def fighters(phrase: Phrase, scene: Scene, memory: Memory) -> Identity:
    """ "fighters": those of whom the report speaks; "gunmen" without an article are unknown."""
    country = phrase.country(scene)
    if not phrase.owners:
        unknown = scene.cast.armed(phrase.noun.called or "fighters", "unknown", country)
        if phrase.noun.called and scene.words.lower[phrase.first] not in ("the", "these", "those"):
            return unknown
        beside = harmed_beside(phrase.at, scene, memory)
        if beside is not None:
            return beside
        return fighters_meant(phrase.at, scene, memory) or unknown
    if phrase.noun.called:
        return scene.cast.armed(phrase.noun.called, "unknown", country)
    if country == scene.cast.theatre:
        return scene.cast.rebels(country)
    return scene.cast.armed("fighters", "militia", country)
