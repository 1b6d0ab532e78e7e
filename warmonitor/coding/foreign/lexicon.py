"""What is known of each language: its words and its numbers, out of two tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from warmonitor.codebook import Row, read_table
from warmonitor.codebook.foreign import ForeignLanguage, ForeignRole, foreign_words, forms
from warmonitor.coding.foreign.words import Vocabulary, Word

Role = ForeignRole
NumberRole = Literal["unit", "hundred", "scale", "and", "round", "plural", "hedge"]
R = TypeVar("R")


class NumberRow(Row):
    """A row of `foreign_numbers.tsv`."""

    language: ForeignLanguage
    word: str
    role: NumberRole
    value: str


@dataclass(frozen=True, slots=True)
class Phrase(Generic[R]):
    """Words that mean one thing: `length` words from where they were asked for."""

    role: R
    value: str
    length: int


@dataclass(frozen=True)
class Phrases(Generic[R]):
    """Words and expressions with what they mean, by the words that they are made of."""

    rows: dict[tuple[str, ...], tuple[tuple[R, str], ...]]
    longest: int

    def at(self, words: Sequence[Word], at: int, *roles: R) -> Phrase[R] | None:
        """The longest expression with one of these roles (none: any) that begins at `at`."""
        for length in range(min(self.longest, len(words) - at), 0, -1):
            for role, value in self.rows.get(tuple(word.folded for word in words[at : at + length]), ()):
                if not roles or role in roles:
                    return Phrase(role, value, length)
        return None

    def before(self, words: Sequence[Word], at: int, *roles: R) -> Phrase[R] | None:
        """The longest expression with one of these roles that ends just before `at`."""
        for length in range(min(self.longest, at), 0, -1):
            found = self.at(words[:at], at - length, *roles)
            if found is not None and found.length == length:
                return found
        return None


@dataclass(frozen=True)
class Tongue:
    """One language."""

    language: ForeignLanguage
    words: Phrases[Role]
    numbers: Phrases[NumberRole]
    vocabulary: Vocabulary


ForeignLexicon = dict[str, Tongue]
"""Every language that is read in part, by its ISO 639-1 code."""


def lexicon() -> ForeignLexicon:
    """Reads the tables once. Raises CodebookError where one breaks its rules."""
    words, numbers = foreign_words(), read_table("foreign_numbers", NumberRow)
    languages = dict.fromkeys(row.language for row in words)
    return {
        language: _tongue(
            language,
            _phrases((row.word, row.role, row.value) for row in words if row.language == language),
            _phrases((row.word, row.role, row.value) for row in numbers if row.language == language),
        )
        for language in languages
    }


def _tongue(language: ForeignLanguage, words: Phrases[Role], numbers: Phrases[NumberRole]) -> Tongue:
    known = {word for phrase in (*words.rows, *numbers.rows) for word in phrase}
    return Tongue(language, words, numbers, Vocabulary(frozenset(known)))


def _phrases(rows: Iterator[tuple[str, R, str]]) -> Phrases[R]:
    found: dict[tuple[str, ...], list[tuple[R, str]]] = {}
    for written, role, value in rows:
        for form in forms(written):
            found.setdefault(tuple(form.split()), []).append((role, value))
    longest = max(map(len, found), default=0)
    return Phrases({phrase: tuple(dict.fromkeys(senses)) for phrase, senses in found.items()}, longest)
