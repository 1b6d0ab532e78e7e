"""Attributions without a verb of saying: "according to X", "reportedly"."""

from __future__ import annotations

from warmonitor.coding.voices.contents import trim
from warmonitor.coding.voices.cues import FINITE
from warmonitor.coding.voices.drafts import Draft, Range
from warmonitor.coding.voices.lexicon import Frame, VoiceLexicon
from warmonitor.coding.voices.syntax import Syntax

ACCORDING = Frame("according to", frozenset({"that"}), frozenset({"to"}), "", "asserts", None, "speech")

REFERRING = frozenset({("according", "to"), ("as", "per")})


def according(tree: Syntax) -> list[Draft]:
    """"according to X", "as per X": all of the sentence but the phrase itself."""
    found = []
    for at in range(len(tree) - 2):
        if tuple(tree.lower[at : at + 2]) in REFERRING:
            head = tree.child(at + 1, "pobj")
            head = at + 2 if head is None else head
            contents = _around(tree, at, max(tree.right[head], head))
            found.append(Draft(at, (at, at + 1), ACCORDING, "according to", head, contents))
    return found


def _around(tree: Syntax, first: int, last: int) -> list[Range]:
    """What a phrase first..last of a sentence is about: the part before it, or after it where that lacks a verb."""
    start, end = tree.sentences[tree.sentence[first]]
    ahead = trim(tree, start, first - 1)
    whole = ahead is not None and any(tree.tag[i] in FINITE | {"MD"} for i in range(ahead[0], ahead[1] + 1))
    behind = None if whole else trim(tree, last + 1, end - 1)
    return [part for part in (ahead, behind) if part]


def adverbs(tree: Syntax, lexicon: VoiceLexicon) -> list[Draft]:
    """"reportedly": the clause that it stands in, from no one."""
    found = []
    for at, word in enumerate(tree.lower):
        frames = lexicon.adverbs.get(word)
        above = tree.head[at]
        if frames and above != at:
            parts = (trim(tree, tree.left[above], at - 1), trim(tree, at + 1, tree.right[above]))
            found.append(Draft(at, (at, at), frames[0], "adverb", None, [part for part in parts if part]))
    return found


def without_hearsay(drafts: list[Draft]) -> list[Draft]:
    """Drafts without those from no one ("reports of", "is considered") that stand in what someone says."""
    said = [part for draft in drafts if draft.source is not None and draft.made for part in draft.contents]
    return [
        draft for draft in drafts
        if draft.source is not None or not any(first <= draft.cue <= last for first, last in said)
    ]  # fmt: skip
