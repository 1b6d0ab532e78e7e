"""Names to write on a map: towns by their people, regions and waters by their size, for what a window shows."""

from __future__ import annotations

import math
import sqlite3
from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple

from warmonitor.gazetteer.entries import Entry, read
from warmonitor.gazetteer.folding import fold
from warmonitor.gazetteer.keys import plain

Kind = Literal["country", "region", "area", "town", "site"]
"""`area`: a sea, a mountain range, a countryside; `site`: a camp, an air base, a crossing, a dam."""
INDEXES = """\
CREATE INDEX places_by_people ON places (population, lat, lon) WHERE population >= 5000;
CREATE INDEX places_by_point ON places (lat, lon);
CREATE INDEX places_with_radius ON places (feature) WHERE radius > 0;
"""
_WIDEST_BY_POINT = 3.0
"""Degrees of latitude up to which all towns of a window are read; in a larger one only those of many people."""
_TILE = 256
_EARTH_KM = 40_075.0
_PER_TILE = 4
"""Towns in a tile of 256 pixels: more would cover each other."""
_WIDTH: dict[Kind, tuple[float, float]] = {"country": (60, 700), "region": (60, 700), "area": (50, 600)}
"""Pixels that a country or region must be wide to be named, and those from which its name says nothing more."""
_LARGE = ("PCLI", "ADM1")
_AREAS = ("RGN", "SEA", "OCN", "GULF", "STRT", "LK", "MTS", "DSRT", "ISL", "ISLS", "PEN", "VAL", "BAY", "CHN")
_VAGUE_KM = 60.0
"""A region of no border that reaches farther ("northern Syria") is no name to write on a map."""
_SITES = ("CMP", "AIRB", "AIRP", "PSTB", "DAM", "INSM", "PRT", "MT", "HLL", "OILF", "GASF")
_SITES_FROM = 10.0
_QUARTERS_FROM = 13.0
_LEAST = ((4.5, 500_000), (5.5, 100_000), (6.5, 30_000))
"""People that a town must have below a zoom; above the last, 5,000 in a wide window and none in a narrow one."""
_NAMED = 5_000
_COLUMNS = "SELECT row FROM places"
_TWICE = 0.05
"""Degrees within which two towns whose names sound alike are one, listed twice."""


class Label(NamedTuple):
    """A name for a map and the point (degrees, WGS 84) that it belongs to, most important first where several come."""

    name: str
    lat: float
    lon: float
    kind: Kind
    population: int
    """People; 0 if not known."""
    radius_km: float
    """How far a country, region or area reaches; 0 for a town or site."""
    country: str | None
    """ISO 3166-1 alpha-3."""


class Window(NamedTuple):
    """What a map shows: degrees; one across the date line has its west greater than its east."""

    west: float
    south: float
    east: float
    north: float


def labels(db: sqlite3.Connection, box: Window, zoom: float) -> tuple[Label, ...]:
    """What to write into `box` at a zoom, at which the world is 256 * 2 ** zoom pixels wide; see `Gazetteer.labels`."""
    order = ("country", "area", "region", "town", "site")
    found = (*_wide(db, zoom), *_local(db, box, zoom))
    kept = {of: None for of in found if _inside(of.lat, of.lon, box)}
    return tuple(sorted(kept, key=lambda of: (order.index(of.kind), -of.population, -of.radius_km, of.name)))


def _wide(db: sqlite3.Connection, zoom: float) -> Iterator[Label]:
    """Countries, regions and areas that are neither too small nor too large to be named at this zoom."""
    features = (*_LARGE, *_AREAS)
    asked = f"{_COLUMNS} WHERE feature IN ({','.join('?' * len(features))}) AND radius > 0"
    for (row,) in db.execute(asked, features):
        of = read(row)
        kind, reach = _kind(of.feature), of.radius_km or 0.0
        least, most = _WIDTH[kind]
        named = least <= 2 * reach * _pixels(of.lat, zoom) <= most
        if named and not (of.feature == "RGN" and reach > _VAGUE_KM):
            yield Label(of.name, of.lat, of.lon, kind, of.population, reach, of.country)


