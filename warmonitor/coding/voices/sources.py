"""The words of a source: its whole noun phrase, and the short one that names it."""

from __future__ import annotations

from warmonitor.coding.voices.drafts import Draft, Range
from warmonitor.coding.voices.syntax import OPENING, QUOTE_MARKS, Syntax

LOOSE = frozenset({",", "``", "''", ":", "CC", "_SP", "."})
"""Tags of what stands at the edge of a noun phrase without belonging to it."""

LATE = frozenset({"the", "latest", "earlier", "recent", "new", "initial", "later", "previous"})
"""Words before a name that tell when it spoke."""


def whole(tree: Syntax, draft: Draft) -> Range:
    """The noun phrase of the source with its appositions and clauses, without what belongs to the cue."""
    assert draft.source is not None
    head = draft.source
    if draft.phrase is not None:
        first, last = draft.phrase
        while first < min(head, last) and tree.lower[first] in OPENING:
            first += 1
        return first, last
    first, last = tree.left[head], tree.right[head]
    cue_first, cue_last = draft.words
    if head < cue_first:
        last = min(last, cue_first - 1)
    elif head > cue_last:
        first = max(first, cue_last + 1)
    for start, end in draft.contents:
        if start > head:
            last = min(last, start - 1)
        elif end < head:
            first = max(first, end + 1)
    if draft.relative is not None:
        last = min(last, draft.relative - 1)
    if tree.dep[head] == "poss":
        last = min(last, head)
    return _clean(tree, first, max(last, head), head)


def _clean(tree: Syntax, first: int, last: int, head: int) -> Range:
    quoted = [at for at in range(first, head) if tree.lower[at] in QUOTE_MARKS]
    if len(quoted) % 2:
        first = quoted[-1] + 1
    while first < head and (tree.tag[first] in LOOSE | {"IN", "RB", "RBR"} or tree.lower[first] in OPENING):
        first += 1
    while first < head and tree.tag[head].startswith("NNP") and tree.lower[first] in LATE:
        first += 1
    while last > head and tree.tag[last] in LOOSE:
        last -= 1
    return first, last


def short(tree: Syntax, extent: Range, head: int) -> Range:
    """The name or noun phrase up to its first apposition or clause that a comma, dash or bracket sets off."""
    first, last = extent
    for at in range(head + 1, last + 1):
        if tree.lower[at] in (",", "-", "–", "—", "--", "(", ";") and not _glued(tree, at):
            if tree.tag[head].startswith("NNP") or not _names(tree, at + 1, last):
                return first, max(head, at - 1)
            return first, _name_end(tree, at + 1, last)
        if tree.dep[at] == "relcl":
            return first, max(head, tree.left[at] - 1)
    return extent


def _glued(tree: Syntax, at: int) -> bool:
    """A hyphen within a name: al-Omar."""
    if tree.lower[at] not in ("-", "–") or at + 1 >= len(tree):
        return False
    return tree.ends[at - 1] == tree.starts[at] and tree.ends[at] == tree.starts[at + 1]


def _names(tree: Syntax, first: int, last: int) -> bool:
    """Whether an apposition is a proper name: "the state news agency, SANA"."""
    start = first + (first <= last and tree.tag[first] == "DT")
    return start <= last and tree.tag[start].startswith("NNP")


def _name_end(tree: Syntax, first: int, last: int) -> int:
    stop = next((i for i in range(first, last + 1) if tree.lower[i] == ","), last + 1)
    return stop - 1
