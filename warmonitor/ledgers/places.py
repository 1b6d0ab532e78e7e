"""Whether one place lies in another, and the name under which a place is kept in a ledger."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from warmonitor.records import Place, PlacePrecision

WIDTH: tuple[PlacePrecision, ...] = (
    "site", "near_town", "town", "road", "district", "region", "province", "country",
)  # fmt: skip
"""From narrow to wide."""
WIDE: frozenset[PlacePrecision] = frozenset({"district", "region", "province", "country"})
REACH: dict[PlacePrecision, float] = {
    "site": 3, "near_town": 15, "town": 8, "road": 100, "district": 40, "region": 120, "province": 90, "country": 600,
}  # fmt: skip
"""Kilometres around its point in which a place may lie, where it gives no radius (own: usual sizes)."""


COMPASS = re.compile(r"\b(?:north|south|east|west|central)\w*", re.IGNORECASE)


@lru_cache(maxsize=65_536)
def key_of(place: Place) -> tuple[str, str, str]:
    """What two mentions of one place share; "southern Idlib" is another place than Idlib."""
    return (
        place.precision,
        place.gazetteer_id or f"{letters(place.name)} {place.country or ''}",
        _part(place).casefold(),
    )


@lru_cache(maxsize=65_536)
def plain(place: Place) -> Place:
    """The place as a row keeps it: without the words of one report, the named part of an area in its name."""
    part = _part(place)
    name = place.name if not part or COMPASS.search(place.name) else f"{part} {place.name}"
    update = {"name": name, "as_written": None, "probability": None, "others": (), "role": "event"}
    return place.model_copy(update=update)


def _part(place: Place) -> str:
    """Which part of an area is meant ("southern"), where its name does not say it."""
    if place.precision not in WIDE:
        return ""
    found = COMPASS.search(place.name) or (COMPASS.search(place.as_written.text) if place.as_written else None)
    return found.group().lower() if found else ""


def narrower(a: Place, b: Place) -> bool:
    """Whether the first is a smaller kind of place: a town before a road before an area."""
    return _size(a) < _size(b)


def _size(place: Place) -> int:
    return 2 if place.precision in WIDE else 1 if place.precision == "road" else 0


def narrowest(places: Iterable[Place]) -> Place | None:
    """The most precise of the places where something happened; None where none is said."""
    events = [place for place in places if place.role == "event"]
    return min(events, key=lambda p: (WIDTH.index(p.precision), p.name, p.gazetteer_id or ""), default=None)


def may_be_within(inner: Place | None, outer: Place | None) -> bool:
    """Whether the inner place can lie in the outer; a place that is not said can lie anywhere."""
    return inner is None or outer is None or lies_in(inner, outer)


def lies_in(inner: Place, outer: Place) -> bool:
    """Whether the inner place is the outer one or lies in it, by name, by its region, or by distance."""
    if inner.country and outer.country and inner.country != outer.country:
        return False
    if key_of(inner)[1:] == key_of(outer)[1:] or letters(inner.name) == letters(outer.name):
        return True
    if outer.precision == "country":
        return inner.country is not None and inner.country == outer.country
    if outer.precision == "province" and inner.admin1:
        return letters(inner.admin1) in (letters(outer.name), letters(outer.admin1 or ""))
    if WIDTH.index(inner.precision) > WIDTH.index(outer.precision):
        return False
    away = kilometres(inner, outer)
    return away is not None and away <= (outer.radius_km or REACH[outer.precision])


def kilometres(a: Place, b: Place) -> float | None:
    """Great-circle distance in km on a sphere of 6,371 km; None if either has no point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    p, q = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1.0, half)))


@lru_cache(maxsize=65_536)
def letters(name: str) -> str:
    """The bare letters of a name: "Saraqib" and "SARAQĪB" are one."""
    bare = unicodedata.normalize("NFKD", name).casefold()
    return "".join(char for char in bare if char.isalnum())
