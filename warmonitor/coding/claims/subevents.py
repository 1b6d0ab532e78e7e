"""What ACLED calls a proposition, by the words of its clause, its sentence and the sentences beside it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from warmonitor.codebook.acled import Sign, SubEvents, Telling
from warmonitor.coding.claims.candidates import Candidate
from warmonitor.coding.claims.roles import Roles
from warmonitor.records import Acled, Document

REMARKS = frozenset({"background", "assessment", "media_evidence", "statement"})
"""Claims that tell no event of their own: ACLED's words for them are those of what their sentence is about."""
BEFORE, AFTER = 1, 2
"""Sentences before and after that belong to the passage: what a toll is the toll of mostly follows it."""


@dataclass(frozen=True)
class Signs:
    """The words of a document that tell sub-events apart, by offset, and the starts of its sentences."""

    offsets: tuple[int, ...]
    signals: tuple[frozenset[str], ...]
    starts: tuple[int, ...]

    def within(self, start: int, end: int) -> frozenset[str]:
        """All signals of a range of offsets."""
        first, last = bisect_left(self.offsets, start), bisect_left(self.offsets, end)
        return frozenset[str]().union(*self.signals[first:last])

    def windows(self, start: int, end: int) -> tuple[frozenset[str], ...]:
        """The signals of a clause, of its sentence and of the passage."""
        at = bisect_right(self.starts, start) - 1
        sentence = self._start(at), self._start(at + 1)
        passage = self._start(at - BEFORE), self._start(at + AFTER + 1)
        return self.within(start, end), self.within(*sentence), self.within(*passage)

    def _start(self, sentence: int) -> int:
        """Where a sentence starts; past the last one, the end of all."""
        if sentence >= len(self.starts):
            return self.offsets[-1] + 1 if self.offsets else 0
        return self.starts[max(0, sentence)]


def signs(document: Document, sub_events: SubEvents) -> Signs:
    """Reads all signs of a document in one pass; of two that share words the longer counts."""
    words = [_Word(t.idx, t.lower_, t.lemma_.lower()) for t in document.parse if not (t.is_punct or t.is_space)]
    found = list(_found(words, sub_events))
    starts = tuple(s.start_char for s in document.parse.sents)
    return Signs(tuple(at for at, _ in found), tuple(meant for _, meant in found), starts)


class _Word(NamedTuple):
    """A word of the text: where it stands, as written and in its base form."""

    at: int
    lower: str
    lemma: str

    def may_be(self, word: str) -> bool:
        return word in (self.lower, self.lemma) or f"{word}s" == self.lower  # plurals taken for names keep their s


def _found(words: Sequence[_Word], sub_events: SubEvents) -> Iterator[tuple[int, frozenset[str]]]:
    covered = 0
    for at, word in enumerate(words):
        if at < covered:
            continue
        for parts, meant in _starting(word, sub_events):
            rest = words[at + 1 : at + len(parts)]
            if len(rest) == len(parts) - 1 and all(w.may_be(part) for w, part in zip(rest, parts[1:], strict=True)):
                yield word.at, meant
                covered = at + len(parts)
                break


def _starting(word: _Word, sub_events: SubEvents) -> Sequence[Sign]:
    """The signs that start with a word as written or with its base form, the longer first."""
    lemma = word.lemma if word.lemma != word.lower else word.lower.removesuffix("s")
    written, inflected = sub_events.signs.get(word.lower, ()), sub_events.signs.get(lemma, ())
    if not inflected or lemma == word.lower:
        return written
    return sorted((*written, *inflected), key=lambda sign: -len(sign[0])) if written else inflected


def acled(candidate: Candidate, span: tuple[int, int], who: Roles, signs: Signs, sub_events: SubEvents) -> Acled | None:
    """ACLED's words for a proposition whose clause is `span`; None where ACLED has no place for it."""
    windows = signs.windows(*span)
    told = Telling(
        event_type=candidate.event_type,
        trigger=candidate.trigger.lemma_.lower(),
        agents=[p.kind for p in who.agents],
        targets=[p.kind for p in who.targets],
        windows=windows[:-1] if candidate.event_type in REMARKS else windows,
    )
    return sub_events.acled(told)
