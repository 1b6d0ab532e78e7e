from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from warmonitor.errors import SettingsError
from warmonitor.web import Accounts, Person, accounts_file
from warmonitor.web import accounts as module

WORDS = "a few words to enter"


@pytest.fixture
def people(tmp_path: Path) -> Accounts:
    return Accounts(tmp_path / "new" / "people.sqlite", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


def test_passwords_and_tokens_are_kept_as_digests_for_the_owner_only(people: Accounts) -> None:
    people.add("Amira", "coder", WORDS)
    token = people.login("Amira", WORDS)
    assert token
    held = people.path.read_bytes()
    assert b"$argon2id$" in held
    assert WORDS.encode() not in held
    assert token.encode() not in held
    assert people.path.stat().st_mode & 0o077 == 0
    assert people.person(token) == Person(name="Amira", role="coder")


def test_a_change_ends_the_sessions(people: Accounts) -> None:
    people.add("Amira", "coder", WORDS)
    token = people.login("Amira", WORDS) or ""
    people.change("Amira", role="admin")
    assert people.person(token) is None
    people.change("Amira", password="other words to enter")
    assert people.login("Amira", WORDS) is None
    assert people.login("Amira", "other words to enter")
    people.remove("Amira")
    assert people.people() == ()
    assert people.login("Amira", "other words to enter") is None


@pytest.mark.parametrize(
    ("later", "there"), [("2020-03-02T11:00", True), ("2020-03-02T13:00", False), ("2020-03-20T00:00", False)]
)
def test_a_session_ends(people: Accounts, monkeypatch: pytest.MonkeyPatch, later: str, there: bool) -> None:
    monkeypatch.setattr(module, "_now", lambda: datetime(2020, 3, 2, 0, 30, tzinfo=UTC))
    people.add("Amira", "coder", WORDS)
    token = people.login("Amira", WORDS) or ""
    monkeypatch.setattr(module, "_now", lambda: datetime.fromisoformat(later).replace(tzinfo=UTC))
    assert (people.person(token) is not None) is there


@pytest.mark.parametrize(("name", "password"), [("", WORDS), ("x" * 65, WORDS), ("a\nb", WORDS), ("Amira", "short")])
def test_a_name_or_password_that_will_not_do_is_refused(people: Accounts, name: str, password: str) -> None:
    with pytest.raises(SettingsError):
        people.add(name, "coder", password)
    assert people.people() == ()


def test_nobody_is_added_twice_or_changed_unknown(people: Accounts) -> None:
    people.add("Amira", "coder", WORDS)
    with pytest.raises(SettingsError, match="already"):
        people.add("Amira", "admin", WORDS)
    with pytest.raises(SettingsError, match="no user"):
        people.change("Sami", role="admin")
    with pytest.raises(SettingsError, match="no user"):
        people.remove("Sami")


def test_accounts_lie_beside_a_file_and_never_in_it(tmp_path: Path) -> None:
    assert accounts_file(str(tmp_path / "war.db"), tmp_path / "home") == tmp_path / "war.db.users"
    one = accounts_file("postgresql://ann:secret@db.example.org/war", tmp_path)
    assert one == accounts_file("postgresql://ben:other@db.example.org/war", tmp_path)
    assert one.parent == tmp_path
    assert "secret" not in one.name


def test_a_file_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(SettingsError, match="accounts"):
        Accounts(tmp_path / "file" / "people.sqlite")
