"""A PostgreSQL of the tests' own: a private cluster on a free port, in a temporary folder, gone when they are done."""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

NEEDED = (
    "WARMONITOR_TESTS_NEED_POSTGRES"  # .ci/run sets it: there a missing PostgreSQL is a failure, not a skipped test
)
MISSING = (
    "PostgreSQL with PostGIS is not installed, so the store is tested on SQLite only. "
    "On Debian: apt-get install postgresql postgis postgresql-15-postgis-3"
)
QUICK = "-c fsync=off -c full_page_writes=off -c max_connections=60 -c shared_buffers=64MB"


class Cluster:
    """A server; its databases are made and dropped by the tests."""

    def __init__(self, port: int, password: str) -> None:
        self._port, self._password = port, password

    def address(self, name: str) -> str:
        """Where a database is."""
        return f"postgresql://warmonitor:{self._password}@127.0.0.1:{self._port}/{name}"

    def create(self, name: str, like: str = "template1") -> str:
        """Makes a database as a copy of another; its address."""
        self._say(f"CREATE DATABASE {name} TEMPLATE {like}")
        return self.address(name)

    def drop(self, name: str) -> None:
        """Drops a database, whoever is still connected."""
        self._say(f"DROP DATABASE {name} WITH (FORCE)")

    def _say(self, statement: str) -> None:
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(statement.encode())


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    programs = _programs()
    if programs is None:
        if os.environ.get(NEEDED):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    with running(programs) as found:
        yield found


@contextmanager
def running(programs: Path) -> Iterator[Cluster]:
    """A cluster for as long as it is needed."""
    folder = Path(tempfile.mkdtemp(prefix="warmonitor-postgres-"))
    user = _server_user()
    if user:
        shutil.chown(folder, user)
    password = secrets.token_hex(16)
    data, log, words = folder / "data", folder / "log", folder / "password"
    words.write_text(password)
    if user:
        shutil.chown(words, user)
    try:
        _run(
            user, folder, programs / "initdb", "--pgdata", data, "--username", "warmonitor", "--pwfile", words,
            "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync",
        )  # fmt: skip
        port = _free_port()
        options = f"{QUICK} -c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder}"
        _run(user, folder, programs / "pg_ctl", "start", "-w", "-D", data, "-l", log, "-o", options)
        try:
            yield Cluster(port, password)
        finally:
            _run(user, folder, programs / "pg_ctl", "stop", "-D", data, "-m", "immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path | None:
    """The folder of the newest PostgreSQL that has PostGIS."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]), reverse=True)
    for found in installed:
        if (Path("/usr/share/postgresql") / found.parts[-3] / "extension" / "postgis.control").exists():
            return found.parent
    return None


def _server_user() -> str | None:
    """PostgreSQL does not run as root: then as the user that its package made, or as nobody."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _run(user: str | None, folder: Path, *command: object) -> None:
    group = pwd.getpwnam(user).pw_gid if user else None
    log = folder / "said"
    with log.open("ab") as said:
        done = subprocess.run(
            list(map(str, command)), user=user, group=group, extra_groups=[] if user else None, cwd=folder,
            stdout=said, stderr=said, stdin=subprocess.DEVNULL, check=False,
        )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {log.read_text()[-2000:]}")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
