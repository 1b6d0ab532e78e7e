"""SQLite: one file in WAL mode; R*Tree for the map, FTS5 for words."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Float,
    Integer,
    MetaData,
    QueuePool,
    Select,
    String,
    Table,
    create_engine,
    event,
    select,
    text,
)

from warmonitor.errors import StoreError
from warmonitor.store.dialect import Dialect, Spot, Window
from warmonitor.store.inserting import insert_all

PATIENCE = 60.0  # seconds that a writer waits for another: the longest transaction is one report or one neighbourhood
LONG_PATIENCE = 600.0  # seconds that one who reconciles waits for another: a turn is some hundred reports
NEVER, ALWAYS = 0.0, 4_000_000.0  # days before and after all others, for incidents whose days are unknown
SIDES = (
    ("claims", '"row"', "rowid FROM claim_words", "claims whose words are not indexed"),
    ("claim_words", "rowid", '"row" FROM claims', "indexed words of no claim"),
    ("incidents", 'lat IS NOT NULL AND "row"', '"row" FROM incident_map', "incidents that are not on the map"),
    ("incident_map", '"row"', '"row" FROM incidents', "places on the map of no incident"),
)

_OWN = MetaData()
claim_words = Table("claim_words", _OWN, Column("rowid", Integer, primary_key=True), Column("words", String))
incident_map = Table(
    "incident_map", _OWN,
    Column("row", Integer, primary_key=True),
    *(Column(name, Float) for name in ("west", "east", "south", "north", "first_day", "last_day")),
)  # fmt: skip


class SqliteDialect(Dialect):
    """A store in one file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.where = str(path)
        self.engine = _engine(path)

    def exists(self) -> bool:
        return self._path.exists()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        with self.engine.connect() as connection:
            alone = connection.execution_options(writes=True)
            with alone.begin():
                yield alone

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def turn(self) -> Iterator[None]:
        # A lock on another, empty file: it must not keep writers of this one waiting.
        lock = sqlite3.connect(f"{self._path}-turn", timeout=LONG_PATIENCE, isolation_level=None)
        with closing(lock):
            try:
                lock.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError as wrong:
                raise StoreError(
                    f"{self.where}: another process has been reconciling for {LONG_PATIENCE:.0f} s, or "
                    f"{self.where}-turn cannot be written ({wrong}). Wait for it, or end it."
                ) from wrong
            yield

    def keep_words(self, connection: Connection, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        insert_all(connection, claim_words, [{"rowid": row, "words": " ".join(words)} for row, words in rows])

    def forget_words(self, connection: Connection, rows: Sequence[int]) -> None:
        if rows:
            connection.execute(text("DELETE FROM claim_words WHERE rowid = :row"), [{"row": row} for row in rows])

    def having_words(self, words: Sequence[str]) -> Select[Any]:
        quoted = " ".join(f'"{word}"' for word in words)
        return select(claim_words.c.rowid).where(text("claim_words MATCH :quoted").bindparams(quoted=quoted))

    def keep_spots(self, connection: Connection, spots: Sequence[Spot]) -> None:
        rows = [
            {
                "row": spot.row, "west": spot.lon, "east": spot.lon, "south": spot.lat, "north": spot.lat,
                "first_day": spot.first_day or NEVER, "last_day": spot.last_day or ALWAYS,
            }
            for spot in spots
        ]  # fmt: skip
        insert_all(connection, incident_map, rows)

    def forget_spots(self, connection: Connection, rows: Sequence[int]) -> None:
        if rows:
            connection.execute(text("DELETE FROM incident_map WHERE row = :row"), [{"row": row} for row in rows])

    def within(self, window: Window, since: int, until: int) -> Select[Any]:
        west, south, east, north = window
        at = incident_map.c
        found = select(at.row).where(at.west <= east, at.east >= west, at.south <= north, at.north >= south)
        if since:
            found = found.where(at.last_day >= since)
        return found.where(at.first_day <= until) if until else found

    def purge(self, tables: Iterable[str]) -> None:
        """FTS5 drops what was deleted only when it merges; the log holds old pages until it is cut."""
        with self.writing() as connection:
            connection.execute(text("INSERT INTO claim_words(claim_words) VALUES ('optimize')"))
        end = time.monotonic() + PATIENCE
        while True:
            with self.engine.connect() as connection:
                raw = connection.connection.dbapi_connection
                assert raw is not None
                busy, *_ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if not busy:
                return
            if time.monotonic() > end:
                raise StoreError(
                    f"{self.where}: the words are erased, but another program still reads an older state, so that "
                    f"{self.where}-wal keeps them. Close it and say `warmonitor doctor`."
                )
            time.sleep(0.2)

    def damage(self, connection: Connection) -> Iterator[str]:
        yield from (said for (said,) in connection.execute(text("PRAGMA integrity_check")) if said != "ok")
        if (said := connection.scalar(text("SELECT rtreecheck('incident_map')"))) != "ok":
            yield f"the index of the map: {said}"
        for table, key, other, said in SIDES:
            asked = f"SELECT count(*) FROM {table} WHERE {key} NOT IN (SELECT {other})"
            if number := connection.scalar(text(asked)):
                yield f"{number} {said}"
        for table, _, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
            yield f"table {table} has a row whose {parent} is missing"


def _engine(path: Path) -> Engine:
    # pysqlite would begin transactions late and never for reading; they are begun here instead (`isolation_level`).
    engine = create_engine(
        f"sqlite:///{path}",
        poolclass=QueuePool, pool_size=5, max_overflow=50,
        connect_args={"timeout": PATIENCE, "check_same_thread": False, "isolation_level": None},
    )  # fmt: skip
    event.listen(engine, "connect", _connected)
    event.listen(engine, "begin", _began)
    return engine


def _connected(connection: sqlite3.Connection, _: object) -> None:
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("PRAGMA cache_size = -64000")


def _began(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")
