"""Which rows a filter leaves."""

from __future__ import annotations

from datetime import date

from warmonitor.ledgers.known import Known
from warmonitor.ledgers.places import letters
from warmonitor.ledgers.rows import CommitmentRow, ControlRow, DisplacementRow, Row, SourceRow, TollRow
from warmonitor.records import Claim, Filter, Place


def matches(row: Row, where: Filter, known: Known) -> bool:
    """Whether a row is asked for: its place, its days, those who take part, and the claims behind it."""
    claims = [claim for name in row.claims if (claim := known.claim(name))]
    return (
        (where.place is None or any(_named(place, where.place) for place in _places(row, claims)))
        and (where.box is None or any(_inside(place, where.box) for place in _places(row, claims)))
        and (where.actor is None or any(_says(name, where.actor) for name in _actors(row, claims)))
        and (where.source is None or any(_says(name, where.source) for name in _sources(row, claims, known)))
        and _in_days(_days(row, claims), where)
        and (where.dated is None or where.dated == (_days(row, claims) != (None, None)))
        and (where.placed is None or where.placed == any(place.lat is not None for place in _places(row, claims)))
        and (not where.types or any(claim.event_type in where.types for claim in claims))
        and (not where.status or any(known.statuses.get(name) in where.status for name in row.incidents))
        and (where.text is None or any(_says(claim.evidence.text, where.text) for claim in claims))
    )


def _places(row: Row, claims: list[Claim]) -> list[Place]:
    place = None if isinstance(row, SourceRow) else row.place
    return [place] if place else [place for claim in claims for place in claim.places if place.role == "event"]


def _named(place: Place, asked: str) -> bool:
    """Whether the place, or what it lies in, has this name or gazetteer id."""
    if asked.casefold() in ((place.gazetteer_id or "").casefold(), (place.country or "").casefold()):
        return True
    return letters(asked) in {letters(name) for name in (place.name, place.admin1) if name}


def _inside(place: Place, box: tuple[float, float, float, float]) -> bool:
    west, south, east, north = box
    if place.lat is None or place.lon is None or not south <= place.lat <= north:
        return False
    return west <= place.lon <= east if west <= east else place.lon >= west or place.lon <= east


def _actors(row: Row, claims: list[Claim]) -> list[str]:
    own: list[str | None] = []
    if isinstance(row, TollRow):
        own = [row.side, row.by, row.group]
    elif isinstance(row, ControlRow):
        own = [row.holder, row.lost_by]
    elif isinstance(row, CommitmentRow):
        own = [row.issuer, row.addressee, *row.parties]
    parties = [party.name for claim in claims for party in (*claim.agents, *claim.targets, *claim.supporters)]
    return [name for name in (*own, *parties) if name]


def _sources(row: Row, claims: list[Claim], known: Known) -> list[str]:
    own = [row.name] if isinstance(row, SourceRow) else [*row.sources]
    outlets = [origin.outlet for claim in claims if (origin := known.origins.get(claim.report_id)) and origin.outlet]
    return [*own, *outlets]


def _days(row: Row, claims: list[Claim]) -> tuple[date | None, date | None]:
    if isinstance(row, TollRow | DisplacementRow):
        return row.start, row.end
    if isinstance(row, ControlRow):
        return row.start or (row.start_range or (None,))[0], row.end
    if isinstance(row, CommitmentRow):
        return row.made_on or row.expires, row.expires or row.made_on
    times = [claim.time for claim in claims if claim.time]
    return min((t.start for t in times if t.start), default=None), max((t.end for t in times if t.end), default=None)


def _in_days(days: tuple[date | None, date | None], where: Filter) -> bool:
    """Whether the row's days touch those asked for; an open end reaches on, a row without a day is in no period."""
    if where.since is None and where.until is None:
        return True
    start, end = days
    if start is None and end is None:
        return False
    return not ((where.since and end and end < where.since) or (where.until and start and start > where.until))


def _says(words: str, asked: str) -> bool:
    return asked.casefold() in words.casefold()