def _local(db: sqlite3.Connection, box: Window, zoom: float) -> Iterator[Label]:
    """The first towns and sites of each tile that the box touches, so that moving it changes no choice."""
    drawn: Counter[tuple[int, int]] = Counter()
    heard: dict[str, list[Label]] = {}
    for of in sorted(_rows(db, _tiles(box, zoom), zoom), key=_rank):
        tile = _tile(of.lat, of.lon, zoom)
        if drawn[tile] >= _PER_TILE or not _is_shown(of.feature, zoom) or not plain(of.name).isascii():
            continue
        alike = heard.setdefault(fold(plain(of.name)), [])
        if not any(abs(of.lat - other.lat) < _TWICE and abs(of.lon - other.lon) < _TWICE for other in alike):
            kind: Kind = "site" if of.feature in _SITES else "town"
            made = Label(of.name, of.lat, of.lon, kind, of.population, 0.0, of.country)
            alike.append(made)
            drawn[tile] += 1
            yield made


def _rank(of: Entry) -> tuple[bool, int, str, float]:
    """Towns before sites, most people first."""
    return of.feature in _SITES, -of.population, of.name, of.lat


def _is_shown(feature: str, zoom: float) -> bool:
    if feature in _SITES:
        return zoom >= _SITES_FROM
    return feature.startswith("PPL") and (feature != "PPLX" or zoom >= _QUARTERS_FROM)


def _rows(db: sqlite3.Connection, box: Window, zoom: float) -> list[Entry]:
    """All that lies in the box, or, where it is wide, towns of enough people."""
    across = "lon BETWEEN :west AND :east" if box.west <= box.east else "(lon >= :west OR lon <= :east)"
    within = f"WHERE lat BETWEEN :south AND :north AND {across}"
    asked = f"{_COLUMNS} INDEXED BY places_by_point {within}"
    least = next((people for below, people in _LEAST if zoom < below), _NAMED)
    if box.north - box.south > _WIDEST_BY_POINT:
        asked = f"{_COLUMNS} INDEXED BY places_by_people {within} AND population >= {_NAMED} AND population >= {least}"
    return [read(row) for (row,) in db.execute(asked, box._asdict())]


def _tiles(box: Window, zoom: float) -> Window:
    """The box widened to whole tiles."""
    step = 360 / _across(zoom)
    west, east = math.floor((box.west + 180) / step) * step - 180, math.ceil((box.east + 180) / step) * step - 180
    south = _latitude(math.floor(_y(box.south, zoom)) + 1, zoom)
    north = _latitude(math.floor(_y(box.north, zoom)), zoom)
    return Window(west, south, east, north)


def _kind(feature: str) -> Kind:
    if feature == "PCLI":
        return "country"
    return "region" if feature == "ADM1" else "area"


def _inside(lat: float, lon: float, box: Window) -> bool:
    across = box.west <= lon <= box.east if box.west <= box.east else lon >= box.west or lon <= box.east
    return across and box.south <= lat <= box.north


def _pixels(lat: float, zoom: float) -> float:
    """Pixels of a kilometre at this latitude."""
    return _TILE * 2**zoom / (_EARTH_KM * max(0.05, math.cos(math.radians(lat))))


def _tile(lat: float, lon: float, zoom: float) -> tuple[int, int]:
    return math.floor((lon + 180) / 360 * _across(zoom)), math.floor(_y(lat, zoom))


def _y(lat: float, zoom: float) -> float:
    """Tiles from the north edge of the map."""
    bounded = math.radians(max(-85.05, min(85.05, lat)))
    return (1 - math.asinh(math.tan(bounded)) / math.pi) / 2 * _across(zoom)


def _latitude(y: float, zoom: float) -> float:
    return math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * y / _across(zoom)))))


def _across(zoom: float) -> float:
    """Tiles around the world."""
    return 2.0 ** math.floor(zoom)
