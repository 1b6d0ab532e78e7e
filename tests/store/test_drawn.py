"""Ledgers are kept until the record changes; what they and the queues ask is answered without reading records."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import create_engine, text

from store.telling import ADDED, MONDAY, claim, episode, incident, kept, report
from warmonitor.records import Filter, Kept, Ruling, Tombstone
from warmonitor.store import Change, DrawnLine, Store, open_store

LINES = (DrawnLine("incident", '{"row":1}', "{}"), DrawnLine("", '{"row":"\\ud800"}', '{"names":["a"]}'))


def fill(store: Store) -> None:
    """Two reports, the second a copy of the first without a day; three claims and two incidents."""
    mine, theirs = report(), report("r2", "Shells fell on Sarmin. ", published=None, outlet=None)
    claims = claim(mine, confidence=0.25), claim(mine, 1, confidence=0.75), claim(theirs, confidence=0.5)
    store.put(kept(mine), claims[:2], [episode("e1", mine, claims[0])])
    told = Kept(report=theirs, version=0, added=ADDED, coder="rules 2", copy_of="r1")
    store.put(told, claims[2:], [episode("e2", theirs, claims[2]).model_copy(update={"known": date(2020, 3, 4)})])
    disputed = incident("i1", claims[0]).model_copy(update={"status": "disputed"})
    store.settle(["r1", "r2"], Change((disputed, incident("i2", claims[2])), ()))


def test_a_ledger_is_kept_word_for_word(store: Store) -> None:
    edition = store.edition()
    assert store.drawn("tolls", "s1") is None
    assert store.keep_drawn("tolls", "s1", edition, LINES)
    assert store.drawn("tolls", "s1") == LINES
    assert store.drawn("tolls", "s2") is None, "rulings or code are others"
    assert store.drawn("sources", "s1") is None
    assert store.keep_drawn("sources", "s1", edition, ())
    assert store.drawn("sources", "s1") == ()
    assert store.keep_drawn("tolls", "s2", edition, LINES[:1])
    assert (store.drawn("tolls", "s1"), store.drawn("tolls", "s2")) == (None, LINES[:1])
    assert store.edition() == edition


@pytest.mark.parametrize("change", ["put", "settle", "erase"])
def test_whatever_changes_the_record_ends_what_was_kept(store: Store, change: str) -> None:
    fill(store)
    edition = store.edition()
    store.keep_drawn("tolls", "s", edition, LINES)
    if change == "put":
        store.put(kept(report("r9", "Rain.")), [])
    elif change == "settle":
        store.settle([], Change((), ("i2",)))
    else:
        store.erase(Tombstone(kind="report", id="r2", at=ADDED, by="reviewer", why="asked"))
    assert store.edition() > edition
    assert store.drawn("tolls", "s") is None
    assert not store.keep_drawn("tolls", "s", edition, LINES), "drawn up from what is no more"
    assert store.drawn("tolls", "s") is None


def test_a_ruling_leaves_the_edition(store: Store) -> None:
    fill(store)
    edition = store.edition()
    store.rule(Ruling(id="u1", at=ADDED, by="Rana", action="unsure", incident="i1"))
    assert store.edition() == edition


def test_many_ledgers_make_room_for_each_other(store: Store) -> None:
    for number in range(40):
        assert store.keep_drawn(f"tolls {number}", "s", store.edition(), LINES)
    left = [number for number in range(40) if store.drawn(f"tolls {number}", "s")]
    assert 5 < len(left) < 20
    assert left == list(range(40 - len(left), 40))


def test_where_reports_come_from_is_known_without_reading_them(store: Store) -> None:
    fill(store)
    assert store.provenance() == (
        ("r1", MONDAY, "Evening Post", None), ("r2", date(2020, 3, 4), None, "r1"),
    )  # fmt: skip
    assert store.coders() == {"rules 1": 1, "rules 2": 1}


def test_queues_go_through_ids_alone(store: Store) -> None:
    fill(store)
    everything = [found.id for found in store.claims()]
    assert [name for name, _ in store.claim_ids()] == everything
    assert [sure for _, sure in store.claim_ids()] == [0.25, 0.75, 0.5]
    assert [sure for _, sure in store.claim_ids(below=0.5)] == [0.25]
    assert [name for name, _ in store.claim_ids(where=Filter(text="fell"))] == everything[2:]
    assert (store.count_claims(), store.count_claims(0.5), store.count_claims(0.8)) == (3, 1, 3)
    store.put(kept(report("r1", "Nothing happened in Sarmin.")), [])
    assert [name for name, _ in store.claim_ids()] == everything[2:], "claims of older texts wait for nobody"
    assert store.count_claims() == 1
    assert set(store.incident_ids(Filter())) == {"i1", "i2"}
    assert store.incident_ids(Filter(status=("disputed",))) == ("i1",)


def test_a_store_of_the_first_schema_is_brought_up_to_date(store: Store, address: str) -> None:
    fill(store)
    store.close()
    engine = create_engine(
        address.replace("postgresql:", "postgresql+psycopg:") if "://" in address else f"sqlite:///{address}"
    )
    with engine.begin() as connection:
        for statement in (
            "DROP INDEX claims_waiting", "ALTER TABLE claims DROP COLUMN confidence",
            "ALTER TABLE documents DROP COLUMN copy_of", "DROP TABLE ledger_lines", "DROP TABLE ledgers",
            "DROP TABLE edition", "DROP TABLE incident_changes", "UPDATE reports SET stamp = stamp + 700",
            "UPDATE alembic_version SET version_num = '0001'",
        ):  # fmt: skip
            connection.execute(text(statement))
    engine.dispose()
    older = open_store(address)
    assert [step.partition(":")[0] for step in older.migrate()] == ["0002", "0003"]
    assert [sure for _, sure in older.claim_ids()] == [0.25, 0.75, 0.5]
    assert [told.copy_of for told in older.provenance()] == [None, "r1"]
    assert older.edition() > 700, "stamps of reports go on from there"
    assert older.check() == ()
    older.close()
