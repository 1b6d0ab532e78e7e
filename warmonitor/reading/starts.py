"""Where sentences must start, and where they cannot; the parser decides on the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

LONGEST_SENTENCE = 200
"""Tokens without the end of a sentence after which one is set at the next mark, after twice as many anywhere (own)."""
_STOPS = frozenset(".!?")
_CLOSING = frozenset("\"'”’»)]")
_DASHES = frozenset(("-", "--", "---", "–", "—", "―"))
_BRACKETS = frozenset("[(")
_START, _OPEN, _NONE = 1, 0, 2**64 - 1
"""spaCy's values of SENT_START: true, unknown, false (-1 in an unsigned array)."""


def set_starts(doc: Doc, starts: Sequence[int]) -> None:
    """Tell the parser of a document where sentences start: at these offsets, and never in mid-sentence."""
    if len(doc):
        marks = doc.to_array(["SENT_START"])
        for at, mark in enumerate(_marks((token.text_with_ws for token in doc), starts)):
            marks[at] = mark
        doc.from_array(["SENT_START"], marks)  # type: ignore[arg-type]  # spaCy says floats and means these


def _marks(tokens: Iterable[str], starts: Sequence[int]) -> Iterator[int]:
    waiting = iter(starts)
    start = next(waiting, None)
    before = ""
    at = since = 0
    for token in tokens:
        word = token.rstrip(" ")
        if not word.strip():
            yield _NONE if at else _OPEN
        else:
            forced = start is not None and at + len(word) > start
            while start is not None and at + len(word) > start:
                start = next(waiting, None)
            long = since > LONGEST_SENTENCE and (not before.strip().isalnum() or since > 2 * LONGEST_SENTENCE)
            alone = since == 0 and before.strip().isalnum()  # no sentence is one word without a stop
            yield _START if forced or long else _NONE if alone or _goes_on(before, word) else _OPEN
            since = 0 if forced or long or word in _STOPS else since + 1
            before = token
        at += len(token)


def _goes_on(before: str, word: str) -> bool:
    """Whether no sentence can start at a word: a dash, a closing mark, lower case or a bracket after a word."""
    if not before:
        return False
    if word in _CLOSING:
        return not before.endswith(" ")
    return word in _DASHES or (before.rstrip(" ").isalpha() and (word.islower() or word in _BRACKETS))
