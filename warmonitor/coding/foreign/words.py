"""A text in words, numbers and marks, each folded: lower case, no accents, lost letters left open."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

LOST = "\ufffd"
"""What a letter became that was lost on the way; some programs write a question mark inside the word."""
_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(
    r"(?P<number>(?<![\d.,])\d{1,3}(?:(?P<gap>[.,\u2019' \u00a0\u202f\u2009])\d{3})(?:(?P=gap)\d{3})*(?!\d)"
    r"|\d{1,3}, 000(?!\d)|\d+(?:[.,]\d+)?)"
    rf"|(?P<word>(?:{_LETTER}|[\u0300-\u036f{LOST}]|(?<={_LETTER})\?(?={_LETTER}))+)"
    r"|(?P<mark>[.,;:()\[\]!?\n\u2013\u2014=%/\u2022*-])"
)
_DECIMAL = re.compile(r"\d+[.,](?:\d{1,2}|\d{4,})")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a number or a mark of the text, at `text[start:end]`."""

    start: int
    end: int
    text: str
    folded: str
    number: float | None = None
    """The value of a number in digits."""
    decimal: bool = False
    """Written with a fraction: a number of people only where "million" follows."""

    @property
    def is_word(self) -> bool:
        """Neither a number nor a mark."""
        return self.number is None and (self.text[0].isalpha() or self.text[0] == LOST)

    @property
    def capital(self) -> bool:
        """Begins with a capital letter."""
        return self.text[0].isupper()


@dataclass(frozen=True)
class Vocabulary:
    """All words that a language's tables know, to mend those with lost letters."""

    known: frozenset[str]

    @cached_property
    def _by_length(self) -> dict[int, tuple[str, ...]]:
        found: dict[int, list[str]] = {}
        for word in sorted(self.known):
            found.setdefault(len(word), []).append(word)
        return {length: tuple(words) for length, words in found.items()}

    def mended(self, folded: str) -> str:
        """The known word of that length that fits around the lost letters; without one, the word as it is."""
        if "." not in folded or not folded.strip("."):
            return folded
        fits = re.compile(folded)
        return next((word for word in self._by_length.get(len(folded), ()) if fits.fullmatch(word)), folded)


def fold(text: str) -> str:
    """Lower case without accents; a lost letter is a point."""
    bare = unicodedata.normalize("NFD", text.lower().replace(LOST, ".").replace("?", "."))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def words(text: str, start: int, end: int, vocabulary: Vocabulary) -> tuple[Word, ...]:
    """The words, numbers and marks of `text[start:end]`, in order; hyphens and apostrophes inside words part them."""
    found = []
    for match in _TOKEN.finditer(text, start, end):
        piece = match[0]
        if match["number"]:
            decimal = bool(_DECIMAL.fullmatch(piece))
            value = float(piece.replace(",", ".")) if decimal else float(re.sub(r"\D", "", piece))
            found.append(Word(match.start(), match.end(), piece, piece, value, decimal))
        elif match["word"]:
            found.append(Word(match.start(), match.end(), piece, vocabulary.mended(fold(piece))))
        elif not _inside(text, match.start(), piece):
            found.append(Word(match.start(), match.end(), piece, piece))
    return tuple(found)


def _inside(text: str, at: int, mark: str) -> bool:
    """A hyphen between two letters is no mark: "sans-abri"."""
    return mark == "-" and 0 < at < len(text) - 1 and text[at - 1].isalpha() and text[at + 1].isalpha()
