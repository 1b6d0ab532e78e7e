"""Adding and taking out packs: bodies of places that a user brings, each with its source and licence."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import chain
from pathlib import Path

from warmonitor.errors import GazetteerError
from warmonitor.gazetteer import alternates, bundles, dumps, shapes, sheets, store
from warmonitor.gazetteer.build import CC_BY, GEONAMES, ready
from warmonitor.gazetteer.bundles import Reader
from warmonitor.gazetteer.downloads import Progress, fetch
from warmonitor.gazetteer.store import BASE, Pack
from warmonitor.gazetteer.tables import tables

_UNKNOWN = "as its source says"
_OSM = ("OpenStreetMap extract (HOTOSM)", "ODbL 1.0", "OpenStreetMap contributors, HOTOSM")
_SOURCES = {
    "osm": _OSM,
    "pcode": ("OCHA boundaries", "as its page on HDX says; mostly CC BY-IGO", "OCHA and national authorities"),
    "wof": ("Who's On First", "CC BY 4.0, and what its own sources ask", "https://whosonfirst.org/docs/licenses/"),
}
"""Title, licence and source by the namespace of the ids, where the kind of a file does not tell them."""
_GEONAMES = (".zip", ".txt", ".tsv")
_READERS: dict[str, Reader] = {
    ".geojson": shapes.geojson, ".json": shapes.geojson, ".gpkg": shapes.geopackage, ".db": shapes.whosonfirst,
    ".xlsx": sheets.excel, ".csv": sheets.comma_separated,
}  # fmt: skip
_TITLES = {".geojson": "GeoJSON", ".json": "GeoJSON", ".xlsx": "Excel table", ".csv": "CSV table"}


def add(path: Path, file: Path, licence: str | None = None) -> Pack:
    """Puts the places of `file` into the gazetteer at `path`, in place of an earlier pack of the same name.

    GeoNames dumps and alternate names (.zip, .txt), GeoJSON, GeoPackage, Who's On First's SQLite, Excel, CSV, and zips
    of these. All of it gets in, or on an error nothing. Alternate names become a pack of their own (`SY-names`) for
    places that are there already.
    Raises GazetteerError where the file is damaged or of no known kind.
    """
    if not file.is_file():
        raise GazetteerError(f"there is no file {str(file)!r}.")
    more = file.suffix.lower() in _GEONAMES and not _is_bundle(file) and alternates.is_names(file)
    read, title, usual, source = (None, "GeoNames alternate names", CC_BY, GEONAMES) if more else _kind(file)
    whole = file.read_bytes()
    pack = Pack(
        name=file.name.split(".")[0] + ("-names" if more else ""),
        title=title,
        licence=licence or usual,
        source=source,
        sha256=hashlib.sha256(whole).hexdigest(),
        added=datetime.now(UTC).date().isoformat(),
    )
    del whole
    if pack.name in BASE:
        raise GazetteerError(f"{file}: {pack.name!r} is the name of a pack that is always there. Rename the file.")
    ready(path)
    with store.connect(path, write=True) as db:
        store.drop(db, pack.name)
        listed = read(file, tables()) if read else alternates.names(file, db)
        if not (first := next(listed, None)):
            raise GazetteerError(f"{file}: no place with a name and a point in it.")
        found = _SOURCES.get(first.entry.id.partition(":")[0])
        if read and found:
            pack = replace(pack, title=found[0], licence=licence or found[1], source=found[2])
        return store.put(db, pack, chain((first,), listed))


def add_country(path: Path, country: str, progress: Progress = lambda have, of: None) -> Pack:
    """Downloads GeoNames' dump of a country (ISO 3166-1 alpha-2) and adds it."""
    file = fetch(country.upper(), path.parent / "downloads", progress)
    pack = add(path, file)
    file.unlink()
    return pack


def remove(path: Path, name: str) -> None:
    """Takes a pack out; runs that read the gazetteer meanwhile keep what they saw. Raises GazetteerError if unknown."""
    if name in BASE:
        raise GazetteerError(f"{name!r} belongs to every gazetteer and cannot be removed.")
    ready(path)
    with store.connect(path, write=True) as db:
        if not store.drop(db, name):
            known = ", ".join(p.name for p in store.packs(db) if p.name not in BASE) or "none"
            raise GazetteerError(f"there is no pack {name!r}; packs that were added: {known}.")


def _kind(file: Path) -> tuple[Reader, str, str, str]:
    """How to read a file, and what its kind is called, licensed and from, as far as that is sure."""
    ending = file.suffix.lower()
    if ending in _READERS:
        title, licence, source = _OSM if ending == ".gpkg" else (_TITLES.get(ending, ""), _UNKNOWN, file.name)
        return _READERS[ending], title, licence, source
    if _is_bundle(file):
        return partial(bundles.places, readers=_READERS), "Zip of places", _UNKNOWN, file.name
    if ending in _GEONAMES and dumps.is_dump(file):
        return dumps.places, f"GeoNames dump {file.stem}", CC_BY, GEONAMES
    kinds = "GeoNames .zip or .txt, .geojson, .gpkg, .db of Who's On First, .xlsx, .csv, or a zip of these"
    raise GazetteerError(f"{file}: not a kind that can be added: {kinds}.")


def _is_bundle(file: Path) -> bool:
    return file.suffix.lower() == ".zip" and bool(bundles.members(file, _READERS))
