"""The words of languages that are read in part, as their table has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Literal, get_args

from warmonitor.codebook.tables import Row, read_table

ForeignLanguage = Literal["es", "fr", "pt"]
"""ISO 639-1 codes of the languages that are read in part."""
IN_PART = frozenset(get_args(ForeignLanguage))
ForeignRole = Literal[
    "people", "idps", "households", "houses",
    "displaced", "evacuated", "homeless", "relocated", "fled", "sheltered", "destroyed", "damaged", "else",
    "mood", "not", "at", "joint", "between", "sum", "plain",
]  # fmt: skip
_ENDINGS = re.compile(r"\(([^)]*)\)")


class ForeignWord(Row):
    """A row of `foreign_words.tsv`."""

    language: ForeignLanguage
    word: str
    role: ForeignRole
    value: str = ""


def foreign_words() -> tuple[ForeignWord, ...]:
    """The table, read anew. Raises CodebookError where it breaks its rules."""
    return read_table("foreign_words", ForeignWord)


def forms(written: str) -> Iterator[str]:
    """Every form of a table's word: "casa(s)" is casa and casas, "evacuad(o|a)" evacuado and evacuada."""
    parts = _ENDINGS.split(written)
    choices = [_choices(part) if odd % 2 else [part] for odd, part in enumerate(parts)]
    yield from dict.fromkeys("".join(chosen) for chosen in product(*choices))


def _choices(endings: str) -> list[str]:
    """A single ending may also be missing."""
    found = endings.split("|")
    return found if len(found) > 1 else ["", *found]
