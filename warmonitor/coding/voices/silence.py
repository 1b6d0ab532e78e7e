"""Silence: "declined to comment", "made no comment", "has not said whether", "could not verify"."""

from __future__ import annotations

from collections.abc import Iterator

from warmonitor.coding.voices import cues, subjects
from warmonitor.coding.voices.contents import trim
from warmonitor.coding.voices.drafts import Draft, Range
from warmonitor.coding.voices.lexicon import Frame, VoiceLexicon, Words
from warmonitor.coding.voices.syntax import Syntax

SILENT = Frame("no comment", frozenset({"that"}), frozenset(), "", "no_comment", None, "speech")


def silences(tree: Syntax, lexicon: VoiceLexicon, drafts: list[Draft]) -> list[Draft]:
    """Drafts for those who say nothing; the same words, found as cues of speech, are taken out of `drafts`."""
    found = [draft for at in range(len(tree)) if (draft := _silence(tree, lexicon.words, at))]
    taken = {at for draft in found for at in range(draft.words[0], draft.words[1] + 1)}
    drafts[:] = [draft for draft in drafts if draft.cue not in taken]
    return found


def _silence(tree: Syntax, words: Words, at: int) -> Draft | None:
    extent = next(_words(tree, words, at), None)
    if extent is None:
        return None
    head, relative = subjects.source(tree, words.day, at)
    if head is None or tree.lower[head] == "there":
        return None
    draft = Draft(at, extent, SILENT, "silence", head, relative=relative)
    draft.contents = [_content(tree, head, extent)]
    return draft


def _words(tree: Syntax, words: Words, at: int) -> Iterator[Range]:
    """The words of a refusal to speak that token `at` heads, if it does."""
    lemma, tag, above = tree.lemma[at], tree.tag[at], tree.head[at]
    verb = tag.startswith("VB")
    if lemma in words.refusing and verb:
        kid = tree.child(at, "xcomp")
        if kid is not None and tree.lemma[kid] in words.telling:
            yield cues.cue_words(tree, at)[0], kid
    elif lemma in words.checking and tag == "VB" and tree.lemma[above] == "unable":
        yield min(cues.cue_words(tree, tree.head[above])[0], above), at
    elif verb and _unsaid(tree, words, at):
        yield cues.cue_words(tree, at)
    elif lemma == "comment" and tree.dep[at] == "dobj" and _ungiven(tree, words, at, above):
        yield cues.cue_words(tree, above)[0], at


def _ungiven(tree: Syntax, words: Words, at: int, above: int) -> bool:
    """"made no comment", "did not offer any comment"."""
    none = cues.negated(tree, above) or any(tree.lower[c] == "no" for c in tree.children[at])
    return none and tree.lemma[above] in words.giving


def _unsaid(tree: Syntax, words: Words, at: int) -> bool:
    """"has not said", "could not confirm"."""
    if tree.lemma[at] not in words.silent | words.checking or not cues.negated(tree, at):
        return False
    return tree.lemma[at] in words.silent or any(tree.lower[c] in ("could", "can") for c in tree.children[at])


def _content(tree: Syntax, head: int, extent: Range) -> Range:
    """What is not told, where it is said; else the whole clause."""
    verb = extent[1]
    held = [c for c in tree.children[verb] if c > verb and tree.dep[c] in ("ccomp", "dobj", "prep")]
    if held and tree.dep[verb] != "dobj":
        return trim(tree, tree.left[held[0]], tree.right[held[-1]]) or extent
    return min(tree.left[head], extent[0]), verb
