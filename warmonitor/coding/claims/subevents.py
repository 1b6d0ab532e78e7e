"""What ACLED calls a proposition, by the words of its clause, its sentence and the sentences beside it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from warmonitor.codebook.acled import SubEvents, Telling
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
    tokens = [t for t in document.parse if not t.is_punct and not t.is_space]
    found = list(_found(tokens, sub_events))
    starts = tuple(s.start_char for s in document.parse.sents)
    return Signs(tuple(at for at, _ in found), tuple(meant for _, meant in found), starts)


def _found(tokens: Sequence[Token], sub_events: SubEvents) -> Iterator[tuple[int, frozenset[str]]]:
    covered = 0
    for at, token in enumerate(tokens):
        if at < covered:
            continue
        for words, meant in _starting(token, sub_events):
            rest = tokens[at + 1 : at + len(words)]
            if len(rest) == len(words) - 1 and all(_is(t, word) for t, word in zip(rest, words[1:], strict=True)):
                yield token.idx, meant
                covered = at + len(words)
                break


def _starting(token: Token, sub_events: SubEvents) -> Iterator[tuple[tuple[str, ...], frozenset[str]]]:
    """The signs that start with a word as written, then with its lemma, the longer first."""
    lower, lemma = token.lower_, token.lemma_.lower()
    written = sub_events.signs.get(lower, ())
    if lemma == lower:
        lemma = lower.removesuffix("s")  # plurals that the tagger takes for names
    inflected = sub_events.signs.get(lemma, ()) if lemma != lower else ()
    if not (written and inflected):
        yield from written or inflected
        return
    yield from sorted((*written, *inflected), key=lambda sign: -len(sign[0]))


def _is(token: Token, word: str) -> bool:
    lower = token.lower_
    return word in (lower, lower.removesuffix("s")) or word == token.lemma_.lower()


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
