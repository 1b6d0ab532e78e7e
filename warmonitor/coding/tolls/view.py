"""A document as lower-case words without white space, with sentence bounds: what all finders of the room look at."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Token

from warmonitor.records import Document


@dataclass(frozen=True, slots=True)
class View:
    """Positions are indices into `tokens` (white space left out), not token indices of the parse."""

    tokens: tuple[Token, ...]
    lower: tuple[str, ...]
    sentence: tuple[tuple[int, int], ...]
    """For every word, the bounds of its sentence."""
    position: dict[int, int]
    """Token index of the parse -> position."""

    def of(self, token: Token) -> int:
        """The position of a token; -1 for white space."""
        return self.position.get(token.i, -1)

    def tag(self, at: int) -> str:
        """Its fine-grained tag, or "" where there is none."""
        return self.tokens[at].tag_


def _parts(space: str) -> bool:
    """Empty lines end a paragraph, and so do runs of blanks where the lines were lost."""
    return space.count("\n") > 1 or (len(space) > 1 and "\n" not in space)


def view(document: Document) -> View:
    """Look at a document's words."""
    tokens: list[Token] = []
    breaks = {0}
    parsed = document.parse.has_annotation("SENT_START")
    for token in document.parse:
        if token.is_space:
            if _parts(token.text):
                breaks.add(len(tokens))
            continue
        if parsed and token.is_sent_start:
            breaks.add(len(tokens))
        tokens.append(token)
    edges = [*sorted(edge for edge in breaks if edge < len(tokens)), len(tokens)]
    sentence = [(start, end) for start, end in pairwise(edges) for _ in range(end - start)]
    position = {token.i: at for at, token in enumerate(tokens)}
    return View(tuple(tokens), tuple(token.lower_ for token in tokens), tuple(sentence), position)
