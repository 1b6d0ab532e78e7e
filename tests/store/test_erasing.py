"""What is erased is gone from the database and its files; ids, codes and the fact of erasure stay."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest

from store.telling import ADDED, ANYWHERE, TEXT, claim, episode, full_claim, incident, kept, report
from warmonitor.errors import StoreError
from warmonitor.records import Account, Filter, Gist, Kept, Ruling, Tombstone
from warmonitor.store import Change, Store

OTHER = "Nobody was in the market, officials answered."
BLANK = "█"


def stone(kind: str, name: str, why: str = "asked for by the family") -> Tombstone:
    return Tombstone.model_validate({"kind": kind, "id": name, "at": ADDED, "by": "reviewer", "why": why})


def ruling(name: str, **fields: object) -> Ruling:
    return Ruling.model_validate({"id": name, "at": ADDED, "by": "coder", "action": "accept", **fields})


@pytest.fixture
def told(store: Store) -> Store:
    """Two reports of one incident, and one that has nothing to do with it."""
    mine, theirs, apart = report(url="https://post.example/amal-rasho"), report("r2", OTHER), report("r3", "Rain fell.")
    claims = full_claim(mine), claim(theirs), claim(apart)
    gist = Gist(names=("rasho", "sarmin"), agents=claims[0].agents)
    first = episode("e1", mine, claims[0], keys=("name rasho", "at 1:1")).model_copy(update={"gist": gist})
    store.put(kept(mine), [claims[0]], [first], [7], ["band"])
    store.put(kept(theirs), [claims[1]], [episode("e2", theirs, claims[1])])
    store.put(kept(apart), [claims[2]])
    account = Account(side="army", claimants=("Amal Rasho",), says="occurred", claims=(claims[0].id,))
    both = incident("i1", *claims[:2], agents=claims[0].agents, accounts=(account,), killed=12)
    store.settle(["r1", "r2", "r3"], Change((both, incident("i3", claims[2])), ()))
    store.rule(ruling("u1", claim=claims[0].id, words=claims[0].trigger, why="Amal Rasho said so himself"))
    store.rule(ruling("u2", claim=claims[2].id, why="seen by AMAL  RASHO too"))
    return store


def _kept(store: Store, name: str) -> Kept:
    found = store.report(name)
    assert found is not None
    return found


def test_an_erased_report_keeps_its_id_its_codes_and_its_length(told: Store) -> None:
    (before,) = told.claims(report_id="r1")
    assert told.erase(stone("report", "r1")) >= 3
    found = _kept(told, "r1")
    assert found.report.text == BLANK * len(TEXT)
    assert found.report.title == BLANK * len("Shells on a market")
    assert found.redacted == stone("report", "r1")
    (after,) = told.claims(report_id="r1")
    assert (after.id, after.event_type, after.time and after.time.start) == (
        before.id,
        "shelling",
        before.time and before.time.start,
    )
    assert (after.evidence.start, after.evidence.end) == (before.evidence.start, before.evidence.end)
    assert after.evidence.text == BLANK * len(before.evidence.text)
    assert after.tolls[0].best == 12
    assert after.places[0].name == "Sarmin"
    assert told.incident("i1") is not None
    assert told.tombstones() == (stone("report", "r1"),)
    assert told.signatures(["band"]) == {}
    assert told.counts().redacted == 1
    assert told.check() == ()


def test_an_erased_report_is_found_by_none_of_its_words_and_others_stay(told: Store) -> None:
    for where in (Filter(text="shelling"), Filter(actor="people")):
        assert list(told.claims(where=where))
    told.erase(stone("report", "r1"))
    for where in (Filter(text="shelling"), Filter(actor="people"), Filter(source="Colonel Amal")):
        assert list(told.claims(where=where)) == []
    assert told.count(Filter(text="officials answered")) == 1
    assert _kept(told, "r2").report.text == OTHER
    assert _kept(told, "r2").redacted is None


def test_erased_text_is_not_taken_in_again_and_another_text_is(told: Store) -> None:
    told.erase(stone("report", "r1"))
    assert told.standing(report(), "rules 99") == "same"
    assert told.put(kept(report(), "rules 99"), [full_claim(report())]) == "same"
    assert BLANK in _kept(told, "r1").report.text
    assert told.put(kept(report(text="Another one.")), []) == "changed"


def test_a_persons_name_goes_from_everything_and_offsets_hold(told: Store) -> None:
    told.erase(stone("person", "Amal Rasho", why="Mrs Rasho asked for it"))
    found = _kept(told, "r1")
    assert found.report.text == TEXT.replace("Amal Rasho", BLANK * 10)
    (after,) = told.claims(report_id="r1")
    assert after.claimant.name == BLANK * 10
    assert after.claimant.as_written is not None
    assert after.claimant.as_written.text == "Colonel " + BLANK * 10
    assert after.agents[0].as_written is not None
    assert after.agents[0].as_written.text == BLANK * 5
    whole = told.incident("i1")
    assert whole is not None
    assert whole.accounts[0].claimants == (BLANK * 10,)
    assert whole.agents[0].name == BLANK * 10
    assert [made.why for made in told.rulings()] == [BLANK * 10 + " said so himself", "seen by " + BLANK * 11 + " too"]
    assert told.episodes(ids=["e1"])[0].gist.names == ("sarmin",)
    assert told.neighbours(["name rasho"]) == ()
    assert told.neighbours(["at 1:1"]) == told.episodes(ids=["e1"])
    assert told.count(Filter(actor="Amal Rasho")) == told.count(Filter(source="Rasho")) == 0
    assert told.count(Filter(text="shelling market")) == 1
    (set_up,) = told.tombstones()
    assert (set_up.id, set_up.why) == ("person-1", f"Mrs {BLANK * 5} asked for it")
    assert told.standing(report(url="https://post.example/amal-rasho"), "rules 99") == "same"
    assert told.check() == ()


def test_a_rulings_words_go_and_the_ruling_stays(told: Store) -> None:
    before = told.rulings()
    assert told.erase(stone("ruling", "u1")) == 1
    after = told.rulings()
    assert after[1] == before[1]
    assert (after[0].id, after[0].by, after[0].action, after[0].claim) == ("u1", "coder", "accept", before[0].claim)
    assert after[0].why == BLANK * len(before[0].why)


@pytest.mark.parametrize("kind", ["report", "person", "ruling"])
def test_what_is_not_there_is_not_erased_and_says_so(told: Store, kind: str) -> None:
    with pytest.raises(StoreError, match="nothing is erased"):
        told.erase(stone(kind, "Nobody Atall"))
    assert told.tombstones() == ()


@pytest.mark.parametrize(("kind", "name"), [("report", "r1"), ("person", "Amal Rasho"), ("ruling", "u1")])
def test_nothing_of_it_is_left_in_the_files(told: Store, address: str, kind: str, name: str) -> None:
    gone = {"report": ["Colonel", "shelling of", "Shells on"], "person": ["Rasho"], "ruling": ["said so himself"]}[kind]
    if kind == "report":
        told.put(kept(report("r2", "Corrected.", title=None)), [])
        told.put(kept(report("r3", "Corrected.", title=None)), [])
        for other in ("r2", "r3"):
            told.erase(stone("report", other))
        told.erase(stone("person", "Amal Rasho"))
    told.erase(stone(kind, name) if kind != "report" else stone("report", "r1"))
    told.settle([], Change(told.incidents(ANYWHERE), ()))
    for words in gone:
        assert words.casefold().encode() not in _files(address).lower()


def _files(address: str) -> bytes:
    """All bytes that a store keeps, its log included; PostgreSQL's log of changes is the server's affair."""
    if not address.startswith("postgresql"):
        return b"".join(path.read_bytes() for path in Path(address).parent.glob(Path(address).name + "*"))
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("CHECKPOINT")
        rows = connection.execute(
            "SELECT pg_read_binary_file(pg_relation_filepath(oid)) FROM pg_class"
            " WHERE relkind IN ('r', 'i', 't') AND relpersistence = 'p' AND pg_relation_filepath(oid) LIKE 'base/%'"
        )
        return b"".join(row[0] for row in rows)
