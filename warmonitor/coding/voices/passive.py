"""Attributions in the passive: "was said to be", "was seen as", "..., it was reported", "a charge denied by X"."""

from __future__ import annotations

from collections.abc import Iterator

from warmonitor.coding.voices import subjects
from warmonitor.coding.voices.contents import infinitive, preceding, reach, trim
from warmonitor.coding.voices.drafts import Draft, Range
from warmonitor.coding.voices.lexicon import Frame, VoiceLexicon
from warmonitor.coding.voices.subjects import EXPLETIVES
from warmonitor.coding.voices.syntax import Syntax

HELD = ("ccomp", "xcomp", "prep", "oprd", "acomp", "advcl")
CLAIMED = "claimed"
PROPOSITIONAL = frozenset({"that", "object", "object_to", "object_as", "object_of", "call"})


def passive(tree: Syntax, lexicon: VoiceLexicon, draft: Draft, frames: tuple[Frame, ...]) -> Draft:
    """Fill in the frame, rule and contents of a draft whose verb is in the passive voice."""
    at = draft.cue
    draft.frame = next((f for f in frames if f.frames & PROPOSITIONAL), frames[0])
    said = next((c for c in tree.children[at] if c > at and tree.dep[c] in HELD and _said(tree, c, draft.frame)), None)
    it = tree.child(at, "nsubjpass", "nsubj")
    if said is None and it is not None and tree.lower[it] == "it":
        found = preceding(tree, at, it)
        draft.contents, draft.rule = ([found], "parenthetical") if found else ([], "")
        draft.made = draft.made and (draft.source is not None or "hearsay" in draft.frame.frames)
        return draft
    parts = [_undergoer(tree, draft, said), None]
    if said is not None:
        parts[1] = trim(tree, tree.left[said], reach(tree, lexicon, at, tree.left[said]))
    draft.contents = [part for part in parts if part]
    draft.rule = "passive" if draft.contents else ""
    draft.made = draft.made and (draft.source is not None or (said is not None and "hearsay" in draft.frame.frames))
    return draft


def clipped(tree: Syntax, lexicon: VoiceLexicon) -> Iterator[Draft]:
    """"Two bridges claimed destroyed by the army": a participle that stands for "which X claims was"."""
    for at in range(len(tree) - 1):
        done = at + 1
        if tree.lower[at] == CLAIMED and tree.tag[at] == "VBN" and tree.tag[done] in ("VBN", "VBD"):
            by = subjects.agent(tree, done)
            if by is not None and (tree.head[at] == done or tree.head[done] in (at, tree.head[at])):
                frame = next(f for f in lexicon.verbs["claim"] if "hearsay" in f.frames)
                yield Draft(at, (at, at), frame, "clipped", by, [(done, tree.right[done])])


def _undergoer(tree: Syntax, draft: Draft, said: int | None) -> Range | None:
    """The subject, where it belongs to what is said."""
    at = draft.cue
    found = tree.child(at, "nsubjpass", "nsubj")
    if found is None and tree.dep[at] in ("acl", "relcl") and draft.source is not None:
        found = tree.head[at]
    if found is None or tree.lower[found] in EXPLETIVES or not draft.frame.frames & PROPOSITIONAL:
        return None
    if draft.words[0] > 0 and tree.lower[draft.words[0] - 1] in (":", "):"):
        return None  # "Dvorichna: claimed by Russia": what a line is about, nothing that is said
    if said is not None and tree.dep[said] == "ccomp":
        return None
    return tree.left[found], min(tree.right[found], max(found, draft.words[0] - 1))


def _said(tree: Syntax, kid: int, frame: Frame) -> bool:
    dep = tree.dep[kid]
    if dep == "ccomp":
        return "that" in frame.frames
    if dep == "xcomp":
        return infinitive(tree, kid) or (bool(frame.frames & {"object_as"}) and tree.lower[tree.left[kid]] == "as")
    if dep == "prep":
        wanted = {"as"} if frame.frames & {"object_as"} else set()
        return tree.lower[kid] in wanted | (frame.prepositions if "object_of" in frame.frames else set())
    return dep in ("oprd", "acomp") and bool(frame.frames & {"call", "that"}) and frame.lemma != "see"
