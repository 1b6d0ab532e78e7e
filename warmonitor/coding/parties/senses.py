"""Who is meant: from a party noun and what stands before it to an identity."""

from __future__ import annotations

from collections.abc import Callable

from warmonitor.coding.parties.lexicon import Identity
from warmonitor.coding.parties.phrases import Phrase
from warmonitor.coding.parties.scene import Draft, Memory, Scene

ARMED_KINDS = ("rebel", "militia", "jihadist")
STATE_OWNED = ("force", "officer", "arms", "position")
FIGHTING = (*STATE_OWNED, "fighters", "rebel", "separatist", "guerrilla", "jihadist", "militant", "terrorist",
            "militia", "group", "sort", "side")  # fmt: skip
RECENT = 6
"""Sentences back in which a bare "the militants" looks for whom it means."""


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
        return phrase.actors[-1]
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
    backers = [scene.hit_of[at].name.key for at in phrase.backers]
    if phrase.pro and not countries:
        return cast.armed("pro-government fighters", "militia", cast.theatre)
    if phrase.sides & {"government", "rebel"}:
        return None
    for backer in (*countries, *backers):
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
    if sense in ("civilians", "media", "role", "officer", "political") or not sides:
        return None
    if "aid" in sides:
        return Identity("aid-workers:", "Aid and rescue workers", "aid") if sense in ("group", "aid") else None
    if sides & {"monitor", "media", "political", "foreign"} and sense in ("group", "side"):
        return None
    if sense == "government":
        return cast.armed("opposition (political)", "political", country) if "rebel" in sides else None
    if "rebel" in sides:
        return cast.rebels(country)
    if "kurdish" in sides:
        return cast.armed("Kurdish fighters", "militia", country)
    if "government" in sides and sense in (*STATE_OWNED, "fighters", "militia", "group", "side"):
        return cast.army(country)
    for side, find in SIDES.items():
        if side in sides:
            return find(phrase, scene, memory, country)
    return None


Find = Callable[[Phrase, Scene, Memory, str | None], Identity | None]


