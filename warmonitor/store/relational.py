"""The store in a relational database: each method is one transaction around what its question's file does."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DatabaseError

from warmonitor.errors import StoreError
from warmonitor.records import Claim, Episode, Filter, Incident, Kept, Report, Ruling, Tombstone
from warmonitor.store import asking, checking, drawn, erasing, keeping, migrating, people, reading, settling, written
from warmonitor.store.dialect import Dialect
from warmonitor.store.interface import (
    Change,
    Counts,
    DrawnLine,
    Outlines,
    Provenance,
    Put,
    Release,
    Seen,
    Store,
    Written,
)
from warmonitor.store.schema import claims, documents, incidents, reports, rulings


class RelationalStore(Store):
    """SQLite or PostgreSQL behind a dialect."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._ready = False
        self._stamps: dict[str, int] = {}
        self._stills = threading.local()

    @contextmanager
    def still(self) -> Iterator[None]:
        with self._reading() as connection:
            before, self._stills.connection = getattr(self._stills, "connection", None), connection
            try:
                yield
            finally:
                self._stills.connection = before

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        held: Connection | None = getattr(self._stills, "connection", None)
        if held is not None:
            yield held
            return
        self._check_schema()
        with self._in_words(), self._dialect.reading() as connection:
            yield connection

    @contextmanager
    def _writing(self, record: bool = True) -> Iterator[Connection]:
        """`record` is False of what changes neither reports nor claims nor incidents."""
        self._check_schema()
        with self._in_words(), self._dialect.writing() as connection:
            yield connection
            if record:
                drawn.turn_over(connection)

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        """What the database cannot do, said to the person at the keyboard."""
        try:
            yield
        except DatabaseError as wrong:
            mend = "If it is no store, name another; if it is damaged, take a copy of it from before."
            raise StoreError(f"{self._dialect.where}: the database says: {wrong.orig}. {mend}") from wrong

    def _check_schema(self) -> None:
        """Once: a store that is not there, empty, or of another schema is said before anything fails on it."""
        if self._ready:
            return
        where = self._dialect.where
        if not self._dialect.exists():
            raise StoreError(f"{where}: there is no store. Say `warmonitor init` to make one.")
        with self._in_words(), self._dialect.reading() as connection:
            found = migrating.present(connection)
        if not found:
            raise StoreError(f"{where}: this is no store of warmonitor yet. Say `warmonitor init` to make it one.")
        needed = migrating.newest()
        if found < needed:
            raise StoreError(
                f"{where}: an older warmonitor made this store (schema {found}, this one needs {needed}). Take a copy "
                f"of it, then say `warmonitor init --store {where}`: it brings it up to date and keeps all that it has."
            )
        if found > needed:
            raise StoreError(
                f"{where}: a newer warmonitor made this store (schema {found}, this one knows {needed}). Take that one."
            )
        self._ready = True

    # Reports and their claims.
    def standing(self, report: Report, coder: str) -> Put:
        with self._reading() as connection:
            return keeping.standing(connection, report, coder)[0]

    def put(
        self,
        kept: Kept,
        claims: Sequence[Claim],
        episodes: Sequence[Episode] = (),
        signature: Sequence[int] = (),
        bands: Sequence[str] = (),
    ) -> Put:
        with self._writing() as connection:
            return keeping.put(connection, self._dialect, kept, claims, episodes, signature, bands)

    def report(self, report_id: str, version: int | None = None) -> Kept | None:
        with self._reading() as connection:
            return reading.report(connection, report_id, version)

    def versions(self, report_id: str) -> tuple[Kept, ...]:
        with self._reading() as connection:
            return reading.versions(connection, report_id)

    def reports(self, as_of: date | None = None) -> Iterator[Kept]:
        self._check_schema()
        with self._dialect.streaming() as connection:
            yield from reading.all_reports(connection, as_of)

    def provenance(self) -> tuple[Provenance, ...]:
        with self._reading() as connection:
            return reading.provenance(connection)

    def coders(self) -> dict[str, int]:
        with self._reading() as connection:
            return reading.coders(connection)

    def claim(self, claim_id: str) -> Claim | None:
        with self._reading() as connection:
            return reading.claim(connection, claim_id)

    def claims(
        self,
        *,
        ids: Iterable[str] | None = None,
        report_id: str | None = None,
        version: int | None = None,
        where: Filter | None = None,
        as_of: date | None = None,
        below: float | None = None,
    ) -> Iterator[Claim]:
        asked = reading.Asked(report_id, version, where, as_of, below)
        if ids is None:
            self._check_schema()
            with self._dialect.streaming() as connection:
                yield from reading.all_claims(connection, self._dialect, asked)
        else:
            with self._reading() as connection:
                found = reading.claims_by_id(connection, self._dialect, ids, asked)
            yield from found

    def claim_ids(self, below: float | None = None, where: Filter | None = None) -> Iterator[tuple[str, float]]:
        self._check_schema()
        with self._dialect.streaming() as connection:
            yield from reading.claim_ids(connection, self._dialect, below, where)

    def coded_of(self, ids: Iterable[str]) -> dict[str, tuple[str, float]]:
        with self._reading() as connection:
            return reading.coded_of(connection, ids)

    def count_claims(self, below: float | None = None) -> int:
        with self._reading() as connection:
            return reading.count_claims(connection, below)

    # Reconciling.
    @contextmanager
    def turn(self) -> Iterator[None]:
        self._check_schema()
        with self._dialect.turn():
            yield

    def pending(self) -> tuple[str, ...]:
        with self._reading() as connection:
            self._stamps = dict(reading.pending(connection))
        return tuple(self._stamps)

    def episodes(self, *, ids: Iterable[str] | None = None, report_id: str | None = None) -> tuple[Episode, ...]:
        with self._reading() as connection:
            if ids is None:
                return reading.all_episodes(connection, report_id)
            return reading.episodes_by_id(connection, ids, report_id)

    def neighbours(self, keys: Iterable[str]) -> tuple[Episode, ...]:
        with self._reading() as connection:
            return reading.neighbours(connection, keys)

    def signatures(self, bands: Iterable[str]) -> dict[str, tuple[int, ...]]:
        with self._reading() as connection:
            return reading.signatures(connection, bands)

    def incidents_of(self, episode_ids: Iterable[str]) -> tuple[Incident, ...]:
        with self._reading() as connection:
            return asking.incidents_of(connection, episode_ids)

    def incidents_with(self, report_ids: Iterable[str]) -> tuple[Incident, ...]:
        with self._reading() as connection:
            return asking.incidents_with(connection, report_ids)

    def settle(self, report_ids: Iterable[str], change: Change) -> None:
        stamps = {name: self._stamps.pop(name, None) for name in report_ids}
        with self._writing() as connection:
            settling.settle(connection, self._dialect, stamps, change)

    # Incidents.
    def incident(self, incident_id: str) -> Incident | None:
        with self._reading() as connection:
            return asking.incident(connection, incident_id)

    def incidents(self, where: Filter, *, limit: int | None = None, offset: int = 0) -> tuple[Incident, ...]:
        with self._reading() as connection:
            return asking.all_incidents(connection, self._dialect, where, limit, offset)

    def incident_ids(self, where: Filter, *, limit: int | None = None) -> tuple[str, ...]:
        with self._reading() as connection:
            return asking.incident_ids(connection, self._dialect, where, limit)

    def count(self, where: Filter) -> int:
        with self._reading() as connection:
            return asking.count(connection, self._dialect, where)

    def outlines(self, since: int | None = None) -> Outlines:
        with self._reading() as connection:
            return asking.outlines(connection, since)

    # Ledgers.
    @contextmanager
    def written(self, since: Seen | None = None) -> Iterator[Written]:
        self._check_schema()
        with self._in_words(), self._dialect.streaming() as connection:
            yield written.written(connection, since)

    def edition(self) -> int:
        with self._reading() as connection:
            return drawn.number(connection)

    def drawn(self, name: str, state: str) -> tuple[DrawnLine, ...] | None:
        with self._reading() as connection:
            return drawn.drawn(connection, name, state)

    def keep_drawn(self, name: str, state: str, edition: int, lines: Sequence[DrawnLine]) -> bool:
        with self._writing(record=False) as connection:
            return drawn.keep(connection, name, state, edition, lines)

    # People.
    def rule(self, ruling: Ruling) -> None:
        with self._writing(record=False) as connection:
            people.append(connection, ruling)

    def rulings(self, *, claim: str | None = None, incident: str | None = None) -> tuple[Ruling, ...]:
        with self._reading() as connection:
            return people.all_rulings(connection, claim, incident)

    def erase(self, tombstone: Tombstone) -> int:
        with self._writing() as connection:
            rows = erasing.erase(connection, self._dialect, tombstone)
        self._dialect.purge(erasing.TABLES)
        return rows

    def tombstones(self) -> tuple[Tombstone, ...]:
        with self._reading() as connection:
            return people.all_tombstones(connection)

    # Releases.
    def release(self, release: Release) -> None:
        with self._writing(record=False) as connection:
            people.release(connection, release)

    def releases(self) -> tuple[Release, ...]:
        with self._reading() as connection:
            return people.all_releases(connection)

    # The store itself.
    def migrate(self) -> tuple[str, ...]:
        self._dialect.exists()  # a server that does not answer says so itself
        with self._in_words(), self._dialect.writing() as connection:
            self._dialect.prepare(connection)
            if taken := migrating.migrate(connection):
                drawn.turn_over(connection)
            return taken

    def counts(self) -> Counts:
        with self._reading() as connection:

            def number(table: object, *where: object) -> int:
                return connection.scalar(select(func.count()).select_from(table).where(*where)) or 0  # type: ignore[arg-type]

            return Counts(
                reports=number(reports),
                versions=number(documents),
                claims=number(
                    claims.join(reports, claims.c.report_id == reports.c.report_id),
                    claims.c.version == reports.c.newest,
                ),
                incidents=number(incidents),
                rulings=number(rulings),
                pending=number(reports, reports.c.pending),
                redacted=number(documents, documents.c.redacted),
                schema=migrating.present(connection),
                where=self._dialect.where,
            )

    def check(self) -> tuple[str, ...]:
        try:
            with self._reading() as connection:
                return tuple(checking.check(connection, self._dialect))
        except StoreError as wrong:
            return (str(wrong),)

    def close(self) -> None:
        self._dialect.engine.dispose()
