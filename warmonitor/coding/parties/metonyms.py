"""When a country's or capital's name is a party and not a place, and what an adjective of nationality denotes."""

from __future__ import annotations

from warmonitor.coding.parties.lexicon import Identity
from warmonitor.coding.parties.names import Hit
from warmonitor.coding.parties.rows import Use
from warmonitor.coding.parties.scene import Scene

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "agent")
OBJECTS = ("dobj", "iobj", "dative", "oprd")
ASKING = ("of", "on", "for", "from", "to", "between", "among", "with", "against", "toward", "towards")
UNFINITE = ("acl", "amod", "xcomp", "advcl", "pcomp")
Meaning = tuple[Identity, str]


def meaning(scene: Scene, hit: Hit) -> Meaning | None:
    """The party that a country's or a capital's name denotes where it stands, and the rule; None: a place."""
    if scene.side(hit) in ("backed", "pro", "anti"):
        return scene.cast.government(hit.name.key), "supporter"
    if scene.side(hit) == "held":
        return scene.cast.army(hit.name.key), "held"
    if scene.side(hit) == "linked":
        return None
    words, root = scene.words, _first_conjunct(scene, root_of(scene, hit))
    dep, head = words.dep[root], words.head[root]
    if not hit.first <= root <= hit.last and _is_party(scene, root):
        return scene.cast.government(hit.name.key), "conjunct"
    verb = _misread_subject(scene, hit, root)
    if verb is not None:
        return _subject(scene, hit, root, verb)
    if dep == "appos" and (_is_party(scene, head) or "support" in uses(scene, head)):
        return scene.cast.government(hit.name.key), "apposition"
    if dep in SUBJECTS:
        return _subject(scene, hit, root, head)
    if dep in OBJECTS:
        return _object(scene, hit, head)
    if dep == "poss":
        return owned(scene, hit, head, "owner")
    if dep == "pobj":
        return _behind_preposition(scene, hit, head)
    if dep in ("compound", "amod", "nmod") and head > root:
        return owned(scene, hit, head, "adjective")
    return None


def _first_conjunct(scene: Scene, at: int) -> int:
    for _ in range(4):
        if scene.words.dep[at] != "conj":
            break
        at = scene.words.head[at]
    return at


def _is_party(scene: Scene, at: int) -> bool:
    """A party noun, or the name of an actor or a person."""
    hit = scene.hit_of.get(at)
    if hit is not None:
        return hit.name.form in ("actor", "person")
    noun = scene.lexicon.nouns.get(scene.words.lower[at])
    return noun is not None and noun.sense not in ("civilians", "position", "arms")


def _misread_subject(scene: Scene, hit: Hit, root: int) -> int | None:
    """ "In September Turkey persuaded": a verb without a subject right behind a name that the parser hung elsewhere."""
    words, behind = scene.words, hit.last + 1
    if words.dep[root] in SUBJECTS or behind >= len(words.lower) or words.pos[behind] not in ("VERB", "AUX"):
        return None
    verb = words.head[behind] if words.dep[behind] in ("aux", "auxpass") else behind
    if words.dep[verb] in UNFINITE or words.child(verb, "nsubj", "nsubjpass") is not None:
        return None
    return verb if words.lower[verb] == words.lower[behind] or verb > behind else None


def root_of(scene: Scene, hit: Hit) -> int:
    """The token of a name that the others hang on."""
    for at in range(hit.last, hit.first - 1, -1):
        if not hit.first <= scene.words.head[at] <= hit.last or scene.words.head[at] == at:
            return at
    return hit.last


def uses(scene: Scene, at: int) -> frozenset[Use]:
    """What the lexicon says of a word as context."""
    contexts = scene.lexicon.contexts
    return contexts.get(scene.words.lemma[at].lower()) or contexts.get(scene.words.lower[at]) or frozenset()


def _home_seat(scene: Scene, hit: Hit) -> bool:
    """The capital of the country at war: as often a place as a government."""
    return hit.name.form == "seat" and hit.name.key == scene.cast.theatre


def _subject(scene: Scene, hit: Hit, root: int, verb: int) -> Meaning | None:
    said = uses(scene, verb)
    passive = scene.words.dep[root] == "nsubjpass"
    if "experience" in said or (passive and _home_seat(scene, hit)):
        return None
    thing = scene.words.child(verb, "dobj")
    forceful = "force" in said or (thing is not None and "force" in uses(scene, thing))
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
    if "spatial" in said or words.entity[thing] in ("PERSON", "GPE", "LOC", "FAC"):
        return None
    if words.pos[thing] not in ("NOUN", "PROPN", "ADJ"):
        return None
    return scene.cast.government(hit.name.key), rule


def _behind_preposition(scene: Scene, hit: Hit, preposition: int) -> Meaning | None:
    words = scene.words
    word, governor = words.lower[preposition], words.head[preposition]
    said = uses(scene, governor)
    if word == "by":
        force = "force" in said and hit.name.form == "country"
        identity = scene.cast.army(hit.name.key) if force else scene.cast.government(hit.name.key)
        return identity, "agent"
    if word in ("like", "as") and _is_party(scene, governor):
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
