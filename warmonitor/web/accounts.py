"""Who may open the desk: names, roles, password hashes and sessions, in an SQLite file of their own.

They are kept apart from the store on purpose: a store is copied, handed on and published, and passwords must not go
with it; and a desk over a read-only copy of a store can still let people in.
"""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal, get_args

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from warmonitor.errors import SettingsError
from warmonitor.records import Record

Role = Literal["reader", "coder", "reviewer", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
SHORTEST = 10
"""Characters of a password: with the limit on logins, too many to guess."""
LONGEST = 1024
LASTS = timedelta(days=7)
IDLE = timedelta(hours=12)
_TABLES = """
CREATE TABLE IF NOT EXISTS users (name TEXT PRIMARY KEY, role TEXT NOT NULL, hash TEXT NOT NULL, added TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS sessions (
    token TEXT PRIMARY KEY, name TEXT NOT NULL REFERENCES users(name) ON DELETE CASCADE,
    begun TEXT NOT NULL, seen TEXT NOT NULL);
"""


def accounts_file(store: str, home: Path) -> Path:
    """Where the accounts of a store's desk are kept: beside a store in a file, else in the program's folder `home`."""
    if store.startswith(("postgresql://", "postgres://")):
        known = store.rsplit("@", 1)[-1].split("//")[-1]
        return home / f"users-{hashlib.sha256(known.encode()).hexdigest()[:12]}.sqlite"
    path = Path(store)
    return path.with_name(f"{path.name}.users")


class Person(Record):
    """Somebody at the desk."""

    name: str
    role: Role

    @property
    def rules(self) -> Literal["coder", "reviewer"] | None:
        """The hand that their rulings count as; a reader makes none."""
        if self.role == "reader":
            return None
        return "coder" if self.role == "coder" else "reviewer"


class Accounts:
    """The file of accounts; every call opens it anew, so that `warmonitor users` takes effect at once."""

    def __init__(self, path: Path, hasher: PasswordHasher | None = None) -> None:
        """Makes the file if it is not there, readable by its owner only. Raises SettingsError if it cannot."""
        self.path = path
        self._hasher = hasher or PasswordHasher()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
            with self._open() as db:
                db.executescript(_TABLES)
        except (OSError, sqlite3.Error) as error:
            raise SettingsError(f"{path}: the file of accounts cannot be used ({error}).") from error
        self._decoy = self._hasher.hash(secrets.token_hex(16))

    def add(self, name: str, role: Role, password: str) -> None:
        """Adds a user. Raises SettingsError if the name is taken, unusable, or the password too short."""
        name = name.strip()
        if not name or len(name) > 64 or not name.isprintable():
            raise SettingsError("A user's name has 1 to 64 printable characters.")
        _check(password)
        try:
            with self._open() as db:
                row = (name, role, self._hasher.hash(password), _said(_now()))
                db.execute("INSERT INTO users VALUES (?,?,?,?)", row)
        except sqlite3.IntegrityError as error:
            raise SettingsError(f"There is a user {name!r} already: see `warmonitor users list`.") from error

    def change(self, name: str, *, role: Role | None = None, password: str | None = None) -> None:
        """Gives a user another role or password, and ends their sessions. Raises SettingsError if there is none."""
        if password is not None:
            _check(password)
        with self._open() as db:
            if role is not None:
                db.execute("UPDATE users SET role = ? WHERE name = ?", (role, name))
            if password is not None:
                db.execute("UPDATE users SET hash = ? WHERE name = ?", (self._hasher.hash(password), name))
            if not db.execute("SELECT 1 FROM users WHERE name = ?", (name,)).fetchone():
                raise _unknown(name)
            db.execute("DELETE FROM sessions WHERE name = ?", (name,))

    def remove(self, name: str) -> None:
        """Takes a user out; what they ruled stays. Raises SettingsError if there is none of that name."""
        with self._open() as db:
            if not db.execute("DELETE FROM users WHERE name = ?", (name,)).rowcount:
                raise _unknown(name)

    def people(self) -> tuple[Person, ...]:
        """All users, by name."""
        with self._open() as db:
            return tuple(Person(name=n, role=r) for n, r in db.execute("SELECT name, role FROM users ORDER BY name"))

    def login(self, name: str, password: str) -> str | None:
        """A token for a new session, or None if name and password do not belong together.

        An unknown name takes as long as a wrong password, so that names cannot be found out.
        """
        with self._open() as db:
            found = db.execute("SELECT hash FROM users WHERE name = ?", (name,)).fetchone()
        try:
            self._hasher.verify(found[0] if found else self._decoy, password[: LONGEST + 1])
        except (VerificationError, InvalidHashError):
            return None
        if not found:
            return None
        token = secrets.token_urlsafe(32)
        now = _said(_now())
        with self._open() as db:
            db.execute("DELETE FROM sessions WHERE begun < ?", (_said(_now() - LASTS),))
            db.execute("INSERT INTO sessions VALUES (?,?,?,?)", (_kept(token), name, now, now))
            if self._hasher.check_needs_rehash(found[0]):
                db.execute("UPDATE users SET hash = ? WHERE name = ?", (self._hasher.hash(password), name))
        return token

    def person(self, token: str) -> Person | None:
        """Whose session it is; None if it has ended: after a week, or twelve hours without a click."""
        now = _now()
        with self._open() as db:
            found = db.execute(
                "SELECT u.name, u.role, s.seen FROM sessions s JOIN users u ON u.name = s.name"
                " WHERE s.token = ? AND s.begun > ? AND s.seen > ?",
                (_kept(token), _said(now - LASTS), _said(now - IDLE)),
            ).fetchone()
            if found and datetime.fromisoformat(found[2]) < now - timedelta(minutes=5):
                db.execute("UPDATE sessions SET seen = ? WHERE token = ?", (_said(now), _kept(token)))
        return Person(name=found[0], role=found[1]) if found else None

    def logout(self, token: str) -> None:
        """Ends a session."""
        with self._open() as db:
            db.execute("DELETE FROM sessions WHERE token = ?", (_kept(token),))

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        db = sqlite3.connect(self.path, timeout=30)
        try:
            db.execute("PRAGMA foreign_keys = ON")
            with db:
                yield db
        finally:
            db.close()


def _check(password: str) -> None:
    if not SHORTEST <= len(password) <= LONGEST:
        raise SettingsError(f"A password has {SHORTEST} to {LONGEST} characters; a few words are easiest to remember.")


def _unknown(name: str) -> SettingsError:
    return SettingsError(f"There is no user {name!r}: see `warmonitor users list`.")


def _kept(token: str) -> str:
    """Tokens are kept as digests: who reads the file cannot take over a session."""
    return hashlib.sha256(token.encode()).hexdigest()


def _now() -> datetime:
    return datetime.now(UTC)


def _said(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
