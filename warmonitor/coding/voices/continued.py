"""Statements that go on for the speaker before: ", adding that", "and vowed to", whatever the parse says."""

from __future__ import annotations

from warmonitor.coding.voices.contents import trim
from warmonitor.coding.voices.cues import FINITE
from warmonitor.coding.voices.drafts import Draft, Range
from warmonitor.coding.voices.subjects import BEFORE_INVERSION, SUBJECTS
from warmonitor.coding.voices.syntax import Syntax


def carry_on(tree: Syntax, drafts: list[Draft]) -> None:
    """Hand the source of a statement on to those that continue it, and cut it where they begin."""
    former: Draft | None = None
    for draft in drafts:
        if former is not None and tree.sentence[former.cue] != tree.sentence[draft.cue]:
            former = None
        if former is not None and tree.child(draft.cue, *SUBJECTS) is None and _goes_on(tree, former, draft):
            _hand_on(tree, former, draft)
        elif _speaks(tree, draft):
            former = draft


def cut_off(tree: Syntax, drafts: list[Draft]) -> None:
    """Take ", the agency reported" at the end of a sentence out of what others say within what the agency reported."""
    behind = {tree.sentence[draft.cue]: draft for draft in drafts if draft.rule == "parenthetical" and draft.source}
    for draft in drafts:
        last = behind.get(tree.sentence[draft.cue])
        if last is not None and last.source is not None and last is not draft and draft.cue < last.cue:
            first = min(last.phrase[0] if last.phrase else tree.left[last.source], last.words[0])
            draft.contents = [left for part in draft.contents if (left := _before(tree, part, first))]


def _speaks(tree: Syntax, draft: Draft) -> bool:
    made = bool(draft.contents) and draft.source is not None
    return made and tree.tag[draft.cue] != "VB" and draft.frame.kind == "speech"


def _goes_on(tree: Syntax, former: Draft, draft: Draft) -> bool:
    """A participle behind a comma or the source, or a verb joined to another form of verb than its own."""
    at, cue = draft.words[0], draft.cue
    if tree.tag[cue] == "VBG":
        return at > 0 and (tree.lower[at - 1] in BEFORE_INVERSION or _behind(tree, former, at))
    alike = tree.tag[cue] in FINITE and tree.tag[cue] == tree.tag[former.cue]
    return alike and tree.dep[cue] == "conj" and tree.tag[tree.head[cue]] != tree.tag[cue]


def _behind(tree: Syntax, former: Draft, at: int) -> bool:
    """Whether token `at` follows "X said" or "said X" at once, or is taken by the parse for a part of X."""
    source = former.source or 0
    if at - 1 == max(former.words[1], former.phrase[1] if former.phrase else 0, source):
        return True
    return source > former.cue and source < at <= tree.right[source]


def _hand_on(tree: Syntax, former: Draft, draft: Draft) -> None:
    cut = draft.words[0]
    while cut > 0 and tree.tag[cut - 1] == "CC":
        cut -= 1
    head = former.source
    if head is not None and former.phrase is None and tree.left[head] < cut <= tree.right[head]:
        former.phrase = _before(tree, (tree.left[head], tree.right[head]), cut)
    draft.source, draft.relative, draft.phrase = head, former.relative, former.phrase
    former.contents = [left for part in former.contents if (left := _before(tree, part, cut))]


def _before(tree: Syntax, part: Range, at: int) -> Range | None:
    """A range without what stands from token `at` on."""
    return part if part[1] < at or part[0] >= at else trim(tree, part[0], at - 1)
