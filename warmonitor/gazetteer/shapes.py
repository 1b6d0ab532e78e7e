"""GeoJSON of humanitarian sources: OCHA's boundaries with p-codes, HOTOSM, Who's On First; and HOTOSM's GeoPackages."""

from __future__ import annotations

import json
import re
import sqlite3
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from warmonitor.errors import GazetteerError
from warmonitor.gazetteer.entries import Entry, Listed
from warmonitor.gazetteer.features import feature
from warmonitor.gazetteer.tables import Tables

_LEVEL = re.compile(r"(?:ADM|admin)(\d)_?PCODE\Z", re.IGNORECASE)
_NO_PLACES = frozenset("postalcode venue timezone constituency planet ocean empire intersection address".split())
"""Kinds of Who's On First whose records no report means by their name."""
_NAME = re.compile(
    r"(?:.*[_:]?name(?:[_:].*)?|ADM\d_[A-Z]{2,3}|ADM\dALT\d?\w*|alt_name.*|int_name|old_name.*)\Z", re.IGNORECASE
)


def geojson(path: Path, tables: Tables) -> Iterator[Listed]:
    """Every named feature of a GeoJSON file, at the middle of its shape. Raises GazetteerError if it is none."""
    try:
        whole = json.loads(path.read_text(encoding="utf-8-sig"))
        features = whole["features"] if whole.get("type") == "FeatureCollection" else [whole]
    except (ValueError, KeyError, AttributeError, UnicodeDecodeError) as error:
        raise GazetteerError(f"{path}: no GeoJSON ({error}); is it cut off?") from error
    for number, shape in enumerate(features):
        if isinstance(shape, dict) and (found := _feature(shape, f"{path.stem}-{number}", tables)):
            yield found


def whosonfirst(path: Path, tables: Tables) -> Iterator[Listed]:
    """Every place of Who's On First's SQLite distribution: a table of GeoJSON records."""
    db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        for number, (body,) in enumerate(db.execute("SELECT body FROM geojson ORDER BY id")):
            if found := _feature(json.loads(body), f"{path.stem}-{number}", tables):
                yield found
    except (sqlite3.DatabaseError, ValueError) as error:
        raise GazetteerError(f"{path}: no distribution of Who's On First ({error}).") from error
    finally:
        db.close()


def _feature(shape: Mapping[str, Any], fallback: str, tables: Tables) -> Listed | None:
    properties = {k: v for k, v in (shape.get("properties") or {}).items() if v not in (None, "", [])}
    if properties.get("mz:is_current") == 0 or "wof:superseded_by" in properties:
        return None  # Who's On First keeps what it was wrong about
    if properties.get("wof:placetype") in _NO_PLACES:
        return None
    point = middle((shape.get("geometry") or {}).get("coordinates")) or _own_point(properties)
    return place(properties, point, fallback, tables) if point else None


def geopackage(path: Path, tables: Tables) -> Iterator[Listed]:
    """Every named feature of all tables of a GeoPackage."""
    db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        db.row_factory = sqlite3.Row
        layers = db.execute("SELECT table_name, column_name FROM gpkg_geometry_columns").fetchall()
        for table, column in layers:
            for number, row in enumerate(db.execute(f'SELECT * FROM "{table.replace(chr(34), "")}"')):
                properties = {k: row[k] for k in row.keys() if k != column and row[k] not in (None, "")}  # noqa: SIM118
                point = wkb_point(row[column])
                if point and (found := place(properties, point, f"{path.stem}-{table}-{number}", tables)):
                    yield found
    except sqlite3.DatabaseError as error:
        raise GazetteerError(f"{path}: no GeoPackage ({error}).") from error
    finally:
        db.close()


def place(of: Mapping[str, Any], point: tuple[float, float], fallback: str, tables: Tables) -> Listed | None:
    """A place from the properties of a source: names, id in its namespace, country, region, kind."""
    if codes := sorted((int(m[1]), str(v)) for k, v in of.items() if (m := _LEVEL.match(k)) and isinstance(v, str)):
        return _bounded(of, codes[-1], point, tables)
    names = list(dict.fromkeys(n for k, v in of.items() if _NAME.match(k) for n in _texts(v)))
    name = _first(of, "name:en", "wof:name", "name", "Name", "NAME") or (names[0] if names else "")
    if not name:
        return None
    number = next((f"{space}:{_kept(of, key)}" for space, key in _IDS if key in of), f"file:{fallback}")
    country = _country(_first(of, "wof:country", "iso:country", "country", "iso_a2", "addr:country"), tables)
    kind = feature(_first(of, "wof:placetype", "place", "feature", "type"))
    people = _whole(_first(of, "population", "wof:population", "gn:population"))
    entry = Entry(number, name, country, _first(of, "admin1", "is_in:state") or None, *point, kind, people, None)
    return Listed(entry, (name, *(n for n in names if n != name)))


