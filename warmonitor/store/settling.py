"""What reconciling found, written: incidents, their columns, and where the ids of those that are no more lead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, bindparam, delete, func, select, update

from warmonitor.records import Incident
from warmonitor.store import changes
from warmonitor.store.columns import of_incident, outline
from warmonitor.store.dialect import Dialect, Spot
from warmonitor.store.inserting import insert_all
from warmonitor.store.interface import Change
from warmonitor.store.reading import some
from warmonitor.store.schema import (
    documents,
    incident_claims,
    incident_keys,
    incident_records,
    incident_reports,
    incidents,
    redirects,
    reports,
)
from warmonitor.store.texts import to_record, to_text


def settle(connection: Connection, dialect: Dialect, stamps: Mapping[str, int | None], change: Change) -> None:
    """Writes the change; `stamps` tells for each report the state that was reconciled, None for whichever it is."""
    gone = tuple(name for name in change.gone if name not in {incident.id for incident in change.written})
    left = _redirected(connection, gone, change.written)
    forget(connection, dialect, (*gone, *(incident.id for incident in change.written)))
    write(connection, dialect, change.written)
    _lead(connection, change.written, left)
    for handful in some(name for name in gone if name not in left):
        lost = redirects.c.incident_id.in_(handful)
        connection.execute(
            delete(redirects).where(lost, redirects.c.incident_id.not_in(select(incidents.c.incident_id)))
        )
    for report_id, stamp in stamps.items():
        mine = update(reports).where(reports.c.report_id == report_id)
        connection.execute((mine if stamp is None else mine.where(reports.c.stamp == stamp)).values(pending=False))


def forget(connection: Connection, dialect: Dialect, ids: Iterable[str]) -> None:
    """Takes incidents out, with all that is indexed of them, and notes that they are changed."""
    ids = tuple(dict.fromkeys(ids))
    changes.note(connection, ids)
    for handful in some(ids):
        rows = list(connection.scalars(select(incidents.c.row).where(incidents.c.incident_id.in_(handful))))
        dialect.forget_spots(connection, rows)
        connection.execute(delete(incidents).where(incidents.c.row.in_(rows)))


def write(connection: Connection, dialect: Dialect, written: Sequence[Incident]) -> None:
    """Puts incidents in that `forget` was told of before, and that are not there."""
    if not written:
        return
    first = (connection.scalar(select(func.max(incidents.c.row))) or 0) + 1
    numbered = list(enumerate(written, first))
    insert_all(connection, incidents, [_columns(row, incident) for row, incident in numbered])
    records = [{"row": row, "record": to_text(incident)} for row, incident in numbered]
    insert_all(connection, incident_records, records)
    outlets = _outlets(connection, written)
    insert_all(
        connection, incident_keys,
        [
            {"row": row, "field": field, "key": key}
            for row, incident in numbered
            for field, key in of_incident(incident, (outlets.get(name) for name in incident.texts))
        ],
    )  # fmt: skip
    told = [{"row": row, "claim_id": claim} for row, incident in numbered for claim in dict.fromkeys(incident.claims)]
    insert_all(connection, incident_claims, told)
    by = [{"row": row, "report_id": name} for row, incident in numbered for name in dict.fromkeys(incident.texts)]
    insert_all(connection, incident_reports, by)
    dialect.keep_spots(connection, [spot for row, incident in numbered for spot in _spot(row, incident)])


def _columns(row: int, incident: Incident) -> dict[str, object]:
    held = outline(incident)._asdict()
    return {"row": row, "incident_id": held.pop("id"), **held}


def _spot(row: int, incident: Incident) -> Iterable[Spot]:
    seen = outline(incident)
    if seen.lat is not None and seen.lon is not None:
        yield Spot(row, seen.lat, seen.lon, seen.first_day, seen.last_day)


def _outlets(connection: Connection, written: Iterable[Incident]) -> dict[str, str | None]:
    """Outlets of the reports behind these incidents."""
    asked = select(documents.c.report_id, documents.c.outlet).join(reports)
    asked = asked.where(documents.c.version == reports.c.newest)
    return {
        row.report_id: row.outlet
        for handful in some(name for incident in written for name in incident.texts)
        for row in connection.execute(asked.where(documents.c.report_id.in_(handful)))
    }


def _redirected(connection: Connection, gone: Sequence[str], written: Sequence[Incident]) -> dict[str, str]:
    """Where the incidents that are gone lead, if no written incident says that they are in it."""
    said = {old for incident in written for old in incident.redirects}
    holders: dict[str, list[str]] = {}
    for incident in written:
        for claim in incident.claims:
            holders.setdefault(claim, []).append(incident.id)
    found = {}
    for handful in some(name for name in gone if name not in said):
        asked = select(incident_records.c.record).join(incidents).where(incidents.c.incident_id.in_(handful))
        for record in connection.scalars(asked):
            old = to_record(Incident, record)
            if target := _heir(old, holders):
                found[old.id] = target
    return found


def _heir(old: Incident, holders: Mapping[str, list[str]]) -> str | None:
    if old.claims and (first := holders.get(old.claims[0])):
        return min(first)
    shared: dict[str, int] = {}
    for claim in old.claims:
        for name in holders.get(claim, ()):
            shared[name] = shared.get(name, 0) + 1
    return min(shared, key=lambda name: (-shared[name], name)) if shared else None


def _lead(connection: Connection, written: Sequence[Incident], left: Mapping[str, str]) -> None:
    """Ids lead to the incident itself, never to another redirect."""
    leads = {**left, **{old: incident.id for incident in written for old in incident.redirects}}
    live = {incident.id for incident in written}
    leads = {old: new for old, new in leads.items() if old not in live}
    for handful in some((*leads, *live)):
        connection.execute(delete(redirects).where(redirects.c.old_id.in_(handful)))
    if leads:
        onward = (
            update(redirects).where(redirects.c.incident_id == bindparam("old")).values(incident_id=bindparam("new"))
        )
        connection.execute(onward, [{"old": old, "new": new} for old, new in leads.items()])
    insert_all(connection, redirects, [{"old_id": old, "incident_id": new} for old, new in leads.items()])
