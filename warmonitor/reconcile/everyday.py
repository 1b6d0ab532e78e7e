"""Names that many happenings share: of countries, regions, months, armies, outlets. None tells one from others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import ConfigDict

from warmonitor.codebook.tables import Row, read_table
from warmonitor.reconcile.parties import bare

TABLES = ("governments", "countries", "actors", "persons", "outlets", "organisations", "party_words", "time_words")
"""Tables whose names are told of all the time; of `regions` only the name itself is."""


class Named(Row):
    """A row of any of the tables, as far as it names something."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    name: str = ""
    names: str = ""
    aliases: str = ""
    demonyms: str = ""
    word: str = ""
    canonical: str = ""

    def words(self) -> Iterator[str]:
        """All its words, and each of its names as a whole, as bare letters."""
        cells = (self.name, self.names, self.aliases, self.demonyms, self.word, self.canonical)
        for name in (name for cell in cells for name in cell.split("|")):
            yield bare(name)
            yield from (bare(word) for word in re.findall(r"[\w'’-]+", name))


def read_everyday() -> frozenset[str]:
    """The names and their words, as bare letters. Raises CodebookError when a table breaks its rules."""
    told = {word for table in TABLES for row in read_table(table, Named) for word in row.words()}
    regions = {bare(name) for row in read_table("regions", Named) for name in (row.name, *row.names.split("|"))}
    return frozenset(told | regions)
