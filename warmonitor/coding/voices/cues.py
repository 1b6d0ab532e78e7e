"""Which words of a document attribute."""

from __future__ import annotations

from collections.abc import Iterator

from warmonitor.coding.voices.drafts import Range
from warmonitor.coding.voices.lexicon import Frame, VoiceLexicon
from warmonitor.coding.voices.syntax import Syntax

FINITE = frozenset({"VBD", "VBZ", "VBP"})
LEADING = frozenset({"aux", "auxpass", "neg", "advmod"})
NEGATIONS = frozenset({"not", "n't", "never", "n’t", "nor", "without"})
REACH = 4
"""Words before a name of which one in small letters tells that the line is no headline."""
JOINING = frozenset({"when", "where", "how", "why", "while", "so", "then", "now", "and"})


def verbs(tree: Syntax, lexicon: VoiceLexicon) -> Iterator[tuple[int, tuple[Frame, ...]]]:
    """Every verb of the lexicon with its frames, in order."""
    known = lexicon.verbs
    for at, lemma in enumerate(tree.lemma):
        frames = known.get(lemma)
        if frames and tree.tag[at].startswith("VB") and not _claims_lives(tree, at) and not _is_surname(tree, at):
            fitting = tuple(f for f in frames if not f.particle or particle(tree, at) == f.particle)
            phrasal = tuple(f for f in fitting if f.particle)
            if fitting:
                yield at, phrasal or fitting


def _is_surname(tree: Syntax, at: int) -> bool:
    """ "Rami Nasser and Omar Said": a name that the parser takes for a verb, in a line of small letters."""
    named = at > 0 and tree.capital[at] and tree.capital[at - 1] and tree.tag[at - 1] == "NNP"
    ends = at + 1 == len(tree) or tree.tag[at + 1] in (".", ",", "CC", "IN", ":")
    return named and ends and any(not tree.capital[near] for near in range(max(0, at - REACH), at))


def _claims_lives(tree: Syntax, at: int) -> bool:
    """"The fighting claimed 40 lives" says nothing."""
    taken = tree.child(at, "dobj") if tree.lemma[at] == "claim" else None
    return taken is not None and tree.lemma[taken] in ("life", "victim")


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
    """Whether a verb is in the passive; a bare participle is only where it says by whom ("claims denied by X").

    Or where it says what is held: "two people believed to be trapped".
    """
    if any(tree.dep[c] in ("auxpass", "nsubjpass", "agent") for c in tree.children[at]):
        return True
    return tree.tag[at] == "VBN" and tree.dep[at] == "acl" and tree.child(at, "xcomp") is not None


def cue_words(tree: Syntax, at: int) -> Range:
    """The cue with what belongs to it on its left ("had never said") and its particle ("pointed out")."""
    first = last = at
    while first - 1 >= 0 and tree.head[first - 1] == at and tree.dep[first - 1] in LEADING:
        first -= 1
    while tree.lower[first] in JOINING and first < at:
        first += 1
    if particle(tree, at) and tree.dep[at + 1] == "prt":
        last = at + 1
    return first, last


def reported(tree: Syntax, lexicon: VoiceLexicon, at: int) -> bool:
    """Whether the words were said, and not only wished, ordered or feared: "to say" counts after "went on"."""
    if tree.tag[at] != "VB" or not any(tree.lower[c] == "to" and c == at - 1 for c in tree.children[at]):
        return True
    return tree.dep[at] == "xcomp" and tree.lemma[tree.head[at]] in lexicon.words.onward


def quoting(tree: Syntax, at: int) -> int | None:
    """The verb of "was quoted as saying" above "saying"."""
    above = tree.head[at]
    if tree.lower[above] == "as" and tree.lemma[tree.head[above]] in ("quote", "cite"):
        return tree.head[above]
    return None