def _jihadists(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity:
    known = memory.last(phrase.at, RECENT, lambda draft: draft.identity.kind == "jihadist") if _definite(phrase, scene) else None
    return known.identity if known else scene.cast.armed("jihadist fighters", "jihadist", country)


def _terrorists(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity:
    known = memory.last(phrase.at, RECENT, _is_armed_group)
    if known is not None:
        return known.identity
    return Identity(f"terrorists:{country or ''}", f"Armed groups called terrorist{scene.cast.where(country)}", "unknown", country)


def _militants(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity:
    if not phrase.owners:
        known = memory.last(phrase.at, RECENT, _is_armed_group)
        if known is not None:
            return known.identity
    return scene.cast.armed("militants", "militia", country)


def _militia(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity:
    if phrase.owners and phrase.owners[-1] != scene.cast.theatre:
        return scene.cast.proxy(phrase.owners[-1])
    return scene.cast.armed("militias", "militia", country)


def _guerrillas(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity:
    return scene.cast.rebels(country)


def _separatists(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity:
    return scene.cast.armed("separatists", "militia", country)


def _coalition(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity | None:
    known = scene.lexicon.proxies.get(("coalition", scene.cast.theatre or ""))
    if known is None or phrase.noun.sense not in (*STATE_OWNED, "fighters"):
        return None
    return scene.cast.by_id(known)


def _security(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity | None:
    return scene.cast.security(country) if phrase.noun.sense in (*STATE_OWNED, "group") else None


def _gunmen(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity | None:
    if phrase.noun.sense == "force":
        return scene.cast.army(country)
    if phrase.owners and phrase.owners[-1] != scene.cast.theatre and phrase.noun.sense in ("group", "fighters"):
        return scene.cast.proxy(phrase.owners[-1])
    return scene.cast.armed("armed group", "militia" if phrase.noun.sense == "group" else "unknown", country)


def _criminals(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity:
    return scene.cast.armed("criminal groups", "militia", country)


SIDES: dict[str, Find] = {
    "terrorist": _terrorists, "jihadist": _jihadists, "separatist": _separatists, "guerrilla": _guerrillas,
    "militant": _militants, "militia": _militia, "coalition": _coalition, "police": _security, "armed": _gunmen,
    "criminal": _criminals,
}  # fmt: skip


def _plain(phrase: Phrase, scene: Scene, memory: Memory) -> Identity | None:
    """The noun by itself, or with a country."""
    find = PLAIN.get(phrase.noun.sense)
    country = phrase.owners[-1] if phrase.owners else scene.cast.theatre
    return find(phrase, scene, memory, country) if find else None


def _force(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity | None:
    if phrase.owners:
        return scene.cast.army(country)
    if scene.words.lower[phrase.at] in ("force", "command", "unit", "units", "contingent"):
        return None
    sender = _sender(phrase, scene, memory)
    return sender or scene.cast.army(country)


def _sender(phrase: Phrase, scene: Scene, memory: Memory) -> Identity | None:
    """ "Ankara sent thousands of troops", "its forces": the army of who sends or owns them."""
    words, at = scene.words, phrase.at
    owner = words.child(at, "poss")
    if owner is None:
        verb = words.head[at]
        if words.dep[at] == "pobj":
            verb = words.head[words.head[words.head[at]]]
        if words.lemma[verb] not in ("send", "deploy", "mass", "withdraw", "move", "pull", "have", "commit", "station"):
            return None
        owner = words.child(verb, "nsubj")
    draft = memory.at.get(owner) if owner is not None else None
    if draft is None or draft.identity.kind not in ("government", "foreign_force", "state_force"):
        return None
    return scene.cast.army(draft.identity.country)


def _arms(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity | None:
    if phrase.owners:
        return scene.cast.army(country)
    word = scene.words.lower[phrase.at]
    flying = word.startswith(("warplane", "jet", "plane", "aircraft", "helicopter", "drone", "bomber", "gunship"))
    if flying and scene.words.dep[phrase.at] in ("nsubj", "pobj", "conj"):
        return Identity("aircraft:", "Unidentified aircraft", "unknown")
    return None


def _position(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity | None:
    return scene.cast.army(country) if phrase.owners else None


def _fighters(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity:
    if not phrase.owners:
        known = memory.last(phrase.at, RECENT, _is_armed_group)
        return known.identity if known else scene.cast.armed("fighters", "unknown", country)
    if country != scene.cast.theatre:
        return scene.cast.armed("fighters", "militia", country)
    return scene.cast.rebels(country)


def _rebels(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity:
    return scene.cast.rebels(country)


def _government(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity | None:
    word = scene.words.lower[phrase.at]
    if "western" in phrase.sides:
        return scene.lexicon.actors["west"]
    if word == "ministry" and scene.words.lower[phrase.at - 1].startswith("defen"):
        return scene.cast.army(country)
    if word in ("state", "court", "palace") and not phrase.owners:
        return None
    if phrase.noun.number == "one":
        return _official(phrase, scene, country)
    if phrase.modifies and "force" in scene.lexicon.contexts.get(scene.words.lemma[scene.words.head[phrase.at]], ()):
        return scene.cast.army(country)
    if phrase.modifies and scene.lexicon.nouns.get(scene.words.lower[scene.words.head[phrase.at]]):
        return scene.cast.army(country)
    return scene.cast.government(country)


def _official(phrase: Phrase, scene: Scene, country: str | None) -> Identity:
    word = scene.words.lower[phrase.at]
    known = next((row for row in scene.lexicon.people.values() if row.country == country and row.role.startswith("President")), None)
    if word == "president" and known is not None and country == scene.cast.theatre:
        return person(known.name, known.kind, known.country)
    return person(f"{scene.cast.of(country)}{word}", "government", country)


def _police(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity:
    return scene.cast.police(country)


def _civilians(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity | None:
    word = scene.words.lower[phrase.at]
    if word in ("workers", "worker", "employees") and "aid" in phrase.sides:
        return Identity("aid-workers:", "Aid and rescue workers", "aid")
    if "armed" in phrase.sides:
        return scene.cast.armed("gunmen", "unknown", country)
    return scene.cast.civilians(country, phrase.noun.called)


def _media(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity:
    return Identity("journalists:", f"Journalists{scene.cast.where(country)}", "media", country)


def _aid(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity:
    return Identity("aid-workers:", "Aid and rescue workers", "aid")


def _political(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity | None:
    word = scene.words.lower[phrase.at]
    if word in ("allies", "ally", "partners", "partner", "backers", "backer", "countries", "nations", "states", "powers"):
        if "western" in phrase.sides:
            return scene.lexicon.actors["west"]
        return scene.cast.government(phrase.owners[-1]) if phrase.owners else None
    called = f"{scene.cast.of(phrase.owners[-1] if phrase.owners else None)}{_written(phrase, scene)}"
    return Identity(called.lower(), called, "political", phrase.owners[-1] if phrase.owners else None)


def _written(phrase: Phrase, scene: Scene) -> str:
    """The proper words and the noun: "Brussels conference"."""
    words = scene.words
    kept = [words.text[at] for at in range(phrase.first, phrase.at) if words.pos[at] == "PROPN" and at not in scene.hit_of]
    return " ".join([*kept, words.text[phrase.at]])


def _officer(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity | None:
    army = scene.cast.army(country)
    if phrase.noun.number == "many":
        return army
    return person(f"{scene.cast.of(country)}{scene.words.lower[phrase.at]}", army.kind, country)


def _role(phrase: Phrase, scene: Scene, memory: Memory, country: str | None) -> Identity | None:
    kind = "political" if phrase.sides & {"rebel", "political"} else "government" if phrase.owners else "unknown"
    return person(f"{scene.cast.of(country)}{scene.words.lower[phrase.at]}", kind, country)


def person(name: str, kind: str, country: str | None) -> Identity:
    """One human being."""
    return Identity(name.lower(), name, kind, country, person=True)  # type: ignore[arg-type]


PLAIN: dict[str, Find] = {
    "force": _force, "officer": _officer, "arms": _arms, "position": _position, "fighters": _fighters,
    "rebel": _rebels, "separatist": _separatists, "guerrilla": _guerrillas, "jihadist": _jihadists,
    "militant": _militants, "terrorist": _terrorists, "militia": _militia, "police": _police,
    "government": _government, "political": _political, "civilians": _civilians, "media": _media, "aid": _aid,
    "role": _role,
}  # fmt: skip
RULES = (("named", _named), ("backed", _backed), ("sided", _sided), ("described", _plain))


def _definite(phrase: Phrase, scene: Scene) -> bool:
    return scene.words.lower[phrase.first] in ("the", "these", "those", "this")


def _is_armed_group(draft: Draft) -> bool:
    return draft.identity.kind in ARMED_KINDS and not draft.identity.person
