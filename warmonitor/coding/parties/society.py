"""Nouns of people who do not fight: governments and officials, civilians, journalists, helpers, politicians."""

from __future__ import annotations

from warmonitor.coding.parties.cast import person
from warmonitor.coding.parties.grammar import attacks
from warmonitor.coding.parties.lexicon import Identity
from warmonitor.coding.parties.phrases import Phrase
from warmonitor.coding.parties.scene import Memory, Scene
from warmonitor.records import PartyKind

RULING = frozenset(("government", "governments", "regime", "regimes", "authorities", "administration", "junta"))
"""Words that mean the country's own rulers when no country is named; "officials" may be anybody's."""
STATES = frozenset("allies ally partners partner backers backer countries nations states powers".split())
"""Words for other states: an ally of a government is not that government."""
ANYBODY = frozenset("men man women woman individuals individual persons person people subjects youths youth".split())
"""Words that say nothing of whether those meant are armed; whoever of them attacks is no civilian."""
GUARDS = ("national", "republican", "presidential", "border", "coast", "civil", "royal")
"""What makes a guard a force: "the National Guard"."""


def government(phrase: Phrase, scene: Scene, memory: Memory) -> Identity | None:
    """ "the government", "officials", "the defence ministry"."""
    words, word, country = scene.words, scene.words.lower[phrase.at], phrase.country(scene)
    if "western" in phrase.sides:
        return scene.lexicon.actors["west"]
    if word == "ministry" and words.lower[phrase.at - 1].startswith("defen"):
        return scene.cast.army(country)
    if phrase.modifies:
        return scene.cast.army(country) if _martial(phrase, scene) else scene.cast.government(country)
    if phrase.noun.number == "one":
        return person(f"{scene.cast.of(country)}{_called(phrase, scene)}", "government", country)
    if word in ("embassy", "consulate") and words.dep[phrase.at] != "nsubj":
        return None
    if word == "state" and attacks(scene, phrase.at):
        return scene.cast.army(country)
    if phrase.owners or word in RULING:
        return scene.cast.government(country)
    if phrase.noun.number == "many":
        called = scene.text[words.start[phrase.first] : words.end[phrase.at]].removeprefix("the ")
        return Identity(f"{word}:", called[:1].upper() + called[1:], "government")
    return None if word in ("state", "court", "palace", "embassy", "consulate") else scene.cast.government(country)


def _called(phrase: Phrase, scene: Scene) -> str:
    """The noun with its own modifiers: "prime minister"."""
    words, first = scene.words, phrase.at
    while first > phrase.first and words.dep[first - 1] in ("compound", "amod") and first - 1 not in scene.hit_of:
        first -= 1
    return scene.text[words.start[first] : words.end[phrase.at]].lower()


def _martial(phrase: Phrase, scene: Scene) -> bool:
    """ "government offensive", "regime-held": its forces are meant."""
    head = scene.words.head[phrase.at]
    return scene.held(phrase.at) or "force" in scene.lexicon.contexts.get(scene.words.lemma[head], ())


def police(phrase: Phrase, scene: Scene, memory: Memory) -> Identity:
    """The police of a country."""
    return scene.cast.police(phrase.country(scene))


def civilians(phrase: Phrase, scene: Scene, memory: Memory) -> Identity:
    """People by any word: "residents", "the wounded", "refugees"."""
    if "aid" in phrase.sides and scene.words.lower[phrase.at] in ("workers", "worker", "employees"):
        return scene.cast.aid_workers()
    country = phrase.owners[-1] if phrase.owners else scene.here(phrase.at)
    if phrase.noun.called == "hostages" and not phrase.owners:
        return Identity("hostages:", "Hostages", "civilians")
    if "armed" in phrase.sides:
        return scene.cast.armed("gunmen", "unknown", country)
    if scene.words.lower[phrase.at] in ("men", "man") and _is_of_the_army(phrase, scene):
        return scene.cast.army(country)
    if scene.words.lower[phrase.at] in ANYBODY and attacks(scene, phrase.at):
        return scene.cast.armed("attackers", "unknown", country)
    return scene.cast.civilians(country, phrase.noun.called)


def _is_of_the_army(phrase: Phrase, scene: Scene) -> bool:
    """ "Military men"."""
    named = {"military", "army"}.intersection(scene.words.lower[phrase.first : phrase.at])
    return bool(named) and "government" in phrase.sides


def media(phrase: Phrase, scene: Scene, memory: Memory) -> Identity:
    """Journalists."""
    country = phrase.country(scene)
    return Identity("journalists:", f"Journalists{scene.cast.where(country)}", "media", country)


def aid(phrase: Phrase, scene: Scene, memory: Memory) -> Identity:
    """Medics, rescuers, relief workers."""
    return scene.cast.aid_workers()


def political(phrase: Phrase, scene: Scene, memory: Memory) -> Identity | None:
    """Parties, councils, allies, "the West"."""
    country = phrase.owners[-1] if phrase.owners else None
    if "rebel" in phrase.sides:
        return scene.cast.armed("opposition (political)", "political", country or scene.cast.theatre)
    if scene.words.lower[phrase.at] == "west":
        return scene.lexicon.actors["west"] if scene.words.dep[phrase.at] == "nsubj" and not phrase.owners else None
    if scene.words.lower[phrase.at] in STATES:
        if "western" in phrase.sides:
            return scene.lexicon.actors["west"]
        apposed = scene.hit_of.get(scene.words.child(phrase.at, "appos") or -1)
        if apposed is not None and apposed.name.form in ("country", "seat"):
            country = apposed.name.key
        return scene.cast.government(country) if country else None
    written = _written(phrase, scene)
    if scene.words.lower[phrase.at] == "coalition" and not country and " " not in written:
        return _the_coalition(phrase, scene, memory)
    if phrase.noun.number == "body" and not country and " " not in written:
        return None
    if phrase.noun.number != "body":
        country = country or scene.cast.theatre
    called = f"{scene.cast.of(country)}{written}"
    return Identity(called.lower(), called, "political", country)


def _the_coalition(phrase: Phrase, scene: Scene, memory: Memory) -> Identity | None:
    known = memory.last(phrase.at, 8, lambda draft: "coalition" in draft.identity.name.lower())
    if known is not None:
        return known.identity
    actor = scene.lexicon.proxies.get(("coalition", scene.cast.theatre or ""))
    return scene.cast.by_id(actor) if actor else None


def _written(phrase: Phrase, scene: Scene) -> str:
    """The proper words and the noun: "Brussels conference"."""
    words = scene.words
    proper = [at for at in range(phrase.first, phrase.at) if _proper(scene, at)]
    return " ".join([*(words.text[at] for at in proper), words.text[phrase.at]])


def _proper(scene: Scene, at: int) -> bool:
    return scene.words.pos[at] == "PROPN" and at not in scene.hit_of and scene.words.entity[at] != "DATE"


def role(phrase: Phrase, scene: Scene, memory: Memory) -> Identity | None:
    """ "a spokesman", "an opposition figure"."""
    if scene.words.lower[phrase.at] in ("figure", "figures") and not phrase.sides and not phrase.owners:
        return None
    if scene.words.lower[phrase.at] == "guard" and scene.words.lower[phrase.at - 1] in GUARDS:
        return scene.cast.army(phrase.country(scene))
    kind: PartyKind = (
        "political" if phrase.sides & {"rebel", "political"} else "government" if phrase.owners else "unknown"
    )
    country = phrase.owners[-1] if phrase.owners else None
    return person(f"{scene.cast.of(country)}{scene.words.lower[phrase.at]}", kind, country)
