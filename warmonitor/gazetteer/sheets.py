"""Plain tables of places: CSV, and the first sheet of an Excel file, by the names of their columns."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from warmonitor.errors import GazetteerError
from warmonitor.gazetteer.entries import Listed
from warmonitor.gazetteer.shapes import place
from warmonitor.gazetteer.tables import Tables

_LAT = re.compile(r"(?:cent(?:er|roid)_)?lat(?:itude)?(?:_?y|_dd)?|y|point_y|y_coord", re.IGNORECASE)
_LON = re.compile(r"(?:cent(?:er|roid)_)?lon(?:g(?:itude)?)?(?:_?x|_dd)?|lng|x|point_x|x_coord", re.IGNORECASE)
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def comma_separated(path: Path, tables: Tables) -> Iterator[Listed]:
    """The rows of a CSV file with a header that names columns for name, latitude and longitude."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            sample = file.read(4096)
            file.seek(0)
            mark = max(",;\t", key=lambda m: sample.splitlines()[0].count(m) if sample else 0)
            yield from _rows(csv.reader(file, delimiter=mark), path, tables)
    except (UnicodeDecodeError, csv.Error) as error:
        raise GazetteerError(f"{path}: no CSV in UTF-8 ({error}).") from error


def excel(path: Path, tables: Tables) -> Iterator[Listed]:
    """The rows of every sheet of an .xlsx file that has such a header."""
    try:
        with zipfile.ZipFile(path) as archive:
            shared = _shared(archive)
            sheets = sorted(n for n in archive.namelist() if n.startswith("xl/worksheets/sheet"))
            found = 0
            for name in sheets:
                rows = _sheet_rows(ElementTree.fromstring(archive.read(name)), shared)
                header = next(rows, [])
                if _column(header, _LAT) is not None and _column(header, _LON) is not None:
                    found += 1
                    yield from _rows(iter([header, *rows]), path, tables)
    except (zipfile.BadZipFile, ElementTree.ParseError, KeyError) as error:
        raise GazetteerError(f"{path}: no Excel file ({error}).") from error
    if not found:
        raise GazetteerError(f"{path}: no sheet has columns for latitude and longitude, so nothing in it has a place.")


def _rows(rows: Iterator[list[str]], path: Path, tables: Tables) -> Iterator[Listed]:
    header = next(rows, [])
    lat, lon = _column(header, _LAT), _column(header, _LON)
    if lat is None or lon is None:
        raise GazetteerError(f"{path}: the header needs columns `lat` and `lon`; it has {', '.join(header) or 'none'}.")
    for number, row in enumerate(rows, 2):
        cells = {h: c for h, c in zip(header, row, strict=False) if c.strip()}
        try:
            point = (float(row[lat]), float(row[lon]))
        except (ValueError, IndexError):
            continue
        if abs(point[0]) > 90 or abs(point[1]) > 180:
            raise GazetteerError(f"{path}, line {number}: {point} is no latitude and longitude.")
        if found := place(cells, point, f"{path.stem}-{number}", tables):
            yield found


def _column(header: list[str], pattern: re.Pattern[str]) -> int | None:
    return next((i for i, cell in enumerate(header) if pattern.fullmatch(cell.strip())), None)


def _shared(archive: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    root = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
    return ["".join(t.text or "" for t in item.iter(f"{_SHEET}t")) for item in root.iter(f"{_SHEET}si")]


def _sheet_rows(root: ElementTree.Element, shared: list[str]) -> Iterator[list[str]]:
    for row in root.iter(f"{_SHEET}row"):
        cells: list[str] = []
        for cell in row.iter(f"{_SHEET}c"):
            at = _letters(cell.get("r") or "")
            cells += [""] * ((at if at is not None else len(cells)) - len(cells))
            value = cell.findtext(f"{_SHEET}v") or "".join(t.text or "" for t in cell.iter(f"{_SHEET}t"))
            cells.append(shared[int(value)] if cell.get("t") == "s" and value else value)
        yield cells


def _letters(reference: str) -> int | None:
    """The column of a cell such as `AB12`, from zero."""
    letters = re.match(r"[A-Z]+", reference)
    if not letters:
        return None
    at = 0
    for letter in letters[0]:
        at = at * 26 + ord(letter) - 64
    return at - 1
