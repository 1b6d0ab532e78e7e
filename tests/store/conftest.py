"""A store for each test, once in SQLite and once in PostgreSQL."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from postgres import Cluster, cluster

from warmonitor.store import Store, open_store

__all__ = ["cluster"]
NAMES = (f"test_{number}" for number in itertools.count())


class SqliteStores:
    """Stores in files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made = folder / "made.db"
        _make(str(self._made))

    def new(self) -> str:
        """Another one without anything in it; where it is."""
        return str(shutil.copy(self._made, self._folder / f"{next(NAMES)}.db"))

    def drop(self, address: str) -> None:
        """Takes one away."""
        for end in ("", "-wal", "-shm"):
            Path(address + end).unlink(missing_ok=True)


class PostgresStores:
    """Stores in databases of the tests' own server."""

    def __init__(self, cluster: Cluster) -> None:
        self._cluster = cluster
        _make(cluster.create("made"))

    def new(self) -> str:
        """Another one without anything in it; where it is."""
        return self._cluster.create(next(NAMES), like="made")

    def drop(self, address: str) -> None:
        """Takes one away."""
        self._cluster.drop(address.rpartition("/")[2])


Stores = SqliteStores | PostgresStores


def _make(address: str) -> None:
    store = open_store(address)
    store.migrate()
    store.close()


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> SqliteStores:
    return SqliteStores(tmp_path_factory.mktemp("stores"))


@pytest.fixture(scope="session")
def databases(cluster: Cluster) -> PostgresStores:
    return PostgresStores(cluster)


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def stores(request: pytest.FixtureRequest) -> Stores:
    """Where stores are made: all tests of the store run twice."""
    found: Stores = request.getfixturevalue("files" if request.param == "sqlite" else "databases")
    return found


@pytest.fixture
def address(stores: Stores) -> Iterator[str]:
    """Where the test's store is."""
    found = stores.new()
    yield found
    stores.drop(found)


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """The test's store."""
    found = open_store(address)
    yield found
    found.close()
