"""People's rulings, tombstones and releases: lists that only grow."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Column, Connection, func, insert, select

from warmonitor.errors import StoreError
from warmonitor.records import Ruling, Tombstone
from warmonitor.store.interface import Release
from warmonitor.store.schema import releases, rulings, tombstones
from warmonitor.store.texts import to_record, to_text


def append(connection: Connection, ruling: Ruling) -> None:
    """Puts a ruling at the end; the same one again changes nothing."""
    record = to_text(ruling)
    before = connection.scalar(select(rulings.c.record).where(rulings.c.ruling_id == ruling.id))
    if before == record:
        return
    if before is not None:
        raise StoreError(
            f"Ruling {ruling.id} is there already and says otherwise: a ruling is never changed, only undone."
        )
    connection.execute(
        insert(rulings).values(
            number=following(connection, rulings.c.number), ruling_id=ruling.id, claim_id=ruling.claim,
            incident_id=ruling.incident, record=record,
        )
    )  # fmt: skip


def following(connection: Connection, number: Column[int]) -> int:
    """The next number of a list."""
    return (connection.scalar(select(func.max(number))) or 0) + 1


def all_rulings(connection: Connection, claim: str | None, incident: str | None) -> tuple[Ruling, ...]:
    """Rulings as they were made."""
    asked = select(rulings.c.record).order_by(rulings.c.number)
    if claim is not None:
        asked = asked.where(rulings.c.claim_id == claim)
    if incident is not None:
        asked = asked.where(rulings.c.incident_id == incident)
    return tuple(to_record(Ruling, record) for record in connection.scalars(asked))


def all_tombstones(connection: Connection) -> tuple[Tombstone, ...]:
    """Tombstones as they were set."""
    asked = select(tombstones.c.record).order_by(tombstones.c.number)
    return tuple(to_record(Tombstone, record) for record in connection.scalars(asked))


def release(connection: Connection, made: Release) -> None:
    """Keeps a release."""
    if connection.scalar(select(releases.c.number).where(releases.c.release_id == made.id)) is not None:
        raise StoreError(f"Release {made.id} is there already: what was given out is not changed. Take another id.")
    connection.execute(
        insert(releases).values(
            number=following(connection, releases.c.number), release_id=made.id, name=made.name,
            at=made.at.isoformat(), manifest=made.manifest,
        )
    )  # fmt: skip


def all_releases(connection: Connection) -> tuple[Release, ...]:
    """Releases as they were made."""
    asked = select(releases.c.release_id, releases.c.name, releases.c.at, releases.c.manifest)
    rows = connection.execute(asked.order_by(releases.c.number))
    return tuple(Release(row.release_id, row.name, datetime.fromisoformat(row.at), row.manifest) for row in rows)
