"""What an episode tells, in short: all that it is compared by with those of other reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from warmonitor.reconcile.copies.wording import prints
from warmonitor.reconcile.happenings import Happenings
from warmonitor.reconcile.tellings import Telling
from warmonitor.reconcile.whereabouts import FINEST, Spot, nearness
from warmonitor.reconcile.within.names import names
from warmonitor.records import EventType, Gist, Incident, Party, Place, Report

MANY = 5  # tellings of an episode from which a place that only one of them names is hardly where it was
PLACES, PARTIES, FIGURES = 4, 4, 6  # of each the first ones tell one happening from others


def gist(members: Sequence[Telling], whole: Incident, report: Report | None, happenings: Happenings) -> Gist:
    """The episode in short, out of its tellings and of what they come to."""
    told = [t for t in members if t.happening.part != "remark"]
    texts = [" ".join(t.claim.evidence.text.split()) for t in told]
    return Gist(
        event_type=whole.event_type,
        types=_types(whole.event_type, told),
        actual=any(t.actual for t in told),
        start=whole.start,
        end=whole.end,
        firm=any(t.dated and (t.first_day, t.last_day) == (whole.start, whole.end) for t in told),
        places=_places(told, whole.place),
        agents=tuple(map(_bare, whole.agents[:PARTIES])),
        targets=tuple(map(_bare, whole.targets[:PARTIES])),
        killed=whole.killed,
        injured=whole.injured,
        figures=_figures(told),
        names=names(texts, [place for t in told for place in t.claim.places], happenings.everyday),
        prints=prints(texts),
        outlet=happenings.outlets.family(report) if report else whole.reports[0],
        prominence=whole.prominence,
        position=min(t.start for t in members),
    )


def _types(own: EventType, told: Iterable[Telling]) -> tuple[EventType, ...]:
    kinds = [kind for t in told for kind in (t.claim.event_type, t.means) if kind]
    return tuple(dict.fromkeys((own, *kinds)))


def _places(told: Sequence[Telling], scene: Place | None) -> tuple[Place, ...]:
    """The scene first, then the other places of the event, most precise first."""
    spots = [place for t in told if t.spot for place in (t.spot.place, *t.spot.others)]
    if scene is not None and len(told) >= MANY:
        spots = [place for place in spots if not _strays(place, scene, spots)]
    ordered = sorted(spots, key=lambda place: FINEST.index(place.precision))
    kept = {_key(p): p for p in reversed([*([scene] if scene else []), *ordered])}
    return tuple(map(_slim, reversed(kept.values())))[:PLACES]


def _strays(place: Place, scene: Place, spots: Sequence[Place]) -> bool:
    """A place away from the scene that one of many tellings names: elsewhere, "separately", no place of this one."""
    once = sum(_key(other) == _key(place) for other in spots) == 1
    return once and nearness(Spot(scene), Spot(place)) == "apart"


def _key(place: Place) -> tuple[str, str]:
    return place.gazetteer_id or place.name, place.precision


def _slim(place: Place) -> Place:
    return _one_place(place.model_copy(update={"as_written": None, "others": (), "probability": None}))


def _bare(party: Party) -> Party:
    return _one_party(party.model_copy(update={"as_written": None}))


@lru_cache(maxsize=50_000)
def _one_place(place: Place) -> Place:
    """The first of equal records: thousands of episodes name the same places, and each is large."""
    return place


@lru_cache(maxsize=50_000)
def _one_party(party: Party) -> Party:
    return party


def _figures(told: Iterable[Telling]) -> tuple[str, ...]:
    """Numbers of the incident beside its dead and injured."""
    tolls = (toll for t in told for toll in t.tolls if toll.kind not in ("killed", "injured") and toll.best)
    return tuple(dict.fromkeys(f"{toll.kind} {toll.best:g}" for toll in tolls))[:FIGURES]
