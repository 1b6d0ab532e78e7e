"""Attributions of headlines, which have no verb: "Raid kills 12: NGO", "Raid kills 12 - monitor", "SOHR: 12 killed"."""

from __future__ import annotations

from warmonitor.coding.voices.drafts import Draft, Range
from warmonitor.coding.voices.kinds import Match, matches
from warmonitor.coding.voices.lexicon import Frame, VoiceLexicon
from warmonitor.coding.voices.syntax import Syntax

HEADED = Frame("", frozenset({"that"}), frozenset(), "", "asserts", None, "speech")
MARKS = frozenset({":", "-", "–", "—", "|"})
TELLING = frozenset({"VBD", "VBZ", "VBP", "VBN", "VBG", "VB"})
LONGEST, SOURCE, SHORTEST, SENTENCE = 40, 6, 3, 5
"""Tokens in a headline, in the name of its source, and in what it says at least, with a verb and without one (whose
verb the parser took for a noun)."""
UNMARKED = frozenset({"monitor", "ngo", "state_media", "media", "activist"})
"""Kinds of sources that close a headline whose mark was lost with the punctuation of the page."""
NO_END = frozenset({"DT", "IN", "TO", "JJ", "CC", "POS", ",", "PRP$", "HYPH"}) | TELLING
"""What stands before a noun that belongs to the sentence."""


def headed(tree: Syntax, lexicon: VoiceLexicon) -> list[Draft]:
    """A draft for every headline that names its source before or after a mark; for the first one also without it."""
    found = (_read(tree, lexicon, at) for at in range(len(tree.sentences)))
    return [draft for draft in found if draft is not None]


def _read(tree: Syntax, lexicon: VoiceLexicon, number: int) -> Draft | None:
    words = _headline(tree, number)
    if words is None:
        return None
    first, last = words
    marks = [at for at in range(first + 1, last) if tree.lower[at] in MARKS and not _hyphenated(tree, at)]
    if marks and (who := _source(tree, lexicon, (marks[-1] + 1, last))) is not None:
        return _draft(tree, marks[-1], who, (first, marks[-1] - 1))
    if marks and (who := _source(tree, lexicon, (first, marks[0] - 1))) is not None:
        return _draft(tree, marks[0], who, (marks[0] + 1, last))
    return _unmarked(tree, lexicon, first, last) if number == 0 else None


def _headline(tree: Syntax, number: int) -> Range | None:
    """The words of a line without a full stop; None: it is no headline."""
    first, end = tree.sentences[number]
    last = end - 1
    while last > first and not tree.lower[last].strip():
        last -= 1
    line = end == len(tree) or (last < end - 1 and "\n" in tree.lower[last + 1])
    stopped = tree.lower[last][-1:] in ".!?…:;,"
    return (first, last) if line and not stopped and SHORTEST < last - first < LONGEST else None


def _hyphenated(tree: Syntax, at: int) -> bool:
    """ "rebel-held": a dash without spaces ends nothing."""
    dash = tree.lower[at] not in (":", "|")
    return dash and (tree.ends[at - 1] == tree.starts[at] or tree.ends[at] == tree.starts[at + 1])


def _source(tree: Syntax, lexicon: VoiceLexicon, words: Range) -> Match | None:
    """The speaker who is all that stands on one side of a mark."""
    first, last = words
    if not 0 <= last - first < SOURCE or any(tree.tag[i] in TELLING for i in range(first, last + 1)):
        return None
    found = matches(tree, lexicon, first, last)
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
