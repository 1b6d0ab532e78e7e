"""Attributions by verbs: "X said that", "..., X said", "was said to", "as X put it"."""

from __future__ import annotations

from warmonitor.coding.voices import cues
from warmonitor.coding.voices.contents import complement, preceding, trim
from warmonitor.coding.voices.drafts import Draft, Range
from warmonitor.coding.voices.kinds import matches
from warmonitor.coding.voices.lexicon import Frame, VoiceLexicon
from warmonitor.coding.voices.passive import passive
from warmonitor.coding.voices.syntax import Syntax

VERBAL = cues.FINITE | {"MD", "VBN", "VBG"}
TALLYING = frozenset({"bring", "raise", "take", "push", "put"})
""", bringing the toll to nine": goes on with what is said, behind the name of who says it."""


def verbal(tree: Syntax, lexicon: VoiceLexicon) -> list[Draft]:
    """One draft for every verb of the lexicon, with the content that the parse gives it, if any."""
    return [_draft(tree, lexicon, at, frames) for at, frames in cues.verbs(tree, lexicon)]


def _draft(tree: Syntax, lexicon: VoiceLexicon, at: int, frames: tuple[Frame, ...]) -> Draft:
    head, relative = cues.source(tree, at)
    draft = Draft(at, cues.cue_words(tree, at), frames[0], "", head, relative=relative, negated=cues.negated(tree, at))
    draft.made = cues.reported(tree, at)
    if cues.passive(tree, at):
        return passive(tree, lexicon, draft, frames)
    named_behind = cues.closing_name(tree, at) is not None
    for frame in frames:
        found = None if named_behind else complement(tree, lexicon, at, frame)
        if found:
            draft.frame, (draft.rule, draft.contents) = frame, found
            if "seem" in frame.frames and head is not None:
                draft.source, draft.contents = None, [(tree.left[head], min(tree.right[head], draft.words[0] - 1)), *found[1]]
            break
    else:
        _parenthetical(tree, lexicon, draft, frames)
    if draft.rule.startswith("prep:"):
        draft.words = (draft.words[0], draft.contents[0][0] - 1)
    quoted = cues.quoting(tree, at)
    if quoted is not None:
        draft.words = (cues.cue_words(tree, quoted)[0] if cues.passive(tree, quoted) else tree.head[at], draft.words[1])
    return draft


def _parenthetical(tree: Syntax, lexicon: VoiceLexicon, draft: Draft, frames: tuple[Frame, ...]) -> None:
    """", X said" after, or in the middle of, what is said; "as X said"."""
    spoken = next((f for f in frames if "that" in f.frames and f.kind in ("speech", "thought")), None)
    if spoken is None or (tree.tag[draft.cue] not in cues.FINITE and draft.words[0] == draft.cue):
        return
    _unpunctuated(tree, lexicon, draft)
    if draft.source is None or draft.relative is not None:
        return
    draft.frame = spoken
    before = draft.phrase[0] if draft.phrase else tree.left[draft.source]
    first = min(before, draft.words[0]) if draft.source < draft.cue else draft.words[0]
    if first > 0 and tree.lower[first - 1] == "as":
        first -= 1
    parts = (preceding(tree, draft.cue, first, _closes(tree, draft)), _following(tree, draft, first), _tally(tree, draft))
    draft.contents = _stated(tree, [part for part in parts if part])
    draft.rule = "parenthetical" if draft.contents else ""


def _unpunctuated(tree: Syntax, lexicon: VoiceLexicon, draft: Draft) -> None:
    """"... a monitor said Sunday." without a comma: the words before the cue name the source, not the parse."""
    before = draft.words[0] - 1
    start = tree.sentences[tree.sentence[draft.cue]][0]
    if before <= start or (draft.source is not None and draft.source > draft.cue):
        return
    if draft.source is not None and tree.right[draft.source] == before and tree.tag[tree.left[draft.source]] == "DT":
        return
    phrase = named_before(tree, lexicon, before) or cues.noun_phrase(tree, before, -1)
    if phrase and phrase[0] > start and tree.lower[phrase[0] - 1] != "," and cues.statement_ends(tree, draft.words[1] + 1):
        draft.source, draft.relative, draft.phrase = before, None, phrase


