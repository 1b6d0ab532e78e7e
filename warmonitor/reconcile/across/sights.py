"""An episode made ready to be compared, once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from warmonitor.reconcile.across.days import Days, days_of
from warmonitor.reconcile.across.keys import is_wide
from warmonitor.reconcile.parties import Side, bare, sides
from warmonitor.reconcile.whereabouts import FINE, Spot
from warmonitor.records import Count, Episode, EventType, Party, Place

Rank = tuple[int, str, int, str]
Tally = tuple[float | None, float, float]
"""The best figure, the lowest and the highest."""


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """Where: one object for all episodes that give the same places, so that two scenes are compared but once."""

    places: tuple[Place, ...]
    spot: Spot | None
    """The same, as places are compared."""
    fine: Spot | None
    """Those of them that one can go to: where both name such, the province that both lie in says nothing."""
    names: frozenset[str]
    """Their names, as bare letters."""


@dataclass(frozen=True, slots=True, eq=False)
class Cast:
    """Who: one object for all episodes that give the same parties."""

    agents: tuple[Side, ...]
    targets: tuple[Side, ...]


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
    scene: Scene
    cast: Cast
    tolls: Mapping[str, Tally]
    figures: frozenset[str]
    names: frozenset[str]
    prints: tuple[int, ...]
    wording: frozenset[int]
    """The same, without order."""
    close_keys: tuple[str, ...]
    """Its keys without the wide ones, if it is placed."""
    vague: bool
    """It names no place that one can go to, or no days that tell one happening from others."""

    report_id: str
    """The report that tells it."""


def sight(episode: Episode, number: int = 0) -> Sight:
    """The episode as it is compared."""
    gist = episode.gist
    tolls = (("killed", gist.killed), ("injured", gist.injured))
    days = days_of(gist, episode.known)
    vague = days is None or days.long or not any(p.precision in FINE and p.lat is not None for p in gist.places)
    return Sight(
        episode=episode,
        number=number,
        rank=rank(episode),
        types=gist.types or (gist.event_type,),
        days=days,
        scene=_scene(gist.places),
        cast=_cast(gist.agents, gist.targets),
        tolls={kind: _tally(count) for kind, count in tolls if count},
        figures=frozenset(gist.figures),
        names=frozenset(gist.names),
        prints=gist.prints,
        wording=frozenset(gist.prints),
        close_keys=() if vague else tuple(key for key in episode.keys if not is_wide(key)),
        vague=vague,
        report_id=episode.report_id,
    )


@lru_cache(maxsize=20_000)
def _scene(places: tuple[Place, ...]) -> Scene:
    return Scene(places, _spot(places), _spot([p for p in places if p.precision in FINE]), _names(places))


@lru_cache(maxsize=20_000)
def _cast(agents: tuple[Party, ...], targets: tuple[Party, ...]) -> Cast:
    return Cast(sides(agents), sides(targets))


def _spot(places: Sequence[Place]) -> Spot | None:
    return Spot(places[0], tuple(places[1:])) if places else None


def _names(places: Sequence[Place]) -> frozenset[str]:
    return frozenset(bare(place.name) for place in places)


def _tally(count: Count) -> Tally:
    told = [n for n in (count.low, count.best, count.high) if n is not None]
    return count.best, min(told, default=0.0), max(told, default=float("inf"))


def rank(episode: Episode) -> Rank:
    """The order of all episodes, whatever order they came in; those of unknown day last."""
    day = (episode.known or date.max).toordinal()
    return day, episode.report_id, episode.gist.position, episode.id
