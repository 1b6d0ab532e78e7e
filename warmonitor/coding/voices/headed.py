"""Attributions of headlines, which have no verb: "Raid kills 12: NGO", "Raid kills 12 - monitor", "SOHR: 12 killed"."""

from __future__ import annotations

from collections.abc import Iterator

from warmonitor.coding.voices.drafts import Draft, Range
from warmonitor.coding.voices.kinds import Match, matches
from warmonitor.coding.voices.lexicon import Frame, VoiceLexicon
from warmonitor.coding.voices.syntax import Syntax

HEADED = Frame("", frozenset({"that"}), frozenset(), "", "asserts", None, "speech")
MARKS = frozenset({":", "-", "–", "—"})
TELLING = frozenset({"VBD", "VBZ", "VBP", "VBN", "VBG", "VB"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
LONGEST, SOURCE, SHORTEST, SENTENCE = 40, 6, 3, 5
"""Tokens in a headline, in the name of its source, and in what it says at least, with a verb and without one (whose
verb the parser took for a noun)."""
UNMARKED = frozenset({"monitor", "ngo", "state_media", "media", "activist"})
"""Kinds of sources that close a headline whose mark was lost with the punctuation of the page."""
BEFORE_NAME = frozenset({"DT", "JJ", "NNP", "VBN"})
"""What may stand before the name or role of a source, once: "local activists"."""
NO_END = frozenset({"DT", "IN", "TO", "JJ", "CC", "POS", ",", "PRP$", "HYPH"}) | TELLING
"""What stands before a noun that belongs to the sentence."""


def headed(tree: Syntax, lexicon: VoiceLexicon) -> list[Draft]:
    """A draft for every headline that names its source before or after a mark; for the first one also without it."""
    found = [draft for line in _lines(tree) if _is_headline(tree, *line) and (draft := _read(tree, lexicon, *line))]
    opening = _opening(tree)
    if not found and opening is not None and _is_headline(tree, *opening):
        found = [draft] if (draft := _read(tree, lexicon, *opening)) is not None else []
    return found


def end_asides(tree: Syntax, drafts: list[Draft]) -> None:
    """ "Army says it took the bridge as shelling kills 22": what a headline adds is not in the words of its source."""
    lines = [line for line in _lines(tree) if _is_headline(tree, *line)]
    for draft in drafts:
        if tree.tag[draft.cue] == "VBZ" and any(first <= draft.cue <= last for first, last in lines):
            draft.contents = [(first, _end(tree, first, last)) for first, last in draft.contents]


def _end(tree: Syntax, first: int, last: int) -> int:
    """Where what is said ends: before an "as" that opens a clause of its own, if one follows it."""
    for at in range(first + SHORTEST, last + 1):
        if tree.lower[at] == "as" and any(tree.tag[then] in FINITE for then in range(at + 2, last + 1)):
            return at - 1
    return last


def _opening(tree: Syntax) -> Range | None:
    """The first sentence, where the page has lost its lines."""
    if not tree.sentences:
        return None
    first, last = tree.sentences[0][0], tree.sentences[0][1] - 1
    while last > first and not tree.lower[last].strip():
        last -= 1
    return first, last


def _read(tree: Syntax, lexicon: VoiceLexicon, first: int, last: int) -> Draft | None:
    marks = [at for at in range(first + 1, last) if tree.lower[at] in MARKS and not _hyphenated(tree, at)]
    if marks and (who := _source(tree, lexicon, (marks[-1] + 1, last))) is not None:
        return _draft(tree, marks[-1], who, (first, marks[-1] - 1))
    if marks and (who := _source(tree, lexicon, (first, marks[0] - 1))) is not None:
        return _draft(tree, marks[0], who, (marks[0] + 1, last))
    return _unmarked(tree, lexicon, first, last) if first == 0 else None


def _lines(tree: Syntax) -> Iterator[Range]:
    """The lines of a text; the parser may end a sentence at the mark."""
    first = 0
    for at, word in enumerate(tree.lower):
        if "\n" in word:
            yield first, at - 1
            first = at + 1
    yield first, len(tree) - 1


def _is_headline(tree: Syntax, first: int, last: int) -> bool:
    """A line without a full stop."""
    return SHORTEST < last - first < LONGEST and not any(
        tree.tag[at] == "." or tree.lower[at][-1:] in "!?…;" for at in range(first, last + 1)
    )


def _hyphenated(tree: Syntax, at: int) -> bool:
    """ "rebel-held": a dash without spaces ends nothing."""
    return tree.lower[at] != ":" and (tree.ends[at - 1] == tree.starts[at] or tree.ends[at] == tree.starts[at + 1])


def _source(tree: Syntax, lexicon: VoiceLexicon, words: Range) -> Match | None:
    """The speaker who is all that stands on one side of a mark."""
    first, last = words
    if not 0 <= last - first < SOURCE or any(tree.tag[i] in TELLING for i in range(first, last + 1)):
        return None
    found = matches(tree, lexicon, first, last)
    apart = [at for at in range(first, last + 1) if not any(m.first <= at <= m.last for m in found)]
    if len(apart) > 1 or any(tree.tag[at] not in BEFORE_NAME for at in apart):
        return None  # "raid campaign"
    speaks = (m for m in found if m.last == last and m.rank in ("named", "role", "office"))
    return next((Match(first, m.last, m.kind, m.rank, m.name, m.person) for m in speaks), None)


def _unmarked(tree: Syntax, lexicon: VoiceLexicon, first: int, last: int) -> Draft | None:
    found = next((m for m in matches(tree, lexicon, first, last) if m.last == last), None)
    if found is None or found.kind not in UNMARKED or found.rank not in ("named", "role"):
        return None
    before = found.first - 1
    many = tree.tag[last] in ("NNS", "NNPS")
    if before <= first or tree.tag[before] in NO_END or (many and tree.tag[before] == "CD"):
        return None
    return _draft(tree, found.first, found, (first, before))


def _draft(tree: Syntax, mark: int, who: Match, content: Range) -> Draft | None:
    told = any(tree.tag[i] in TELLING for i in range(content[0], content[1] + 1))
    if content[1] - content[0] < (SHORTEST if told else SENTENCE) - 1:
        return None
    phrase = (who.first, who.last)
    return Draft(mark, (mark, mark), HEADED, "headline", who.last, [content], phrase=phrase)
