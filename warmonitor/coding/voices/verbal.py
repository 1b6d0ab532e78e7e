"""Attributions by verbs: "X said that", "..., X said", "was said to", "as X put it"."""

from __future__ import annotations

from warmonitor.coding.voices import cues, subjects
from warmonitor.coding.voices.contents import CLAIMS, complement
from warmonitor.coding.voices.drafts import Draft
from warmonitor.coding.voices.lexicon import Frame, VoiceLexicon
from warmonitor.coding.voices.parenthetical import parenthetical
from warmonitor.coding.voices.passive import clipped, passive
from warmonitor.coding.voices.syntax import Syntax


def verbal(tree: Syntax, lexicon: VoiceLexicon) -> list[Draft]:
    """One draft for every verb of the lexicon, with the content that the parse gives it, if any."""
    found = list(clipped(tree, lexicon))
    taken = {at for draft in found for at in (draft.cue, draft.cue + 1)}
    return found + [_draft(tree, lexicon, at, frames) for at, frames in cues.verbs(tree, lexicon) if at not in taken]


def _draft(tree: Syntax, lexicon: VoiceLexicon, at: int, frames: tuple[Frame, ...]) -> Draft:
    head, relative = subjects.source(tree, lexicon.words.day, at)
    draft = Draft(at, cues.cue_words(tree, at), frames[0], "", head, relative=relative, negated=cues.negated(tree, at))
    draft.made = cues.reported(tree, lexicon, at)
    if cues.passive(tree, at):
        return passive(tree, lexicon, draft, frames)
    if not _complemented(tree, lexicon, draft, frames) and not _relative(tree, draft, frames):
        parenthetical(tree, lexicon, draft, frames)
    draft.made = draft.made and draft.source is not None
    quoted = cues.quoting(tree, at)
    if quoted is not None:
        first = cues.cue_words(tree, quoted)[0] if cues.passive(tree, quoted) else tree.head[at]
        draft.words = (first, draft.words[1])
    return draft


def _complemented(tree: Syntax, lexicon: VoiceLexicon, draft: Draft, frames: tuple[Frame, ...]) -> bool:
    """Fill in what the verb takes on its right; False: it takes nothing there."""
    if subjects.closing_name(tree, lexicon.words.day, draft.cue) is not None:
        return False
    for frame in frames:
        found = complement(tree, lexicon, draft.cue, frame)
        if found:
            draft.frame, (draft.rule, draft.contents) = frame, found
            break
    else:
        return False
    if draft.rule.startswith("prep:"):
        draft.words = (draft.words[0], max(draft.words[1], draft.contents[0][0] - 1))  # the content may stand before
    if "seem" in draft.frame.frames and draft.source is not None:
        _impersonal(tree, draft)
    return True


def _relative(tree: Syntax, draft: Draft, frames: tuple[Frame, ...]) -> bool:
    """Fill in the "which" of a clause that denies what stands before it: ", which the ministry denies".

    Or the word for it: ", a charge that Yerevan rejected".
    """
    denied = next((f for f in frames if f.stance == "denies" and "object" in f.frames), None)
    if denied is None or draft.source is None or tree.dep[draft.cue] not in ("relcl", "acl"):
        return False
    claim, said = tree.head[draft.cue], tree.child(draft.cue, "dobj", "mark")
    if said is None or said > draft.cue or tree.lower[said] not in ("which", "that"):
        return False
    if tree.lemma[claim] in CLAIMS and tree.dep[claim] == "appos":
        draft.frame, draft.rule, draft.contents = denied, "relative", [(tree.left[claim], claim)]
        return True
    behind = said > 0 and tree.lower[said - 1] == "," and tree.lower[said] == "which"
    if not behind or tree.dep[said] != "dobj" or tree.tag[draft.source] == "PRP":
        return False
    draft.frame, draft.rule, draft.contents = denied, "relative", [(said, said)]
    return True


def _impersonal(tree: Syntax, draft: Draft) -> None:
    """"The army seems to hold it": no one says so, and the subject belongs to what seems."""
    assert draft.source is not None
    subject = (tree.left[draft.source], min(tree.right[draft.source], draft.words[0] - 1))
    draft.source, draft.contents = None, [subject, *draft.contents]
