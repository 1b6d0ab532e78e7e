"""Who carried a statement: "told al-Jazeera", "was quoted by the agency as saying"."""

from __future__ import annotations

from warmonitor.coding.mentions import Voice
from warmonitor.coding.voices import cues, subjects
from warmonitor.coding.voices.drafts import Draft
from warmonitor.coding.voices.kinds import Match, matches
from warmonitor.coding.voices.lexicon import VoiceLexicon
from warmonitor.coding.voices.syntax import Syntax

OUTLETS = frozenset({"media", "state_media"})


def carrier(tree: Syntax, lexicon: VoiceLexicon, draft: Draft) -> Match | None:
    """The outlet to which, or by which, something was said; None: none is named."""
    if draft.cue != draft.words[0] and (quoted := cues.quoting(tree, draft.cue)) is not None:
        head = _quoter(tree, lexicon, quoted)
    else:
        head = _told(tree, draft)
    if head is None:
        return None
    found = matches(tree, lexicon, tree.left[head], min(tree.right[head], head + 6))
    return next((m for m in found if m.kind in OUTLETS and m.first <= head <= m.last + 3), None)


def _quoter(tree: Syntax, lexicon: VoiceLexicon, quoted: int) -> int | None:
    if cues.passive(tree, quoted):
        return subjects.agent(tree, quoted)
    return subjects.subject(tree, lexicon.words.day, quoted)


def _told(tree: Syntax, draft: Draft) -> int | None:
    if draft.frame.lemma not in ("tell", "inform", "say"):
        return None
    for kid in tree.children[draft.cue]:
        if kid > draft.cue and tree.dep[kid] in ("dobj", "dative"):
            return kid
        if kid > draft.cue and tree.dep[kid] == "prep" and tree.lower[kid] in ("to", "on"):
            return tree.child(kid, "pobj")
    return None


def voice(tree: Syntax, found: Match, own: Voice) -> Voice:
    """The outlet's voice around the speaker's: it holds the speaker's source, cue and contents."""
    parts = [part for part in (own.source, own.cue) if part]
    frame = (min(part[0] for part in parts), max(part[1] for part in parts))
    source = tree.chars(found.first, found.last)
    return Voice(source, None, (frame, *own.contents), found.name, found.kind, "asserts", None, "medium")
