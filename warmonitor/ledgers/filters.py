"""Which rows a filter leaves."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from pydantic import ConfigDict

from warmonitor.codebook.tables import Row, read_table
from warmonitor.ledgers.facets import Facets
from warmonitor.ledgers.places import letters
from warmonitor.records import Filter

Box = tuple[float, float, float, float]


class Country(Row):
    """A row of `countries.tsv`, as far as names go."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    iso3: str
    name: str
    names: str = ""


def matches(facets: Facets, where: Filter) -> bool:
    """Whether a row is asked for, as far as its facets go; words of its claims are not among them."""
    return (
        (where.place is None or _named(facets, where.place))
        and (where.box is None or any(_inside(lat, lon, where.box) for lat, lon in facets.spots))
        and (where.actor is None or _among(where.actor, facets.actors))
        and (where.source is None or _among(where.source, facets.sources))
        and _in_days(facets, where)
        and (where.dated is None or where.dated == (facets.start is not None or facets.end is not None))
        and (where.placed is None or where.placed == bool(facets.spots))
        and (not where.types or not set(where.types).isdisjoint(facets.types))
        and (not where.status or not set(where.status).isdisjoint(facets.statuses))
    )


def _named(facets: Facets, asked: str) -> bool:
    """Whether one of the places, or what it lies in, has this name or gazetteer id."""
    name = letters(asked)
    return asked.casefold() in facets.codes or name in facets.names or _countries().get(name) in facets.codes


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    """Names of countries to the code that places in them carry."""
    countries = read_table("countries", Country)
    return {letters(name): c.iso3.casefold() for c in countries for name in (c.name, *c.names.split("|"))}


def _inside(lat: float, lon: float, box: Box) -> bool:
    west, south, east, north = box
    if not south <= lat <= north:
        return False
    return west <= lon <= east if west <= east else lon >= west or lon <= east


def _in_days(facets: Facets, where: Filter) -> bool:
    """Whether the row's days touch those asked for; an open end reaches on, a row without a day is in no period."""
    if where.since is None and where.until is None:
        return True
    start, end = facets.start, facets.end
    if start is None and end is None:
        return False
    return not ((where.since and end and end < where.since) or (where.until and start and start > where.until))


def _among(asked: str, names: Iterable[str]) -> bool:
    folded = asked.casefold()
    return any(folded in name for name in names)
