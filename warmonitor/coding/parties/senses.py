"""Who is meant: from a party noun and what stands before it to an identity."""

from __future__ import annotations

from collections.abc import Callable

from warmonitor.coding.parties.choosing import (
    FIGHTING,
    STATE_OWNED,
    fighters_meant,
    jihadists_meant,
    owner_meant,
)  # fmt: skip
from warmonitor.coding.parties.lexicon import Identity
from warmonitor.coding.parties.phrases import Phrase
from warmonitor.coding.parties.plain import plain
from warmonitor.coding.parties.scene import Memory, Scene

Find = Callable[[Phrase, Scene, Memory], Identity | None]
Sided = Callable[[Phrase, Scene, Memory, "str | None"], Identity | None]
SIDELESS = ("civilians", "media", "role", "officer", "political")
"""Senses that keep their own meaning whoever's they are: "opposition activists"."""


def identify(phrase: Phrase, scene: Scene, memory: Memory) -> tuple[Identity, str] | None:
    """The party that a described phrase denotes, and the rule; None: the noun denotes none here."""
    for rule, find in RULES:
        identity = find(phrase, scene, memory)
        if identity is not None:
            return identity, rule
    return None


def _named(phrase: Phrase, scene: Scene, memory: Memory) -> Identity | None:
    """ "Hezbollah fighters", "Assad's forces"."""
    sense = phrase.noun.sense
    if phrase.actors and sense not in ("civilians", "media", "aid"):
        actor = phrase.actors[-1]
        if actor.kind != "civilians" or sense not in FIGHTING:
            return actor
        called = f"{actor.name} {scene.words.lower[phrase.at]}"
        return Identity(called.lower(), called, "militia", actor.country)
    if phrase.leaders and (sense in FIGHTING or sense == "government"):
        leader = phrase.leaders[-1]
        if sense == "government":
            return scene.cast.government(leader.country)
        return scene.cast.by_id(leader.forces) if leader.forces else None
    return None


def _backed(phrase: Phrase, scene: Scene, memory: Memory) -> Identity | None:
    """ "pro-Iranian militias", "US-backed fighters", "pro-government militia"."""
    sense, cast = phrase.noun.sense, scene.cast
    if sense not in FIGHTING or phrase.owners or sense in ("arms", "position"):
        return None
    countries = [key for key in phrase.pro if key in scene.lexicon.countries]
    if phrase.pro and not countries and sense in STATE_OWNED:
        return cast.army(cast.theatre)
    if phrase.pro and not countries:
        return cast.armed("pro-government fighters", "militia", cast.theatre)
    if phrase.sides & {"government", "rebel"}:
        return None
    for backer in (*countries, *(scene.hit_of[at].name.key for at in phrase.backers)):
        known = scene.lexicon.proxies.get((backer, cast.theatre or ""))
        if known:
            return cast.by_id(known)
        if backer in scene.lexicon.countries:
            return cast.proxy(backer)
    return None


def _sided(phrase: Phrase, scene: Scene, memory: Memory) -> Identity | None:
    """ "government forces", "rebel positions", "Kurdish fighters", "opposition groups"."""
    sense, cast, sides = phrase.noun.sense, scene.cast, phrase.sides
    country = phrase.owners[-1] if phrase.owners else cast.theatre
    if sense in SIDELESS or not sides:
        return None
    if sense == "sort" and "opposition" in scene.words.lower[phrase.first : phrase.at]:
        return cast.armed("opposition (political)", "political", country)
    if sense == "government":
        return cast.armed("opposition (political)", "political", country) if "rebel" in sides else None
    if sense in ("group", "aid") and "aid" in sides:
        return cast.aid_workers()
    if sense == "group" and sides & {"monitor", "media", "political", "foreign"}:
        return None
    for side, find in SIDES.items():
        if side in sides:
            found = find(phrase, scene, memory, country)
            if found is not None:
                return found
    return None


