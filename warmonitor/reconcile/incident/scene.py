"""Where an incident happened, out of the places that its claims give."""

from __future__ import annotations

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
COUNTED = 3  # votes of a claim that counts the victims: it is told of the place itself
MOST = 0.6  # share of the parties' countries from which one is taken for the scene
SEAT = 0.34  # of a vote, for a town that bears the name of its province
AROUND = 100  # km around a town that the province of its name may reach
NEAR = 0.5  # of a vote, for a place beside the one that a report gives
BESIDE = 15  # km within which a more precise place is the same scene


def scene(core: Sequence[Telling], members: Sequence[Telling]) -> Place | None:
    """The smallest size of place that is told, and in it the place told most often; `core` names the event itself."""
    votes: Counter[str] = Counter()
    first: dict[str, Place] = {}
    for telling in (*core, *members):
        if telling.spot:
            for place in (telling.spot.place, *telling.spot.others):
                votes[_key(place)] += COUNTED if telling.tolls else 1
                first.setdefault(_key(place), place)
    for size in SIZES:
        told = [place for place in first.values() if place.precision in size]
        if told:
            most = max(told, key=lambda p: (p.lat is not None, _weight(p, told, votes), -FINEST.index(p.precision)))
            return _closer(most, told)
    return None


def _weight(place: Place, told: Sequence[Place], votes: Counter[str]) -> float:
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
    return f"{place.gazetteer_id or place.name} {place.precision}"


def _closer(most: Place, told: Sequence[Place]) -> Place:
    """A more precise place in the same scene ("the school" in the town), or the place itself."""
    finer = [place for place in told if FINEST.index(place.precision) < FINEST.index(most.precision)]
    near = [place for place in finer if _beside(place, most)]
    return min(near, key=lambda place: FINEST.index(place.precision), default=most)


def agreed(scenes: Sequence[Place]) -> Place | None:
    """The scene that most reports give; each has one vote, and half a one for a place beside its own."""
    for size in SIZES:
        told = [place for place in scenes if place.precision in size]
        if told:
            return max(told, key=lambda p: (p.lat is not None, _votes(p, told), -FINEST.index(p.precision)))
    return None


def _votes(place: Place, told: Sequence[Place]) -> float:
    votes = sum(1.0 if _key(other) == _key(place) else NEAR * _beside(other, place) for other in told)
    return votes * (SEAT if _is_seat(place) and any(_around(p, place) for p in told) else 1.0)


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
