"""Records as they are written, for those who hold all of them: everything, or what changed since they last looked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, Table, func, select

from warmonitor.store import changes
from warmonitor.store.drawn import number
from warmonitor.store.interface import Seen, Written
from warmonitor.store.people import all_rulings
from warmonitor.store.reading import provenance, some
from warmonitor.store.schema import claims, incident_records, incidents, reports, rulings, tombstones

_CLAIMS = select(claims.c.record).join(
    reports, (reports.c.report_id == claims.c.report_id) & (reports.c.newest == claims.c.version)
)
_INCIDENTS = select(incident_records.c.record).join(incidents)


def written(connection: Connection, since: Seen | None) -> Written:
    """What there is, or what changed; read as it is gone through, as long as the transaction lasts."""
    now = Seen(number(connection), _count(connection, tombstones), _count(connection, rulings))
    if now == since:
        return Written(now)
    made = all_rulings(connection, None, None)
    if since is None or since.erasures != now.erasures or since.edition > now.edition:  # erasing touches anything
        told, found = connection.scalars(_CLAIMS), connection.scalars(_INCIDENTS)
        return Written(now, told, None, found, None, provenance(connection), made)
    # A report bears the edition before the one that it was put in.
    put = tuple(connection.scalars(select(reports.c.report_id).where(reports.c.stamp >= since.edition)))
    claims_of, origins = _some(connection, put), provenance(connection) if put else ()
    changed = changes.since(connection, since.edition)
    if changed is None:
        return Written(now, claims_of, put, connection.scalars(_INCIDENTS), None, origins, made)
    left: dict[str, str] = {}
    for handful in some(changed):
        own = incidents.c.incident_id
        left |= {
            row.incident_id: row.record
            for row in connection.execute(_INCIDENTS.add_columns(own).where(own.in_(handful)))
        }
    return Written(now, claims_of, put, left.values(), frozenset(changed).difference(left), origins, made)


def _count(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0


def _some(connection: Connection, names: Iterable[str]) -> Iterator[str]:
    """The claims of these reports."""
    for handful in some(names):
        yield from connection.scalars(_CLAIMS.where(claims.c.report_id.in_(handful)))