_IDS = (("wof", "wof:id"), ("osm", "osm_id"), ("osm", "@id"), ("geonames", "gn:id"), ("geonames", "geonameid"))


def _kept(of: Mapping[str, Any], key: str) -> str:
    """An id as its source writes it; HOTOSM has OpenStreetMap's kind of thing in a column of its own."""
    kinds = {"n": "node/", "w": "way/", "r": "relation/"}
    kind = kinds.get(str(of.get("osm_type") or "")[:1].lower(), "") if key == "osm_id" else ""
    return f"{kind}{of[key]}"


def _bounded(of: Mapping[str, Any], code: tuple[int, str], point: tuple[float, float], tables: Tables) -> Listed | None:
    """One of OCHA's boundaries: the names of its own level, the first level's as its region."""
    level, pcode = code
    own = re.compile(rf"(?:ADM|admin){level}(?:_[A-Z]{{2,3}}|ALT.*|_?Name.*|_?REF)\Z", re.IGNORECASE)
    names = [n for k, v in of.items() if own.match(k) and "pcode" not in k.lower() for n in _texts(v)]
    if not names:
        return None
    region = _first(of, "ADM1_EN", "admin1Name_en", "ADM1_FR", "adm1_en", "adm1_name", "admin1Name") or None
    country = _country(pcode[:2], tables)
    kind = f"ADM{level}" if 0 < level < 4 else ("PCLI" if level == 0 else "PPL")
    entry = Entry(f"pcode:{pcode}", names[0], country, region, *point, kind, 0, None)
    return Listed(entry, tuple(dict.fromkeys(names)))


def middle(coordinates: Any) -> tuple[float, float] | None:
    """The middle of the box around all points of a geometry, as (lat, lon)."""
    points = list(_points(coordinates))
    if not points:
        return None
    lons, lats = [p[0] for p in points], [p[1] for p in points]
    return round((min(lats) + max(lats)) / 2, 5), round((min(lons) + max(lons)) / 2, 5)


def _points(coordinates: Any) -> Iterator[tuple[float, float]]:
    if (
        isinstance(coordinates, list)
        and len(coordinates) >= 2
        and all(isinstance(c, int | float) for c in coordinates[:2])
    ):
        yield coordinates[0], coordinates[1]
    elif isinstance(coordinates, list):
        for inner in coordinates:
            yield from _points(inner)


def wkb_point(blob: bytes | None) -> tuple[float, float] | None:
    """(lat, lon) of a GeoPackage geometry: the middle of its envelope, or the point itself."""
    if not blob or blob[:2] != b"GP" or len(blob) < 29:
        return None
    order, envelope = ("<" if blob[3] & 1 else ">"), (blob[3] >> 1) & 7
    if envelope:
        west, east, south, north = struct.unpack_from(order + "4d", blob, 8)
        return round((south + north) / 2, 5), round((west + east) / 2, 5)
    inner = "<" if blob[8] else ">"
    lon, lat = struct.unpack_from(inner + "2d", blob, 13)
    return round(lat, 5), round(lon, 5)


def _own_point(of: Mapping[str, Any]) -> tuple[float, float] | None:
    lat, lon = _first(of, "geom:latitude", "lat", "latitude"), _first(of, "geom:longitude", "lon", "longitude")
    try:
        return float(lat), float(lon)
    except ValueError:
        return None


def _texts(value: Any) -> Iterator[str]:
    for text in value if isinstance(value, list) else str(value).split(";"):
        if isinstance(text, str) and text.strip() and not text.strip().isdigit():
            yield text.strip()


def _first(of: Mapping[str, Any], *keys: str) -> str:
    return next((str(of[key]).strip() for key in keys if of.get(key)), "")


def _country(code: str, tables: Tables) -> str | None:
    return tables.iso3.get(code.upper()) or (code.upper() if code.upper() in tables.iso3.values() else None)


def _whole(text: str) -> int:
    return int(text) if text.isdigit() else 0
