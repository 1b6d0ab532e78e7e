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


def written(e: Entry) -> str:
    """An entry as one text: of ten columns SQLite hands out a tenth as many a second as of one."""
    course = ";".join(f"{lat} {lon}" for lat, lon in e.course)
    cells = (e.id, e.name, e.country or "", e.admin1 or "", f"{e.lat}", f"{e.lon}", e.feature, f"{e.population}",
             "" if e.radius_km is None else f"{e.radius_km}", course)  # fmt: skip
    return "\t".join(cell.replace("\t", " ") for cell in cells)


def read(row: str) -> Entry:
    """The entry that `written` made a text of."""
    number, name, country, region, lat, lon, feature, people, radius, course = row.split("\t")
    # Half the time of `Entry(...)`, and reading entries is most of what a look-up costs.
    return tuple.__new__(Entry, (
        number, name, country or None, region or None, float(lat), float(lon), feature, int(people),
        float(radius) if radius else None, _points(course) if course else (),
    ))  # fmt: skip


def _points(course: str) -> tuple[tuple[float, float], ...]:
    return tuple((float(lat), float(lon)) for lat, lon in (point.split() for point in course.split(";")))


@dataclass(frozen=True, slots=True)
class Listed:
    """A place as a source lists it, with all its names."""

    entry: Entry
    names: tuple[str, ...]
