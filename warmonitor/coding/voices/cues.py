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
CLIMBED = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "acl", "relcl", "dep", "dobj", "pobj", "attr", "acomp", "parataxis"})
BEFORE_INVERSION = frozenset({",", '"', "”", "''", "?", "!", "—", "–"})
SPOKEN_ON = frozenset({"use", "take", "go", "continue", "begin", "start", "proceed", "appear", "seem", "come", "hasten"})
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight week month morning evening night".split()
)
NAMING = frozenset({"NNP", "NNPS", "NN", "NNS", "DT", "JJ", "HYPH", "POS", "VBN", "PRP"})
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
    """Whether a verb is in the passive voice; a bare participle is only where it says by whom ("claims denied by X")."""
    return any(tree.dep[c] in ("auxpass", "nsubjpass", "agent") for c in tree.children[at])


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
        own = _own_subject(tree, at)
        if own is not None:
            return own
        above, dep = tree.head[at], tree.dep[at]
        if above == at or dep not in CLIMBED:
            return None
        if dep in ("acl", "relcl"):
            return above
        if dep in ("advcl", "ccomp") and tree.tag[at] not in ("VBG", "VB", "VBN"):
            return None
        at = above
    return None


def _own_subject(tree: Syntax, at: int) -> int | None:
    """Its subject; after a comma or quotation, or at the end of a sentence, the one behind the verb: ", said the mayor"."""
    found = [c for c in tree.children[at] if tree.dep[c] in SUBJECTS]
    if found and at and tree.lower[at - 1] in BEFORE_INVERSION and found[-1] > at:
        return found[-1]
    closing = closing_name(tree, at)
    if closing is not None:
        return closing
    return found[0] if found else None


def closing_name(tree: Syntax, at: int) -> int | None:
    """The last word of the name with which a statement ends right after "said", commas or not; None: there is none."""
    if tree.lower[at] not in ("said", "says") or at + 1 >= len(tree) or tree.tag[at + 1] not in ("NNP", "DT"):
        return None
    start, end = tree.sentences[tree.sentence[at]]
    last = at
    while last + 1 < end and tree.tag[last + 1] in NAMING:
        last += 1
    named = last > at and tree.tag[last].startswith("NN") and tree.lower[last] not in DAYS
    return last if named and at - start > 3 and statement_ends(tree, last + 1) else None


def statement_ends(tree: Syntax, at: int) -> bool:
    """Whether nothing but a day stands between token `at` and the end of the statement: "said on Monday, adding"."""
    while at < len(tree) and (tree.lower[at] in DAYS or tree.lower[at] in ("on", "late", "early", "earlier", "later")):
        at += 1
    return at >= len(tree) or tree.tag[at] in (".", "''", "_SP", "VBG") or tree.lower[at] in ('"', "")


def noun_phrase(tree: Syntax, at: int, step: int) -> Range | None:
    """The noun phrase that ends (step -1) or begins (step 1) at token `at`, by word classes alone."""
    edge = at
    while 0 <= edge < len(tree) and tree.tag[edge] in NAMING and tree.sentence[edge] == tree.sentence[at]:
        if step < 0 and edge < at and tree.tag[edge] in ("NNS", "VBN") :
            break
        edge += step
        if step < 0 and tree.tag[edge + 1] == "DT":
            break
    first, last = (edge + 1, at) if step < 0 else (at, edge - 1)
    return (first, last) if first <= last and tree.tag[last].startswith(("NN", "PRP")) else None


def agent(tree: Syntax, at: int) -> int | None:
    """Who it is done by: "was announced by the ministry"."""
    for kid in tree.children[at]:
        if tree.dep[kid] == "agent" or (tree.dep[kid] == "prep" and tree.lower[kid] == "by"):
            return tree.child(kid, "pobj")
    return None


def source(tree: Syntax, at: int) -> tuple[int | None, int | None]:
    """Head of the source of a verb, and the relative pronoun that stands for it where there is one."""
    quoted = quoting(tree, at)
    if quoted is not None:
        return tree.child(quoted, "nsubjpass") if passive(tree, quoted) else tree.child(quoted, "dobj"), None
    if passive(tree, at):
        return agent(tree, at), None
    found = subject(tree, at)
    if found is None:
        return _beside(tree, at), None
    if tree.lower[found] == "it" and tree.tag[at] in ("VBG", "VB") and not _able(tree, at):
        return None, None
    if tree.lower[found] in RELATIVE:
        clause = tree.head[found]
        if tree.dep[clause] == "relcl":
            return tree.head[clause], found
    return found, None


def _able(tree: Syntax, at: int) -> bool:
    """Whether "it" is someone before "to say" or "saying": not in "it is worth noting"."""
    above = tree.head[at]
    return tree.dep[above] not in ("acomp", "attr", "ROOT") or tree.lower[above] in ("unable", "able") or tree.tag[above] in FINITE


def quoting(tree: Syntax, at: int) -> int | None:
    """The verb of "was quoted as saying" above "saying"."""
    above = tree.head[at]
    if tree.lower[above] == "as" and tree.lemma[tree.head[above]] in ("quote", "cite"):
        return tree.head[above]
    return None


def _beside(tree: Syntax, at: int) -> int | None:
    """The source of a finite cue whose subject the parse has lost: the noun phrase behind it, or before it."""
    if tree.tag[at] not in FINITE or at == 0:
        return None
    if tree.lower[at - 1] in BEFORE_INVERSION:
        kid = next((c for c in tree.children[at] if c > at and tree.tag[c].startswith(("NN", "PRP"))), None)
        if kid is not None and tree.left[kid] == at + 1:
            return kid
    start = tree.sentences[tree.sentence[at]][0]
    if tree.tag[at - 1].startswith(("NN", "PRP")):
        return at - 1
    if tree.lower[at - 1] == ",":
        return next((i for i in range(start, at) if tree.tag[i].startswith("NN") and not tree.tag[i + 1].startswith("NN") and tree.lower[i + 1] != "'s"), None)
    return None


def reported(tree: Syntax, at: int) -> bool:
    """Whether the words were said, and not only wished, ordered or feared: "to say" counts after "went on"."""
    if tree.tag[at] != "VB" or not any(tree.lower[c] == "to" and c == at - 1 for c in tree.children[at]):
        return True
    return tree.dep[at] == "xcomp" and tree.lemma[tree.head[at]] in SPOKEN_ON
