"""A small gazetteer, so that what is tested is not how long the large one takes to build."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from warmonitor.gazetteer import build, carried, store
from warmonitor.gazetteer.entries import Entry, Listed
from warmonitor.gazetteer.tables import Tables

TOWNS = (
    ("1", "Saraqib", "SYR", "Idlib", 35.864, 36.806, 34_231, ("Saraqeb", "سراقب")),
    ("2", "Kafr Nabl", "SYR", "Idlib", 35.614, 36.561, 15_455, ("كفرنبل",)),
    ("3", "Al Bāb", "SYR", "Aleppo", 36.370, 37.517, 130_745, ("Al-Bab",)),
    ("4", "Homs", "SYR", "Homs", 34.727, 36.723, 775_404, ("Hims", "حمص")),
    ("5", "Al Khums", "LBY", "Al Marqab", 32.649, 14.262, 201_943, ("Homs",)),
    ("6", "Luhansk", "UKR", "Luhansk", 48.567, 39.317, 401_297, ("Luhans'k", "Луганськ")),
    ("7", "Springfield", "USA", "Illinois", 39.802, -89.644, 114_394, ()),
)


def _towns(_: Tables) -> Iterator[Listed]:
    for number, name, country, region, lat, lon, people, others in TOWNS:
        entry = Entry(f"geonames:{number}", name, country, region, lat, lon, "PPL", people, None)
        yield Listed(entry, (name, *others))


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a gazetteer with the codebook's own places and seven towns."""
    monkeypatch.setattr(build, "cities", _towns)
    monkeypatch.setattr(build, "listed", lambda tables: iter(()))
    path = tmp_path / "home" / "gazetteer.sqlite"
    build.build(path)
    assert store.version(path) == store.VERSION
    assert carried.cities is not _towns
    return path


def _dump_line(number: int, name: str, lat: float, lon: float, code: str = "PPL", columns: int = 19) -> str:
    """A line of a GeoNames dump, or one with too few columns."""
    cells = [
        str(number),
        name,
        name,
        "",
        str(lat),
        str(lon),
        "P" if code.startswith("P") else "A",
        code,
        "SY",
        "",
        "12",
    ]
    cells += ["", "", "", "1200", "", "", "Asia/Damascus", "2024-01-01"]
    return "\t".join(cells[:columns]) + "\n"


@pytest.fixture
def dump_line() -> Callable[..., str]:
    """`dump_line(number, name, lat, lon, columns=19)`."""
    return _dump_line


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    """A country dump with two villages in Idlib."""
    path = tmp_path / "SY.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "about this file")
        archive.writestr(
            "SY.txt", _dump_line(901, "Sarjah", 35.73, 36.64) + _dump_line(902, "Ma'ar Dibsah", 35.80, 36.78)
        )
    return path
