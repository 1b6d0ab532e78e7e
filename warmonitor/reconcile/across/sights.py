"""An episode made ready to be compared, once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from warmonitor.reconcile.across.days import Days, days_of
from warmonitor.reconcile.across.keys import is_wide
from warmonitor.reconcile.parties import Side, bare, sides
from warmonitor.reconcile.whereabouts import FINE, Spot
from warmonitor.records import Count, Episode, EventType, Place

Rank = tuple[int, str, int, str]


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """One episode as it is compared with others."""

    episode: Episode
    number: int
    """Tells it from others of one walk."""
    rank: Rank
    """Its place in the order of all episodes: the day it was known, its report, where it stands in it."""
    types: tuple[EventType, ...]
    days: Days | None
    places: tuple[Place, ...]
    spot: Spot | None
    """The same, as places are compared."""
    fine: Spot | None
    """Those of them that one can go to: where both name such, the province that both lie in says nothing."""
    agents: tuple[Side, ...]
    targets: tuple[Side, ...]
    tolls: Mapping[str, Count]
    figures: frozenset[str]
    names: frozenset[str]
    scenes: frozenset[str]
    """The names of its places, as bare letters."""
    prints: tuple[int, ...]
    wording: frozenset[int]
    """The same, without order."""
    close_keys: tuple[str, ...]
    """Its keys without the wide ones."""
    vague: bool
    """It names no place that one can go to, or no days that tell one happening from others."""

    @property
    def report_id(self) -> str:
        """The report that tells it."""
        return self.episode.report_id


def sight(episode: Episode, number: int = 0) -> Sight:
    """The episode as it is compared."""
    gist = episode.gist
    tolls = (("killed", gist.killed), ("injured", gist.injured))
    days = days_of(gist, episode.known)
    return Sight(
        episode=episode,
        number=number,
        rank=rank(episode),
        types=gist.types or (gist.event_type,),
        days=days,
        places=gist.places,
        spot=Spot(gist.places[0], gist.places[1:]) if gist.places else None,
        fine=_fine(gist.places),
        agents=sides(gist.agents),
        targets=sides(gist.targets),
        tolls={kind: count for kind, count in tolls if count},
        figures=frozenset(gist.figures),
        names=frozenset(gist.names),
        scenes=frozenset(bare(place.name) for place in gist.places),
        prints=gist.prints,
        wording=frozenset(gist.prints),
        close_keys=tuple(key for key in episode.keys if not is_wide(key)),
        vague=days is None or days.long or not any(p.precision in FINE and p.lat is not None for p in gist.places),
    )


def _fine(places: Sequence[Place]) -> Spot | None:
    found = tuple(place for place in places if place.precision in FINE)
    return Spot(found[0], found[1:]) if found else None


def rank(episode: Episode) -> Rank:
    """The order of all episodes, whatever order they came in; those of unknown day last."""
    day = (episode.known or date.max).toordinal()
    return day, episode.report_id, episode.gist.position, episode.id
