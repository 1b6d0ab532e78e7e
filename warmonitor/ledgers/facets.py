"""What filters ask of a row: its places, days and those who take part, gathered from the claims behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from warmonitor.ledgers.briefs import Brief
from warmonitor.ledgers.places import letters
from warmonitor.ledgers.rows import CommitmentRow, ControlRow, DisplacementRow, Row, SourceRow, TollRow
from warmonitor.ledgers.sides import Side
from warmonitor.records import EventType, Party, Place, Record

Days = tuple[date | None, date | None]


class Facets(Record):
    """All that a filter compares; names are folded, lists are sorted and say everything once."""

    names: tuple[str, ...] = ()
    """Bare letters of its places and of the provinces that they lie in."""
    codes: tuple[str, ...] = ()
    """Gazetteer ids and countries of its places."""
    spots: tuple[tuple[float, float], ...] = ()
    """Latitude and longitude of its places that have them."""
    actors: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    types: tuple[EventType, ...] = ()
    statuses: tuple[str, ...] = ()
    group: Side | None = None
    """Of an incident's own toll: what the figures share that are added up."""


def facets_of(row: Row, claims: Sequence[Brief], statuses: Iterable[str | None], group: Side | None = None) -> Facets:
    """The facets of a row, the claims behind it, and how their incidents stand; `group` of an incident's own toll."""
    places = _places(row, claims)
    start, end = _days(row, claims)
    return Facets.model_construct(  # of values that are sound already
        names=_sorted(letters(name) for place in places for name in (place.name, place.admin1) if name),
        codes=_sorted(c.casefold() for place in places for c in (place.gazetteer_id, place.country) if c),
        spots=tuple(sorted({(p.lat, p.lon) for p in places if p.lat is not None and p.lon is not None})),
        actors=_sorted((*_folded(_own_actors(row)), *(party.name.casefold() for party in _taking_part(claims)))),
        sources=_sorted(_folded((*_own_sources(row), *{claim.outlet for claim in claims}))),
        start=start, end=end, types=tuple(sorted({claim.event_type for claim in claims})),
        statuses=tuple(sorted({status for status in statuses if status})), group=group,
    )  # fmt: skip


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))


def _folded(names: Iterable[str | None]) -> Iterable[str]:
    return (name.casefold() for name in names if name)


def _taking_part(claims: Iterable[Brief]) -> Iterable[Party]:
    """Each party once: those that are told alike are one object."""
    found = {id(party): party for c in claims for parties in (c.agents, c.targets, c.supporters) for party in parties}
    return found.values()


def _places(row: Row, claims: Iterable[Brief]) -> Sequence[Place]:
    place = None if isinstance(row, SourceRow) else row.place
    if place:
        return [place]
    return list({id(place): place for claim in claims for place in claim.places if place.role == "event"}.values())


def _own_actors(row: Row) -> list[str | None]:
    if isinstance(row, TollRow):
        return [row.side, row.by, row.group]
    if isinstance(row, ControlRow):
        return [row.holder, row.lost_by]
    return [row.issuer, row.addressee, *row.parties] if isinstance(row, CommitmentRow) else []


def _own_sources(row: Row) -> list[str]:
    return [row.name] if isinstance(row, SourceRow) else [*row.sources]


def _days(row: Row, claims: Iterable[Brief]) -> Days:
    if isinstance(row, TollRow | DisplacementRow):
        return row.start, row.end
    if isinstance(row, ControlRow):
        return row.start or (row.start_range or (None,))[0], row.end
    if isinstance(row, CommitmentRow):
        return row.made_on or row.expires, row.expires or row.made_on
    times = [claim.time for claim in claims if claim.time]
    return min((t.start for t in times if t.start), default=None), max((t.end for t in times if t.end), default=None)
