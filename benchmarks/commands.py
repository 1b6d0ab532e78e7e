"""How long the store's commands take on a store of a made-up war.

    python benchmarks/commands.py [--claims 100000] [--store FILE|URL] [--json]

Makes a store of so many claims (benchmarks/war.py tells of the war), adds its reports as `warmonitor add` would, only
without coding, and asks it what commands and pages ask. Prints the processor's seconds of each,
and the most memory held.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # run as a script, only its own folder is known

from benchmarks.generated_war.press import Press
from benchmarks.war import made
from warmonitor.errors import InputError
from warmonitor.monitor import Monitor, open_monitor
from warmonitor.pipeline import Coded
from warmonitor.records import Claim, Filter, Report
from warmonitor.store import open_store


class Told:
    """A coder that knows the claims already."""

    def __init__(self, told: Press) -> None:
        self._claims = told.claims

    def code(self, reports: Iterable[Report | InputError]) -> Iterator[Coded[Claim] | InputError]:
        """The claims of each report."""
        for report in reports:
            if isinstance(report, Report):
                yield Coded(report, tuple(self._claims[report.id]), report.published)


def measure(claims: int, where: str) -> dict[str, float]:
    """The processor's seconds of each step and question."""
    told = made(claims)
    *before, last = told.reports
    with closing(open_store(where)) as store:
        store.migrate()
    figures: dict[str, float] = {"reports": len(told.reports), "claims": len(told.truth)}
    with open_monitor(where, build=lambda: Told(told), now=lambda: datetime.now(UTC)) as monitor:
        figures["add"] = _seconds(lambda: monitor.add(before))
        figures["add one more"] = _seconds(lambda: monitor.add([last]))
        figures["add again, all the same"] = _seconds(lambda: monitor.add(told.reports))
        figures["incidents"] = monitor.incidents(limit=1).total
        for name, ask in _questions(monitor):
            figures[name] = _seconds(ask)
    figures["memory, MB"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return figures


def _questions(monitor: Monitor) -> Iterator[tuple[str, Callable[[], object]]]:
    (first,) = monitor.incidents(limit=1).incidents
    named = next(found for found in monitor.incidents(limit=500).incidents if found.place and found.agents)
    place, agent = named.place.name if named.place else "", named.agents[0].name
    day = (first.start or datetime.now(UTC).date()) - timedelta(days=10)
    yield "incidents, a page", lambda: monitor.incidents(limit=50)
    yield "incidents of a place", lambda: monitor.incidents(Filter(place=place), limit=50)
    yield "incidents of an actor", lambda: monitor.incidents(Filter(actor=agent), limit=50)
    yield "incidents with words", lambda: monitor.incidents(Filter(text="killed"), limit=50)
    yield "incidents of a place as of a day", lambda: monitor.incidents(Filter(place=place), as_of=day, limit=50)
    yield "incidents by another rule, a page", lambda: monitor.incidents(rule="conservative", limit=50)
    yield "incident", lambda: monitor.incident(named.id)
    yield "incident with claims and history", lambda: (monitor.ruled(named.claims), monitor.history(named.id))
    yield "outlines of all incidents", monitor.outlines
    for kind in ("tolls", "control", "displacement", "commitments", "sources"):
        yield f"ledger {kind}", lambda kind=kind: monitor.ledger(kind)  # type: ignore[misc]
    yield "queue of the contested", lambda: monitor.queue("contested")
    yield "queue of the new", lambda: monitor.queue("new")
    yield "status", monitor.status
    yield "doctor", monitor.doctor
    yield "reconcile everything", lambda: monitor.reconcile(everything=True)


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return round(time.process_time() - start, 3)


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--store", help="where the store is made; default: a file that is gone afterwards")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(asked.claims, asked.store or str(Path(folder) / "war.db"))
    print(json.dumps(figures) if asked.json else "\n".join(f"{name:36} {value:,}" for name, value in figures.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
