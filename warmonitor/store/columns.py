"""What of a record stands in columns, so that filters need not read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from warmonitor.records import Claim, Episode, Incident, Kept, Party, Place
from warmonitor.store.interface import Outline
from warmonitor.store.wording import keys_of, tails_of

Keys = Iterator[tuple[str, str]]


def ordinal(day: date | None) -> int:
    """A day as a number; 0 where none is known."""
    return day.toordinal() if day else 0


def days(start: date | None, end: date | None) -> tuple[int, int]:
    """First and last day; a time with one end known is that day."""
    return ordinal(start or end), ordinal(end or start)


def outline(incident: Incident) -> Outline:
    """What filters, maps and timelines look at; an incident with half a position has none."""
    first, last = days(incident.start, incident.end)
    place, killed = incident.place, incident.killed
    lat, lon = (place.lat, place.lon) if place else (None, None)
    if lat is None or lon is None:
        lat = lon = None
    return Outline(
        incident.id, first, last, incident.event_type, incident.status, lat, lon, place.radius_km if place else None,
        place.precision if place else None, killed.best if killed else None, incident.prominence,
    )  # fmt: skip


def known(kept: Kept, episodes: Iterable[Episode] = ()) -> int:
    """The day from which a version was known: its own date as reading found it, else the day on which it was added."""
    own = kept.report.published or max((e.known for e in episodes if e.known), default=None)
    return ordinal(own or kept.added.date())


def of_claim(claim: Claim, outlet: str | None) -> Keys:
    """The keys under which a claim is found: `(field, key)`."""
    parties = (*claim.agents, *claim.targets, *claim.supporters)
    source = (claim.claimant.name, claim.claimant.as_written.text if claim.claimant.as_written else None)
    yield from (("actor", found) for found in _of_parties(parties))
    yield from (("source", found) for found in tails_of((*source, *claim.claimant.chain, outlet)))
    yield from (("place", found) for found in _of_places(claim.places))


def of_incident(incident: Incident, outlets: Iterable[str | None]) -> Keys:
    """The keys under which an incident is found; `outlets` are those of its reports."""
    claimants = (name for account in incident.accounts for name in account.claimants)
    yield from (("actor", found) for found in _of_parties((*incident.agents, *incident.targets)))
    yield from (("source", found) for found in tails_of((*claimants, *outlets)))
    yield from (("place", found) for found in _of_places((incident.place,) if incident.place else ()))


def _of_parties(parties: Iterable[Party]) -> set[str]:
    return tails_of(name for p in parties for name in (p.name, p.as_written.text if p.as_written else None))


def _of_places(places: Iterable[Place]) -> set[str]:
    return keys_of(
        name
        for place in places
        for written in (place.as_written.text if place.as_written else None,)
        for name in (place.name, written, place.admin1, place.country, place.gazetteer_id)
    )
