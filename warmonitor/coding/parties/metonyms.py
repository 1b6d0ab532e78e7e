"""When a country's or capital's name is a party and not a place, and what an adjective of nationality denotes."""

from __future__ import annotations

from warmonitor.coding.parties.grammar import (
    SUBJECTS,
    counted,
    first_conjunct,
    is_party,
    misread_subject,
    root_of,
    uses,
)
from warmonitor.coding.parties.lexicon import Identity
from warmonitor.coding.parties.names import Hit
from warmonitor.coding.parties.scene import Scene

OBJECTS = ("dobj", "iobj", "dative", "oprd")
ASKING = ("of", "on", "for", "from", "to", "between", "among", "with", "against", "toward", "towards")
ONE = frozenset(("a", "an", "one", "another"))
"""Words that make an adjective of nationality one person."""
Meaning = tuple[Identity, str]


def meaning(scene: Scene, hit: Hit) -> Meaning | None:
    """The party that a country's or a capital's name denotes where it stands, and the rule; None: a place."""
    side = scene.side(hit)
    if side:
        return _hyphened(scene, hit, side)
    if _somebody(scene, hit):
        return scene.cast.civilians(hit.name.key), "people"
    root = first_conjunct(scene, root_of(scene, hit))
    if not hit.first <= root <= hit.last and is_party(scene, root):
        return scene.cast.government(hit.name.key), "conjunct"
    verb = misread_subject(scene, hit, root)
    if verb is not None:
        return _subject(scene, hit, root, verb)
    return _by_place_in_clause(scene, hit, _unlisted(scene, hit, root))


def _somebody(scene: Scene, hit: Hit) -> bool:
    """ "Killed a Colombian", "five Spaniards and one Salvadoran": somebody of that country, not its government."""
    words, at = scene.words, hit.last
    modifies = words.dep[at] in ("compound", "amod", "nmod", "poss") and words.head[at] > at
    if hit.name.form != "adjective" or hit.first == 0 or modifies:
        return False
    return words.lower[hit.first - 1] in ONE and words.head[hit.first - 1] == at


def _hyphened(scene: Scene, hit: Hit, side: str) -> Meaning | None:
    if side == "held":
        return scene.cast.army(hit.name.key), "held"
    return None if side == "linked" else (scene.cast.government(hit.name.key), "supporter")


def _unlisted(scene: Scene, hit: Hit, root: int) -> int:
    """In a list without commas ("accuses Turkey Qatar and Iran") a country hangs on the next: that which is free."""
    beside = scene.hit_of.get(scene.words.head[root])
    free = ("country", "seat", "actor") if scene.text[hit.end : hit.end + 1] == "/" else ("country", "seat")
    listed = beside is not None and beside.first > hit.last and beside.name.form in free
    return scene.words.head[root] if listed and scene.words.dep[root] in ("compound", "nmod", "appos") else root


def _by_place_in_clause(scene: Scene, hit: Hit, root: int) -> Meaning | None:
    dep, head = scene.words.dep[root], scene.words.head[root]
    if dep == "appos" and (is_party(scene, head) or "support" in uses(scene, head)):
        return scene.cast.government(hit.name.key), "apposition"
    if dep in SUBJECTS:
        return _subject(scene, hit, root, head)
    if dep in OBJECTS:
        return _object(scene, hit, head)
    if dep == "poss":
        return owned(scene, hit, head, "owner")
    if dep == "pobj":
        return _behind_preposition(scene, hit, head)
    at_home = hit.name.form == "country" and hit.name.key == scene.cast.theatre
    if dep == "compound" and at_home and _is_deed(scene, head):
        return None  # "Syria air raids": where they were
    if dep in ("compound", "amod", "nmod") and head > root:
        return owned(scene, hit, head, "adjective")
    return None


def _is_deed(scene: Scene, at: int) -> bool:
    """Whether a noun is for the use of force and not for those who use it."""
    return "force" in uses(scene, at) and scene.words.lower[at] not in scene.lexicon.nouns


def _home_seat(scene: Scene, hit: Hit) -> bool:
    """The capital of the country at war: as often a place as a government."""
    return hit.name.form == "seat" and hit.name.key == scene.cast.theatre


def _subject(scene: Scene, hit: Hit, root: int, verb: int) -> Meaning | None:
    said = uses(scene, verb)
    passive = scene.words.dep[root] == "nsubjpass"
    if "experience" in said or (passive and _home_seat(scene, hit)):
        return None
    thing = scene.words.child(verb, "dobj")
    of_force = thing is not None and "speech" not in said and "force" in uses(scene, counted(scene, thing))
    forceful = "force" in said or of_force  # "carried out a raid", not "condemned a raid"
    if forceful and not passive and hit.name.form == "country":
        return scene.cast.army(hit.name.key), "subject of force"
    return scene.cast.government(hit.name.key), "acted on" if passive else "subject"


def _object(scene: Scene, hit: Hit, verb: int) -> Meaning | None:
    said = uses(scene, verb)
    if "motion" in said or ("force" in said and hit.name.form == "seat"):
        return None
    return scene.cast.government(hit.name.key), "target" if "force" in said else "object"


def owned(scene: Scene, hit: Hit, thing: int, rule: str) -> Meaning | None:
    """ "Turkey's efforts", "Russian air strikes", "Syria's north": by what is owned."""
    words, said = scene.words, uses(scene, thing)
    for _ in range(3):
        if not ("spatial" in said and words.dep[thing] == "compound" and words.head[thing] > thing):
            break
        thing = words.head[thing]
        said = uses(scene, thing)
    if "force" in said and words.pos[thing] != "VERB":
        return scene.cast.army(hit.name.key), f"{rule} of force"
    noun = scene.lexicon.nouns.get(words.lower[thing])
    if "spatial" in said or words.entity[thing] in ("PERSON", "GPE", "LOC", "FAC") or (noun and noun.number == "one"):
        return None
    if words.pos[thing] not in ("NOUN", "PROPN", "ADJ"):
        return None
    if noun and noun.sense == "civilians":
        return scene.cast.civilians(hit.name.key), rule  # "U.S. citizens Jan Kos and Ivo Pek"
    return scene.cast.government(hit.name.key), rule


def _behind_preposition(scene: Scene, hit: Hit, preposition: int) -> Meaning | None:
    words = scene.words
    word, governor = words.lower[preposition], words.head[preposition]
    said = uses(scene, governor)
    if word == "by":
        force = "force" in said and hit.name.form == "country"
        identity = scene.cast.army(hit.name.key) if force else scene.cast.government(hit.name.key)
        return identity, "agent"
    if word in ("at", "towards", "toward") and "force" in said and hit.name.form == "country":
        return scene.cast.government(hit.name.key), "target"
    if word in ("like", "as") and is_party(scene, governor):
        return scene.cast.government(hit.name.key), "conjunct"
    if hit.first and "support" in uses(scene, hit.first - 1):
        return scene.cast.government(hit.name.key), "apposition"
    if word not in ASKING or "spatial" in said or "motion" in said:
        return None
    if word in ("with", "against") or (word == "between" and "force" in said):
        return None if _home_seat(scene, hit) else (scene.cast.government(hit.name.key), "counterpart")
    if said & {"support", "speech"}:
        return scene.cast.government(hit.name.key), "counterpart"
    if word in ("on", "against") and "force" in said and hit.name.form == "country":
        return scene.cast.government(hit.name.key), "target"
    return None
