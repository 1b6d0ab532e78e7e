"""The gazetteer file: one SQLite database of places, their names under keys, and the packs they came in."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass, replace
from itertools import islice
from pathlib import Path

from warmonitor.errors import GazetteerError
from warmonitor.gazetteer.entries import Entry, Listed, written
from warmonitor.gazetteer.labels import INDEXES
from warmonitor.gazetteer.ladder import kept
from warmonitor.gazetteer.sieve import BITS, Sieve

VERSION = 4
"""Of the tables below and of the keys; a file of another version is built anew."""
BASE = ("warmonitor", "cities500")
"""The packs that every gazetteer starts with, in this order."""
BLOCK = 1 << 24
"""Places of one pack have numbers in one block, so that a pack can be taken out by range."""
_AT_ONCE = 10_000
_PATIENCE = 900.0
"""Seconds to wait for another process that writes: on a busy machine, filling the file anew takes minutes."""
_TABLES = """
CREATE TABLE packs (
    number INTEGER PRIMARY KEY, name TEXT UNIQUE, title TEXT, licence TEXT, source TEXT, sha256 TEXT, added TEXT,
    places INTEGER, names INTEGER);
CREATE TABLE places (
    number INTEGER PRIMARY KEY, row TEXT, feature TEXT, lat REAL, lon REAL, population INTEGER, radius REAL);
CREATE TABLE names (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE sieve (bits BLOB);
"""


@dataclass(frozen=True, slots=True)
class Pack:
    """A body of places from one source, with its licence."""

    name: str
    title: str
    licence: str
    source: str
    sha256: str = ""
    added: str = ""
    places: int = 0
    names: int = 0


@contextmanager
def connect(path: Path, *, write: bool = False) -> Iterator[sqlite3.Connection]:
    """A connection that is closed; changes of a writing one are kept only if all of them succeed."""
    try:
        db = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    except sqlite3.Error as error:
        raise GazetteerError(f"{path}: cannot be opened ({error}).") from error
    try:
        if write:
            db.execute("BEGIN IMMEDIATE")
        yield db
        if write:
            db.execute("COMMIT")
    except sqlite3.DatabaseError as error:
        raise GazetteerError(f"{path}: {error}. Delete the file; it is built anew on the next run.") from error
    finally:
        db.close()


def create(path: Path) -> None:
    """An empty gazetteer at `path`, which readers may use while someone writes (WAL)."""
    with connect(path) as db:
        db.executescript(f"PRAGMA journal_mode = WAL; PRAGMA user_version = {VERSION};" + _TABLES + INDEXES)


def version(path: Path) -> int:
    """The version of the file's tables; 0 if it is no gazetteer."""
    with connect(path) as db:
        return int(db.execute("PRAGMA user_version").fetchone()[0])


def put(db: sqlite3.Connection, pack: Pack, listed: Iterable[Listed]) -> Pack:
    """Adds a pack with its places, in place of one of the same name; returns it with its counts.

    One that every gazetteer has comes before all others: of two that list a place, the first gives it its id.
    """
    drop(db, pack.name)
    last = db.execute("SELECT max(number) FROM packs").fetchone()[0] or 0
    number = 1 + (BASE.index(pack.name) if pack.name in BASE else max(last, len(BASE)))
    db.execute("CREATE TEMP TABLE fresh (key TEXT, place INTEGER)")
    places, sieve = 0, Sieve(sieve_bits(db))
    numbered = enumerate(listed, number * BLOCK)
    while some := tuple(islice(numbered, _AT_ONCE)):
        db.executemany("INSERT INTO places VALUES (?,?,?,?,?,?,?)", (_row(at, of.entry) for at, of in some))
        db.executemany("INSERT INTO fresh VALUES (?,?)", (pair for at, of in some for pair in _named(at, of, sieve)))
        places += len(some)
    # Sorted by SQLite, so that the tree of names is written from left to right: three times as fast.
    found = db.execute("INSERT OR IGNORE INTO names SELECT DISTINCT key, place FROM fresh ORDER BY key, place")
    whole = replace(pack, places=places, names=found.rowcount)
    db.execute("DROP TABLE fresh")
    db.execute("DELETE FROM sieve")
    db.execute("INSERT INTO sieve VALUES (?)", (sieve.bits,))
    db.execute("INSERT INTO packs VALUES (?,?,?,?,?,?,?,?,?)", (number, *astuple(whole)))
    return whole


def _row(at: int, e: Entry) -> tuple[object, ...]:
    return at, written(e), e.feature, e.lat, e.lon, e.population, e.radius_km


def _named(at: int, of: Listed, sieve: Sieve) -> Iterator[tuple[str, int]]:
    for name in of.names:
        for key in kept(name, of.entry.country):
            sieve.add(key)
            yield key, at


def sieve_bits(db: sqlite3.Connection) -> bytes:
    """The bits of the sieve of all keys of the file."""
    found = db.execute("SELECT bits FROM sieve").fetchone()
    return found[0] if found else bytes(BITS >> 3)


def drop(db: sqlite3.Connection, name: str) -> bool:
    """Takes a pack out; False if there is none of that name."""
    found = db.execute("SELECT number FROM packs WHERE name = ?", (name,)).fetchone()
    if not found:
        return False
    block = (found[0] * BLOCK, (found[0] + 1) * BLOCK)
    db.execute("DELETE FROM names WHERE place >= ? AND place < ?", block)
    db.execute("DELETE FROM places WHERE number >= ? AND number < ?", block)
    db.execute("DELETE FROM packs WHERE number = ?", found)
    return True


def packs(db: sqlite3.Connection) -> tuple[Pack, ...]:
    """What the file holds, in the order in which it was added."""
    found = db.execute("SELECT name, title, licence, source, sha256, added, places, names FROM packs ORDER BY number")
    return tuple(Pack(*row) for row in found)
