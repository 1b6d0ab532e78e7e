"""What filters ask of a row: its places, days and those who take part, gathered once from the claims behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from warmonitor.ledgers.known import Known
from warmonitor.ledgers.places import letters
from warmonitor.ledgers.rows import CommitmentRow, ControlRow, DisplacementRow, Row, SourceRow, TollRow
from warmonitor.ledgers.sides import Side
from warmonitor.records import Claim, EventType, Place, Record

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


class Gathering:
    """Makes the facets of rows; what it has found of a claim it keeps, for a claim stands behind several rows."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._actors: dict[str, tuple[str, ...]] = {}

    def of(self, row: Row, group: Side | None = None) -> Facets:
        """The facets of a row; `group` of an incident's own toll."""
        claims = [claim for name in row.claims if (claim := self._known.claim(name))]
        places = _places(row, claims)
        start, end = _days(row, claims)
        statuses = {status for name in row.incidents if (status := self._known.statuses.get(name))}
        return Facets(
            names=_sorted(letters(name) for place in places for name in (place.name, place.admin1) if name),
            codes=_sorted(c.casefold() for place in places for c in (place.gazetteer_id, place.country) if c),
            spots=tuple(sorted({(p.lat, p.lon) for p in places if p.lat is not None and p.lon is not None})),
            actors=_sorted((*_folded(_own_actors(row)), *(name for c in claims for name in self._taking_part(c)))),
            sources=_sorted(_folded([*_own_sources(row), *(self._outlet(claim) for claim in claims)])),
            start=start, end=end, types=tuple(sorted({claim.event_type for claim in claims})),
            statuses=tuple(sorted(statuses)), group=group,
        )  # fmt: skip

    def _taking_part(self, claim: Claim) -> tuple[str, ...]:
        found = self._actors.get(claim.id)
        if found is None:
            parties = (*claim.agents, *claim.targets, *claim.supporters)
            found = self._actors[claim.id] = tuple(party.name.casefold() for party in parties)
        return found

    def _outlet(self, claim: Claim) -> str | None:
        origin = self._known.origins.get(claim.report_id)
        return origin.outlet if origin else None


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))


def _folded(names: Iterable[str | None]) -> Iterable[str]:
    return (name.casefold() for name in names if name)


def _places(row: Row, claims: Sequence[Claim]) -> list[Place]:
    place = None if isinstance(row, SourceRow) else row.place
    return [place] if place else [place for claim in claims for place in claim.places if place.role == "event"]


def _own_actors(row: Row) -> list[str | None]:
    if isinstance(row, TollRow):
        return [row.side, row.by, row.group]
    if isinstance(row, ControlRow):
        return [row.holder, row.lost_by]
    return [row.issuer, row.addressee, *row.parties] if isinstance(row, CommitmentRow) else []


def _own_sources(row: Row) -> list[str]:
    return [row.name] if isinstance(row, SourceRow) else [*row.sources]


def _days(row: Row, claims: Sequence[Claim]) -> Days:
    if isinstance(row, TollRow | DisplacementRow):
        return row.start, row.end
    if isinstance(row, ControlRow):
        return row.start or (row.start_range or (None,))[0], row.end
    if isinstance(row, CommitmentRow):
        return row.made_on or row.expires, row.expires or row.made_on
    times = [claim.time for claim in claims if claim.time]
    return min((t.start for t in times if t.start), default=None), max((t.end for t in times if t.end), default=None)
