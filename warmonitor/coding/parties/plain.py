"""Party nouns that say nothing of a side: "the army", "civilians", "officials", with or without a country."""

from __future__ import annotations

from collections.abc import Callable

from warmonitor.coding.parties.choosing import fighters_meant, sender
from warmonitor.coding.parties.lexicon import Identity
from warmonitor.coding.parties.phrases import Phrase
from warmonitor.coding.parties.scene import Draft, Memory, Scene

Find = Callable[[Phrase, Scene, Memory], Identity | None]
RULING = frozenset(("government", "governments", "regime", "regimes", "authorities", "administration", "junta"))
"""Words that mean the country's own rulers when no country is named; "officials" may be anybody's."""
FLYING = ("warplane", "jet", "plane", "aircraft", "helicopter", "drone", "bomber", "gunship", "uav")
STATES = frozenset("allies ally partners partner backers backer countries nations states powers".split())
GUARDS = ("national", "republican", "presidential", "border", "coast", "civil", "royal")
SMALL = frozenset(("force", "command", "unit", "units", "contingent"))
"""Too vague without a country: "the force of the blast"."""


def plain(phrase: Phrase, scene: Scene, memory: Memory) -> Identity | None:
    """The party of a noun that names no side."""
    find = PLAIN.get(phrase.noun.sense)
    return find(phrase, scene, memory) if find else None


def person(name: str, kind: str, country: str | None) -> Identity:
    """One human being."""
    return Identity(name.lower(), name, kind, country, person=True)  # type: ignore[arg-type]


def _country(phrase: Phrase, scene: Scene) -> str | None:
    return phrase.owners[-1] if phrase.owners else scene.cast.theatre


def _force(phrase: Phrase, scene: Scene, memory: Memory) -> Identity | None:
    if phrase.owners:
        return scene.cast.army(phrase.owners[-1])
    if scene.words.lower[phrase.at] in SMALL:
        return None
    sent = sender(phrase, scene, memory)
    if sent is None and phrase.noun.number != "body":
        known = memory.last(phrase.at, 1, _is_army)
        sent = known.identity if known is not None else None
    return sent or scene.cast.army(scene.cast.theatre)


def _is_army(draft: Draft) -> bool:
    return draft.identity.kind in ("state_force", "foreign_force") and not draft.identity.person


def _officer(phrase: Phrase, scene: Scene, memory: Memory) -> Identity:
    army = scene.cast.army(_country(phrase, scene))
    if "police" in phrase.sides:
        words = scene.words.lower[phrase.first : phrase.at]
        army = scene.cast.police(army.country) if "police" in words else scene.cast.security(army.country)
    if phrase.noun.number == "many":
        return army
    return person(f"{scene.cast.of(army.country)}{scene.words.lower[phrase.at]}", army.kind, army.country)


def _arms(phrase: Phrase, scene: Scene, memory: Memory) -> Identity | None:
    if phrase.owners:
        return scene.cast.army(phrase.owners[-1])
    word = scene.words.lower[phrase.at]
    if word.startswith("bomber") and "suicide" in scene.words.lower[phrase.first : phrase.at]:
        return fighters_meant(phrase.at, scene, memory) or Identity("suicide bombers:", "Suicide bombers", "unknown")
    if word.startswith(FLYING) and scene.words.dep[phrase.at] in ("nsubj", "pobj", "conj"):
        return Identity("aircraft:", "Unidentified aircraft", "unknown")
    return None


def _position(phrase: Phrase, scene: Scene, memory: Memory) -> Identity | None:
    return scene.cast.army(phrase.owners[-1]) if phrase.owners else None


def _fighters(phrase: Phrase, scene: Scene, memory: Memory) -> Identity:
    country = _country(phrase, scene)
    if not phrase.owners:
        unknown = scene.cast.armed(phrase.noun.called or "fighters", "unknown", country)
        if phrase.noun.called and scene.words.lower[phrase.first] not in ("the", "these", "those"):
            return unknown
        return fighters_meant(phrase.at, scene, memory) or unknown
    if country == scene.cast.theatre:
        return scene.cast.rebels(country)
    return scene.cast.armed("fighters", "militia", country)


