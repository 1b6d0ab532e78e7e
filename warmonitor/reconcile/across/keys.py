"""Blocking keys: which episodes are compared at all, so that the cost grows with their number, not its square.

Every key names days and something else that few episodes share: a cell of the map, a province with a toll, a name, a
toll with the kind of event, or the wording. What shares none of these could not be told to be one happening anyway.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator
from datetime import date

from warmonitor.reconcile.across.days import Days, days_of
from warmonitor.reconcile.happenings import Happenings
from warmonitor.reconcile.parties import bare
from warmonitor.reconcile.whereabouts import FINE, reach
from warmonitor.records import Gist, Place

# Families of events that are told for each other: a bombing here is a battle or a toll there.
FIELDS: dict[str, str] = {
    "displacement": "people", "relief": "people", "talks": "politics", "pressure": "politics", "politics": "politics",
}  # fmt: skip
WAR = "war"
CELL = 0.25  # degrees, about 27 km: a town and its surroundings touch four at most
DEGREE = 111.2  # km of a degree of latitude
MOST_CELLS = 9  # of one place; what is wider is no place to be compared by
BUCKET = 4  # days
EDGE = 1  # day around a firm one: the night between two days
RARE = 4  # dead from which a number is rarely another's
WIDE = "by "  # who it was says little in a country at war
WORDINGS = 3  # prints that are keys: copies that share half of their wording share one of three nearly always


def keys(gist: Gist, known: date | None, happenings: Happenings) -> tuple[str, ...]:
    """The keys of an episode, each once, in order."""
    fields = sorted({FIELDS.get(happenings.types[kind].family, WAR) for kind in gist.types or (gist.event_type,)})
    times = _buckets(days_of(gist, known))
    dated = (f"{field} {time} {said}" for field in fields for time in times for said in _said(gist))
    told = {*dated, *(f"wording {number:x}" for number in gist.prints[:WORDINGS])}
    return tuple(sys.intern(key) for key in sorted(told))


def is_wide(key: str) -> bool:
    """Whether so many episodes share the key that it tells something only of those that name no place."""
    return WIDE in key


def _buckets(days: Days | None) -> tuple[str, ...]:
    """Runs of four days, both of them where an episode is at the edge; a long time is one by itself."""
    if days is None:
        return ("undated",)
    if days.long:
        return (f"{days.first // 31}-{days.last // 31}",)
    edge = EDGE if days.firm else 0
    return tuple(str(at) for at in range((days.first - edge) // BUCKET, (days.last + edge) // BUCKET + 1))


def _said(gist: Gist) -> Iterator[str]:
    numbers = _numbers(gist)
    for place in gist.places:
        yield from (f"at {cell}" for cell in _cells(place))
        if place.admin1:
            province = f"{place.country} {bare(place.admin1)}"
            yield from (f"in {province} {number}" for number in numbers)
            yield from (f"in {province} {kind}" for kind in gist.types)
    yield from (f"name {name}" for name in gist.names)
    parties = {f"{party.country} {party.kind}" for party in (*gist.agents, *gist.targets) if party.country}
    yield from (f"{WIDE}{party} {kind}" for kind in gist.types for party in sorted(parties))
    yield from (f"toll {kind} {number}" for kind in gist.types for number in numbers)


def _numbers(gist: Gist) -> tuple[str, ...]:
    """The tolls that are too large to be another's by chance."""
    tolls = (("killed", gist.killed), ("injured", gist.injured))
    told = ((kind, n) for kind, count in tolls if count for n in (count.low, count.best, count.high))
    return tuple(dict.fromkeys([*(f"{kind} {n:g}" for kind, n in told if n and n >= RARE), *gist.figures]))


def _cells(place: Place) -> list[str]:
    """The cells that the place may lie in."""
    if place.lat is None or place.lon is None or place.precision not in FINE:
        return []
    high = reach(place) / DEGREE
    wide = high / max(0.1, math.cos(math.radians(place.lat)))
    rows = range(math.floor((place.lat - high) / CELL), math.floor((place.lat + high) / CELL) + 1)
    columns = range(math.floor((place.lon - wide) / CELL), math.floor((place.lon + wide) / CELL) + 1)
    around = 360 / CELL
    return [f"{row} {int(column % around)}" for row in rows for column in columns][:MOST_CELLS]
