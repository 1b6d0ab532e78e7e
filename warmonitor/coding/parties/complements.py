"""What stands behind a party noun: "of ...", "loyal to ...", "backed by ...", "from ..."."""

from __future__ import annotations

from warmonitor.coding.parties.lexicon import Identity
from warmonitor.coding.parties.names import Hit
from warmonitor.coding.parties.phrases import Phrase
from warmonitor.coding.parties.scene import Scene

BACKING = frozenset(("backed", "supported", "aided", "assisted", "armed", "funded", "trained", "led", "financed"))
BELONGING = frozenset(("loyal", "allied", "belonging", "affiliated", "linked", "aligned", "close", "subordinate"))
TO = frozenset(("to", "with", "of", "by"))
ENDING = ("VERB", "AUX", "ADP", "PUNCT")
REACH = 6
"""Words within which the name must follow "backed by" or "loyal to"."""


def belongs_to(scene: Scene, at: int) -> tuple[Identity, int] | None:
    """ "fighters loyal to Hezbollah", "militants from the Islamic State": whose they are, and the last token."""
    lower, size = scene.words.lower, len(scene.words.lower)
    start = at + 2 if at + 1 < size and lower[at + 1] == "-" else at + 1
    if start + 1 >= size:
        return None
    if lower[start] in BELONGING and lower[start + 1] in TO:
        return _owner(scene, start + 2, any_name=True)
    if lower[start] in ("from", "of"):
        return _owner(scene, start + 1, any_name=lower[start] == "of")
    return None


def _owner(scene: Scene, start: int, any_name: bool) -> tuple[Identity, int] | None:
    found: tuple[Identity, int] | None = None
    for at in range(start, min(start + REACH, len(scene.words.lower))):
        hit = scene.hit_of.get(at)
        if hit is None:
            if scene.words.pos[at] in ENDING and scene.words.lower[at] not in ("'s", "’s", "-"):
                break
            continue
        if scene.side(hit):
            continue
        identity = forces_of(scene, hit)
        if identity is not None and (any_name or hit.name.form == "actor"):
            found = identity, hit.last
            if hit.name.form in ("actor", "person"):
                break
    return found


def forces_of(scene: Scene, hit: Hit) -> Identity | None:
    """Those who fight for a name: the actor itself, a leader's forces, a country's army."""
    if hit.name.form == "actor":
        return scene.cast.by_id(hit.name.key)
    if hit.name.form == "person":
        forces = scene.lexicon.people[hit.name.key].forces
        return scene.cast.by_id(forces) if forces else None
    return scene.cast.army(hit.name.key)


def country_of(scene: Scene, at: int) -> str | None:
    """ "government of Syria", "people of Gaza", "army of Israel": the country behind "of"."""
    lower = scene.words.lower
    if at + 1 >= len(lower) or lower[at + 1] != "of":
        return None
    hit = scene.hit_of.get(at + 2) or scene.hit_of.get(at + 3)
    return hit.name.key if hit is not None and hit.name.form in ("country", "seat") else None


def backers_behind(scene: Scene, at: int) -> tuple[list[int], int]:
    """ "backed by Russia and Iran": the names' last tokens, and that of the phrase (`at` when there is none)."""
    lower, size = scene.words.lower, len(scene.words.lower)
    start = at + 2 if at + 1 < size and lower[at + 1] == "," else at + 1
    if start + 1 >= size or lower[start] not in BACKING or lower[start + 1] != "by":
        return [], at
    found: list[int] = []
    for here in range(start + 2, min(start + 2 + REACH, size)):
        hit = scene.hit_of.get(here)
        if hit is not None and hit.last == here:
            found.append(here)
        elif hit is None and scene.words.pos[here] in ("VERB", "AUX", "PUNCT"):
            break
    return found, (found[-1] if found and start == at + 1 else at)


def complement(scene: Scene, at: int) -> int | None:
    """Head of the noun phrase after "of": "hundreds of civilians", "a coalition of rebel factions"."""
    words = scene.words
    for child in words.children[at]:
        if child > at and words.lower[child] == "of":
            return words.child(child, "pobj")
    if at + 2 < len(words.lower) and words.lower[at + 1] == "of":
        return next((here for here in range(at + 2, min(at + 2 + REACH, len(words.lower)))
                     if words.lower[here] in scene.lexicon.nouns), None)  # fmt: skip
    return None


def of_whom(phrase: Phrase, scene: Scene) -> bool:
    """Nouns that take their meaning from what stands behind "of"."""
    return phrase.noun.sense in ("sort", "group") or (phrase.noun.sense == "political" and phrase.noun.number == "body")
