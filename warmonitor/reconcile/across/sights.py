"""An episode made ready to be compared, once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from warmonitor.reconcile.across.days import Days, days_of
from warmonitor.reconcile.parties import Side, bare, sides
from warmonitor.reconcile.whereabouts import FINE
from warmonitor.records import Count, Episode, EventType, Place


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """One episode as it is compared with others."""

    episode: Episode
    rank: tuple[int, str, int, str]
    """Its place in the order of all episodes: the day it was known, its report, where it stands in it."""
    types: tuple[EventType, ...]
    days: Days | None
    places: tuple[Place, ...]
    agents: tuple[Side, ...]
    targets: tuple[Side, ...]
    tolls: tuple[tuple[str, Count], ...]
    figures: frozenset[str]
    names: frozenset[str]
    scenes: frozenset[str]
    """The names of its places, as bare letters."""
    prints: tuple[int, ...]
    keys: frozenset[str]
    vague: bool
    """It names no place that one can go to, or no days that tell one happening from others."""

    @property
    def report_id(self) -> str:
        """The report that tells it."""
        return self.episode.report_id


def sight(episode: Episode) -> Sight:
    """The episode as it is compared."""
    gist = episode.gist
    tolls = (("killed", gist.killed), ("injured", gist.injured))
    days = days_of(gist, episode.known)
    return Sight(
        episode=episode,
        rank=rank(episode),
        types=gist.types or (gist.event_type,),
        days=days,
        places=gist.places,
        agents=sides(gist.agents),
        targets=sides(gist.targets),
        tolls=tuple((kind, count) for kind, count in tolls if count),
        figures=frozenset(gist.figures),
        names=frozenset(gist.names),
        scenes=frozenset(bare(place.name) for place in gist.places),
        prints=gist.prints,
        keys=frozenset(episode.keys),
        vague=days is None or days.long or not any(p.precision in FINE and p.lat is not None for p in gist.places),
    )


def rank(episode: Episode) -> tuple[int, str, int, str]:
    """The order of all episodes, whatever order they came in; those of unknown day last."""
    day = (episode.known or date.max).toordinal()
    return day, episode.report_id, episode.gist.position, episode.id
