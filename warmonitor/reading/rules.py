"""What reading knows, from the codebook's tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from warmonitor.codebook.tables import Row, read_table
from warmonitor.errors import CodebookError


class FurnitureRow(Row):
    """A pattern for page furniture, and where on a page it counts."""

    where: Literal["line", "block", "story", "anywhere", "appeal", "tail"]
    pattern: str


class AbbreviationRow(Row):
    """A word whose full stop ends no sentence, in lower case and without that stop."""

    word: str


class AgencyRow(Row):
    """A name with which an agency signs a dateline."""

    name: str


class RecordLineRow(Row):
    """A pattern for a line that carries on the record of the line above it."""

    pattern: str


@dataclass(frozen=True, slots=True)
class Rules:
    """The vocabulary of reading: how pages are furnished, which stops abbreviate, who signs datelines."""

    line: re.Pattern[str]
    block: re.Pattern[str]
    story: re.Pattern[str]
    anywhere: re.Pattern[str]
    appeal: re.Pattern[str]
    tail: re.Pattern[str]
    record_line: re.Pattern[str]
    abbreviations: frozenset[str]
    agencies: frozenset[str]


@cache
def load_rules() -> Rules:
    """The rules of the codebook that ships with warmonitor.

    Raises CodebookError for a table that breaks its own rules.
    """
    rows = read_table("furniture", FurnitureRow)
    return Rules(
        line=_any(row.pattern for row in rows if row.where == "line"),
        block=_any(row.pattern for row in rows if row.where == "block"),
        story=_any(row.pattern for row in rows if row.where == "story"),
        anywhere=_any(row.pattern for row in rows if row.where == "anywhere"),
        appeal=_any(row.pattern for row in rows if row.where == "appeal"),
        tail=_any((row.pattern for row in rows if row.where == "tail"), re.NOFLAG),
        record_line=_any(row.pattern for row in read_table("record_lines", RecordLineRow)),
        abbreviations=frozenset(row.word for row in read_table("abbreviations", AbbreviationRow)),
        agencies=frozenset(row.name for row in read_table("agencies", AgencyRow)),
    )


def _any(patterns: Iterable[str], flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    together = "|".join(f"(?:{pattern})" for pattern in patterns)
    try:
        return re.compile(together, flags)
    except re.error as error:
        raise CodebookError(
            f"furniture.tsv or record_lines.tsv: a pattern is no regular expression: {error}."
        ) from error
