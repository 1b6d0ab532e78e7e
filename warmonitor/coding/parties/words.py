"""A parse in columns: what the finders ask of every word, fetched once."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc

PREMODIFIERS = frozenset(("det", "amod", "compound", "nmod", "nummod", "poss", "quantmod", "predet", "npadvmod"))
LONGEST = 40
"""Words of the longest noun phrase before its head; what is longer is no phrase but a runaway parse."""
DEPTH = 12
"""How far down a noun phrase is followed; phrases in news reports are less deep, runaway parses are cut."""


@dataclass(frozen=True, slots=True)
class Words:
    """The columns of a parse, by token index."""

    text: list[str]
    lower: list[str]
    lemma: list[str]
    pos: list[str]
    dep: list[str]
    entity: list[str]
    head: list[int]
    children: list[list[int]]
    sentence: list[int]
    """Number of the sentence."""
    start: list[int]
    end: list[int]

    def at(self, offset: int) -> int:
        """The token that holds a character (or the last before it)."""
        return max(0, bisect_right(self.start, offset) - 1)

    def left(self, at: int) -> int:
        """First token of the noun phrase that ends in its head `at`: determiners, adjectives, numbers, owners."""
        first, todo, steps = at, [at], 0
        while todo and steps < DEPTH:
            steps += 1
            here = todo.pop()
            for child in self.children[here]:
                if child < here and (self.dep[child] in PREMODIFIERS or (here != at and self.dep[child] == "conj")):
                    first = min(first, child)
                    todo.append(child)
        return max(first, at - LONGEST)

    def child(self, at: int, *deps: str) -> int | None:
        """The first dependent of one of these kinds."""
        return next((child for child in self.children[at] if self.dep[child] in deps), None)


def read(parse: Doc) -> Words:
    """The columns of a parse; a text without a parse gives words that depend on nothing."""
    strings, size = parse.vocab.strings, len(parse)
    table = parse.to_array(["POS", "DEP", "ENT_TYPE", "HEAD", "SENT_START", "LEMMA"]).tolist() if size else []
    names: dict[int, str] = {}

    def named(key: int) -> str:
        if key not in names:
            names[key] = strings[key] if key else ""
        return names[key]

    heads = [min(max(at + _signed(row[3]), 0), size - 1) for at, row in enumerate(table)]
    children: list[list[int]] = [[] for _ in range(size)]
    for at, head in enumerate(heads):
        if head != at:
            children[head].append(at)
    text = [token.text for token in parse]
    start = [token.idx for token in parse]
    return Words(
        text=text,
        lower=[word.lower() for word in text],
        lemma=[named(row[5]) for row in table],
        pos=[named(row[0]) for row in table],
        dep=[named(row[1]) for row in table],
        entity=[named(row[2]) for row in table],
        head=heads,
        children=children,
        sentence=_sentences([_signed(row[4]) for row in table]),
        start=start,
        end=[at + len(word) for at, word in zip(start, text, strict=True)],
    )


def _signed(value: int) -> int:
    return value - (1 << 64) if value >= 1 << 63 else value


def _sentences(starts: list[int]) -> list[int]:
    numbers, number = [], -1
    for at, begins in enumerate(starts):
        number += begins == 1 or at == 0
        numbers.append(number)
    return numbers
