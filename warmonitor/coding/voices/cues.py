"""Which words of a document attribute, and who their source is."""

from __future__ import annotations

from collections.abc import Iterator

from warmonitor.coding.voices.drafts import Range
from warmonitor.coding.voices.lexicon import Frame, VoiceLexicon
from warmonitor.coding.voices.syntax import Syntax

FINITE = frozenset({"VBD", "VBZ", "VBP"})
RELATIVE = frozenset({"who", "that", "which", "whom"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
LEADING = frozenset({"aux", "auxpass", "neg", "advmod"})
NEGATIONS = frozenset({"not", "n't", "never", "n’t", "nor", "without"})
EXPLETIVES = frozenset({"it", "there"})


def verbs(tree: Syntax, lexicon: VoiceLexicon) -> Iterator[tuple[int, tuple[Frame, ...]]]:
    """Every verb of the lexicon with its frames, in order."""
    known = lexicon.verbs
    for at, lemma in enumerate(tree.lemma):
        frames = known.get(lemma)
        if frames and tree.tag[at].startswith("VB"):
            fitting = tuple(f for f in frames if not f.particle or particle(tree, at) == f.particle)
            phrasal = tuple(f for f in fitting if f.particle)
            if fitting:
                yield at, phrasal or fitting


def particle(tree: Syntax, at: int) -> str:
    """The particle of a phrasal verb ("out" of "pointed out"), or nothing."""
    after = at + 1
    if after < len(tree) and tree.head[after] == at and tree.dep[after] in ("prt", "advmod", "prep"):
        return tree.lower[after]
    return ""


def negated(tree: Syntax, at: int) -> bool:
    """Whether the cue itself is denied: "did not say", "never confirmed"."""
    return any(tree.lower[c] in NEGATIONS for c in tree.children[at] if c < at)


def passive(tree: Syntax, at: int) -> bool:
    """Whether a verb is in the passive voice, with an auxiliary or as a reduced relative clause."""
    kids = tree.children[at]
    if any(tree.dep[c] in ("auxpass", "nsubjpass", "agent") for c in kids):
        return True
    return tree.tag[at] == "VBN" and tree.dep[at] in ("acl", "advcl", "relcl") and not any(tree.dep[c] == "aux" for c in kids)


def cue_words(tree: Syntax, at: int) -> Range:
    """The cue with what belongs to it on its left ("had never said") and its particle ("pointed out")."""
    first = last = at
    while first - 1 >= 0 and tree.head[first - 1] == at and tree.dep[first - 1] in LEADING:
        first -= 1
    while tree.lower[first] in ("when", "where", "how", "why", "while", "so", "then", "now", "and") and first < at:
        first += 1
    if particle(tree, at) and tree.dep[at + 1] == "prt":
        last = at + 1
    return first, last


def subject(tree: Syntax, at: int) -> int | None:
    """The head of the grammatical subject of a verb, its own or that of the verb it hangs on; None: it has none."""
    for _ in range(8):
        own = tree.child(at, *SUBJECTS)
        if own is not None:
            return own
        above, dep = tree.head[at], tree.dep[at]
        if above == at or dep not in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "acl", "relcl", "dep"):
            return None
        if dep in ("acl", "relcl"):
            return above
        if dep in ("advcl", "ccomp") and tree.tag[at] not in ("VBG", "VB", "VBN"):
            return None
        if dep == "prep" and not tree.tag[above].startswith("VB") and tree.dep[above] != "ROOT":
            return above
        at = above
    return None


def agent(tree: Syntax, at: int) -> int | None:
    """Who it is done by: "was announced by the ministry"."""
    for kid in tree.children[at]:
        if tree.dep[kid] == "agent" or (tree.dep[kid] == "prep" and tree.lower[kid] == "by"):
            return tree.child(kid, "pobj")
    return None


def source(tree: Syntax, at: int) -> tuple[int | None, int | None]:
    """Head of the source of a verb, and the relative pronoun that stands for it where there is one."""
    if passive(tree, at):
        return agent(tree, at), None
    found = subject(tree, at)
    if found is None:
        return _inverted(tree, at), None
    if tree.lower[found] in RELATIVE:
        clause = tree.head[found]
        if tree.dep[clause] == "relcl":
            return tree.head[clause], found
    return found, None


def _inverted(tree: Syntax, at: int) -> int | None:
    """A name right after the cue that the parse takes for an object: ", said Ahmed"."""
    after = at + 1
    if at == 0 or after >= len(tree) or tree.tag[at] not in FINITE:
        return None
    if tree.lower[at - 1] not in (",", '"', "”", "''", "?", "!"):
        return None
    kid = next((c for c in tree.children[at] if c > at and tree.dep[c] in ("dobj", "attr", "npadvmod", "oprd", "ccomp")), None)
    if kid is not None and tree.left[kid] == after and tree.tag[kid].startswith(("NN", "PRP")):
        return kid
    return None
