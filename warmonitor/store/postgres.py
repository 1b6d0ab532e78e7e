"""PostgreSQL with PostGIS: a geometry for the map, lexemes with a GIN index for words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Integer,
    MetaData,
    Select,
    String,
    Table,
    any_,
    cast,
    create_engine,
    delete,
    func,
    literal,
    make_url,
    select,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, TSQUERY, TSVECTOR
from sqlalchemy.exc import ArgumentError, NotSupportedError, OperationalError, ProgrammingError

from warmonitor.errors import StoreError
from warmonitor.store.dialect import Dialect, Spot, Window

ALONE = 0x7761726D  # any number that no other program's advisory locks use
TURN = ALONE + 1
LONG_PATIENCE = 600  # seconds that one who reconciles waits for another: a turn is some hundred reports
PATIENCE = 60  # seconds to wait for readers before a table is written anew

_OWN = MetaData()
claim_words = Table("claim_words", _OWN, Column("row", Integer, primary_key=True), Column("words", TSVECTOR))
incident_map = Table(
    "incident_map", _OWN,
    Column("row", Integer, primary_key=True), Column("first_day", Integer), Column("last_day", Integer),
    Column("spot", String),
)  # fmt: skip


class PostgresDialect(Dialect):
    """A store in a database of a PostgreSQL server."""

    def __init__(self, address: str) -> None:
        try:
            url = make_url(address).set(drivername="postgresql+psycopg")
        except ArgumentError as wrong:
            raise StoreError(f"{address}: no address of a database. Write postgresql://user@host:5432/name.") from wrong
        self.where = url.set(drivername="postgresql").render_as_string(hide_password=True)
        self.engine = _engine(url.render_as_string(hide_password=False))

    def exists(self) -> bool:
        try:
            with self.engine.connect():
                return True
        except OperationalError as wrong:
            said = " ".join(str(wrong.orig).split())
            raise StoreError(f"{self.where}: PostgreSQL does not answer: {said}") from wrong

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        with self.engine.begin() as connection:
            # Read committed: what is read after the lock is what the writer before has left.
            connection.execute(select(func.pg_advisory_xact_lock(ALONE)))
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with self.engine.connect() as connection:
            still = connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            with still.begin():
                yield still

    @contextmanager
    def turn(self) -> Iterator[None]:
        with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text(f"SET lock_timeout = '{LONG_PATIENCE}s'"))
            try:
                connection.execute(select(func.pg_advisory_lock(TURN)))
            except OperationalError as wrong:
                raise StoreError(
                    f"{self.where}: another process has been reconciling for {LONG_PATIENCE} s. Wait for it, or end it."
                ) from wrong
            finally:
                connection.execute(text("RESET lock_timeout"))
            try:
                yield
            finally:
                connection.execute(select(func.pg_advisory_unlock(TURN)))

    def prepare(self, connection: Connection) -> None:
        if connection.scalar(text("SELECT 1 FROM pg_extension WHERE extname = 'postgis'")):
            return
        try:
            with connection.begin_nested():
                connection.execute(text("CREATE EXTENSION postgis"))
        except (ProgrammingError, OperationalError, NotSupportedError) as wrong:
            said = " ".join(str(wrong.orig).split())
            raise StoreError(
                f"{self.where}: PostGIS cannot be switched on ({said}). Install PostGIS on the server and let its "
                "administrator say, in this database: CREATE EXTENSION postgis"
            ) from wrong

    def keep_words(self, connection: Connection, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        kept = text("INSERT INTO claim_words (row, words) VALUES (:row, array_to_tsvector(CAST(:words AS text[])))")
        if found := [{"row": row, "words": list(words)} for row, words in rows]:
            connection.execute(kept, found)

    def forget_words(self, connection: Connection, rows: Sequence[int]) -> None:
        if rows:
            connection.execute(
                delete(claim_words).where(claim_words.c.row == any_(literal(list(rows), ARRAY(Integer))))
            )

    def having_words(self, words: Sequence[str]) -> Select[Any]:
        all_of = " & ".join(f"'{word}'" for word in words)
        return select(claim_words.c.row).where(claim_words.c.words.op("@@")(cast(all_of, TSQUERY)))

    def keep_spots(self, connection: Connection, spots: Sequence[Spot]) -> None:
        kept = text(
            "INSERT INTO incident_map (row, spot, first_day, last_day)"
            " VALUES (:row, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326), :first_day, :last_day)"
        )
        if spots:
            connection.execute(kept, [asdict(spot) for spot in spots])

    def forget_spots(self, connection: Connection, rows: Sequence[int]) -> None:
        if rows:
            connection.execute(
                delete(incident_map).where(incident_map.c.row == any_(literal(list(rows), ARRAY(Integer))))
            )

    def within(self, window: Window, since: int, until: int) -> Select[Any]:
        at = incident_map.c
        found = select(at.row).where(at.spot.op("&&")(func.ST_MakeEnvelope(*window, 4326)))
        if since:
            found = found.where(at.last_day >= since)
        return found.where(at.first_day <= until) if until else found

    def purge(self, tables: Iterable[str]) -> None:
        """Old rows stay in the files until the tables are written anew."""
        with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text(f"SET lock_timeout = '{PATIENCE}s'"))
            try:
                for table in tables:
                    connection.execute(text(f"VACUUM (FULL) {table}"))
            except OperationalError as wrong:
                raise StoreError(
                    f"{self.where}: the words are erased, but another program still reads an older state, so that the "
                    "server keeps them. Close it and let the administrator say: VACUUM FULL"
                ) from wrong
            finally:
                connection.execute(text("RESET lock_timeout"))

    def damage(self, connection: Connection) -> Iterator[str]:
        lacking = (
            ("claims", "claim_words", "TRUE", "words of claims are not indexed"),
            ("incidents", "incident_map", "one.lat IS NOT NULL", "incidents are not on the map"),
        )
        for table, other, where, said in lacking:
            there = f"SELECT 1 FROM {other} o WHERE o.row = one.row"
            asked = f"SELECT count(*) FROM {table} one WHERE {where} AND NOT EXISTS ({there})"
            if number := connection.scalar(text(asked)):
                yield f"{number} {said}"


def _engine(address: str) -> Engine:
    try:
        return create_engine(address, pool_size=5, max_overflow=50, connect_args={"options": "-c timezone=UTC"})
    except ModuleNotFoundError as wrong:
        raise StoreError(
            "PostgreSQL needs a driver that is not installed. Say: pip install 'warmonitor[postgres]'"
        ) from wrong
