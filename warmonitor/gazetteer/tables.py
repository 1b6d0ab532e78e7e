"""The codebook's own tables of places: countries, first- and second-level regions, and what lists of towns lack."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from warmonitor.codebook.tables import Row, read_table
from warmonitor.gazetteer.entries import Entry, Listed


class CountryRow(Row):
    """A country; `population`, `capital` and neighbours as GeoNames has them."""

    iso2: str
    iso3: str
    name: str
    names: str = ""
    demonyms: str = ""
    lat: float
    lon: float
    radius_km: float
    population: int = 0
    capital: str = ""
    geonames: int
    neighbours: str = ""


class RegionRow(Row):
    """A first-level region; `code` is GeoNames' admin1 code, `population` that of its towns."""

    country: str
    code: str
    name: str
    names: str = ""
    lat: float
    lon: float
    radius_km: float
    population: int = 0


class DistrictRow(Row):
    """A second-level region; `code` is that of the first-level region around it."""

    country: str
    code: str
    name: str
    lat: float
    lon: float
    radius_km: float


class SupplementRow(Row):
    """A place that lists of towns lack; `anchor` is the town that it is told by, `course` runs `lat lon;lat lon`."""

    name: str
    names: str = ""
    country: str | None = None
    admin1: str | None = None
    feature: str
    lat: float
    lon: float
    radius_km: float
    anchor: str = ""
    population: int = 0
    course: str = ""


@dataclass(frozen=True, slots=True)
class Tables:
    """The codebook's tables of places, read once."""

    countries: tuple[CountryRow, ...]
    regions: tuple[RegionRow, ...]
    districts: tuple[DistrictRow, ...]
    supplement: tuple[SupplementRow, ...]

    @property
    def iso3(self) -> dict[str, str]:
        """ISO 3166-1 alpha-2 to alpha-3."""
        return {row.iso2: row.iso3 for row in self.countries}

    @property
    def admin1(self) -> dict[tuple[str, str], str]:
        """Names of first-level regions, by alpha-2 country and GeoNames code."""
        return {(row.country, row.code): row.name for row in self.regions}


def tables() -> Tables:
    """Reads the tables; raises CodebookError where one breaks its rules."""
    return Tables(
        read_table("countries", CountryRow), read_table("regions", RegionRow), read_table("districts", DistrictRow),
        read_table("supplement", SupplementRow),
    )  # fmt: skip


def listed(of: Tables) -> Iterator[Listed]:
    """Every place of the tables."""
    iso3, admin1 = of.iso3, of.admin1
    for c in of.countries:
        entry = Entry(f"geonames:{c.geonames}", c.name, c.iso3, None, c.lat, c.lon, "PCLI", c.population, c.radius_km)
        yield Listed(entry, _names(c.name, c.names))
    for r in of.regions:
        number = f"geonames:{r.country}.{r.code}"
        entry = Entry(number, r.name, iso3[r.country], r.name, r.lat, r.lon, "ADM1", r.population, r.radius_km)
        yield Listed(entry, _names(r.name, r.names))
    for d in of.districts:
        around = admin1.get((d.country, d.code))
        number = _own(f"{d.country}-{d.code}-{d.name}")
        entry = Entry(number, d.name, iso3[d.country], around, d.lat, d.lon, "ADM2", 0, d.radius_km)
        yield Listed(entry, (d.name,))
    for s in of.supplement:
        country = iso3[s.country] if s.country else None
        course = tuple((float(a), float(b)) for a, b in (point.split() for point in s.course.split(";") if point))
        number = _own(f"{s.country or 'world'}-{s.name}")
        entry = Entry(number, s.name, country, s.admin1, s.lat, s.lon, s.feature, s.population, s.radius_km, course)
        yield Listed(entry, tuple(dict.fromkeys((*_names(s.name, s.names), *_as_called(s)))))


_CALLED = {
    "AIRB": ("air base", "airbase", "military airport", "airport", "airfield", "military airbase", "base"),
    "INSM": ("base", "military base"), "CMP": ("camp", "refugee camp", "IDP camp", "camps"),
    "PSTB": ("crossing", "border crossing"), "DAM": ("dam",), "PRN": ("prison", "jail"), "BDG": ("bridge",),
    "OILF": ("oil field", "oilfield", "field"), "GASF": ("gas field", "gas plant", "field"),
}  # fmt: skip
"""What a site is called behind its own name, by its kind: one report has the base where another has the airport."""


def _as_called(row: SupplementRow) -> Iterator[str]:
    """The names of a site with each of the words for its kind: `Menagh Air Base` is `Menagh airport`."""
    words = _CALLED.get(row.feature, ())
    for name in _names(row.name, row.names):
        word = next((w for w in sorted(words, key=len, reverse=True) if name.lower().endswith(" " + w.lower())), None)
        if word:
            yield from (f"{name[: -len(word)]}{other}" for other in words)


def _names(name: str, others: str) -> tuple[str, ...]:
    return (name, *(other for other in others.split("|") if other))


def _own(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "warmonitor:" + re.sub(r"[^a-z0-9]+", "-", folded).strip("-")
