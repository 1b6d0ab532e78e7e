"""A ledger that was kept is the ledger that would be drawn up now, whatever has been done to the record since."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from postgres import Cluster, cluster
from telegraph import Telegraph

from warmonitor import ledgers
from warmonitor.errors import WarmonitorError
from warmonitor.monitor import LedgerKind, Monitor, open_monitor
from warmonitor.monitor.copying import with_originals
from warmonitor.records import Filter, Report, Ruling
from warmonitor.store import open_store

__all__ = ["cluster"]
NOON = datetime(2020, 3, 9, 12, tzinfo=UTC)
KINDS: tuple[LedgerKind, ...] = ("tolls", "control", "displacement", "commitments", "sources")
LINES = (
    "monitor: air_strike at Ariha on 2020-03-02 killed 9", "Turkey: air_strike at Ariha on 2020-03-02 killed 11",
    "Syrian army: denies air_strike at Ariha on 2020-03-02", "rebels: territory_gain at Sarmin by Russia on 2020-03-04",
    "monitor: shelling at Saraqib on 2020-03-05 killed 3", "narrator: displacement at Maarrat on 2020-03-04",
)  # fmt: skip
ASKED = (
    Filter(),
    Filter(place="Ariha"),
    Filter(actor="Russia"),
    Filter(text="shelling at"),
    Filter(status=("disputed",)),
)


@dataclass(frozen=True)
class Step:
    """Something that is done to the record."""

    what: str
    which: int
    lines: tuple[int, ...]

    def do(self, monitor: Monitor, number: int) -> None:
        """Does it; what cannot be done just now is left."""
        with suppress(WarmonitorError):
            getattr(self, self.what)(monitor, number)

    def add(self, monitor: Monitor, _: int) -> None:
        told = "\n".join(LINES[at] for at in self.lines)
        name, outlet = f"r{self.which % 4}", ("Herald", "Courier", None)[self.which % 3]
        monitor.add([Report(id=name, text=told, published=date(2020, 3, 5 + self.which % 4), outlet=outlet)])

    def rule(self, monitor: Monitor, number: int) -> None:
        claims = [claim.id for claim in monitor.store.claims()]
        incidents = [found.id for found in monitor.incidents().incidents]
        if not claims or not incidents:
            return
        claim, incident = claims[self.which % len(claims)], incidents[self.which % len(incidents)]
        made: list[dict[str, object]] = [
            {"action": "accept", "claim": claim}, {"action": "reject", "claim": claim},
            {"action": "unsure", "claim": claim}, {"action": "unsure", "incident": incident},
            {"action": "reject", "incident": incident}, {"action": "accept", "incident": incident},
            {"action": "edit", "claim": claim, "field": "stance", "after": None},
            {"action": "merge", "incident": incident, "others": incidents[-1:]},
            {"action": "split", "incident": incident, "others": monitor.incident(incident).claims[:1]},
            {"action": "undo", "undoes": f"u{number - 1}"},
            {"action": "accept", "source": "Turkey", "field": "reliability", "after": "B"},
        ]  # fmt: skip
        at = NOON + timedelta(minutes=number)
        fields = made[sum(self.lines) % len(made)]
        monitor.rule(Ruling.model_validate({"id": f"u{number}", "at": at, "by": "Rana", "why": "seen", **fields}))

    def redact(self, monitor: Monitor, number: int) -> None:
        if self.which % 3 == 0:
            monitor.redact("report", f"r{self.which % 4}", by="Rana", why="asked")
        elif self.which % 3 == 1:
            monitor.redact("person", "Turkey", by="Rana", why="asked")
        else:
            monitor.redact("ruling", f"u{number - 1}", by="Rana", why="asked")

    def reconcile(self, monitor: Monitor, _: int) -> None:
        monitor.reconcile(everything=True)


STEPS = st.lists(
    st.builds(
        Step,
        st.sampled_from([*["add"] * 5, *["rule"] * 6, "redact", "reconcile"]),
        st.integers(0, 30),
        st.lists(st.integers(0, len(LINES) - 1), min_size=1, max_size=4).map(tuple),
    ),
    min_size=2,
    max_size=9,
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
    left = ledgers.chosen(lines, where, having.__contains__)
    return tuple(line.row for line in (ledgers.with_sums(left) if kind == "tolls" else left))


@pytest.fixture(scope="module")
def make(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], str]:
    """Makes stores that hold nothing."""
    folder = tmp_path_factory.mktemp("stores")
    with closing(open_store(folder / "made.db")) as store:
        store.migrate()
    names = (folder / f"{number}.db" for number in itertools.count())
    return lambda: str(shutil.copy(folder / "made.db", next(names)))


def opened(address: str) -> Monitor:
    return open_monitor(address, build=Telegraph, now=lambda: NOON)


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
    with opened(address) as mine, opened(address) as other:
        for number, step in enumerate(steps):
            step.do(mine, number)
            expected = fresh(mine, kind, where, as_of)
            for monitor in (mine, other, mine):
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
    monkeypatch.setattr(ledgers, "drawn_up", never)
    assert monitor.ledger("tolls", Filter(place="Ariha")).part("incident") == before.part("incident")[:1]
    assert monitor.ledger("tolls", period="year").part("incident") == before.part("incident")
    assert monitor.store.edition() == edition, "asking changes nothing"


def test_a_ruling_that_changes_nothing_leaves_the_ledgers(monitor: Monitor, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tuple(monitor.ledger("sources"))
    claim = next(iter(monitor.store.claims())).id
    for number, action in enumerate(("unsure", "accept")):
        fields = {"id": f"u{number}", "at": NOON, "by": "Rana", "action": action, "claim": claim}
        monitor.rule(Ruling.model_validate(fields))
    monkeypatch.setattr(ledgers, "drawn_up", never)
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
