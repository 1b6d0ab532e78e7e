"""Names and words as they are compared: no case, no accents, no punctuation. Both databases see only the outcome."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from sqlalchemy import ColumnElement, and_

LONGEST = 200  # characters of a key: indexes of PostgreSQL take 2,700 bytes, and no name is longer
MOST = 8  # words of a name after which it is not found by its later words: longer ones are descriptions
_ASCII_WORD = re.compile("[a-z0-9]+")


def words(text: str) -> tuple[str, ...]:
    """The words of a text: `Al-Ḥasakah's` is `al`, `hasakah`, `s`."""
    if text.isascii():  # as most is, and ten times faster
        return tuple(word[:LONGEST] for word in _ASCII_WORD.findall(text.lower()))
    plain = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(c if c.isalnum() else "" if unicodedata.category(c) == "Mn" else " " for c in plain)
    return tuple(word[:LONGEST] for word in kept.split())


@lru_cache(maxsize=20_000)  # the same names are told again and again
def key(name: str) -> str:
    """A name as it is compared; may be empty."""
    return " ".join(words(name))[:LONGEST].strip()


@lru_cache(maxsize=20_000)
def tails(name: str) -> tuple[str, ...]:
    """A name and what is left of it after each word, so that any words in a row of it are the beginning of one."""
    parts = words(name)
    return tuple(" ".join(parts[start:])[:LONGEST].strip() for start in range(min(len(parts), MOST)))


def keys_of(names: Iterable[str | None]) -> set[str]:
    """The keys of whole names."""
    return {found for name in names if name and (found := key(name))}


def tails_of(names: Iterable[str | None]) -> set[str]:
    """The keys of names and of their later words."""
    return {tail for name in names if name for tail in tails(name)}


def beginnings(column: ColumnElement[str], wanted: str) -> ColumnElement[bool]:
    """That a key is this name or begins with it and goes on with another word."""
    # Keys are letters, digits and spaces, and of these only a space comes before `!`: one range of the index.
    return and_(column >= wanted, column < wanted + "!")
