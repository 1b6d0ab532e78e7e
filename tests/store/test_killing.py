"""A process that is killed at any moment leaves whole reports or none, and none that it had kept is lost."""

from __future__ import annotations

import multiprocessing
import random
import time

from store.telling import ANYWHERE
from store.writing import CLAIMS, numbered, write_on
from warmonitor.store import Store

KILLS = 200
LONGEST = 0.05  # seconds after the first commit: some ten transactions of an idle machine
WRITERS = multiprocessing.get_context("forkserver")


def test_killed_at_two_hundred_moments_it_loses_nothing_and_keeps_no_half(store: Store, address: str) -> None:
    moments = random.Random(200)
    WRITERS.set_forkserver_preload(["store.writing", "warmonitor.store.sqlite", "warmonitor.store.postgres", "psycopg"])
    kept: dict[str, int] = {}
    pending = 0
    for kill in range(KILLS):
        confirmed = _killed(address, f"k{kill:03d}-", moments.uniform(0, LONGEST))
        kept |= confirmed
        for name, version in confirmed.items():
            found = store.report(name)
            assert found is not None
            assert found.version >= version
        if kill % 10 == 0:
            assert all("reconciled" in finding for finding in store.check())
        counts = store.counts()
        assert counts.claims == counts.reports * CLAIMS
        assert counts.pending - pending in (0, 1)
        pending = counts.pending
    assert all("reconciled" in finding for finding in store.check())
    _is_whole(store, kept)


def _killed(address: str, who: str, after: float) -> dict[str, int]:
    """What a writer said that it had kept before it was killed."""
    hears, says = WRITERS.Pipe(duplex=False)
    writer = WRITERS.Process(target=write_on, args=(address, who, 0, 10_000, says))
    writer.start()
    says.close()
    confirmed: dict[str, int] = dict([hears.recv()])
    time.sleep(after)
    writer.kill()
    writer.join()
    try:
        while hears.poll():
            name, version = hears.recv()
            confirmed[name] = version
    except EOFError:
        pass
    return confirmed


def _is_whole(store: Store, kept: dict[str, int]) -> None:
    """Every report has all of its claims and episodes, and is settled but for those whose writer died before."""
    assert len(kept) >= KILLS
    pending = set(store.pending())
    settled = {name for incident in store.incidents(ANYWHERE) for name in incident.reports}
    for found in store.reports():
        name = found.report.id
        who, number = name[:5], int(name[5:])
        assert found.report == numbered(who, number, found.version)
        assert len(tuple(store.claims(report_id=name))) == len(store.episodes(report_id=name)) == CLAIMS
        assert name in settled or name in pending
        assert name in kept or found.version == 1 or kept.get(name) == found.version - 1
