"""A ledger that was kept is the ledger that would be drawn up now, whatever has been done to the record since."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from deeds import LINES, NOON, STEPS, Step, opened
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from postgres import Cluster, cluster

from warmonitor import ledgers
from warmonitor.monitor import Held, LedgerKind, Monitor
from warmonitor.monitor.copying import with_originals
from warmonitor.records import Filter, Report, Ruling
from warmonitor.store import open_store

__all__ = ["cluster"]
KINDS: tuple[LedgerKind, ...] = ("tolls", "control", "displacement", "commitments", "sources")
ASKED = (
    Filter(),
    Filter(place="Ariha"),
    Filter(actor="Russia"),
    Filter(text="shelling at"),
    Filter(status=("disputed",)),
)


def fresh(monitor: Monitor, kind: LedgerKind, where: Filter, as_of: date | None) -> tuple[ledgers.Row, ...]:
    """The ledger by the pure function alone, of all that the store holds."""
    store = monitor.store
    lines = ledgers.drawn_up(
        kind, store.claims(), store.incidents(Filter()), store.rulings(),
        reports=(ledgers.Origin(*told) for told in with_originals(store.provenance())), as_of=as_of,
        rule=monitor.figures,
    )  # fmt: skip
    having = {claim.id for claim in store.claims(where=where)} if where.text else set()
    left = list(ledgers.chosen(lines, where, having.__contains__))
    return tuple(line.row for line in (ledgers.arranged(left, ledgers.summed(left)) if kind == "tolls" else left))


@pytest.fixture(scope="module")
def make(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], str]:
    """Makes stores that hold nothing."""
    folder = tmp_path_factory.mktemp("stores")
    with closing(open_store(folder / "made.db")) as store:
        store.migrate()
    names = (folder / f"{number}.db" for number in itertools.count())
    return lambda: str(shutil.copy(folder / "made.db", next(names)))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    steps=STEPS,
    kind=st.sampled_from(KINDS),
    where=st.sampled_from(ASKED),
    as_of=st.sampled_from([None, date(2020, 3, 6)]),
)
def test_what_is_kept_is_what_would_be_drawn_up_after_any_changes(
    make: Callable[[], str], steps: list[Step], kind: LedgerKind, where: Filter, as_of: date | None
) -> None:
    address = make()
    with opened(address) as mine, opened(address) as other, opened(address) as desk, opened(address) as second:
        held = Held()
        desk.share(held)
        second.share(held)
        for number, step in enumerate(steps):
            step.do((mine, desk)[number % 2], number)
            expected = fresh(mine, kind, where, as_of)
            for monitor in (desk, mine, other, mine, second):
                assert monitor.ledger(kind, where, as_of) == expected


@pytest.fixture(scope="module")
def database(cluster: Cluster) -> Callable[[], str]:
    """Makes databases that hold nothing."""
    with closing(open_store(cluster.create("published"))) as store:
        store.migrate()
    names = (f"published_{number}" for number in itertools.count())
    return lambda: cluster.create(next(names), like="published")


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=STEPS)
def test_both_databases_keep_the_same_bytes(
    make: Callable[[], str], database: Callable[[], str], steps: list[Step]
) -> None:
    with opened(make()) as file, opened(database()) as server:
        for monitor in (file, server):
            for number, step in enumerate(steps):
                step.do(monitor, number)
        for kind in KINDS:
            first, again = ([row.model_dump_json() for row in file.ledger(kind)] for _ in range(2))
            assert [row.model_dump_json() for row in server.ledger(kind)] == first == again
            assert [row.model_dump_json() for row in server.ledger(kind)] == first


@pytest.fixture
def monitor(make: Callable[[], str]) -> Iterator[Monitor]:
    with opened(make()) as found:
        found.add([Report(id="a", text="\n".join(LINES), published=date(2020, 3, 6))])
        yield found


def never(*_: object, **__: object) -> list[ledgers.Line]:
    raise AssertionError("the ledger was drawn up again")


def test_a_ledger_is_drawn_up_once_whatever_is_asked_of_it(monitor: Monitor, monkeypatch: pytest.MonkeyPatch) -> None:
    edition = monitor.store.edition()
    before = monitor.ledger("tolls")
    assert before.part("incident")
    monkeypatch.setattr(ledgers, "draw_up", never)
    assert monitor.ledger("tolls", Filter(place="Ariha")).part("incident") == before.part("incident")[:1]
    assert monitor.ledger("tolls", period="year").part("incident") == before.part("incident")
    assert monitor.store.edition() == edition, "asking changes nothing"


@pytest.mark.parametrize("step", ["draw_up", "summed"])
def test_what_is_drawn_up_while_the_record_changes_is_not_kept(
    monitor: Monitor, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    draw = getattr(ledgers, step)

    def meanwhile(*given: Any, **asked: Any) -> list[ledgers.Line]:
        lines: list[ledgers.Line] = draw(*given, **asked)
        told = "monitor: shelling at Maarrat on 2020-03-07 killed 7"
        with opened(monitor.status().store) as other:
            other.add([Report(id="b", text=told, published=date(2020, 3, 8))])
        return lines

    monkeypatch.setattr(ledgers, step, meanwhile)
    before = tuple(monitor.ledger("tolls"))
    monkeypatch.undo()
    assert 7 not in [row.best for row in before if isinstance(row, ledgers.TollRow)]
    after = tuple(monitor.ledger("tolls"))
    assert after == fresh(monitor, "tolls", Filter(), None) != before


def test_a_ruling_that_changes_nothing_leaves_the_ledgers(monitor: Monitor, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tuple(monitor.ledger("sources"))
    claim = next(iter(monitor.store.claims())).id
    for number, action in enumerate(("unsure", "accept")):
        fields = {"id": f"u{number}", "at": NOON, "by": "Rana", "action": action, "claim": claim}
        monitor.rule(Ruling.model_validate(fields))
    monkeypatch.setattr(ledgers, "draw_up", never)
    assert monitor.ledger("sources") == before


def test_a_ledger_by_another_rule_is_another_ledger(monitor: Monitor) -> None:
    lowest, latest = (monitor.ledger("tolls", rule=rule) for rule in ("conservative", "latest"))
    strikes = [row.best for rows in (lowest, latest) for row in rows.part("incident") if row.kind == "killed"]  # type: ignore[union-attr]
    assert 9 in strikes
    assert monitor.ledger("tolls") == monitor.ledger("tolls", rule=monitor.figures)


def test_what_is_erased_is_not_in_a_kept_ledger(monitor: Monitor) -> None:
    path = Path(monitor.status().store)
    assert any("Turkey" in row.model_dump_json() for row in monitor.ledger("sources"))
    monitor.redact("person", "Turkey", by="Rana", why="asked")
    kept = [line.record for line in monitor.store.drawn("sources now", "") or ()]
    assert kept == []
    assert b"Turkey" not in path.read_bytes()
