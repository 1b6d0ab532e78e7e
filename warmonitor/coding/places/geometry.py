"""Points on the globe: how far apart, and where one comes to by going some way."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

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


def nearest(course: Sequence[tuple[float, float]], lat: float, lon: float) -> tuple[float, float]:
    """The point (lat, lon) of a line of points that lies nearest to a place."""
    narrow = math.cos(math.radians(lat))

    def on(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
        up, right = other[0] - one[0], (other[1] - one[1]) * narrow
        along = (lat - one[0]) * up + (lon - one[1]) * narrow * right
        part = max(0.0, min(1.0, along / ((up * up + right * right) or 1.0)))
        return one[0] + part * (other[0] - one[0]), one[1] + part * (other[1] - one[1])

    points = [on(one, other) for one, other in pairwise(course)]
    return min(points, key=lambda point: math.hypot(point[0] - lat, (point[1] - lon) * narrow))
