"""What is asked for, as conditions on the columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, or_, select
from sqlalchemy.sql.expression import ColumnCollection

from warmonitor.records import Filter
from warmonitor.store.columns import ordinal
from warmonitor.store.dialect import Dialect, Window
from warmonitor.store.regions import keys_within
from warmonitor.store.schema import claim_keys, claim_spots, claims, incident_claims, incident_keys, incidents
from warmonitor.store.wording import beginnings, key, words

Condition = ColumnElement[bool]
Columns = ColumnCollection[str, Any]


def of_incidents(where: Filter, dialect: Dialect) -> list[Condition]:
    """The conditions that an incident must fulfil."""
    own = incidents.c
    found = [*_shared(where, own), *_keyed(where, own.row, incident_keys.c)]
    if where.status:
        found.append(own.status.in_(where.status))
    if where.box is not None:
        windows = [_window(window, where, dialect) for window in _windows(where.box)]
        found.append(or_(*windows))
    if where.text is not None:
        said = select(claims.c.claim_id).where(_worded(where.text, dialect))
        found.append(own.row.in_(select(incident_claims.c.row).where(incident_claims.c.claim_id.in_(said))))
    if where.placed is not None:
        found.append(own.lat.is_not(None) if where.placed else own.lat.is_(None))
    return found


def of_claims(where: Filter, dialect: Dialect) -> list[Condition]:
    """The conditions that a claim must fulfil; its status is that of the incident that it tells of."""
    own = claims.c
    found = [*_shared(where, own), *_keyed(where, own.row, claim_keys.c)]
    if where.status:
        told = select(incident_claims.c.claim_id).join(incidents, incidents.c.row == incident_claims.c.row)
        found.append(own.claim_id.in_(told.where(incidents.c.status.in_(where.status))))
    at = claim_spots.c
    if where.box is not None:
        inside = or_(*(_inside(at, window) for window in _windows(where.box)))
        found.append(own.row.in_(select(at.row).where(inside)))
    if where.text is not None:
        found.append(_worded(where.text, dialect))
    if where.placed is not None:
        spotted = select(at.row)
        found.append(own.row.in_(spotted) if where.placed else own.row.not_in(spotted))
    return found


def _shared(where: Filter, own: Columns) -> Iterator[Condition]:
    """What claims and incidents have in common; a period asks for those that reach into it."""
    if where.types:
        yield own.event_type.in_(where.types)
    if where.since is not None:
        yield own.last_day >= ordinal(where.since)
    if where.until is not None:
        yield and_(own.first_day <= ordinal(where.until), own.first_day > 0)
    if where.dated is not None:
        yield own.first_day > 0 if where.dated else own.first_day == 0


def _keyed(where: Filter, row: ColumnElement[int], keys: Columns) -> Iterator[Condition]:
    """Names: of a place the whole, of others any words in a row."""
    for field, asked in (("actor", where.actor), ("source", where.source)):
        if asked is not None:
            wanted = key(asked)
            found = select(keys.row).where(keys.field == field, beginnings(keys.key, wanted))
            yield row.in_(found) if wanted else false()
    if where.place is not None:
        within = sorted(keys_within(where.place))
        yield row.in_(select(keys.row).where(keys.field == "place", keys.key.in_(within)))


def _worded(asked: str, dialect: Dialect) -> Condition:
    wanted = words(asked)
    return claims.c.row.in_(dialect.having_words(wanted)) if wanted else false()


def _windows(box: tuple[float, float, float, float]) -> list[Window]:
    """A box across the 180th meridian is two."""
    west, south, east, north = box
    return [box] if west <= east else [(west, south, 180.0, north), (-180.0, south, east, north)]


def _window(window: Window, where: Filter, dialect: Dialect) -> Condition:
    near: Select[Any] = dialect.within(window, ordinal(where.since), ordinal(where.until))
    return and_(incidents.c.row.in_(near), _inside(incidents.c, window))


def _inside(at: Columns, window: Window) -> Condition:
    west, south, east, north = window
    return and_(at.lon >= west, at.lon <= east, at.lat >= south, at.lat <= north)
