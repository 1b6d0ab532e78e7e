"""Incidents as they were known on a day, or told by another rule of which figure is best."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from warmonitor.monitor.results import Known
from warmonitor.monitor.settling import Ruled, Wired
from warmonitor.reconcile import Rule, reread
from warmonitor.reconcile import known_by as known_around
from warmonitor.records import Episode, Filter, Incident
from warmonitor.store import Store


def episodes_of(store: Store, incident: Incident) -> tuple[Episode, ...]:
    """The episodes of an incident, with those of their claims that are in it."""
    inside = set(incident.claims)
    found = [episode for report in incident.texts for episode in store.episodes(report_id=report)]
    cut = [episode.model_copy(update={"claims": tuple(c for c in episode.claims if c in inside)}) for episode in found]
    return tuple(episode for episode in cut if episode.claims)


def retold(wired: Wired, incident: Incident, rule: Rule | None) -> Incident:
    """The incident with its best figures by that rule; None is that of the store."""
    if rule is None or rule == wired.figures:
        return incident
    claims = Ruled(wired.store, wired.store.rulings()).claims(ids=incident.claims)
    told = reread(episodes_of(wired.store, incident), claims, wired.happenings, rule=rule)
    if told is None:
        return incident
    return told.model_copy(update={"id": incident.id, "redirects": incident.redirects})


def known_by(wired: Wired, where: Filter, day: date, rule: Rule | None = None) -> tuple[Incident, ...]:
    """The incidents that the filter leaves, as they were known at the end of a day, latest first.

    The filter finds them by what is known now; only how their accounts stood is asked of that day.
    """
    now = wired.store.incidents(where.model_copy(update={"status": ()}))
    ids = {name for incident in now for name in (incident.id, *incident.redirects)}
    seeds = [episode for episode in wired.store.episodes(ids=ids) if _known(episode, day)]
    found = _around(wired, seeds, day, rule)
    meant = {episode.id for episode in seeds}
    then = [incident for incident in found if not meant.isdisjoint((incident.id, *incident.redirects))]
    standing = [incident for incident in then if not where.status or incident.status in where.status]
    return tuple(sorted(standing, key=_latest_first))


def _latest_first(incident: Incident) -> tuple[int, float, str]:
    """The order of a listing: by the first day, undated ones last, then by prominence and id."""
    first = incident.start or incident.end
    return (-first.toordinal() if first else 0, -incident.prominence, incident.id)


def known_of(wired: Wired, incident: Incident, day: date, rule: Rule | None = None) -> Incident | None:
    """What was known of an incident at the end of a day; None if nothing was."""
    seeds = [episode for episode in episodes_of(wired.store, incident) if _known(episode, day)]
    inside = set(incident.claims)
    then = _around(wired, seeds, day, rule) if seeds else ()
    return max(then, key=lambda found: (len(inside.intersection(found.claims)), found.prominence), default=None)


def _known(episode: Episode, day: date) -> bool:
    return episode.known is None or episode.known <= day


def _around(wired: Wired, seeds: Iterable[Episode], day: date, rule: Rule | None) -> tuple[Incident, ...]:
    rulings = wired.store.rulings()
    lookup = Ruled(wired.store, rulings)
    return known_around(
        day, seeds, lookup, rulings=rulings, happenings=wired.happenings, rule=rule or wired.figures
    )  # fmt: skip


def history(wired: Wired, incident: Incident) -> tuple[Known, ...]:
    """What was known of an incident when, a day on which a report told of it after the other."""
    days: dict[date, list[str]] = {}
    for episode in episodes_of(wired.store, incident):
        if episode.known is not None:
            days.setdefault(episode.known, []).append(episode.report_id)
    found = []
    for day in sorted(days):
        then = known_of(wired, incident, day)
        if then is not None:
            found.append(Known(day=day, reports=tuple(sorted(set(days[day]))), incident=then))
    return tuple(found)
