"""Where an incident happened, out of the places that its claims give."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence

from warmonitor.reconcile.lands import Country
from warmonitor.reconcile.tellings import Telling
from warmonitor.reconcile.whereabouts import FINEST, kilometres
from warmonitor.records import Place, PlacePrecision

# A place one can go to, one that holds such places, one that holds anything.
SIZES: tuple[tuple[PlacePrecision, ...], ...] = (
    ("site", "town", "near_town", "road"), ("district", "province"), ("region", "country"),
)  # fmt: skip
COUNTED = 4  # votes of a claim that counts the victims: it is told of the place itself
MOST = 0.6  # share of the parties' countries from which one is taken for the scene
SEAT = 0.34  # of a vote, for a town that bears the name of its province
AROUND = 100  # km around a town that the province of its name may reach
WITHIN = 6  # km from a town within which a site is in it
FADES, LATE = 900, 0.7  # characters after which a place counts for 1/e less, and what it counts however late
HEARD = 0.1  # share of the votes of what is told most often, below which a place is told in passing
BESIDE = 15  # km within which a more precise place is the same scene


def scene(core: Sequence[Telling], members: Sequence[Telling]) -> Place | None:
    """The place told most often of the smallest size that is not told in passing; `core` names the event itself."""
    votes: dict[str, float] = {}
    first: dict[str, Place] = {}
    for telling in (*core, *members):
        if telling.spot:
            for place in (telling.spot.place, *telling.spot.others):
                votes[_key(place)] = votes.get(_key(place), 0.0) + _says(telling)
                first.setdefault(_key(place), place)
    most_told = max(votes.values(), default=0.0)
    for size in SIZES:
        told = [place for place in first.values() if place.precision in size]
        if max((votes[_key(place)] for place in told), default=0.0) < HEARD * most_told:
            continue
        if told:
            most = max(told, key=lambda p: (_weight(p, told, votes), -FINEST.index(p.precision)))
            if most.lat is None:
                most = _told_with(most, members) or _pinned(told, votes) or most
            return _closer(most, told)
    return None


def _says(telling: Telling) -> float:
    """What a telling's places count: news tells first where it was, and counts the victims of that place."""
    return (COUNTED if telling.tolls else 1) * (LATE + (1 - LATE) * math.exp(-telling.start / FADES))


def _pinned(told: Sequence[Place], votes: Mapping[str, float]) -> Place | None:
    on_map = [place for place in told if place.lat is not None]
    return max(on_map, key=lambda p: (_weight(p, told, votes), -FINEST.index(p.precision)), default=None)


def _told_with(lost: Place, members: Sequence[Telling]) -> Place | None:
    """The finest place on the map that is told with one that no gazetteer has: "the village of X, west of Y"."""
    claims = [t.claim for t in members if any(_key(place) == _key(lost) for place in t.claim.places)]
    near = [p for c in claims for p in c.places if p.lat is not None and p.role in ("event", "container")]
    near = [p for p in near if FINEST.index(p.precision) <= FINEST.index("district")]
    return min(near, key=lambda p: FINEST.index(p.precision), default=None)


def _weight(place: Place, told: Sequence[Place], votes: Mapping[str, float]) -> float:
    """Its votes; fewer for a town that may stand for the province of its name, where one around it is told."""
    wide = _is_seat(place) and any(_around(p, place) for p in told)
    return votes[_key(place)] * (SEAT if wide else 1.0)


def _is_seat(place: Place) -> bool:
    """Whether the province around a town is called like it: "in Idlib" may be either."""
    town, province = (_letters(name or "") for name in (place.name, place.admin1))
    return bool(town) and place.precision in ("town", "near_town") and town in province


def _around(place: Place, seat: Place) -> bool:
    """Whether it may lie in the province around the seat."""
    one = not place.admin1 or not seat.admin1 or _letters(place.admin1) == _letters(seat.admin1)
    return one and not _is_seat(place) and _beside(place, seat, AROUND)


def _letters(name: str) -> str:
    """The bare letters of a name, without an article: "Al Ḩasakah" is "hasakah"."""
    bare = unicodedata.normalize("NFKD", name).casefold()
    return re.sub(r"[^a-z]", "", re.sub(r"\A(?:al|el|ar|as|ad|an)[ -]", "", bare))


def _key(place: Place) -> str:
    at = "" if place.lat is None or place.lon is None else f"{place.lat:.2f} {place.lon:.2f}"
    return f"{place.gazetteer_id or place.name} {place.precision} {at}"


def _closer(most: Place, told: Sequence[Place]) -> Place:
    """A more precise place in the same scene ("the school" in the town), or the place itself."""
    finer = [place for place in told if FINEST.index(place.precision) < FINEST.index(most.precision)]
    near = [p for p in finer if _beside(p, most, WITHIN if p.precision == "site" else BESIDE)]
    return min(near, key=lambda place: FINEST.index(place.precision), default=most)


def _beside(a: Place, b: Place, km: float = BESIDE) -> bool:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return False
    return kilometres(a.lat, a.lon, b.lat, b.lon) <= km


def land(members: Sequence[Telling], countries: Mapping[str, Country]) -> Place | None:
    """The country of most of the parties ("Yemeni soldiers", "the Yemeni mayor"); None where none stands out."""
    votes = Counter(
        party.country
        for telling in members
        if telling.happening.part != "remark"
        for party in (*telling.claim.agents, *telling.claim.targets)
        if party.stated and party.country
    )
    if not votes:
        return None
    most, told = votes.most_common(1)[0]
    row = countries.get(most)
    if row is None or told < MOST * votes.total():
        return None
    return Place(name=row.name, country=most, lat=row.lat, lon=row.lon, precision="country", radius_km=row.radius_km)
