"""Rulings, tombstones and releases only grow: the database itself refuses anything else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DatabaseError

from store.telling import ADDED
from warmonitor.errors import StoreError
from warmonitor.records import Ruling
from warmonitor.store import Release, Store


def ruling(name: str, **fields: object) -> Ruling:
    return Ruling.model_validate({"id": name, "at": ADDED, "by": "coder", "action": "accept", **fields})


def test_rulings_come_in_the_order_in_which_they_were_made(store: Store) -> None:
    made = (
        ruling("z", claim="c1", at=ADDED + timedelta(days=1)),
        ruling("a", incident="i1", action="merge", others=("i2",)),
        ruling("m", claim="c1", action="edit", field="tolls", before={"killed": 1}, after=[1.5, None, "x"]),
    )
    for one in made:
        store.rule(one)
    assert store.rulings() == made
    assert store.rulings(claim="c1") == (made[0], made[2])
    assert store.rulings(incident="i1") == (made[1],)
    assert store.rulings(claim="c1", incident="i1") == ()
    assert store.counts().rulings == 3


def test_the_same_ruling_again_changes_nothing_and_another_of_its_id_is_refused(store: Store) -> None:
    store.rule(ruling("a", claim="c1"))
    store.rule(ruling("a", claim="c1"))
    with pytest.raises(StoreError, match="only undone"):
        store.rule(ruling("a", claim="c1", action="reject"))
    assert store.rulings() == (ruling("a", claim="c1"),)


def test_releases_are_kept_in_order_and_never_replaced(store: Store) -> None:
    made = (Release("2", "Spring", ADDED, '{"files": []}'), Release("1", "Summer", ADDED, "{}"))
    for one in made:
        store.release(one)
    assert store.releases() == made
    with pytest.raises(StoreError, match="another id"):
        store.release(Release("1", "Autumn", ADDED, "{}"))
    assert store.releases() == made


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE rulings SET record = ''",
        "UPDATE rulings SET claim_id = 'other'",
        "DELETE FROM rulings",
        "UPDATE releases SET manifest = ''",
        "DELETE FROM releases",
    ],
)
def test_the_database_forbids_changes(store: Store, address: str, statement: str) -> None:
    store.rule(ruling("a", claim="c1"))
    store.release(Release("1", "Summer", ADDED, "{}"))
    url = address.replace("postgresql:", "postgresql+psycopg:") if "://" in address else f"sqlite:///{address}"
    engine = create_engine(url)
    with pytest.raises(DatabaseError, match="never"), engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()
    assert store.rulings() == (ruling("a", claim="c1"),)
    assert len(store.releases()) == 1
