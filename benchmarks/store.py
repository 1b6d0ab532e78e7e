"""How fast a store answers with 100,000 claims and incidents in it: filters, ledgers, queues, one more report.

    python benchmarks/store.py war.db
    python benchmarks/store.py postgresql://user@host/name --incidents 10000

The store is filled if it is empty, with an invented war: seeded, the same every time.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # run as a script, only its own folder is known

from warmonitor.monitor import LedgerKind, open_monitor
from warmonitor.records import (
    Account,
    Claim,
    Claimant,
    Count,
    Episode,
    Filter,
    Incident,
    Kept,
    Party,
    Place,
    Report,
    Span,
    Toll,
    When,
)
from warmonitor.store import Change, Store, open_store

TYPES = ("shelling", "air_strike", "battle", "bombing", "displacement", "territory_gain", "road_control", "abduction")
OUTLETS = ("Evening Post", "Valley News", "Radio Kestrel", "The Courier")
SIDES = ("Northern army", "River front", "Hill brigades", "Coast guard")
TOWNS = 3_000
DAYS = 1_500
START = date(2016, 1, 1)
PER_REPORT = 50
AT_ONCE = 5_000
REPEATS = 15


def towns(chance: random.Random) -> list[Place]:
    """Invented towns in a land of seven by six degrees."""
    return [
        Place(
            name=f"Town {number}", country="SYR", admin1=f"Province {number % 14}", precision="town", radius_km=2,
            lat=round(chance.uniform(32, 38), 4), lon=round(chance.uniform(35, 42), 4), gazetteer_id=f"own:{number}",
        )
        for number in range(TOWNS)
    ]  # fmt: skip


def reports(number: int) -> Iterator[tuple[Kept, list[Claim], list[Episode], list[Incident]]]:
    """Reports with their claims, and an incident of each claim."""
    chance = random.Random(5)
    places = towns(chance)
    for at in range(0, number, PER_REPORT):
        day = START + timedelta(days=chance.randrange(DAYS))
        sentences = [
            f"{chance.choice(TYPES)} near town {chance.randrange(TOWNS)} killed {chance.randrange(40)} people"
            for _ in range(min(PER_REPORT, number - at))
        ]
        text = ". ".join(sentences)
        told = Report(id=f"r{at:07d}", text=text, published=day, outlet=chance.choice(OUTLETS))
        kept = Kept(report=told, version=0, added=datetime(2026, 1, 1, tzinfo=UTC), coder="benchmark 1")
        claims, start = [], 0
        for position, sentence in enumerate(sentences):
            claims.append(_claim(told, position, start, sentence, chance.choice(places), chance))
            start += len(sentence) + 2
        episodes = [Episode(id=f"e{c.id}", report_id=told.id, claims=(c.id,), keys=(_key(c),)) for c in claims]
        yield kept, claims, episodes, [_incident(claim, chance) for claim in claims]


def _key(claim: Claim) -> str:
    """Few episodes share a day, a place and a kind, as in a real war."""
    return f"{claim.event_type} {claim.time and claim.time.start} {claim.places[0].name}"


def _claim(told: Report, position: int, start: int, words: str, place: Place, chance: random.Random) -> Claim:
    evidence = Span(start=start, end=start + len(words), text=words)
    day = (told.published or START) - timedelta(days=chance.randrange(3))
    return Claim(
        id=f"{told.id[1:]}{position:03d}", report_id=told.id, report_sha256=told.sha256, coder="benchmark 1",
        event_type=chance.choice(TYPES), evidence=evidence,
        trigger=Span(start=start, end=start + 4, text=words[:4]),
        claimant=Claimant(name=chance.choice(SIDES), kind="military"), agents=(Party(name=chance.choice(SIDES)),),
        places=(place,), time=When(start=day, end=day, precision="day"), tolls=(_toll(evidence),),
        confidence=round(chance.uniform(0.2, 1), 2),
    )  # fmt: skip


def _toll(words: Span) -> Toll:
    killed = int(words.text.split()[-2])
    return Toll(kind="killed", low=killed, high=killed, best=killed, as_written=words)


def _incident(claim: Claim, chance: random.Random) -> Incident:
    killed = claim.tolls[0].best
    return Incident(
        id=f"e{claim.id}", event_type=claim.event_type, start=claim.time and claim.time.start,
        end=claim.time and claim.time.end, place=claim.places[0], agents=claim.agents,
        killed=Count(low=killed, high=killed, best=killed), claims=(claim.id,), reports=(claim.report_id,),
        status=chance.choice(("disputed", "undisputed", "single_source")), prominence=round(chance.random(), 3),
        accounts=(Account(side="one", claimants=(claim.claimant.name,), says="occurred", claims=(claim.id,)),),
    )  # fmt: skip


def fill(store: Store, number: int) -> None:
    """Puts the invented war in, and tells how long it took."""
    begun, worked = time.perf_counter(), time.process_time()
    waiting: list[Incident] = []
    names: list[str] = []
    for kept, claims, episodes, incidents in reports(number):
        store.put(kept, claims, episodes)
        waiting += incidents
        names.append(kept.report.id)
        if len(waiting) >= AT_ONCE:
            store.settle(names, Change(tuple(waiting), ()))
            waiting, names = [], []
    store.settle(names, Change(tuple(waiting), ()))
    worked = time.process_time() - worked
    print(f"filled in {time.perf_counter() - begun:.0f} s, {worked:.0f} s of the processor")


QUESTIONS: tuple[tuple[str, Filter], ...] = (
    ("everything", Filter()),
    ("a place by name", Filter(place="Town 7")),
    ("a province", Filter(place="Province 3")),
    ("an actor", Filter(actor="river front")),
    ("a source", Filter(source="radio kestrel")),
    ("a month", Filter(since=date(2018, 3, 1), until=date(2018, 3, 31))),
    ("two types, disputed", Filter(types=("battle", "bombing"), status=("disputed",))),
    ("two words", Filter(text="battle 17")),
    ("a viewport and a month", Filter(box=(36, 34, 37.5, 35), since=date(2018, 3, 1), until=date(2018, 3, 31))),
    ("a viewport and a year", Filter(box=(36, 34, 37.5, 35), since=date(2018, 1, 1), until=date(2018, 12, 31))),
    ("a viewport", Filter(box=(36, 34, 37.5, 35))),
)


def measure(store: Store) -> None:
    """Prints the shortest time of each question, which other work on the machine disturbs least, in milliseconds."""
    print(f"{'':26}{'found':>8}{'count':>9}{'first 50':>10}{'ids':>9}   (ms, shortest of 15)")
    for name, where in QUESTIONS:
        times = [
            _shortest(partial(store.count, where)),
            _shortest(partial(store.incidents, where, limit=50)),
            _shortest(partial(store.incident_ids, where)),
        ]
        shown = "".join(f"{took:>{width}.1f}" for took, width in zip(times, (9, 10, 9), strict=True))
        print(f"{name:26}{store.count(where):>8}{shown}")


def measure_adding(store: Store, number: int) -> None:
    """Prints how long it takes to keep and settle one more report of five claims; it is put in anew each time."""
    (kept, claims, episodes, incidents), *_ = reports(5)
    took = []
    for at in range(REPEATS):
        told = kept.report.model_copy(update={"id": f"more{number}"})
        told = told.model_copy(update={"title": f"Take {at} of {time.time_ns()}"})
        begun = time.perf_counter()
        store.put(kept.model_copy(update={"report": told}), claims, episodes)
        store.settle([told.id], Change(tuple(incidents), ()))
        took.append((time.perf_counter() - begun) * 1000)
    print(f"one more report: {min(took):.1f} ms, half of the times under {sorted(took)[REPEATS // 2]:.1f} ms")


KINDS: tuple[LedgerKind, ...] = ("tolls", "control", "displacement", "commitments", "sources")


def measure_desk(where: str) -> None:
    """Prints the processor's seconds of ledgers, drawn up anew and as they are kept, and of the queues."""
    with open_monitor(where) as monitor:
        told = Report(id="of no claims", text=f"At {time.time_ns()} nothing happened.", published=START)
        monitor.store.put(
            Kept(report=told, version=0, added=datetime.now(UTC), coder="benchmark 1"), ()
        )  # another state
        print(f"{'ledger':26}{'rows':>8}{'drawn up':>10}{'kept':>8}{'of a month':>12}   (s of the processor)")
        month = Filter(since=date(2018, 3, 1), until=date(2018, 3, 31))
        for kind in KINDS:
            anew = _seconds(lambda kind=kind: monitor.ledger(kind)[:300])  # type: ignore[misc]
            kept = _seconds(lambda kind=kind: monitor.ledger(kind)[:300])  # type: ignore[misc]
            some = _seconds(lambda kind=kind: monitor.ledger(kind, month)[:300])  # type: ignore[misc]
            print(f"{kind:26}{len(monitor.ledger(kind)):>8}{anew:>10.1f}{kept:>8.2f}{some:>12.2f}")
        total = monitor.queue_sizes()
        print(f"all queues counted: {_seconds(monitor.queue_sizes) * 1000:.0f} ms ({total})")
        for name in ("new", "contested", "low_confidence"):
            at = total[name] // 2
            took = _seconds(lambda name=name, at=at: monitor.queue(name, limit=3, offset=at))  # type: ignore[misc]
            print(f"queue {name}, three from {at:,} on: {took * 1000:.0f} ms")
        print(f"status: {_seconds(monitor.status) * 1000:.0f} ms; outlines {_seconds(monitor.outlines) * 1000:.0f} ms")
    print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def _seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _shortest(ask: Callable[[], object]) -> float:
    ask()
    took = []
    for _ in range(REPEATS):
        begun = time.perf_counter()
        ask()
        took.append((time.perf_counter() - begun) * 1000)
    return min(took)


def main() -> None:
    """What the command line asks for."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    asked.add_argument("store")
    asked.add_argument("--incidents", type=int, default=100_000)
    given = asked.parse_args()
    store = open_store(given.store)
    store.migrate()
    if not store.counts().incidents:
        fill(store, given.incidents)
    print(store.counts())
    measure(store)
    measure_adding(store, given.incidents)
    store.close()
    measure_desk(given.store)


if __name__ == "__main__":
    main()
