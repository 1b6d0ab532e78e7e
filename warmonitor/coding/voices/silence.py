"""Silence: "declined to comment", "made no comment", "has not said whether", "could not verify"."""

from __future__ import annotations

from collections.abc import Iterator

from warmonitor.coding.voices import cues
from warmonitor.coding.voices.contents import trim
from warmonitor.coding.voices.drafts import Draft, Range
from warmonitor.coding.voices.lexicon import Frame
from warmonitor.coding.voices.syntax import Syntax

SILENT = Frame("no comment", frozenset({"that"}), frozenset(), "", "no_comment", None, "speech")
REFUSING = frozenset({"decline", "refuse", "fail"})
TELLING = frozenset("comment say discuss elaborate confirm deny give provide speak answer disclose identify specify name reveal respond reply acknowledge".split())
NEGATED = frozenset("say comment respond reply confirm elaborate disclose specify".split())
CHECKING = frozenset("verify confirm determine corroborate".split())
GIVING = frozenset("make have offer give issue".split())


def silences(tree: Syntax, drafts: list[Draft]) -> list[Draft]:
    """Drafts for those who say nothing; verbs found as cues before are taken out of `drafts`."""
    found = [draft for at in range(len(tree)) if (draft := _silence(tree, at))]
    taken = {i for draft in found for i in range(draft.words[0], draft.words[1] + 1)}
    drafts[:] = [draft for draft in drafts if draft.cue not in taken or ("quote" not in draft.frame.frames and draft.cue not in taken)]
    return found


def _silence(tree: Syntax, at: int) -> Draft | None:
    words = next(_words(tree, at), None)
    if words is None:
        return None
    head, relative = cues.source(tree, at)
    if head is None or tree.lower[head] in cues.EXPLETIVES - {"it"}:
        return None
    draft = Draft(at, words, SILENT, "silence", head, relative=relative)
    draft.contents = [_content(tree, draft)]
    return draft


def _words(tree: Syntax, at: int) -> Iterator[Range]:
    """The words of a refusal to speak that token `at` heads, if it does."""
    lemma, tag = tree.lemma[at], tree.tag[at]
    if lemma in REFUSING and tag.startswith("VB"):
        kid = tree.child(at, "xcomp")
        if kid is not None and tree.lemma[kid] in TELLING:
            yield cues.cue_words(tree, at)[0], kid
    elif lemma in CHECKING and tag == "VB" and tree.lemma[tree.head[at]] == "unable":
        above = tree.head[tree.head[at]]
        yield cues.cue_words(tree, above)[0] if above < at else tree.head[at], at
    elif lemma in CHECKING | NEGATED and tag.startswith("VB") and cues.negated(tree, at):
        if lemma in NEGATED or any(tree.lower[c] in ("could", "can") for c in tree.children[at]):
            yield cues.cue_words(tree, at)
    elif lemma == "comment" and tag == "NN" and tree.dep[at] == "dobj" and tree.lemma[tree.head[at]] in GIVING:
        if any(tree.lower[c] == "no" for c in tree.children[at]) or cues.negated(tree, tree.head[at]):
            yield cues.cue_words(tree, tree.head[at])[0], at


def _content(tree: Syntax, draft: Draft) -> Range:
    """What is not told, where it is said; else the whole clause."""
    assert draft.source is not None
    verb = draft.words[1]
    held = [c for c in tree.children[verb] if c > verb and tree.dep[c] in ("ccomp", "dobj", "prep")]
    if held and tree.dep[verb] != "dobj":
        return trim(tree, tree.left[held[0]], tree.right[held[-1]]) or draft.words
    return min(tree.left[draft.source], draft.words[0]), draft.words[1]
