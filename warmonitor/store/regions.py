"""What lies in a named country or region: under which keys the places in it are found."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from pydantic import ConfigDict

from warmonitor.codebook import Row, read_table
from warmonitor.store.wording import key

# "Idlib province" asks for the same as "Idlib".
KINDS = frozenset({"province", "governorate", "oblast", "region", "state", "district"})


class Country(Row):
    """A row of `countries.tsv`, as far as names go."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    iso2: str
    iso3: str
    name: str
    names: str = ""
    geonames: str = ""


class Region(Row):
    """A row of `regions.tsv`, as far as names go."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    country: str
    code: str
    name: str
    names: str = ""


def keys_within(place: str) -> frozenset[str]:
    """The keys of a place: its name or id, and what places in a country or region of that name are kept under."""
    asked = key(place)
    if not asked:
        return frozenset()
    first, _, last = asked.rpartition(" ")
    names = {asked, first} if first and last in KINDS else {asked}
    return frozenset(names).union(*(_lands().get(name, frozenset()) for name in names))


@lru_cache(maxsize=1)
def _lands() -> dict[str, frozenset[str]]:
    """Names and ids of countries and regions, with the code or name that claims and incidents have of them."""
    found: dict[str, set[str]] = defaultdict(set)
    for country in read_table("countries", Country):
        for name in (country.name, *country.names.split("|"), country.iso2, f"geonames:{country.geonames}"):
            found[key(name)].add(key(country.iso3))
    for region in read_table("regions", Region):
        for name in (*region.names.split("|"), f"geonames:{region.country}.{region.code}"):
            found[key(name)].add(key(region.name))
    return {name: frozenset(keys) for name, keys in found.items() if name}
