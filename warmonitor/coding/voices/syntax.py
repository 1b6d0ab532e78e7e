"""The dependency parse of a document as plain lists, so that the finders can walk it fast."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

WIDEST = 400
"""Dependents of one token that are looked at; only lists and broken text have more."""
OPENING = frozenset({
    "that", "as", "but", "and", "yet", "meanwhile", "however", "nevertheless", "moreover", "also", "then",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today",
})  # fmt: skip
"""Words that open a sentence and stick to the name behind them, whatever the parser takes them for."""
QUOTE_MARKS = frozenset("\"“”«»„‟") | {"''", "``", "‘‘", "’’"}


@dataclass(frozen=True, slots=True)
class Syntax:
    """One entry a token; `left` and `right` are the first and last token of a token's subtree."""

    lower: list[str]
    lemma: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    children: list[list[int]]
    left: list[int]
    right: list[int]
    upper: list[bool]
    """Whether a token is written in capitals."""
    capital: list[bool]
    """Whether a token begins with a capital."""
    starts: list[int]
    ends: list[int]
    sentence: list[int]
    """Index of each token's sentence."""
    sentences: list[tuple[int, int]]
    """First token and one past the last token of each sentence."""
    parsed: bool

    def __len__(self) -> int:
        return len(self.lower)

    def child(self, at: int, *deps: str) -> int | None:
        """The first child of token `at` with one of these relations."""
        return next((c for c in self.children[at] if self.dep[c] in deps), None)

    def chars(self, first: int, last: int) -> tuple[int, int]:
        """Offsets in the text of tokens first..last, both included."""
        return self.starts[first], self.ends[last]


def syntax(parse: Doc) -> Syntax:
    """Read a spaCy parse; without one, every token is a head of its own and the text one sentence."""
    rows = parse.to_array(["LOWER", "LEMMA", "TAG", "DEP", "HEAD", "SENT_START"])
    strings = parse.vocab.strings
    known: dict[int, str] = {0: ""}

    def words(column: int) -> list[str]:
        found = []
        for code in rows[:, column].tolist():
            word = known.get(code)
            if word is None:
                word = known[code] = strings[code]
            found.append(word)
        return found

    lower = words(0)
    parsed = parse.has_annotation("DEP")
    head = _heads(rows[:, 4].tolist()) if parsed else list(range(len(lower)))
    left, right = _edges(head)
    sentence, sentences = _sentences([flag == 1 for flag in rows[:, 5].tolist()])
    starts = [token.idx for token in parse]
    texts = [token.text for token in parse]
    return Syntax(
        lower=lower, lemma=[lemma or low for lemma, low in zip(words(1), lower, strict=True)], tag=words(2),
        dep=words(3), head=head, children=_children(head), left=left, right=right,
        upper=[text.isupper() for text in texts], capital=[text[:1].isupper() for text in texts],
        starts=starts, ends=[start + len(text) for start, text in zip(starts, texts, strict=True)],
        sentence=sentence, sentences=sentences, parsed=parsed,
    )  # fmt: skip


def _heads(offsets: list[int]) -> list[int]:
    """SpaCy stores heads as offsets in unsigned 64-bit numbers."""
    return [at + (offset - 2**64 if offset >= 2**63 else offset) for at, offset in enumerate(offsets)]


def _children(head: list[int]) -> list[list[int]]:
    children: list[list[int]] = [[] for _ in head]
    for at, above in enumerate(head):
        if above != at and len(children[above]) < WIDEST:
            children[above].append(at)
    return children


def _edges(head: list[int]) -> tuple[list[int], list[int]]:
    """First and last token of each subtree: every token is set once, by the first descendant that reaches it."""
    left, right = [-1] * len(head), [-1] * len(head)
    for edge, order in ((left, range(len(head))), (right, range(len(head) - 1, -1, -1))):
        for at in order:
            up = at
            while edge[up] < 0:
                edge[up] = at
                up = head[up]
    return left, right


def _sentences(starts: list[bool]) -> tuple[list[int], list[tuple[int, int]]]:
    sentence: list[int] = []
    firsts: list[int] = []
    for at, start in enumerate(starts):
        if start or not firsts:
            firsts.append(at)
        sentence.append(len(firsts) - 1)
    return sentence, list(zip(firsts, [*firsts[1:], len(starts)], strict=True))
