"""What the finder of places needs: a gazetteer, whatever made it, and the words that tell places from other names."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import Protocol

from warmonitor.codebook.tables import Row, read_table


class Entry(Protocol):
    """A place of a gazetteer; coordinates in degrees (WGS 84)."""

    @property
    def id(self) -> str:
        """With its namespace: `geonames:164816`."""

    @property
    def name(self) -> str:
        """Its usual name."""

    @property
    def country(self) -> str | None:
        """ISO 3166-1 alpha-3."""

    @property
    def admin1(self) -> str | None:
        """Name of the first-level region."""

    @property
    def lat(self) -> float:
        """Degrees north."""

    @property
    def lon(self) -> float:
        """Degrees east."""

    @property
    def feature(self) -> str:
        """GeoNames feature code."""

    @property
    def population(self) -> int:
        """People; 0 if not known."""

    @property
    def radius_km(self) -> float | None:
        """How far it reaches from its point."""

    @property
    def course(self) -> tuple[tuple[float, float], ...]:
        """Points along a road or river, as (lat, lon)."""


class Gazetteer(Protocol):
    """Names to places."""

    def named(self, name: str, /) -> tuple[Entry, ...]:
        """Places of just this name but for case, diacritics and hyphens; most people first."""

    def without_article(self, name: str, /) -> tuple[Entry, ...]:
        """Places whose name is this one but for Arabic articles."""

    def like(self, name: str, countries: Container[str], /) -> tuple[int, tuple[Entry, ...]]:
        """Places in these countries whose name is spelt like this one, and how loosely (0: the very name)."""

    def spelt(self, name: str, countries: Container[str], /) -> tuple[tuple[Entry, int], ...]:
        """Places in these countries of all spellings of this name, strictest first, and how loosely each is spelt."""


class WordRow(Row):
    """A word of `place_words.tsv`."""

    word: str
    role: str
    value: str = ""


class RegionRow(Row):
    """The part of `regions.tsv` that tells where the south of a country lies."""

    country: str
    code: str
    name: str
    names: str = ""
    lat: float
    lon: float
    radius_km: float
    population: int = 0


class CountryRow(Row):
    """The part of `countries.tsv` that tells which country a text is about."""

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


class GroupRow(Row):
    """The part of `actors.tsv` that tells which war a text is about."""

    id: str
    name: str = ""
    kind: str
    country: str = ""
    aliases: str = ""


FIGHTING = frozenset({"rebel", "militia", "jihadist"})
SHORTEST = 3
"""Letters of an abbreviation that hardly means anything else."""


@dataclass(frozen=True, slots=True)
class Atlas:
    """A gazetteer and the words around names."""

    gazetteer: Gazetteer
    stops: frozenset[str]
    titles: frozenset[str]
    first_names: frozenset[str]
    organisations: frozenset[str]
    """Nouns that make a place's name part of an institution's: "Aleppo University", "Bank of Syria"."""
    kinds: dict[str, str]
    """Class words with their feature: "governorate" is `ADM1`."""
    parts: frozenset[str]
    """Nouns for a part of a place or what is around it: "outskirts", "countryside"."""
    officials: frozenset[str]
    """Nouns for those who govern: "Russian" is not a place in "the Damascus government"."""
    directions: dict[str, float]
    """Bearing in degrees; -1 for "central"."""
    demonyms: dict[str, str]
    """Demonyms in lower case, with ISO 3166-1 alpha-3."""
    homes: dict[str, str]
    """Armed groups by a name of one word in lower case, with the country of their war (ISO 3166-1 alpha-3)."""
    regions: dict[str, tuple[tuple[float, float], ...]]
    """Middles of the first-level regions of each country (ISO 3166-1 alpha-3)."""
    countries: dict[str, CountryRow]
    """By ISO 3166-1 alpha-3."""
    capitals: frozenset[str]
    """Names of capitals."""
    suffering: frozenset[str]
    """Verbs that a country as a place may be the subject of: "Syria saw its worst day"."""
    speaking: frozenset[str]
    """Verbs that people and governments, not towns, are the subject of."""
    addressing: frozenset[str]
    """Verbs whose object is a government: "urged Russia"."""
    taking: frozenset[str]
    """Verbs of war whose object, where it is a name, is a place: "shelled Kherson", "entered Masisi"."""


def atlas(gazetteer: Gazetteer) -> Atlas:
    """Reads the tables; built once and handed to `find`. Raises CodebookError where a table breaks its rules."""
    words = read_table("place_words", WordRow)
    countries = read_table("countries", CountryRow)
    roles = (
        "stop", "title", "first", "organisation", "kind", "direction", "capital", "suffers", "addresses",
        "part", "official", "speaks", "takes",
    )  # fmt: skip
    of = {role: [row for row in words if row.role == role] for role in roles}
    return Atlas(
        gazetteer=gazetteer,
        stops=frozenset(row.word for row in of["stop"]),
        titles=frozenset(row.word for row in of["title"]),
        first_names=frozenset(row.word for row in of["first"]),
        organisations=frozenset(row.word for row in of["organisation"]),
        kinds={row.word: row.value for row in of["kind"]},
        directions={row.word.lower(): float(row.value) for row in of["direction"]},
        demonyms={word.lower(): c.iso3 for c in countries for word in c.demonyms.split("|") if word},
        homes=_homes(),
        parts=frozenset(row.word for row in of["part"]),
        officials=frozenset(row.word for row in of["official"]),
        regions=_regions(countries),
        countries={c.iso3: c for c in countries},
        capitals=frozenset(c.capital for c in countries if c.capital) | frozenset(row.word for row in of["capital"]),
        suffering=frozenset(row.word for row in of["suffers"]),
        speaking=frozenset(row.word for row in of["speaks"]),
        addressing=frozenset(row.word for row in of["addresses"]),
        taking=frozenset(row.word for row in of["takes"]),
    )


def _homes() -> dict[str, str]:
    """Of `actors.tsv`: a report that names the FMLN is about El Salvador."""
    named = (row for row in read_table("actors", GroupRow) if row.kind in FIGHTING and row.country)
    return {
        word.lower(): row.country
        for row in named
        for word in (alias.rstrip("!~") for alias in row.aliases.split("|"))
        if " " not in word and len(word) >= SHORTEST
    }


def _regions(countries: tuple[CountryRow, ...]) -> dict[str, tuple[tuple[float, float], ...]]:
    iso3 = {c.iso2: c.iso3 for c in countries}
    found: dict[str, list[tuple[float, float]]] = {}
    for row in read_table("regions", RegionRow):
        found.setdefault(iso3[row.country], []).append((row.lat, row.lon))
    return {country: tuple(points) for country, points in found.items()}
