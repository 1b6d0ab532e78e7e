"""A store is made by steps that end in what the program speaks; anything else is said, with its mend."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine, text

from store.telling import claim, incident, kept, report
from warmonitor.errors import StoreError
from warmonitor.store import Change, Store, open_store
from warmonitor.store.schema import TABLES


@pytest.fixture
def engine(address: str) -> Engine:
    """Past the store, straight to its database."""
    return create_engine(
        address.replace("postgresql:", "postgresql+psycopg:") if "://" in address else f"sqlite:///{address}"
    )


def _say(engine: Engine, *statements: str) -> None:
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def test_the_steps_lead_to_the_tables_that_the_program_speaks_of(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _ours})
        found = compare_metadata(context, TABLES)
    engine.dispose()
    assert found == []


def _ours(name: str | None, kind: str, _: object) -> bool:
    """Not the tables that only one of the databases has, and PostGIS's own."""
    return kind != "table" or name in TABLES.tables


def test_a_store_that_is_up_to_date_takes_no_step(store: Store) -> None:
    assert store.migrate() == ()
    assert store.check() == ()


def test_a_store_of_a_newer_program_is_refused(store: Store, engine: Engine) -> None:
    _say(engine, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="newer warmonitor"):
        store.migrate()
    with pytest.raises(StoreError, match="9999"):
        store.counts()
    assert "9999" in store.check()[0]


def test_a_store_without_tables_says_how_to_make_them(store: Store, engine: Engine) -> None:
    _say(engine, "DROP TABLE alembic_version")
    with pytest.raises(StoreError, match="warmonitor init"):
        store.counts()


def test_a_file_that_is_not_there_is_not_made_by_asking(tmp_path: Path) -> None:
    store = open_store(tmp_path / "none.db")
    with pytest.raises(StoreError, match=r"none\.db: there is no store.*warmonitor init"):
        store.counts()
    store.close()
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_database_says_so(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_text("Notes of a monitor, no database at all. " * 100)
    store = open_store(path)
    with pytest.raises(StoreError, match=r"notes\.db"):
        store.counts()
    with pytest.raises(StoreError, match=r"notes\.db"):
        store.migrate()
    store.close()


def test_a_server_that_does_not_answer_says_so_without_the_password() -> None:
    store = open_store("postgresql://ann:secret@127.0.0.1:1/war")
    with pytest.raises(StoreError, match="does not answer") as said:
        store.counts()
    assert "secret" not in str(said.value)
    store.close()


def test_damage_is_found_and_each_finding_has_a_mend(store: Store, engine: Engine) -> None:
    told = report()
    found = claim(told)
    store.put(kept(told), [found, claim(told, 1)])
    store.settle(["r1"], Change((incident("a", found, redirects=("b",)),), ()))
    shifted = f"UPDATE claims SET record = replace(record, 'shelling of', 'shooting of') WHERE claim_id = '{found.id}'"
    _say(
        engine, shifted, "DELETE FROM claim_words",
        "UPDATE incident_claims SET claim_id = 'lost'", "UPDATE redirects SET incident_id = 'lost'",
        "DELETE FROM incident_map",
    )  # fmt: skip
    said = store.check()
    assert len(said) == 5
    for finding, words in zip(said, ("words", "map", "lost", "leads to", "quotes words"), strict=True):
        assert words in finding
        assert finding.count(". ") >= 1
