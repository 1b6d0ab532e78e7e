"""Points on the globe: how far apart, and where one comes to by going some way."""

from __future__ import annotations

import math

_EARTH_KM = 6371.0


def distance_km(lat: float, lon: float, to_lat: float, to_lon: float) -> float:
    """Great-circle distance."""
    a, b = math.radians(lat), math.radians(to_lat)
    d = math.radians(to_lon - lon)
    cosine = math.sin(a) * math.sin(b) + math.cos(a) * math.cos(b) * math.cos(d)
    return _EARTH_KM * math.acos(max(-1.0, min(1.0, cosine)))


def moved(lat: float, lon: float, bearing: float, km: float) -> tuple[float, float]:
    """The point `km` away at `bearing` degrees from north, clockwise; rounded to ten metres."""
    a, b, way = math.radians(lat), math.radians(bearing), km / _EARTH_KM
    end = math.asin(max(-1.0, min(1.0, math.sin(a) * math.cos(way) + math.cos(a) * math.sin(way) * math.cos(b))))
    turn = math.atan2(math.sin(b) * math.sin(way) * math.cos(a), math.cos(way) - math.sin(a) * math.sin(end))
    return round(math.degrees(end), 4), round((lon + math.degrees(turn) + 540) % 360 - 180, 4)