def _rebels(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity:
    if phrase.noun.sense == "group" and phrase.noun.number == "body" and definite(phrase, scene):
        return fighters_meant(phrase.at, scene, memory) or scene.cast.rebels(country)
    return scene.cast.rebels(country, unnamed=bool(phrase.owners))


def _kurds(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity:
    return scene.cast.armed("Kurdish fighters", "militia", country)


def _state(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity | None:
    words = set(scene.words.lower[phrase.first : phrase.at])
    enlisted = phrase.noun.sense == "sort" and bool(words & {"army", "military"} or {"armed", "forces"} <= words)
    fits = enlisted or phrase.noun.sense in STATE_OWNED or phrase.noun.sense in ("fighters", "militia", "group")
    return scene.cast.army(country) if fits else None


def _jihadists(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity:
    known = jihadists_meant(phrase.at, scene, memory) if definite(phrase, scene) else None
    return known or scene.cast.armed("jihadist fighters", "jihadist", country)


def _terrorists(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity:
    known = fighters_meant(phrase.at, scene, memory)
    if known is not None:
        return known
    name = f"Armed groups called terrorist{scene.cast.where(country)}"
    return Identity(f"terrorists:{country or ''}", name, "unknown", country)


def _militants(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity:
    known = None if phrase.owners else fighters_meant(phrase.at, scene, memory)
    return known or scene.cast.armed("militants", "militia", country)


def _militias(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity:
    if phrase.owners and phrase.owners[-1] != scene.cast.theatre:
        return scene.cast.proxy(phrase.owners[-1])
    return scene.cast.armed(phrase.noun.called or "militias", "militia", country)


def _separatists(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity:
    return scene.cast.armed("separatists", "militia", country)


def _coalition(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity | None:
    if phrase.noun.sense in ("fighters", "group", "sort") and "allied" in scene.words.lower[phrase.first : phrase.at]:
        return scene.cast.armed("allied fighters", "militia", country)  # beside an army, no coalition of states
    known = scene.lexicon.proxies.get(("coalition", scene.cast.theatre or ""))
    return scene.cast.by_id(known) if known and phrase.noun.sense in (*STATE_OWNED, "fighters") else None


def _security(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity | None:
    return scene.cast.security(country) if phrase.noun.sense in STATE_OWNED else None


def _gunmen(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity | None:
    if phrase.noun.sense == "force":
        return scene.cast.army(country)
    if phrase.owners and phrase.owners[-1] != scene.cast.theatre and phrase.noun.sense in ("group", "fighters"):
        return scene.cast.proxy(phrase.owners[-1])
    return scene.cast.armed("armed group", "militia" if phrase.noun.sense == "group" else "unknown", country)


def _criminals(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity:
    return scene.cast.armed("criminal groups", "militia", country)


def definite(phrase: Phrase, scene: Scene) -> bool:
    """Whether the phrase points back: "the militants", "those groups"."""
    return scene.words.lower[phrase.first] in ("the", "these", "those", "this")


SIDES: dict[str, Sided] = {
    "kurdish": _kurds, "rebel": _rebels, "government": _state, "terrorist": _terrorists, "jihadist": _jihadists,
    "separatist": _separatists, "guerrilla": _rebels, "militant": _militants, "militia": _militias,
    "coalition": _coalition, "police": _security, "armed": _gunmen, "criminal": _criminals,
}  # fmt: skip
NOUNS: dict[str, Sided] = {
    "rebel": _rebels, "guerrilla": _rebels, "separatist": _separatists, "jihadist": _jihadists,
    "militant": _militants, "terrorist": _terrorists, "militia": _militias,
}  # fmt: skip


def _called(phrase: Phrase, scene: Scene, memory: Memory) -> Identity | None:
    """ "rebels", "Palestinian militants": the noun names the side."""
    find = NOUNS.get(phrase.noun.sense)
    return find(phrase, scene, memory, phrase.owners[-1] if phrase.owners else scene.cast.theatre) if find else None


RULES: tuple[tuple[str, Find], ...] = (
    ("named", _named), ("owned", owner_meant), ("backed", _backed), ("sided", _sided), ("called", _called),
    ("described", plain),
)  # fmt: skip
