"""What the grammar around a name or a noun says: its root, its first conjunct, what the word beside it makes of it."""

from __future__ import annotations

from warmonitor.coding.parties.names import Hit
from warmonitor.coding.parties.rows import Use
from warmonitor.coding.parties.scene import Scene

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "agent")
ATTACKING: frozenset[Use] = frozenset(("harm", "strike", "force"))
UNDERGONE = frozenset("die evacuate rescue treat hospitalise hospitalize displace resist flee withdraw".split())
"""Verbs of harm and force whose subject attacks nobody."""
UNFINITE = ("acl", "amod", "xcomp", "advcl", "pcomp")


def first_conjunct(scene: Scene, at: int) -> int:
    """The head of a chain of conjuncts."""
    for _ in range(4):
        if scene.words.dep[at] != "conj":
            break
        at = scene.words.head[at]
    return at


def is_party(scene: Scene, at: int) -> bool:
    """A party noun, or the name of an actor or a person."""
    hit = scene.hit_of.get(at)
    if hit is not None:
        return hit.name.form in ("actor", "person")
    noun = scene.lexicon.nouns.get(scene.words.lower[at])
    return noun is not None and noun.sense not in ("civilians", "position", "arms")


def misread_subject(scene: Scene, hit: Hit, root: int) -> int | None:
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
    words = scene.words
    roots = [
        at for at in range(hit.last, hit.first - 1, -1)
        if not hit.first <= words.head[at] <= hit.last or words.head[at] == at
    ]  # fmt: skip
    return next((at for at in roots if words.pos[at] in ("PROPN", "NOUN", "ADJ")), roots[0] if roots else hit.last)


def uses(scene: Scene, at: int) -> frozenset[Use]:
    """What the lexicon says of a word as context."""
    contexts = scene.lexicon.contexts
    return contexts.get(scene.words.lemma[at].lower()) or contexts.get(scene.words.lower[at]) or frozenset()


def counted(scene: Scene, at: int) -> int:
    """ "dozens of strikes": what a word of number counts, else the word itself."""
    noun = scene.lexicon.nouns.get(scene.words.lower[at])
    if noun is None or noun.sense not in ("sort", "group"):
        return at
    of = next((child for child in scene.words.children[at] if scene.words.lower[child] == "of"), None)
    thing = scene.words.child(of, "pobj") if of is not None else None
    return at if thing is None else thing


def attacks(scene: Scene, at: int) -> bool:
    """Whether a noun phrase kills, hits or abducts: as subject of such a verb or of one joined to it or behind "by"."""
    words = scene.words
    for _ in range(3):
        above = words.head[at]
        if words.dep[at] != "pobj" or words.lower[above] != "of":
            break
        at = words.head[above]
    above = words.head[at]
    if words.dep[at] == "pobj" and words.lower[above] == "by":
        return bool(uses(scene, words.head[above]) & ATTACKING)
    if words.dep[at] != "nsubj":
        return False
    joined = [above, *(child for child in words.children[above] if words.dep[child] == "conj")]
    if "harm" in uses(scene, above) and words.lower[above].endswith("ed") and words.child(above, "dobj") is None:
        return False  # "seven people wounded"
    return any(uses(scene, verb) & ATTACKING and words.lemma[verb] not in UNDERGONE for verb in joined)
