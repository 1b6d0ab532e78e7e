"""An episode made ready to be compared, once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from warmonitor.reconcile.across.days import Days, days_of
from warmonitor.reconcile.parties import Side, sides
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
    prints: tuple[int, ...]
    keys: frozenset[str]


def sight(episode: Episode) -> Sight:
    """The episode as it is compared."""
    gist = episode.gist
    tolls = (("killed", gist.killed), ("injured", gist.injured))
    return Sight(
        episode=episode,
        rank=rank(episode),
        types=gist.types or (gist.event_type,),
        days=days_of(gist, episode.known),
        places=gist.places,
        agents=sides(gist.agents),
        targets=sides(gist.targets),
        tolls=tuple((kind, count) for kind, count in tolls if count),
        figures=frozenset(gist.figures),
        names=frozenset(gist.names),
        prints=gist.prints,
        keys=frozenset(episode.keys),
    )


def rank(episode: Episode) -> tuple[int, str, int, str]:
    """The order of all episodes, whatever order they came in; those of unknown day last."""
    day = (episode.known or date.max).toordinal()
    return day, episode.report_id, episode.gist.position, episode.id
