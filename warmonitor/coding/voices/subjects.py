"""Who the source of a cue is: its subject by the parse, or by the order of words where the parse is lost."""

from __future__ import annotations

from warmonitor.coding.voices.cues import FINITE, passive, quoting
from warmonitor.coding.voices.drafts import Range
from warmonitor.coding.voices.syntax import Syntax

RELATIVE = frozenset({"who", "that", "which", "whom"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
CLIMBED = frozenset(
    "conj xcomp advcl pcomp prep ccomp acl relcl dep dobj pobj attr acomp parataxis".split()
)
"""Relations by which a verb without a subject leads to one that has its subject."""
BEFORE_INVERSION = frozenset({",", '"', "”", "''", "?", "!", "—", "–"})
NAMING = frozenset({"NNP", "NNPS", "NN", "NNS", "DT", "JJ", "HYPH", "POS", "VBN", "PRP"})
CLOSING = frozenset({"said", "says", "reported", "reports", "announced", "added"})
"""Verbs behind which a statement ends with the name of who said it."""
OPENING_NAME = ("NNP", "NNPS", "DT", "NN", "NNS", "JJ")
LATELY = frozenset({"on", "late", "early", "earlier", "later", "overnight", "today", "yesterday"})
"""Words that tell when it was said, and those before a day."""
WITHIN = frozenset({"for", "of", "in", "at", "from", "on"})
"""Prepositions within a name or a description: "activists on the ground"."""
EXPLETIVES = frozenset({"it", "there"})
LONGEST = 25
"""Tokens in the longest noun phrase that is read by word classes alone."""


def subject(tree: Syntax, days: frozenset[str], at: int) -> int | None:
    """The head of the grammatical subject of a verb, its own or that of the verb it hangs on; None: it has none."""
    for _ in range(8):
        own = _own_subject(tree, days, at)
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


def _own_subject(tree: Syntax, days: frozenset[str], at: int) -> int | None:
    """Its subject; after a comma or quotation, or where a statement ends, the one behind: ", said the mayor"."""
    found = [c for c in tree.children[at] if tree.dep[c] in SUBJECTS]
    if found and at and tree.lower[at - 1] in BEFORE_INVERSION and found[-1] > at:
        return found[-1]
    closing = closing_name(tree, days, at)
    if closing is not None:
        return closing
    ahead = [c for c in found if c < at]
    return next(iter(ahead[-1:] or found), None)


def closing_name(tree: Syntax, days: frozenset[str], at: int) -> int | None:
    """The head of the name with which a statement ends right after "said", commas or not; None: there is none."""
    openers = OPENING_NAME if tree.lower[at] in ("said", "says") else ("NNP",)
    if tree.lower[at] not in CLOSING or at + 1 >= len(tree) or tree.tag[at + 1] not in openers:
        return None
    start, end = tree.sentences[tree.sentence[at]]
    last = at
    while last + 1 < min(end, at + LONGEST) and (
        tree.tag[last + 1] in NAMING or (last > at and _within_name(tree, days, last + 1))
    ):
        last += 1
    head = next((i - 1 for i in range(at + 2, last + 1) if tree.lower[i] in WITHIN), last)
    named = last > at and tree.tag[head].startswith("NN") and tree.lower[last] not in days
    return head if named and at - start > 3 and statement_ends(tree, days, last + 1) else None


def _within_name(tree: Syntax, days: frozenset[str], at: int) -> bool:
    """Whether a preposition leads on within a name or description, and not to a day."""
    return tree.lower[at] in WITHIN and at + 1 < len(tree) and tree.lower[at + 1] not in days


def statement_ends(tree: Syntax, days: frozenset[str], at: int) -> bool:
    """Whether nothing but a day stands between token `at` and the end of the statement: "said on Monday, adding"."""
    while at < len(tree) and (tree.lower[at] in days or tree.lower[at] in LATELY):
        at += 1
    return at >= len(tree) or tree.tag[at] in (".", "''", "_SP", "VBG") or tree.lower[at] in ('"', "")


def phrase_from(tree: Syntax, first: int) -> Range | None:
    """The noun phrase that begins at a token, by word classes alone."""
    last = first - 1
    while last + 1 < min(len(tree), first + LONGEST) and tree.tag[last + 1] in NAMING:
        last += 1
    return (first, last) if first <= last and tree.tag[last].startswith(("NN", "PRP")) else None


def phrase_to(tree: Syntax, last: int) -> Range | None:
    """The noun phrase that ends at a token, by word classes alone: back to its article, a plural or a participle."""
    if not tree.tag[last].startswith(("NN", "PRP")):
        return None
    first, start = last, max(tree.sentences[tree.sentence[last]][0], last - LONGEST)
    while first > start and tree.tag[first] != "DT" and tree.tag[first - 1] in NAMING - {"NNS", "VBN"}:
        first -= 1
    return first, last


def agent(tree: Syntax, at: int) -> int | None:
    """Who it is done by: "was announced by the ministry"."""
    for kid in tree.children[at]:
        if tree.dep[kid] == "agent" or (tree.dep[kid] == "prep" and tree.lower[kid] == "by"):
            return tree.child(kid, "pobj")
    return None


def source(tree: Syntax, days: frozenset[str], at: int) -> tuple[int | None, int | None]:
    """Head of the source of a verb, and the relative pronoun that stands for it where there is one."""
    quoted = quoting(tree, at)
    if quoted is not None:
        return tree.child(quoted, "nsubjpass") if passive(tree, quoted) else tree.child(quoted, "dobj"), None
    if passive(tree, at):
        return agent(tree, at), None
    apposed = _apposed(tree, at)
    found = subject(tree, days, at) if apposed is None else apposed
    if found is None:
        return _beside(tree, at), None
    if tree.lower[found] == "it" and tree.tag[at] in ("VBG", "VB") and not _able(tree, at):
        return None, None
    if tree.lower[found] in RELATIVE and not tree.upper[found]:  # the WHO is a body
        clause = tree.head[found]
        if tree.dep[clause] == "relcl":
            return tree.head[clause], found
    return found, None


def _apposed(tree: Syntax, at: int) -> int | None:
    """"..., the mayor of the town said" where the parse makes the mayor a part of what stands before."""
    if tree.tag[at] not in FINITE:
        return None
    named = tree.child(at, *SUBJECTS)
    if named is not None:  # "in Manbij, eastern Aleppo, a medical source told": no comma ends the apposition
        beside = tree.child(named, "appos")
        whole = beside is not None and named < beside and tree.right[beside] == at - 1
        return beside if whole and beside is not None and tree.lower[tree.left[beside] - 1] == "," else None
    edge = at - 1
    while edge > 0 and (tree.lower[edge] == "," or tree.head[edge] == at):
        edge -= 1
    node = edge
    while node >= 0 and tree.right[node] == edge:
        apart = tree.left[node] > 0 and tree.lower[tree.left[node] - 1] in BEFORE_INVERSION
        if apart and tree.dep[node] in ("appos", "conj"):
            return node
        if tree.head[node] == node:
            return None
        node = tree.head[node]
    return None


def _able(tree: Syntax, at: int) -> bool:
    """Whether "it" is someone before "to say" or "saying": not in "it is worth noting"."""
    above = tree.head[at]
    if tree.dep[above] not in ("acomp", "attr", "ROOT"):
        return True
    return tree.lower[above] in ("unable", "able") or tree.tag[above] in FINITE


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
    return next((i for i in range(start, at) if _heads(tree, i)), None) if tree.lower[at - 1] == "," else None


def _heads(tree: Syntax, at: int) -> bool:
    """Whether a noun ends its noun phrase."""
    return tree.tag[at].startswith("NN") and not tree.tag[at + 1].startswith(("NN", "POS"))