def _government(phrase: Phrase, scene: Scene, memory: Memory) -> Identity | None:
    words, word, country = scene.words, scene.words.lower[phrase.at], _country(phrase, scene)
    if "western" in phrase.sides:
        return scene.lexicon.actors["west"]
    if word == "ministry" and words.lower[phrase.at - 1].startswith("defen"):
        return scene.cast.army(country)
    if phrase.modifies:
        return scene.cast.army(country) if _martial(phrase, scene) else scene.cast.government(country)
    if phrase.noun.number == "one":
        return person(f"{scene.cast.of(country)}{word}", "government", country)
    if word in ("embassy", "consulate") and words.dep[phrase.at] != "nsubj":
        return None
    if phrase.owners or word in RULING:
        return scene.cast.government(country)
    if phrase.noun.number == "many":
        called = scene.text[words.start[phrase.first] : words.end[phrase.at]].removeprefix("the ")
        return Identity(f"{word}:", called.capitalize(), "government")
    return None if word in ("state", "court", "palace", "embassy", "consulate") else scene.cast.government(country)


def _martial(phrase: Phrase, scene: Scene) -> bool:
    """ "government offensive", "regime-held": its forces are meant."""
    head = scene.words.head[phrase.at]
    return scene.held(phrase.at) or "force" in scene.lexicon.contexts.get(scene.words.lemma[head], ())


def _police(phrase: Phrase, scene: Scene, memory: Memory) -> Identity:
    return scene.cast.police(_country(phrase, scene))


def _civilians(phrase: Phrase, scene: Scene, memory: Memory) -> Identity:
    if "aid" in phrase.sides and scene.words.lower[phrase.at] in ("workers", "worker", "employees"):
        return scene.cast.aid_workers()
    country = _country(phrase, scene)
    if "armed" in phrase.sides:
        return scene.cast.armed("gunmen", "unknown", country)
    return scene.cast.civilians(country, phrase.noun.called)


def _media(phrase: Phrase, scene: Scene, memory: Memory) -> Identity:
    country = _country(phrase, scene)
    return Identity("journalists:", f"Journalists{scene.cast.where(country)}", "media", country)


def _aid(phrase: Phrase, scene: Scene, memory: Memory) -> Identity:
    return scene.cast.aid_workers()


def _political(phrase: Phrase, scene: Scene, memory: Memory) -> Identity | None:
    country = phrase.owners[-1] if phrase.owners else None
    if "rebel" in phrase.sides:
        return scene.cast.armed("opposition (political)", "political", country or scene.cast.theatre)
    if scene.words.lower[phrase.at] in STATES:
        if "western" in phrase.sides:
            return scene.lexicon.actors["west"]
        return scene.cast.government(country) if country else None
    called = f"{scene.cast.of(country)}{_written(phrase, scene)}"
    return Identity(called.lower(), called, "political", country)


def _written(phrase: Phrase, scene: Scene) -> str:
    """The proper words and the noun: "Brussels conference"."""
    words = scene.words
    proper = [at for at in range(phrase.first, phrase.at) if _proper(scene, at)]
    return " ".join([*(words.text[at] for at in proper), words.text[phrase.at]])


def _proper(scene: Scene, at: int) -> bool:
    return scene.words.pos[at] == "PROPN" and at not in scene.hit_of and scene.words.entity[at] != "DATE"


def _role(phrase: Phrase, scene: Scene, memory: Memory) -> Identity | None:
    if scene.words.lower[phrase.at] in ("figure", "figures") and not phrase.sides and not phrase.owners:
        return None
    if scene.words.lower[phrase.at] == "guard" and scene.words.lower[phrase.at - 1] in GUARDS:
        return scene.cast.army(_country(phrase, scene))
    kind = "political" if phrase.sides & {"rebel", "political"} else "government" if phrase.owners else "unknown"
    country = phrase.owners[-1] if phrase.owners else None
    return person(f"{scene.cast.of(country)}{scene.words.lower[phrase.at]}", kind, country)


PLAIN: dict[str, Find] = {
    "force": _force, "officer": _officer, "arms": _arms, "position": _position, "fighters": _fighters,
    "police": _police, "government": _government, "political": _political, "civilians": _civilians,
    "media": _media, "aid": _aid, "role": _role,
}  # fmt: skip
