"""How long one more report takes in a store that holds a made-up war, from its text to the incidents that it touches.

    python benchmarks/adding.py war.db [--claims 100000] [--reports 60]
    python benchmarks/adding.py postgresql://user@host/name

An empty store is filled first (at 100,000 claims some six minutes), with all but a few hundred reports; of those each
run adds some through `Monitor.add`, one by one. Coding is left out: the claims come as the war has them. Prints
milliseconds of this process and of the clock on the wall, which counts a database server too, and all other work that
the machine does. Exits with 1 if the slowest takes longer of the process than it may.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # run as a script, only its own folder is known

from benchmarks.generated_war.press import Press
from benchmarks.war import made, shuffled
from warmonitor.errors import InputError
from warmonitor.monitor import open_monitor
from warmonitor.pipeline import Coded
from warmonitor.reconcile import bands, episodes, read_happenings, reconcile, signature
from warmonitor.records import Claim, Kept, Report
from warmonitor.store import Change, Store, open_store
from warmonitor.version import coded_by

MOST = 300  # milliseconds of the process that one more report may take
LATER = 600  # reports that are left out when a store is filled, enough for ten runs
AT_ONCE = 2_000  # incidents that are written together
ADDED = datetime(2026, 1, 1, tzinfo=UTC)


class AsMade:
    """Hands the claims of the war over, where a pipeline would code the text."""

    def __init__(self, told: Press) -> None:
        self._told = told

    def code(self, reports: Iterable[Report | InputError]) -> Iterator[Coded[Claim] | InputError]:
        """The claims of each report, as they were made up."""
        for report in reports:
            if isinstance(report, InputError):
                yield report
            else:
                yield Coded(report, tuple(self._told.claims[report.id]), report.published)


def fill(store: Store, told: Press, reports: list[Report]) -> None:
    """Puts the reports in, with their incidents."""
    table = read_happenings()
    for report in reports:
        claims, sign = told.claims[report.id], signature(report.text)
        kept = Kept(report=report, version=0, added=ADDED, coder=coded_by())
        store.put(kept, claims, episodes(claims, report, table), sign, bands(sign))
    found = reconcile([claim for report in reports for claim in told.claims[report.id]], reports, table)
    for at in range(0, len(found), AT_ONCE):
        store.settle([], Change(found[at : at + AT_ONCE], ()))
    store.settle(store.pending(), Change((), ()))


def added(where: str, told: Press, reports: Iterable[Report]) -> Iterator[tuple[float, float]]:
    """Milliseconds of the process and of the clock for each report."""
    with open_monitor(where, build=lambda: AsMade(told)) as monitor:
        for report in reports:
            worked, begun = time.process_time(), time.perf_counter()
            monitor.add([report])
            yield 1000 * (time.process_time() - worked), 1000 * (time.perf_counter() - begun)


def main() -> int:
    """What the command line asks for; 1 if a report takes too long."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("store")
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--reports", type=int, default=60)
    asked = parser.parse_args()
    told = made(asked.claims)
    reports = shuffled(told, 5)[1]
    store = open_store(asked.store)
    store.migrate()
    if not store.counts().reports:
        fill(store, told, reports[LATER:])
    print(store.counts())
    fresh = [report for report in reports[:LATER] if store.report(report.id) is None][: asked.reports + 1]
    store.close()
    _, *spent = added(asked.store, told, fresh)  # the first one opens what all others use
    if not spent:
        print("No report is left to add: fill another store.", file=sys.stderr)
        return 1
    for name, taken in zip(("process", "clock"), map(sorted, zip(*spent, strict=True)), strict=True):
        slow = sum(one > MOST for one in taken)
        print(
            f"one more report, ms of the {name}: half under {statistics.median(taken):.0f}, nine of ten under "
            f"{taken[int(0.9 * (len(taken) - 1))]:.0f}, slowest {taken[-1]:.0f}; over {MOST}: {slow} of {len(taken)}"
        )
    return int(max(of_process for of_process, _ in spent) > MOST)


if __name__ == "__main__":
    sys.exit(main())
