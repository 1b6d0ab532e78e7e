"""Two writers and some readers at once: each waits for its turn, nobody is refused."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ThreadPoolExecutor

from store.telling import kept, report
from store.writing import CLAIMS, keep, write_on
from warmonitor.store import Store, open_store

WRITERS = multiprocessing.get_context("forkserver")
REPORTS = 25


def test_two_writers_and_readers_at_once(store: Store, address: str) -> None:
    pipes = [WRITERS.Pipe(duplex=False) for _ in range(2)]
    writers = [
        WRITERS.Process(target=write_on, args=(address, f"w{at}-", 0, REPORTS, says))
        for at, (_, says) in enumerate(pipes)
    ]
    for writer in writers:
        writer.start()
    for _, says in pipes:
        says.close()
    with ThreadPoolExecutor(2) as readers:
        reading = [readers.submit(_read, address) for _ in range(2)]
        for hears, _ in pipes:
            while hears.recv() != ("done", 0):
                pass
        assert sum(read.result() for read in reading) > 0
    for writer in writers:
        writer.join()
        assert writer.exitcode == 0
    counts = store.counts()
    assert (counts.reports, counts.incidents, counts.claims) == (2 * REPORTS, 2 * REPORTS, 2 * REPORTS * CLAIMS)
    assert store.check() == ()


def _read(address: str) -> int:
    """Reads until all is there; every state that is seen is whole."""
    store = open_store(address)
    seen = 0
    while True:
        seen += 1
        counts = store.counts()
        assert counts.claims == counts.reports * CLAIMS
        assert len(store.outlines().outlines) >= counts.incidents
        if counts.reports == 2 * REPORTS and counts.pending == 0:
            store.close()
            return seen


def test_a_reader_that_stops_halfway_does_not_hold_writers_up(store: Store, address: str) -> None:
    other = open_store(address)
    for number in range(20):
        keep(store, "r", number, 1)
    claims = store.claims()
    next(claims)
    keep(other, "r", 20, 1)
    assert sum(1 for _ in claims) == 20 * CLAIMS - 1
    assert other.counts().reports == 21
    other.close()


def test_reconciling_takes_turns_and_writing_does_not_wait_for_it(store: Store, address: str) -> None:
    other = open_store(address)
    told: list[str] = []

    def reconcile() -> None:
        with other.turn():
            told.append("other")

    with ThreadPoolExecutor(1) as beside:
        with store.turn():
            waiting = beside.submit(reconcile)
            other.put(kept(report()), [])
            told.append("mine")
        waiting.result()
    assert told == ["mine", "other"]
    other.close()


def test_what_is_read_in_stillness_is_of_one_moment(store: Store, address: str) -> None:
    other = open_store(address)
    keep(store, "r", 0, 1)
    with store.still():
        assert store.counts().reports == 1
        keep(other, "r", 1, 1)
        assert store.counts().reports == 1
        assert len(store.episodes()) == CLAIMS
    assert store.counts().reports == 2
    other.close()
