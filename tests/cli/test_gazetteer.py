"""The gazetteer's command, on a folder of its own that is made from the one that is there."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from warmonitor import gazetteer
from warmonitor.cli.app import run


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    gazetteer.open().close()
    shutil.copy(gazetteer.gazetteer_file(), tmp_path / "gazetteer.sqlite")
    monkeypatch.setenv("WARMONITOR_HOME", str(tmp_path))
    return tmp_path


def test_a_table_of_ones_own_is_added_searched_listed_and_removed(
    own_home: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    table = own_home / "mine.csv"
    table.write_text("name,country,lat,lon,type\nCheckpoint Seven,SY,35.1,36.7,village\n", encoding="utf-8")
    assert run(["gazetteer", "add", str(table), "--licence", "CC0"]) == 0
    assert b"added mine: 1 place (CC0" in capfdbinary.readouterr().err
    assert run(["gazetteer", "search", "checkpoint seven", "--format", "jsonl"]) == 0
    found = json.loads(capfdbinary.readouterr().out)
    assert (found["name"], found["country"]) == ("Checkpoint Seven", "SYR")
    assert 0 < found["score"] <= 1
    assert "very name" in found["reason"]
    assert found["pack"] == "mine"
    assert run(["gazetteer", "list", "--format", "jsonl"]) == 0
    assert [json.loads(line)["name"] for line in capfdbinary.readouterr().out.splitlines()][-1] == "mine"
    assert run(["gazetteer", "remove", "mine"]) == 0
    assert run(["gazetteer", "remove", "mine"]) == 1


def test_what_is_neither_file_nor_country_is_a_wrong_call(own_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["gazetteer", "add", "Syria"]) == 2
    assert "two-letter country code" in capsys.readouterr().err
