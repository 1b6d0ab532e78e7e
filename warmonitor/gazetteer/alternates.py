"""GeoNames' files of alternate names: more names, in any script, for places that the gazetteer has."""

from __future__ import annotations

import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path

from warmonitor.errors import GazetteerError
from warmonitor.gazetteer.dumps import text_of
from warmonitor.gazetteer.entries import Entry, Listed, read

COLUMNS = (8, 10)
"""Of the older file, and of alternateNamesV2 with the years of a name behind."""
_NO_NAMES = frozenset("link post iata icao faac tcid unlc abbr wkdt phon piny fr_1793".split())
"""What stands in the column of the language where the line has a code or an address for a name."""
_MOST_BAD = 0.01
_NAMESPACE = "geonames:"


def is_names(path: Path) -> bool:
    """Whether the file looks like one of alternate names: two numbers, a language, a name."""
    if path.suffix.lower() not in (".zip", ".txt", ".tsv"):
        return False
    with text_of(path) as file:
        try:
            cells = file.readline().rstrip("\n").split("\t")
        except (UnicodeDecodeError, zipfile.BadZipFile, EOFError) as error:
            raise GazetteerError(f"{path}: {error}. Download it again.") from error
    return len(cells) in COLUMNS and cells[0].isdigit() and cells[1].isdigit()


def names(path: Path, db: sqlite3.Connection) -> Iterator[Listed]:
    """The places of `db` that the file has names for, each with those alone.

    Raises GazetteerError, naming the file and the line, where it is damaged, or if it names no place of `db`.
    """
    known = _known(db)
    if not (found := _by_place(path, known)):
        raise GazetteerError(f"{path}: it names no place of the gazetteer. Add the countries' dumps first.")
    for number, others in found.items():
        (row,) = db.execute("SELECT row FROM places WHERE number = ?", (known[number],)).fetchone()
        entry: Entry = read(row)
        yield Listed(entry, tuple(dict.fromkeys(others)))


def _known(db: sqlite3.Connection) -> dict[int, int]:
    """Where the places with a GeoNames number stand in the file, by that number."""
    rows = db.execute("SELECT number, row FROM places WHERE row GLOB 'geonames:[0-9]*' ORDER BY number DESC")
    return {int(number): at for at, row in rows if (number := row[len(_NAMESPACE) : row.index("\t")]).isdigit()}


def _by_place(path: Path, known: dict[int, int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    good = bad = 0
    try:
        with text_of(path) as file:
            for at, line in enumerate(file, 1):
                cells = line.rstrip("\n").split("\t")
                if len(cells) not in COLUMNS or not cells[1].isdigit():
                    bad += 1
                    if good < 100 or bad > good * _MOST_BAD:
                        said = f"{path}, line {at}: {len(cells)} columns, but alternate names of GeoNames have 10"
                        raise GazetteerError(f"{said}: it is another file, or cut off.")
                    continue
                good += 1
                if cells[2] not in _NO_NAMES and cells[3] and int(cells[1]) in known:
                    found.setdefault(int(cells[1]), []).append(cells[3])
    except (UnicodeDecodeError, zipfile.BadZipFile, EOFError) as error:
        raise GazetteerError(f"{path}, after line {good + bad}: {error}. Download it again.") from error
    return found
