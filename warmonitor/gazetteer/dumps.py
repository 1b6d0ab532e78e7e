"""GeoNames' country dumps: 19 tab-separated columns, in a zip or not, with or without their alternate names beside."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from warmonitor.errors import GazetteerError
from warmonitor.gazetteer.entries import Entry, Listed
from warmonitor.gazetteer.features import feature
from warmonitor.gazetteer.keys import plain
from warmonitor.gazetteer.tables import Tables

COLUMNS = 19
_KEPT = frozenset("APTSHLV")
"""Feature classes: all but roads (R), whose one point says little, and undersea (U)."""
_DROPPED = frozenset(("PPLH", "PPLCH", "ADM1H", "ADM2H", "ADM3H", "ADM4H", "ADM5H", "PCLH"))
_MOST_BAD = 0.01
"""Share of broken lines above which a file is no dump."""


def is_dump(path: Path) -> bool:
    """Whether the file looks like a dump: a zip with a .txt in it, or tab-separated text."""
    if path.suffix.lower() == ".zip":
        return True
    with path.open("rb") as file:
        return file.readline().count(b"\t") >= COLUMNS - 3


def places(path: Path, tables: Tables) -> Iterator[Listed]:
    """Every place of a dump. Raises GazetteerError, naming the file and the line, where it is damaged."""
    try:
        with text_of(path) as file:
            regions = tables.admin1 | _regions(file, tables)
    except (UnicodeDecodeError, zipfile.BadZipFile, EOFError) as error:
        raise GazetteerError(f"{path}: {error}. Download it again.") from error
    with text_of(path) as file:
        yield from _places(file, path, tables.iso3, regions)


def text_of(path: Path) -> TextIO:
    """The text of a .txt file, or of the one in a zip that is neither a read-me nor a list of codes."""
    if path.suffix.lower() != ".zip":
        return path.open(encoding="utf-8", newline="\n")
    try:
        archive = zipfile.ZipFile(path)
        if broken := archive.testzip():
            raise GazetteerError(f"{path}: {broken} in it is damaged (its checksum is wrong). Download it again.")
        texts = [i for i in archive.infolist() if i.filename.endswith(".txt") and "readme" not in i.filename.lower()]
        if not texts:
            raise GazetteerError(f"{path}: no .txt file in it, so it is no GeoNames dump.")
        largest = max(texts, key=lambda info: info.file_size)  # beside it lies a list of languages
        return io.TextIOWrapper(archive.open(largest), encoding="utf-8", newline="\n")
    except (zipfile.BadZipFile, EOFError, OSError) as error:
        raise GazetteerError(f"{path}: damaged zip ({error}). Download it again.") from error


def _regions(file: TextIO, tables: Tables) -> dict[tuple[str, str], str]:
    """First-level regions as the dump itself numbers them, by the names that the codebook has for them."""
    usual = {(r.country, plain(name)): r.name for r in tables.regions for name in (*r.names.split("|"), r.name)}
    found: dict[tuple[str, str], str] = {}
    for line in file:
        cells = line.split("\t")
        if len(cells) == COLUMNS and cells[7] == "ADM1":
            names = (cells[1], cells[2], *cells[3].split(","))
            known = (usual.get((cells[8], plain(name))) for name in names if name)
            found[cells[8], cells[10]] = next((name for name in known if name), cells[1])
    return found


def _places(file: TextIO, path: Path, iso3: dict[str, str], admin1: dict[tuple[str, str], str]) -> Iterator[Listed]:
    good = bad = 0
    try:
        for at, line in enumerate(file, 1):
            cells = line.rstrip("\n").split("\t")
            if len(cells) != COLUMNS:
                bad += 1
                if good < 100 or bad > good * _MOST_BAD:
                    said = f"{path}, line {at}: {len(cells)} columns, but GeoNames' dumps have {COLUMNS}"
                    raise GazetteerError(f"{said}: it is another file, or cut off.")
                continue
            good += 1
            if cells[6] in _KEPT and cells[7] not in _DROPPED and (found := _listed(cells, iso3, admin1)):
                yield found
    except (UnicodeDecodeError, zipfile.BadZipFile, EOFError) as error:
        raise GazetteerError(f"{path}, after line {good + bad}: {error}. Download it again.") from error


def _listed(cells: list[str], iso3: dict[str, str], admin1: dict[tuple[str, str], str]) -> Listed | None:
    number, name, plain, others, lat, lon, _, code, country = cells[:9]
    try:
        point = (float(lat), float(lon))
        people = int(cells[14] or 0)
    except ValueError:
        return None
    region = name if code == "ADM1" else admin1.get((country, cells[10]))
    entry = Entry(f"geonames:{number}", name, iso3.get(country), region, *point, feature(code), people, None)
    return Listed(entry, (name, *dict.fromkeys(n for n in (plain, *others.split(",")) if n and n != name)))