def named_before(tree: Syntax, lexicon: VoiceLexicon, at: int) -> Range | None:
    """The organisation whose name ends at token `at`, with its article."""
    start = max(tree.sentences[tree.sentence[at]][0], at - 8)
    found = next((m for m in matches(tree, lexicon, start, at) if m.last == at and m.rank == "named"), None)
    if found is None:
        return None
    return found.first - (found.first > start and tree.tag[found.first - 1] == "DT"), at


def _stated(tree: Syntax, parts: list[Range]) -> list[Range]:
    """Without a first part that only says where or when ("In 2008, he said, ..."); nothing, if no part has a verb."""
    told = [part for part in parts if any(tree.tag[i] in VERBAL for i in range(part[0], part[1] + 1))]
    opening = len(parts) > 1 and tree.tag[parts[0][0]] == "IN"
    return (told if opening else parts) if told else []


def _closes(tree: Syntax, draft: Draft) -> bool:
    """Whether "X said" or "said X" ends its statement."""
    return cues.statement_ends(tree, max(draft.words[1], draft.source or 0) + 1)


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


def _tally(tree: Syntax, draft: Draft) -> Range | None:
    for kid in tree.children[draft.cue]:
        tallies = kid > draft.cue and tree.tag[kid] == "VBG" and tree.lemma[kid] in TALLYING
        if tallies and tree.lower[tree.left[kid] - 1] == ",":
            return trim(tree, tree.left[kid], tree.right[kid])
    return None


def continued(tree: Syntax, drafts: list[Draft]) -> None:
    """", adding that" and "and vowed to" go on for the speaker of the statement before them."""
    former: Draft | None = None
    for draft in drafts:
        if former is not None and tree.sentence[former.cue] != tree.sentence[draft.cue]:
            former = None
        if former is not None and tree.child(draft.cue, *cues.SUBJECTS) is None and _goes_on(tree, former, draft):
            draft.source, draft.relative = former.source, former.relative
            cut = _joint(tree, draft.words[0])
            if former.source is not None and former.phrase is None and tree.left[former.source] < cut <= tree.right[former.source]:
                former.phrase = _before(tree, (tree.left[former.source], tree.right[former.source]), cut)
            draft.phrase = former.phrase
            former.contents = [left for part in former.contents if (left := _before(tree, part, cut))]
        elif _speaks(tree, draft):
            former = draft


def _speaks(tree: Syntax, draft: Draft) -> bool:
    made = bool(draft.contents) and draft.source is not None
    return made and tree.tag[draft.cue] != "VB" and draft.frame.kind == "speech"


def _goes_on(tree: Syntax, former: Draft, draft: Draft) -> bool:
    at, cue = draft.words[0], draft.cue
    if tree.tag[cue] == "VBG":
        after = max(former.words[1], former.phrase[1] if former.phrase else 0, former.source or 0)
        head = former.source if former.source is not None and former.source > former.cue else None
        hangs = head is not None and head < cue <= tree.right[head]
        return at > 0 and (tree.lower[at - 1] in cues.BEFORE_INVERSION or at - 1 == after or hangs)
    alike = tree.tag[cue] in cues.FINITE and tree.tag[cue] == tree.tag[former.cue]
    return alike and tree.dep[cue] == "conj" and tree.tag[tree.head[cue]] != tree.tag[cue]


def _joint(tree: Syntax, at: int) -> int:
    """Where the words that join a cue to what stands before it begin."""
    while at > 0 and tree.tag[at - 1] == "CC":
        at -= 1
    return at


def _before(tree: Syntax, part: Range, at: int) -> Range | None:
    """A range without what stands from token `at` on."""
    return part if part[1] < at or part[0] >= at else trim(tree, part[0], at - 1)
