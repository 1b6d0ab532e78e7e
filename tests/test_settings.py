"""`warmonitor.toml` is found, understood, and its mistakes are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from warmonitor import settings
from warmonitor.errors import SettingsError


def _write(folder: Path, text: str) -> Path:
    file = folder / settings.FILE
    file.write_text(text, encoding="utf-8")
    return file


def test_without_a_file_the_store_is_in_the_working_folder(tmp_path: Path) -> None:
    found = settings.load(folder=tmp_path, environment={})
    assert (found.file, found.store, found.figures) == (None, str(tmp_path / "warmonitor.db"), "independent")


def test_paths_are_meant_from_the_file_that_names_them_wherever_one_works(tmp_path: Path) -> None:
    file = _write(tmp_path, 'store = "data/war.db"\ngazetteer = "places"\nfigures = "latest"\n')
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    found = settings.load(folder=below, environment={})
    assert found.file == file
    assert found.store == str(tmp_path / "data" / "war.db")
    assert found.gazetteer == tmp_path / "places"
    assert found.figures == "latest"


def test_the_store_is_beside_the_file_if_it_names_none(tmp_path: Path) -> None:
    _write(tmp_path, "")
    assert settings.load(folder=tmp_path, environment={}).store == str(tmp_path / "warmonitor.db")


def test_an_address_stays_as_it_is_and_the_environment_wins(tmp_path: Path) -> None:
    _write(tmp_path, 'store = "postgresql://db.example.org/war"')
    assert settings.load(folder=tmp_path, environment={}).store == "postgresql://db.example.org/war"
    chosen = {settings.STORE_VARIABLE: "other.db"}
    assert settings.load(folder=tmp_path, environment=chosen).store == str(tmp_path / "other.db")
    chosen = {settings.STORE_VARIABLE: "postgresql://other/war"}
    assert settings.load(folder=tmp_path, environment=chosen).store == "postgresql://other/war"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("store = war.db", "no TOML"),
        ("stores = 'x'", "key 'stores': there is no such setting. Known are store, gazetteer, figures."),
        ("figures = 'best'", "key 'figures': 'best' is none of"),
        ("store = 5", "key 'store'"),
        ("file = 'x'", "key 'file'"),
    ],
)
def test_a_mistake_names_the_file_and_the_key(tmp_path: Path, text: str, said: str) -> None:
    file = _write(tmp_path, text)
    with pytest.raises(SettingsError) as wrong:
        settings.load(folder=tmp_path, environment={})
    assert str(file) in str(wrong.value)
    assert said in str(wrong.value)


def test_a_file_that_is_asked_for_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        settings.load(tmp_path / "none.toml", environment={})


@pytest.mark.parametrize(
    ("store", "written"),
    [
        ("{0}/war.db", 'store = "war.db"\n'),
        ("/elsewhere/war.db", 'store = "/elsewhere/war.db"\n'),
        ("postgresql://ann@db/war", 'store = "postgresql://ann@db/war"\n'),
    ],
)
def test_settings_are_written_once_and_read_back(tmp_path: Path, store: str, written: str) -> None:
    where = store.format(tmp_path)
    assert settings.write(where, tmp_path) == (f"wrote {tmp_path / settings.FILE}.",)
    assert f"\n{written}" in (tmp_path / settings.FILE).read_text()
    assert settings.load(folder=tmp_path, environment={}).store == where
    assert "there are settings" in settings.write("other.db", tmp_path)[0]


def test_a_password_is_not_written(tmp_path: Path) -> None:
    said = settings.write("postgresql://ann:secret@db/war", tmp_path)
    assert settings.STORE_VARIABLE in said[0]
    assert list(tmp_path.iterdir()) == []
