"""Whether two places may be one, given how precisely each is known."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from typing import Literal

from warmonitor.reconcile.parties import bare
from warmonitor.records import Place, PlacePrecision

Nearness = Literal["same", "within", "apart", "unknown"]
# How far, in km, the happening may be from the printed point of a place of this precision (own: usual sizes).
REACH: dict[PlacePrecision, float] = {
    "site": 3, "town": 6, "near_town": 15, "district": 35, "road": 100, "province": 90, "region": 120, "country": 1500,
}  # fmt: skip
LENT = 60  # km between two towns that one village is told to lie by
DEGREE = 111.19  # km of a degree of latitude, not more
FINEST: tuple[PlacePrecision, ...] = (
    "site", "town", "near_town", "road", "district", "region", "province", "country",
)  # fmt: skip
FINE: frozenset[PlacePrecision] = frozenset(("site", "town", "near_town"))
"""Places that one can go to."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a claim says that it happened: its most precise event place, and all of them."""

    place: Place
    others: tuple[Place, ...] = ()
    around: tuple[Place, ...] = ()
    """What they lie in or near, as the claim tells it."""


def spot(places: Iterable[Place]) -> Spot | None:
    """The most precise of the places of the event; None where none is stated."""
    told = sorted(places, key=lambda p: FINEST.index(p.precision))
    events = [place for place in told if place.role == "event"]
    around = tuple(place for place in told if place.role == "container" and place.precision in FINE)
    return Spot(events[0], tuple(events[1:]), around) if events else None


def nearness(a: Spot | None, b: Spot | None) -> Nearness:
    """How two spots lie to each other; the nearest pair of their places decides."""
    if a is None or b is None:
        return "unknown"
    found = set[Nearness]()
    for p, q in product((a.place, *a.others), (b.place, *b.others)):
        lie = _lie(p, q)
        if lie == "same":
            return lie
        found.add(lie)
    if found <= {"unknown", "apart"} and (_holds(a, b) or _holds(b, a)):
        return "within"
    return next(kind for kind in ("within", "unknown", "apart") if kind in found)


def _holds(wide: Spot, spot: Spot) -> bool:
    """Whether the one names no more than the town that the other says it was in or near."""
    return any(_lie(p, q) == "same" for p in (wide.place, *wide.others) for q in spot.around)


def _lie(a: Place, b: Place) -> Nearness:
    if (a.gazetteer_id and a.gazetteer_id == b.gazetteer_id) or _one_name(a, b):
        return "same"
    if (a.precision == "road") != (b.precision == "road") and FINE & {a.precision, b.precision}:
        return "apart"  # who holds a road need not hold the towns beside it
    if a.precision == "country" or b.precision == "country":
        return "within" if a.country and a.country == b.country else _distance(a, b)
    if "province" in (a.precision, b.precision) and a.country and a.country == b.country:
        big, small = (a, b) if a.precision == "province" else (b, a)
        if small.admin1 and small.admin1.casefold() in (big.name.casefold(), (big.admin1 or "").casefold()):
            return "within"
    return _distance(a, b)


def _one_name(a: Place, b: Place) -> bool:
    """Whether they are called alike, in any spelling where the map does not tell them apart.

    A village that no map has bears the point of a town that it is told to lie by, one report's or another's.
    """
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return bare(a.name) == bare(b.name)
    if a.name.casefold() == b.name.casefold():
        return True
    lent = any(p.gazetteer_id is None and p.precision == "near_town" for p in (a, b))
    return lent and bare(a.name) == bare(b.name) and kilometres(a.lat, a.lon, b.lat, b.lon) <= LENT


def _distance(a: Place, b: Place) -> Nearness:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return "unknown"
    far = max(reach(a), reach(b))
    if abs(a.lat - b.lat) * DEGREE > max(far, 1):
        return "apart"  # most pairs are, and the rest of the sum takes longer
    away = kilometres(a.lat, a.lon, b.lat, b.lon)
    if away <= 1 and a.precision == b.precision:
        return "same"
    return "within" if away <= far else "apart"


def reach(place: Place) -> float:
    """How far, in km, the happening may be from the printed point."""
    return place.radius_km or REACH[place.precision]


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance in km on a sphere of 6,371 km."""
    p, q = math.radians(lat), math.radians(other_lat)
    half = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1.0, half)))
