"""Incidents out of the store."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Select, false, func, select

from warmonitor.records import Filter, Incident
from warmonitor.store import changes
from warmonitor.store.dialect import Dialect
from warmonitor.store.drawn import number
from warmonitor.store.filtering import of_incidents
from warmonitor.store.interface import Outline, Outlines
from warmonitor.store.reading import beginning, some
from warmonitor.store.schema import incident_records, incident_reports, incidents, redirects
from warmonitor.store.texts import to_record

_OUTLINE = select(*(incidents.c[name] for name in ("incident_id", *Outline._fields[1:])))
ORDER = (incidents.c.last_day.desc(), incidents.c.prominence.desc(), incidents.c.incident_id)


def incident(connection: Connection, name: str) -> Incident | None:
    """An incident by id, by one that leads to it, or by a beginning of either that leads to one only."""
    if not name:
        return None
    own, old = incidents.c.incident_id, redirects.c.old_id
    ids = _ids(connection, own == name, false()) or _ids(connection, false(), old == name)
    ids = ids or _ids(connection, beginning(own, name), beginning(old, name))
    if len(ids) != 1:
        return None
    record = connection.scalar(select(incident_records.c.record).join(incidents).where(own == ids.pop()))
    return to_record(Incident, record) if record else None


def _ids(connection: Connection, own: Any, led: Any) -> set[str]:
    """Up to two of each; more than one is one too many."""
    found = set(connection.scalars(select(incidents.c.incident_id).where(own).limit(2)))
    return found | set(connection.scalars(select(redirects.c.incident_id).where(led).distinct().limit(2)))


def all_incidents(
    connection: Connection, dialect: Dialect, where: Filter, limit: int | None, offset: int
) -> tuple[Incident, ...]:
    """Incidents in order: first which, from columns alone, then the records of those."""
    asked = _asked(select(incidents.c.row), where, dialect).order_by(*ORDER)
    if limit is not None or offset:
        # SQLite takes an offset only after a limit.
        asked = asked.limit(limit if limit is not None else 2**62).offset(offset)
    rows = list(connection.scalars(asked))
    found = {
        row.row: row.record
        for handful in some(rows)
        for row in connection.execute(select(incident_records).where(incident_records.c.row.in_(handful)))
    }
    return tuple(to_record(Incident, found[row]) for row in rows)


def incident_ids(connection: Connection, dialect: Dialect, where: Filter, limit: int | None) -> tuple[str, ...]:
    """Ids of incidents in order."""
    asked = _asked(select(incidents.c.incident_id), where, dialect).order_by(*ORDER).limit(limit)
    return tuple(row[0] for row in connection.execute(asked).all())


def count(connection: Connection, dialect: Dialect, where: Filter) -> int:
    """How many there are."""
    return connection.scalar(_asked(select(func.count()).select_from(incidents), where, dialect)) or 0


def outlines(connection: Connection, since: int | None) -> Outlines:
    """All incidents in outline, or those that changed after an edition."""
    now = number(connection)
    changed = None if since is None else changes.since(connection, since)
    if changed is None:
        return Outlines(now, True, tuple(map(Outline._make, connection.execute(_OUTLINE).all())), frozenset())
    found = tuple(
        Outline._make(row)
        for handful in some(changed)
        for row in connection.execute(_OUTLINE.where(incidents.c.incident_id.in_(handful)))
    )
    return Outlines(now, False, found, frozenset(changed).difference(outline.id for outline in found))


def incidents_of(connection: Connection, ids: Iterable[str]) -> tuple[Incident, ...]:
    """Incidents with one of these ids, own or led from, by id."""
    found: dict[str, str] = {}
    own = incidents.c
    for handful in some(ids):
        # Asked apart: of "one of these, or led to by one of these" PostgreSQL makes a walk over all incidents.
        led = connection.scalars(select(redirects.c.incident_id).where(redirects.c.old_id.in_(handful)))
        _into(found, connection, own.incident_id.in_({*handful, *led}))
    return _in_order(found)


def incidents_with(connection: Connection, report_ids: Iterable[str]) -> tuple[Incident, ...]:
    """Incidents with one of these reports, by id."""
    found: dict[str, str] = {}
    for handful in some(report_ids):
        rows = select(incident_reports.c.row).where(incident_reports.c.report_id.in_(handful))
        _into(found, connection, incidents.c.row.in_(rows))
    return _in_order(found)


def _into(found: dict[str, str], connection: Connection, condition: Any) -> None:
    asked = select(incidents.c.incident_id, incident_records.c.record).join(incident_records).where(condition)
    found.update((row.incident_id, row.record) for row in connection.execute(asked))


def _in_order(found: dict[str, str]) -> tuple[Incident, ...]:
    return tuple(to_record(Incident, found[name]) for name in sorted(found))


def _asked(asked: Select[Any], where: Filter, dialect: Dialect) -> Select[Any]:
    return asked.where(*of_incidents(where, dialect))
