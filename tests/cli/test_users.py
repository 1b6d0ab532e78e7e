"""`warmonitor users`: who may open a desk that is served with --auth."""

from __future__ import annotations

import io
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Said, Say

PASSWORD = "nine grey herons on a dyke"
Users = Callable[..., Said]


@pytest.fixture
def people(tmp_path: Path) -> Path:
    return tmp_path / "people.sqlite"


@pytest.fixture
def users(say: Say, people: Path, monkeypatch: pytest.MonkeyPatch) -> Users:
    """Calls `users` on a file of its own, with a password on standard input."""

    def called(*arguments: str, password: str = PASSWORD) -> Said:
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))
        return say("users", *arguments, "--users", people)

    return called


def test_people_are_added_with_their_roles_and_listed_by_name(users: Users, people: Path) -> None:
    for name, role in (("Sami", "coder"), ("Amira", "admin"), ("Rana", "reviewer")):
        said = users("add", name, "--role", role)
        assert (said.code, said.data, said.talk) == (0, "", f"warmonitor: note: {name} may open the desk as {role}\n")
    assert users("add", "Nour").talk == "warmonitor: note: Nour may open the desk as reader\n"
    assert users("list").data == "Amira\tadmin\nNour\treader\nRana\treviewer\nSami\tcoder\n"
    assert stat.S_IMODE(people.stat().st_mode) == 0o600


def test_a_role_is_changed_and_a_person_taken_out(users: Users) -> None:
    users("add", "Sami")
    assert users("change", "Sami", "--role", "reviewer").code == 0
    assert users("list").data == "Sami\treviewer\n"
    assert users("remove", "Sami").code == 0
    assert users("list").data == ""


def test_passwords_are_kept_as_hashes_alone(users: Users, people: Path) -> None:
    users("add", "Sami")
    users("change", "Sami", "--password", password="twelve wet boots by the door")
    kept = people.read_bytes()
    assert b"$argon2id$" in kept
    assert PASSWORD.encode() not in kept
    assert b"twelve wet boots" not in kept


@pytest.mark.parametrize("password", ["", "too short", "x" * 1025])
def test_a_password_that_can_be_guessed_or_is_endless_makes_no_account(users: Users, password: str) -> None:
    said = users("add", "Sami", password=password)
    assert said.code == 2
    assert "password" in said.talk.lower()
    assert users("list").data == ""


@pytest.mark.parametrize(
    ("call", "word"),
    [
        (("add", "Amira"), "already"),
        (("add", " "), "name"),
        (("add", "Sami", "--role", "king"), "king"),
        (("change", "Nobody", "--role", "coder"), "Nobody"),
        (("remove", "Nobody"), "Nobody"),
    ],
)
def test_a_wrong_call_says_what_is_wrong_and_changes_nothing(users: Users, call: tuple[str, ...], word: str) -> None:
    users("add", "Amira", "--role", "admin")
    said = users(*call)
    assert (said.code, said.data) == (2, "")
    assert word in said.talk
    assert users("list").data == "Amira\tadmin\n"


def test_accounts_lie_beside_the_store_that_is_named(
    say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
    assert say("users", "add", "Sami", "--store", tmp_path / "war.db").code == 0
    assert (tmp_path / "war.db.users").is_file()
