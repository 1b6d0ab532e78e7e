"""`warmonitor serve`: a desk that really serves, in a process of its own, on a free port of loopback."""

from __future__ import annotations

import re
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import httpx
import pytest

from warmonitor.store import open_store
from warmonitor.web import Accounts

from .conftest import Say

PASSWORD = "nine grey herons on a dyke"
READY = re.compile(r"warmonitor: note: the desk is open at (http://127\.0\.0\.1:\d+/) \(stop it with Ctrl\+C\)\n")
PROGRAM = (sys.executable, "-c", "import sys; from warmonitor.cli.app import run; sys.exit(run(sys.argv[1:]))")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """An empty store."""
    where = tmp_path / "war.db"
    with closing(open_store(where)) as made:
        made.migrate()
    return where


@contextmanager
def served(store: Path, *options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    call = [*PROGRAM, "serve", "--store", str(store), "--port", "0", *options]
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr
            line = process.stderr.readline()
            ready = READY.fullmatch(line)
            assert ready, line
            yield ready[1], process
        finally:
            process.kill()


Serving = Callable[..., tuple[str, "subprocess.Popen[str]"]]


@pytest.fixture
def serving(store: Path) -> Iterator[Serving]:
    """`serving(*options)`: the address that the program says when it is ready, and its process."""
    with ExitStack() as stack:
        yield lambda *options: stack.enter_context(served(store, *options))


def test_the_address_is_said_once_it_answers_and_ctrl_c_ends_it(serving: Serving) -> None:
    address, process = serving("--name", "Rana")
    assert httpx.get(f"{address}health").json()["ok"] is True
    assert "Rana" in httpx.get(address).text
    process.send_signal(signal.SIGINT)
    out, talk = process.communicate(timeout=60)
    assert process.returncode in (0, 130)
    assert out == ""
    assert "Traceback" not in talk


def test_on_loopback_another_name_for_this_machine_is_not_answered(serving: Serving) -> None:
    address, _ = serving()
    assert httpx.get(address, headers={"Host": "war.example.org"}).status_code >= 400


def test_with_auth_each_role_enters_with_its_own_password_alone(serving: Serving, store: Path) -> None:
    accounts = Accounts(Path(f"{store}.users"))
    accounts.add("Amira", "reviewer", PASSWORD)
    accounts.add("Nour", "reader", PASSWORD)
    address, _ = serving("--auth")
    for name, role in (("Amira", "reviewer"), ("Nour", "reader")):
        with httpx.Client(base_url=address) as client:
            assert client.get("/").headers["location"].startswith("/login")
            wrong = client.post("/login", data={"name": name, "password": f"{PASSWORD}!"})
            assert wrong.status_code in (401, 403)
            assert client.get("/api/incidents").status_code == 401
            entered = client.post("/login", data={"name": name, "password": PASSWORD})
            assert entered.has_redirect_location
            assert f'<meta name="role" content="{role}">' in client.get("/").text


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7"])
def test_listening_for_others_without_accounts_is_refused_with_the_mend(say: Say, store: Path, host: str) -> None:
    said = say("serve", "--store", store, "--host", host, "--port", "0")
    assert (said.code, said.data) == (2, "")
    assert f"--host {host} would let everybody" in said.talk
    assert "warmonitor users add NAME --role admin" in said.talk
    assert "--auth" in said.talk


def test_auth_without_anybody_to_enter_is_refused_with_the_mend(say: Say, store: Path) -> None:
    said = say("serve", "--store", store, "--auth", "--port", "0")
    assert said.code == 2
    assert "warmonitor users add NAME --role admin" in said.talk


def test_a_store_that_is_not_there_is_said_before_a_desk_opens(say: Say, tmp_path: Path) -> None:
    said = say("serve", "--store", tmp_path / "none.db", "--port", "0")
    assert said.code in (1, 2)
    assert "none.db" in said.talk
    assert "the desk is open" not in said.talk


def test_a_store_of_an_older_program_is_said_with_the_command_that_mends_it(say: Say, store: Path) -> None:
    with closing(sqlite3.connect(store)) as held:
        held.execute("UPDATE alembic_version SET version_num = '0001'")
        held.commit()
    said = say("serve", "--store", store, "--port", "0")
    assert said.code == 1
    assert "an older warmonitor made this store (schema 0001" in said.talk
    assert f"warmonitor init --store {store}" in " ".join(said.talk.split())
    assert "the desk is open" not in said.talk


def test_a_port_that_is_taken_is_said_with_the_mend(say: Say, store: Path) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        said = say("serve", "--store", store, "--port", port)
    assert said.code == 2
    assert f"127.0.0.1:{port} cannot be used" in said.talk
    assert "--port 0" in said.talk
