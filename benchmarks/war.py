"""Reconciling measured on a made-up war whose truth is known: right, the same in any order, and linear in time.

    python benchmarks/war.py [--claims 100000] [--orders 3] [--json]

Claims and reports are made as records, with the noise of real coding: places vague, missing or wrong, days taken from
the report's date, other words for the same thing, other numbers, spellings, copies, denials, running totals, reports
that come late or again. Prints pairwise precision, recall and F1 over claims, the seconds at a tenth and all of
the claims with the exponent of growth, whether shuffled orders and report-by-report settling give the same incidents,
how long one more report takes, and the most memory held. Seconds are those of the processor, in one process: whatever
else the machine does only slows the clock on the wall.
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))  # run as a script, only its own folder is known

from benchmarks.generated_war.press import Press, press
from benchmarks.generated_war.truth import happenings
from benchmarks.generated_war.world import outlets, theatres
from warmonitor.reconcile import Memory, episodes, read_happenings, reconcile, settle
from warmonitor.records import Claim, Incident, Report

CLAIMS_A_DAY = 180  # about; the war is made longer until there are enough claims
FLOOR = 95.0  # F1, in percent
SIZES = (0.1, 1.0)
SEED = 20210101
ONE_MORE = 60  # reports that are added one by one to the whole, for the time of one
INCREMENTAL = 3_000  # claims that are settled report by report, in every order


def made(claims: int, seed: int = SEED) -> Press:
    """A war of at least so many claims; a longer one begins like a shorter one."""
    days = max(3, math.ceil(claims / CLAIMS_A_DAY))
    while True:
        world = Random(seed)
        wars, papers = theatres(world), outlets(world)
        told = press(happenings(wars, days, Random(seed + 1)), papers, Random(seed + 2))
        if len(told.truth) >= claims:
            return told
        days = math.ceil(days * 1.1 * claims / max(1, len(told.truth)))


def pairwise(incidents: Iterable[Incident], truth: dict[str, int]) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs of claims, in percent; a total or a remark is alone in truth."""
    found = right = 0
    for incident in incidents:
        found += math.comb(len(incident.claims), 2)
        told = Counter(truth[claim] for claim in incident.claims if truth[claim] >= 0)
        right += sum(math.comb(n, 2) for n in told.values())
    real = sum(math.comb(n, 2) for happening, n in Counter(truth.values()).items() if happening >= 0)
    precision, recall = right / max(1, found), right / max(1, real)
    return 100 * precision, 100 * recall, 200 * precision * recall / max(1e-9, precision + recall)


def batch(claims: Sequence[Claim], reports: Sequence[Report]) -> tuple[float, tuple[Incident, ...]]:
    """Seconds, and the incidents of all at once."""
    gc.collect()
    start = time.process_time()
    found = reconcile(claims, reports)
    return time.process_time() - start, found


def settled(told: Press, reports: Iterable[Report], memory: Memory) -> list[float]:
    """Settles reports one by one; the milliseconds of each."""
    table, spent = read_happenings(), []
    for report in reports:
        start = time.process_time()
        claims = told.claims[report.id]
        memory.put(report.id, episodes(claims, report, table), claims)
        change = settle([report.id], memory, happenings=table)
        memory.write(change.written, change.gone)
        spent.append(1000 * (time.process_time() - start))
    return spent


def stocked(told: Press, reports: Sequence[Report]) -> Memory:
    """A memory that holds these reports and their incidents."""
    memory, table = Memory(), read_happenings()
    for report in reports:
        memory.put(report.id, episodes(told.claims[report.id], report, table), told.claims[report.id])
    memory.write(reconcile([c for report in reports for c in told.claims[report.id]], reports), ())
    return memory


def same(one: Iterable[Incident], other: Iterable[Incident]) -> bool:
    """Whether both are the same incidents, whatever their order."""
    return sorted(one, key=lambda i: i.id) == sorted(other, key=lambda i: i.id)


def shuffled(told: Press, seed: int) -> tuple[list[Claim], list[Report]]:
    """The claims and reports in another order."""
    random = Random(seed)
    claims = [claim for of_one in told.claims.values() for claim in of_one]
    reports = list(told.reports)
    random.shuffle(claims)
    random.shuffle(reports)
    return claims, reports


def measure(claims: int, orders: int) -> Iterator[tuple[str, object]]:
    """All figures, each as soon as it is known."""
    seconds: dict[int, float] = {}
    for share in SIZES:
        told = made(int(claims * share))
        everything, reports = shuffled(told, 0)
        seconds[len(everything)], found = batch(everything, reports)
        yield f"seconds for {len(everything):,} claims", round(seconds[len(everything)], 1)
    yield "memory, MiB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    (few, first), *_, (many, last) = seconds.items()
    yield "exponent of growth", round(math.log(last / first) / math.log(many / few), 2)
    yield "reports, incidents", f"{len(told.reports):,}, {len(found):,}"
    precision, recall, f1 = pairwise(found, told.truth)
    yield "precision, recall", f"{precision:.2f}, {recall:.2f}"
    yield "F1", round(f1, 2)
    _, reports = shuffled(told, 5)
    memory = stocked(told, reports[ONE_MORE:])
    gc.collect()
    gc.freeze()  # a store's reports lie on disk; here the collector would look through all of them now and then
    spent = settled(told, reports[:ONE_MORE], memory)
    yield "one more report, ms: mean, slowest", f"{sum(spent) / len(spent):.0f}, {max(spent):.0f}"
    yield "same when these came last", same(memory.incidents(), found)
    del memory
    gc.unfreeze()
    for seed in range(1, orders):
        yield f"same in shuffled order {seed + 1}", same(found, batch(*shuffled(told, seed))[1])
    small = made(min(claims, INCREMENTAL))
    reference = batch(*shuffled(small, 0))[1]
    for seed in range(orders):
        one_by_one = Memory()
        settled(small, shuffled(small, seed)[1], one_by_one)
        yield f"same report by report, order {seed + 1}", same(one_by_one.incidents(), reference)


def main() -> int:
    """Measures and prints; 1 if a floor is not reached."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--orders", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    figures: dict[str, object] = {}
    for name, value in measure(asked.claims, asked.orders):
        figures[name] = value
        if not asked.json:
            print(f"{name:38} {value}", flush=True)
    if asked.json:
        print(json.dumps(figures))
    wrong = [name for name, value in figures.items() if value is False]
    return 0 if float(str(figures["F1"])) >= FLOOR and not wrong else 1


if __name__ == "__main__":
    sys.exit(main())
