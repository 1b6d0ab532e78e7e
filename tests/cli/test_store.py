"""The commands of the store, called with real stores."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from rich.cells import cell_len

import warmonitor
from warmonitor.store import open_store

from .conftest import Say

SAMPLES = Path(warmonitor.__file__).parent / "samples" / "reports.jsonl"
LEDGERS = ("tolls", "control", "displacement", "commitments", "sources")
WORDS = "Shelling killed at least nine people in Homs on Thursday, the mayor said."


def ids(data: str) -> list[str]:
    return [json.loads(line)["id"] for line in data.splitlines()]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_init_makes_a_store_and_settings_and_leaves_what_is_there(folder: Path, say: Say) -> None:
    first = say("init")
    assert first.code == 0, first.talk
    assert "made the store" in first.talk
    assert '\nstore = "warmonitor.db"\n' in (folder / "warmonitor.toml").read_text()
    again = say("init")
    assert again.code == 0
    assert "there is the store" in again.talk
    assert say("incidents").code == 0


def test_another_store_than_that_of_the_settings_is_said(folder: Path, say: Say) -> None:
    say("init")
    assert "another store" not in say("init").talk
    assert "another store" in say("init", "--store", "other.db").talk


def test_without_a_store_the_mend_is_said(folder: Path, say: Say) -> None:
    for command in (["incidents"], ["status"], ["doctor"], ["ledger", "tolls"], ["incident", "i-1"], ["reconcile"]):
        done = say(*command)
        assert done.code == 1
        assert done.data == ""
        assert "warmonitor init" in done.talk
        assert "Traceback" not in done.talk


def test_an_empty_store_is_said_to_be_empty(folder: Path, say: Say) -> None:
    say("init")
    assert "no incident" in say("incidents").talk
    assert "no row" in say("ledger", "control").talk
    assert say("doctor").code == 0
    assert say("reconcile").code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["incident", "i-nowhere"], 2, "`warmonitor incidents` lists them"),
        (["incident", "i-"], 2, "only one"),
        (["explain", "zz"], 2, "no claim 'zz'"),
        (["ledger", "losses"], 2, "tolls"),
        (["incidents", "--type", "airstrike"], 2, "air_strike"),
        (["incidents", "--status", "denied"], 2, "disputed"),
        (["incidents", "--since", "2024-02-01", "--until", "2024-01-01"], 2, "no day is in between"),
        (["incidents", "--as-of", "yesterday"], 2, "2020-02-27"),
        (["incidents", "--rule", "highest"], 2, "conservative"),
        (["redact", "report", "nowhere", "--why", "asked", "--yes"], 2, "no report 'nowhere'"),
        (["redact", "report", "saraqeb-wire", "--yes"], 2, "--why"),
        (["reconcile", "--format", "csv"], 2, "CLAIMS"),
        (["explain", "a", "b", "c"], 2, "3 arguments"),
    ],
)
def test_what_is_wrong_is_said_with_its_mend(
    samples_at: str, say: Say, arguments: list[str], code: int, said: str
) -> None:
    done = say(*arguments, "--store", samples_at)
    assert (done.code, done.data) == (code, "")
    assert said in " ".join(done.talk.split())
    assert "Traceback" not in done.talk


@pytest.mark.parametrize("columns", [80, 160])
@pytest.mark.parametrize("ledger", LEDGERS)
def test_ledgers_fit_the_terminal(samples_at: str, say: Say, ledger: str, columns: int) -> None:
    done = say("ledger", ledger, "--store", samples_at, columns=columns)
    assert done.code == 0, done.talk
    assert max(map(cell_len, done.data.splitlines())) <= columns


@pytest.mark.parametrize("columns", [80, 160])
def test_incidents_fit_the_terminal_with_how_many_claims_tell_of_each(samples_at: str, say: Say, columns: int) -> None:
    done = say("incidents", "--store", samples_at, columns=columns)
    heading, *rows = done.data.splitlines()
    assert max(map(cell_len, rows)) <= columns
    assert "claims" in heading.split()
    assert all(re.match(r"i-\w{8} ", row) for row in rows)
    assert len(rows) == 50
    assert "--offset 50" in done.talk
    assert len(say("incidents", "--store", samples_at, "--limit", 0).data.splitlines()) > 50


@pytest.mark.parametrize("columns", [60, 80, 160])
def test_an_incident_shows_accounts_readings_history_and_words(samples_at: str, say: Say, columns: int) -> None:
    (disputed, *_) = ids(say("incidents", "--store", samples_at, "--status", "disputed", "-f", "jsonl").data)
    done = say("incident", disputed[:10], "--store", samples_at, columns=columns)
    assert done.code == 0, done.talk
    assert max(map(cell_len, done.data.splitlines())) <= max(columns, 100), "no terminal: 100 columns"
    for heading in ("How the fields stand", "Accounts", "What was known when", "Reports"):
        assert heading in done.data
    assert "contested" in done.data
    assert "“" in done.data
    assert "constructed example" in done.data


def test_an_incident_as_a_record(samples_at: str, say: Say, tmp_path: Path) -> None:
    (first, *_) = ids(say("incidents", "--store", samples_at, "-f", "jsonl").data)
    assert ids(say("incident", first, "--store", samples_at, "-f", "jsonl").data) == [first]
    assert say("incident", first, "--store", samples_at, "-o", tmp_path / "i.json").data == ""
    assert [found["id"] for found in json.loads((tmp_path / "i.json").read_text())] == [first]


def test_filters_leave_what_is_asked_for(samples_at: str, say: Say) -> None:
    def found(*options: str) -> list[dict[str, object]]:
        data = say("incidents", "--store", samples_at, "-f", "jsonl", *options).data
        return [json.loads(line) for line in data.splitlines()]

    everything = found()
    strikes = found("--type", "air-strike", "--type", "shelling")
    assert 0 < len(strikes) < len(everything)
    assert {one["event_type"] for one in strikes} <= {"air_strike", "shelling"}
    assert {one["status"] for one in found("--status", "disputed")} == {"disputed"}
    assert all(str(one["start"] or one["end"]) <= "2020-12-31" for one in found("--until", "2020-12-31"))
    assert 0 < len(found("--place", "Saraqib")) < len(everything)
    assert len(found("--as-of", "2020-02-27")) < len(everything)
    assert found("--limit", "3", "--offset", "2") == everything[2:5]


def test_explain_takes_a_claim_of_the_store(samples_at: str, say: Say) -> None:
    (incident, *_) = say("incidents", "--store", samples_at, "-f", "jsonl").data.splitlines()
    claim = json.loads(incident)["claims"][0]
    done = say("explain", claim[:8], "--field", "event_type", "--store", samples_at)
    assert done.code == 0, done.talk
    assert claim in done.data
    assert "rule" in done.data


def test_status_says_what_is_where(samples_at: str, say: Say) -> None:
    stories = SAMPLES.read_text(encoding="utf-8").splitlines()
    shown = say("status", "--store", samples_at).data
    assert re.search(rf"reports +{len(stories)}\n", shown)
    assert re.search(r"waiting +nothing\n", shown)
    assert samples_at in shown.replace("\n", "")
    (line,) = say("status", "--store", samples_at, "-f", "jsonl").data.splitlines()
    assert json.loads(line)["reports"] == len(stories)


def test_doctor_says_what_is_wrong_and_exits_with_1(folder: Path, say: Say) -> None:
    say("init", "--store", "war.db")
    assert say("doctor", "--store", "war.db").code == 0
    (folder / "war.db").write_bytes(b"no store at all " * 512)
    done = say("doctor", "--store", "war.db")
    assert done.code == 1
    assert "war.db" in done.talk + done.data
    assert "Traceback" not in done.talk


def test_adding_is_said_in_numbers_and_a_bad_report_by_name(folder: Path, say: Say, samples_at: str) -> None:
    say("init")
    reports = folder / "reports"
    reports.mkdir()
    (reports / "homs.txt").write_text(WORDS)
    (reports / "broken.jsonl").write_text('{"id": "r7", "text": \n')
    done = say("add", reports, "--published", "2024-06-20")
    assert done.code == 1
    assert "1 new, 0 changed, 0 same" in done.talk
    assert "broken.jsonl, line 1" in done.talk
    assert "1 new, 0 changed, 0 same" not in say("add", reports / "homs.txt", "--published", "2024-06-20").talk
    assert "9+" in say("ledger", "tolls").data
    redacted = say("redact", "report", "homs", "--why", "a person asked", "--by", "Rana", "--yes")
    assert redacted.code == 0, redacted.talk
    assert "mayor" not in say("incidents", "--format", "jsonl").data
    assert "1 redacted" in say("status").data


def test_reading_loads_no_parser(samples_at: str) -> None:
    code = (
        "import sys\nfrom warmonitor.cli.app import run\n"
        f"assert run(['incidents', '--store', {samples_at!r}]) == 0\n"
        f"assert run(['ledger', 'tolls', '--store', {samples_at!r}]) == 0\n"
        "assert not {'spacy', 'alembic', 'fastapi'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_a_killed_add_is_gone_on_with(folder: Path, say: Say) -> None:
    say("init", "--store", "war.db")
    with closing(open_store("war.db")) as store:
        assert store.pending() == ()
    assert "0 reports reconciled" in say("reconcile", "--store", "war.db").talk
