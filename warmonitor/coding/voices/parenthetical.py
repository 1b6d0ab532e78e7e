"""What stands before, or on both sides of, "X said": "The shelling, residents said, began at dawn."."""

from __future__ import annotations

from warmonitor.coding.voices import cues, subjects
from warmonitor.coding.voices.contents import preceding, trim
from warmonitor.coding.voices.drafts import Draft, Range
from warmonitor.coding.voices.kinds import matches
from warmonitor.coding.voices.lexicon import Frame, VoiceLexicon
from warmonitor.coding.voices.syntax import Syntax

VERBAL = cues.FINITE | {"MD", "VBN", "VBG"}
LONGEST_NAME = 8


def parenthetical(tree: Syntax, lexicon: VoiceLexicon, draft: Draft, frames: tuple[Frame, ...]) -> None:
    """Fill in the frame, rule and contents of a draft whose verb takes nothing on its right."""
    spoken = next((f for f in frames if "that" in f.frames and f.kind in ("speech", "thought")), None)
    if spoken is None or (tree.tag[draft.cue] not in cues.FINITE and draft.words[0] == draft.cue):
        return
    _unpunctuated(tree, lexicon, draft)
    if draft.source is None or draft.relative is not None:
        return
    draft.frame = spoken
    first = _block(tree, draft, draft.source)
    closing = subjects.statement_ends(tree, lexicon.words.day, _last(tree, draft, draft.source) + 1)
    parts = (preceding(tree, draft.cue, first, closing), _following(tree, draft, first), _tally(tree, lexicon, draft))
    draft.contents = _stated(tree, [part for part in parts if part])
    draft.rule = "parenthetical" if draft.contents else ""


def _last(tree: Syntax, draft: Draft, source: int) -> int:
    """The last token of "X said", "said X", "X told the agency"."""
    told = tree.child(draft.cue, "dobj") if tree.lemma[draft.cue] == "tell" else None
    hearer = tree.right[told] if told is not None and told > draft.cue else 0
    return max(draft.words[1], tree.right[source] if source > draft.words[1] else source, hearer)


def _block(tree: Syntax, draft: Draft, source: int) -> int:
    """Where "X said", "said X" or "as X said" begins."""
    before = draft.phrase[0] if draft.phrase else tree.left[source]
    first = min(before, draft.words[0]) if source < draft.cue else draft.words[0]
    return first - (first > 0 and tree.lower[first - 1] == "as")


def _unpunctuated(tree: Syntax, lexicon: VoiceLexicon, draft: Draft) -> None:
    """"... a monitor said Sunday." without a comma: the words before the cue name the source, not the parse."""
    before, head = draft.words[0] - 1, draft.source
    start = tree.sentences[tree.sentence[draft.cue]][0]
    if before <= start or (head is not None and head > draft.cue):
        return
    whole = head is not None and tree.left[head] == start and _tells(tree, lexicon, start, before)
    if head is not None and tree.right[head] == before and not whole:
        behind = tree.lower[tree.left[head] - 1] if tree.left[head] > start else ","
        if tree.tag[tree.left[head]] == "DT" or behind in subjects.BEFORE_INVERSION:
            return
    phrase = named_before(tree, lexicon, before) or subjects.phrase_to(tree, before)
    apart = phrase is not None and phrase[0] > start and tree.lower[phrase[0] - 1] != ","
    if apart and subjects.statement_ends(tree, lexicon.words.day, _last(tree, draft, draft.words[1]) + 1):
        draft.source, draft.relative, draft.phrase = before, None, phrase


def _tells(tree: Syntax, lexicon: VoiceLexicon, start: int, before: int) -> bool:
    """ "Strikes killed 42 people the Observatory said": the parser takes all that is said for the source."""
    name = named_before(tree, lexicon, before)
    return name is not None and any(tree.tag[at] in ("VBD", "VBN") for at in range(start, name[0]))


def named_before(tree: Syntax, lexicon: VoiceLexicon, at: int) -> Range | None:
    """The organisation whose name ends at token `at`, with its article."""
    start = max(tree.sentences[tree.sentence[at]][0], at - LONGEST_NAME)
    found = next((m for m in matches(tree, lexicon, start, at) if m.last == at and m.rank == "named"), None)
    if found is None:
        return None
    return found.first - (found.first > start and tree.tag[found.first - 1] == "DT"), at


def _stated(tree: Syntax, parts: list[Range]) -> list[Range]:
    """Without a first part that only says where or when ("In 2008, he said, ..."); nothing, if no part has a verb."""
    told = [part for part in parts if any(tree.tag[i] in VERBAL for i in range(part[0], part[1] + 1))]
    opening = len(parts) > 1 and tree.tag[parts[0][0]] == "IN"
    return (told if opening else parts) if told else []


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


def _tally(tree: Syntax, lexicon: VoiceLexicon, draft: Draft) -> Range | None:
    """", bringing the toll to nine" behind the name of who says it goes on with what is said."""
    for kid in tree.children[draft.cue]:
        tallies = kid > draft.cue and tree.tag[kid] == "VBG" and tree.lemma[kid] in lexicon.words.tallying
        if tallies and tree.lower[tree.left[kid] - 1] == ",":
            return trim(tree, tree.left[kid], tree.right[kid])
    return None
