"""What a gazetteer holds: places as sources list them, and as it hands them out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Entry(NamedTuple):
    """A place of the gazetteer; coordinates in degrees (WGS 84). A tuple, since thousands are made a second."""

    id: str
    """With its namespace: `geonames:164816`, `warmonitor:jabal-al-zawiya`."""
    name: str
    country: str | None
    """ISO 3166-1 alpha-3; None for what lies in several or none."""
    admin1: str | None
    """Name of the first-level region."""
    lat: float
    lon: float
    feature: str
    """GeoNames feature code: `PPL`, `ADM1`, `AIRB`, ...; https://www.geonames.org/export/codes.html."""
    population: int
    radius_km: float | None
    """How far the place reaches from its point, where the source says."""
    course: tuple[tuple[float, float], ...] = ()
    """Points along a road or river, as (lat, lon)."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A place as a source lists it, with all its names."""

    entry: Entry
    names: tuple[str, ...]
