"""Both back ends give byte-identical output of every incident and ledger command."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime

import pytest
from postgres import Cluster, cluster
from telegraph import Telegraph

from warmonitor.monitor import Monitor, open_monitor
from warmonitor.records import Report, Ruling
from warmonitor.store import open_store

from .conftest import NOON, Say

__all__ = ["cluster"]
LEDGERS = ("tolls", "control", "displacement", "commitments", "sources")
FILTERS = (
    (),
    ("--place", "Saraqib"),
    ("--actor", "Turkey"),
    ("--since", "2020-02-28", "--until", "2022-12-31"),
    ("--type", "air_strike", "--type", "shelling"),
    ("--status", "disputed"),
    ("--source", "United Nations"),
    ("--text", "killed"),
    ("--as-of", "2020-02-28"),
    ("--as-of", "2022-04-08", "--type", "shelling"),
)


@pytest.fixture(scope="module")
def addresses(
    fill: Callable[[str], None], cluster: Cluster, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, str]]:
    """The same war in a file and in a database: the samples, a war told line by line, and what people ruled on both."""
    file = str(tmp_path_factory.mktemp("both") / "war.db")
    database = cluster.create("back_ends")
    for address in (file, database):
        fill(address)
        with open_monitor(address, build=Telegraph, now=lambda: NOON) as monitor:
            monitor.add(war())
            monitor.add([report(3, "monitor: air_strike at Sarmin on 2020-03-03 killed 12")])
            decide(monitor)
    yield file, database
    cluster.drop("back_ends")


def war() -> Iterator[Report]:
    """Strikes on four towns, each told by several with other numbers, some of them in the same words."""
    towns = ("Ariha", "Sarmin", "Saraqib", "Maarrat")
    for number in range(40):
        town, day = towns[number % 4], 1 + number // 8
        strike = f"air_strike at {town} on 2020-03-{day:02}"
        denial = [f"Syrian army: denies {strike}"] if number % 3 else []
        yield report(number, f"monitor: {strike} killed {number % 5 + 3}", *denial)


def report(number: int, *lines: str) -> Report:
    outlet = ("Herald", "Courier", None)[number % 3]
    return Report(id=f"r{number:02}", text="\n".join(lines), published=date(2020, 3, 2 + number // 8), outlet=outlet)


def decide(monitor: Monitor) -> None:
    """Merges, splits, edits, rejects and undoes, and erases a report and a name."""
    first, second, third, *_ = (found.id for found in monitor.incidents().incidents if len(found.claims) > 2)
    claims = monitor.incident(third).claims
    made: list[dict[str, object]] = [
        {"action": "merge", "incident": first, "others": (second,)},
        {"action": "split", "incident": third, "others": claims[:1]},
        {"action": "reject", "claim": claims[1]},
        {"action": "accept", "claim": claims[2]},
        {"action": "undo", "undoes": "r0"},
    ]
    at = datetime(2024, 7, 2, tzinfo=UTC)
    for number, fields in enumerate(made):
        monitor.rule(Ruling.model_validate({"id": f"r{number}", "at": at, "by": "Rana", "why": "seen", **fields}))
    monitor.redact("report", "r07", by="Rana", why="asked")
    monitor.redact("person", "Abu Khaled", by="Rana", why="asked")


@pytest.mark.parametrize("options", [*FILTERS, ("--format", "csv"), ("--format", "table")], ids=" ".join)
def test_incidents(addresses: tuple[str, str], say: Say, options: tuple[str, ...]) -> None:
    file, database = (say("incidents", "--format", "jsonl", *options, "--store", address) for address in addresses)
    assert file.code == 0, file.talk
    assert file.data
    assert database == file


@pytest.mark.parametrize("rule", ["conservative", "independent", "latest"])
def test_rules(addresses: tuple[str, str], say: Say, rule: str) -> None:
    file, database = (say("incidents", "--rule", rule, "--format", "jsonl", "--store", a) for a in addresses)
    assert file.code == 0, file.talk
    assert database == file


def test_every_incident_with_its_history(addresses: tuple[str, str], say: Say) -> None:
    lines = say("incidents", "--format", "jsonl", "--store", addresses[0]).data.splitlines()
    told = [found for found in map(json.loads, lines) if len(found["claims"]) > 4]
    assert len(told) > 5
    for found in told:
        file, database = (say("incident", found["id"], "--store", address) for address in addresses)
        assert file.code == 0, file.talk
        assert database == file


@pytest.mark.parametrize("options", [(), ("--format", "table"), FILTERS[1], FILTERS[8]], ids=" ".join)
@pytest.mark.parametrize("kind", LEDGERS)
def test_ledgers(addresses: tuple[str, str], say: Say, kind: str, options: tuple[str, ...]) -> None:
    file, database = (say("ledger", kind, "--format", "jsonl", *options, "--store", a) for a in addresses)
    assert file.code == 0, file.talk
    assert database == file


def test_both_are_sound(addresses: tuple[str, str], say: Say) -> None:
    for address in addresses:
        done = say("doctor", "--store", address)
        assert done.code == 0, done.talk + done.data
        with closing(open_store(address)) as store:
            assert store.counts().pending == 0
