"""Where an incident happened, out of the places that its claims give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from warmonitor.reconcile.tellings import Telling
from warmonitor.reconcile.whereabouts import FINEST, kilometres
from warmonitor.records import Place, PlacePrecision

# A place one can go to, one that holds such places, one that holds anything.
SIZES: tuple[tuple[PlacePrecision, ...], ...] = (
    ("site", "town", "near_town", "road"), ("district", "province"), ("region", "country"),
)  # fmt: skip
COUNTED = 3  # votes of a claim that counts the victims: it is told of the place itself
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
            most = max(told, key=lambda p: (p.lat is not None, votes[_key(p)], -FINEST.index(p.precision)))
            return _closer(most, told)
    return None


def _key(place: Place) -> str:
    return f"{place.gazetteer_id or place.name} {place.precision}"


def _closer(most: Place, told: Sequence[Place]) -> Place:
    """A more precise place in the same scene ("the school" in the town), or the place itself."""
    finer = [place for place in told if FINEST.index(place.precision) < FINEST.index(most.precision)]
    near = [place for place in finer if _beside(place, most)]
    return min(near, key=lambda place: FINEST.index(place.precision), default=most)


def _beside(a: Place, b: Place) -> bool:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return False
    return kilometres(a.lat, a.lon, b.lat, b.lon) <= BESIDE
