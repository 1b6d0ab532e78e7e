"""Words a second of the bare spaCy pipeline and of coding, in one run, and whether memory grows with the reports.

    python benchmarks/speed.py [REPORTS...] [--rounds 3]

Both are timed in turns on the same texts, in one process and one thread, in seconds of the processor; the best round of
each counts, since whatever else the machine does only slows them. Coding includes everything but the loading: repairs,
the parse, all finders, claims, and their JSON. Ends with exit code 1 if coding keeps less than 0.6 of the bare speed or
if memory grows.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import argparse
import gc
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from warmonitor import intake, pipeline
from warmonitor.export.json_lines import line
from warmonitor.records import Report

FLOOR = 0.6
"""Share of the bare pipeline's speed that coding must keep."""
GROWTH = 30.0
"""MB that memory may grow by from the first fifth to the last tenth of the long run: what the allocator does alone."""
LONG_RUN = 300
"""Reports of the long run, each with words of its own that no other report has."""
SAMPLES = Path(__file__).parent.parent / "warmonitor" / "samples"


def main() -> int:
    """Prints the figures; 0 if they are good."""
    options = _options()
    reports = [found for found in intake.take(options.reports) if isinstance(found, Report)]
    reports = reports * max(1, options.words // max(1, _words(reports)))
    ours = pipeline.build()
    bare, coded = _speeds(ours, reports, options.rounds)
    ratio = coded / bare
    print(f"texts            {len(reports)} reports, {_words(reports):,} words")
    print(f"spaCy alone      {bare:,.0f} words a second")
    print(f"warmonitor code  {coded:,.0f} words a second")
    print(f"ratio            {ratio:.2f} (at least {FLOOR})")
    growth = _growth(ours, reports)
    print(f"memory           {_resident():,.0f} MB, grown by {growth:,.1f} in {LONG_RUN} reports (limit {GROWTH:.0f})")
    return 0 if ratio >= FLOOR and growth <= GROWTH else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Speed of coding against the bare spaCy pipeline, and memory.")
    parser.add_argument("reports", nargs="*", default=[SAMPLES], help="files or folders; default: the sample reports")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is timed")
    parser.add_argument("--words", type=int, default=10_000, help="the texts are repeated to about so many words")
    return parser.parse_args()


def _words(reports: Iterable[Report]) -> int:
    return sum(len(report.text.split()) for report in reports)


def _speeds(ours: pipeline.Pipeline, reports: list[Report], rounds: int) -> tuple[float, float]:
    """Words a second: of the parser alone, of coding."""

    def parse() -> None:
        with ours.parser.memory_zone():
            for _ in ours.parser.pipe((report.text for report in reports), batch_size=32):
                pass

    def code() -> None:
        for coded in ours.code(reports):
            if not isinstance(coded, pipeline.Coded):
                raise coded
            for claim in coded.found:
                line(claim)

    parse()
    code()
    times = [(_seconds(parse), _seconds(code)) for _ in range(rounds)]
    words = _words(reports)
    return words / min(bare for bare, _ in times), words / min(coded for _, coded in times)


def _seconds(work: Callable[[], None]) -> float:
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def _growth(ours: pipeline.Pipeline, reports: list[Report]) -> float:
    """MB of resident memory between the first and the last tenth of many reports that all differ."""
    varied = (
        Report(id=f"r{at}", text=f"{reports[at % len(reports)].text}\n\nThe Zarq{at}ani family of Qal{at}at fled.")
        for at in range(LONG_RUN)
    )
    readings = [_resident() for _coded in ours.code(varied)]
    tenth = len(readings) // 10
    return max(readings[-tenth:]) - max(readings[: 2 * tenth])


def _resident() -> float:
    """Resident memory of this process in MB."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    sys.exit(main())
