"""Attributions by verbs: "X said that", "..., X said", "was said to", "as X put it"."""

from __future__ import annotations

from warmonitor.coding.voices import cues
from warmonitor.coding.voices.contents import complement, infinitive, preceding, reach, trim
from warmonitor.coding.voices.drafts import Draft, Range
from warmonitor.coding.voices.lexicon import Frame, VoiceLexicon
from warmonitor.coding.voices.syntax import QUOTE_MARKS, Syntax


def verbal(tree: Syntax, lexicon: VoiceLexicon) -> list[Draft]:
    """One draft for every verb of the lexicon, with the content that the parse gives it, if any."""
    return [_draft(tree, lexicon, at, frames) for at, frames in cues.verbs(tree, lexicon)]


def _draft(tree: Syntax, lexicon: VoiceLexicon, at: int, frames: tuple[Frame, ...]) -> Draft:
    head, relative = cues.source(tree, at)
    draft = Draft(at, cues.cue_words(tree, at), frames[0], "", head, relative=relative, negated=cues.negated(tree, at))
    if cues.passive(tree, at):
        return _passive(tree, lexicon, draft, frames)
    for frame in frames:
        found = complement(tree, lexicon, at, frame)
        if found:
            draft.frame, (draft.rule, draft.contents) = frame, found
            break
    else:
        _parenthetical(tree, draft, frames)
    if draft.rule.startswith("prep:"):
        draft.words = (draft.words[0], draft.contents[0][0] - 1)
    return draft


def _parenthetical(tree: Syntax, draft: Draft, frames: tuple[Frame, ...]) -> None:
    """", X said" after, or in the middle of, what is said; "as X said"."""
    spoken = next((f for f in frames if f.frames & {"quote", "that"}), None)
    if spoken is None or draft.source is None or draft.relative is not None:
        return
    draft.frame = spoken
    first = min(tree.left[draft.source], draft.words[0])
    if first > 0 and tree.lower[first - 1] == "as":
        first -= 1
    ahead = preceding(tree, draft.cue, first)
    if tree.tag[draft.cue] in cues.FINITE or draft.words[0] < draft.cue:
        behind = _following(tree, draft, first)
        draft.contents = [part for part in (ahead, behind) if part]
        draft.rule = "parenthetical" if draft.contents else ""


def _following(tree: Syntax, draft: Draft, first: int) -> Range | None:
    """The rest of a sentence that "X said" or "as X said" interrupts or opens."""
    above = tree.head[draft.cue]
    opened = tree.lower[first] == "as"
    if above == draft.cue or not (above > draft.cue or opened) or tree.sentence[above] != tree.sentence[draft.cue]:
        return None
    end = max(draft.words[1], tree.right[draft.cue] if tree.right[draft.cue] < above else draft.words[1])
    last = tree.sentences[tree.sentence[draft.cue]][1] - 1
    comma = next((i for i in range(end, min(end + 6, last)) if tree.lower[i] == ","), None)
    return trim(tree, comma, last) if comma is not None else None


def _passive(tree: Syntax, lexicon: VoiceLexicon, draft: Draft, frames: tuple[Frame, ...]) -> Draft:
    """"was said to be", "was seen as", "it was reported that", "a charge denied by X"."""
    at = draft.cue
    draft.frame = next((f for f in frames if f.frames & {"that", "object_to", "object", "object_as"}), frames[0])
    undergoer = tree.child(at, "nsubjpass", "nsubj")
    if undergoer is None and tree.dep[at] in ("acl", "relcl"):
        undergoer = tree.head[at] if draft.source is not None else None
    kids = [c for c in tree.children[at] if c > at and tree.dep[c] in ("ccomp", "xcomp", "prep", "oprd", "acomp", "advcl", "conj")]
    said = next((c for c in kids if _said(tree, c, draft.frame)), None)
    if said is not None:
        draft.rule = "passive"
        found = trim(tree, tree.left[said], reach(tree, lexicon, at, tree.left[said]))
        draft.contents = [found] if found else []
    if undergoer is not None and tree.lower[undergoer] not in cues.EXPLETIVES and "quote" != draft.frame.lemma:
        extent = (tree.left[undergoer], min(tree.right[undergoer], max(undergoer, draft.words[0] - 1)))
        if (said is not None or draft.source is not None) and draft.frame.frames & {"that", "object", "object_to", "object_as"}:
            draft.contents, draft.rule = [extent, *draft.contents], "passive"
    return draft


def _said(tree: Syntax, kid: int, frame: Frame) -> bool:
    dep = tree.dep[kid]
    if dep == "ccomp":
        return True
    if dep == "xcomp":
        return infinitive(tree, kid) or "object_as" in frame.frames
    if dep == "prep":
        return tree.lower[kid] == "as" or (tree.lower[kid] in frame.prepositions and bool(frame.frames & {"object_of"}))
    return dep in ("oprd", "acomp") and bool(frame.frames & {"call", "object_as", "that"})


def closes_quote(tree: Syntax, at: int) -> bool:
    """Whether a token ends a quotation."""
    return tree.lower[at] in QUOTE_MARKS
