"""Which incidents a change of the record touched, so that who holds them need not read all of them again."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, select

from warmonitor.store.drawn import number
from warmonitor.store.inserting import insert_all
from warmonitor.store.schema import incident_changes

KEPT = 200  # editions that are looked back on: minutes of adding reports; beyond them, reading all is as quick


def note(connection: Connection, ids: Iterable[str]) -> None:
    """Notes that these incidents are changed, made or gone in the edition that is being written."""
    writing = number(connection) + 1
    connection.execute(delete(incident_changes).where(incident_changes.c.edition <= writing - KEPT))
    insert_all(connection, incident_changes, [{"edition": writing, "incident_id": name} for name in ids])


def since(connection: Connection, edition: int) -> tuple[str, ...] | None:
    """The incidents that were touched after an edition, by id; None if that is too long ago to tell."""
    now = number(connection)
    if not now - KEPT < edition <= now:
        return None
    own = incident_changes.c
    asked = select(own.incident_id).where(own.edition > edition).distinct()
    return tuple(connection.scalars(asked.order_by(own.incident_id)))
