"""Look-ups a second by rung, resolutions of a report, memory, build time and file size, with no pack and with packs.

    python benchmarks/gazetteer.py [PACK...]

Builds a gazetteer of its own in a temporary folder and adds the packs (GeoNames dumps and what else can be added), and
measures before the first, after it, and after the last, each time in a fresh process, in seconds of the processor.

Every name is asked once, so that nothing is answered from memory; the quickest of some rounds counts, each with the
file opened anew and all caches empty, since what else the machine does only ever adds. A strict look-up is
`Gazetteer.named`, in the mix that reports ask: of the 18,015 different runs of words that the finder of places asked
for in 500 news reports 14 % were some place's name, so here one name of seven is of the file, picked at random, and six
are not. Found and not found are printed by themselves, too. The other rungs are asked with names of the file in another
spelling. Resolutions are `coding.places.find` on the sample reports, parsed before, each found for the first time and
again. Memory is what a process grows by that opens the file, resolves the reports and searches for thousands of names.

Ends with exit code 1 if strict look-ups are fewer than 100,000 a second, or memory grows by more than 150 MB.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import argparse
import gc
import random
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

import spacy

from warmonitor import coding, gazetteer, intake, pipeline, reading
from warmonitor.coding import places
from warmonitor.gazetteer import Gazetteer
from warmonitor.gazetteer.build import build
from warmonitor.gazetteer.entries import read
from warmonitor.gazetteer.keys import plain
from warmonitor.gazetteer.ladder import rungs
from warmonitor.records import Document, Report

FEWEST = 100_000
MOST_MB = 150.0
ASKED = 3_000
"""Names of the file that are asked for; each rung has its own."""
MISSES = 6
"""Names that no place has for each that one has."""
ROUNDS, LOOSE_ROUNDS = 20, 3
SPELT_IN = frozenset(("SYR", "UKR", "IRQ"))
"""Where names are looked for on all rungs: few reports name more countries."""
T = TypeVar("T")
SAMPLES = Path(__file__).parent.parent / "warmonitor" / "samples"
LOOSE = {"article": "al-{}", "fold": "{}h", "skeleton": "{}ou", "slavic": "{}o"}


@dataclass(frozen=True)
class Figures:
    """Look-ups a second, resolutions a second, and MB."""

    strict: float
    found: float
    missed: float
    by_rung: dict[str, float]
    reports: float
    again: float
    grown: float


def main() -> int:
    """Prints the figures; 0 if they are good."""
    parser = argparse.ArgumentParser(description="Speed, size and memory of the gazetteer.")
    parser.add_argument("packs", nargs="*", type=Path, help="files to add, such as SY.zip")
    options = parser.parse_args()
    good = True
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "gazetteer.sqlite"
        total = seconds = _timed(lambda: build(path))
        print(f"build            {seconds:.1f} s")
        good &= _figures(path, 0, total)
        for number, pack in enumerate(options.packs, 1):
            total += (seconds := _timed(lambda pack=pack: gazetteer.add(path, pack)))  # type: ignore[misc]
            print(f"added {pack.name:10} {seconds:.1f} s")
            if number in (1, len(options.packs)):
                good &= _figures(path, number, total)
    return 0 if good else 1


def _figures(path: Path, packs: int, seconds: float) -> bool:
    """Measured in a process of its own: this one has built a file, and its memory would hide what a look-up takes."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        f = pool.submit(_measured, path).result()
    print(f"{packs} packs          {path.stat().st_size / 1e6:.0f} MB on disk after {seconds:.0f} s, of the processor")
    print(f"  memory         {f.grown:.0f} MB more (at most {MOST_MB:.0f})")
    print(f"  strict         {f.strict:,.0f} a second (at least {FEWEST:,}), one of {MISSES + 1} found")
    print(f"  all found      {f.found:,.0f} a second")
    print(f"  none found     {f.missed:,.0f} a second")
    for rung, speed in f.by_rung.items():
        print(f"  {rung:14} {speed:,.0f} a second")
    print(f"  resolutions    {f.reports:,.0f} reports a second, {f.again:,.0f} when their names were asked before")
    return f.strict >= FEWEST and f.grown <= MOST_MB


def _measured(path: Path) -> Figures:
    documents, names = _documents(), _names(path)
    before = _resident()
    gc.disable()  # else what is measured is how many objects the parser has left
    with gazetteer.open(path) as ours:
        atlas = coding.coder(ours).atlas
        first = _rate(lambda document: places.find(document, atlas), documents)
        again = _rate(lambda document: places.find(document, atlas), documents)
    unknown = [f"{name} {other}" for name, other in zip(names, reversed(names), strict=True)]
    parts = [names[at : at + ASKED] for at in range(0, len(names), ASKED)]
    mix = [*parts[0], *unknown[: MISSES * ASKED]]
    random.Random(1).shuffle(mix)
    asked = {"strict": mix, "found": parts[1], "missed": unknown[-ASKED:]}
    rates = {of: _opened_anew(path, lambda ours: ours.named, some, ROUNDS) for of, some in asked.items()}
    loose = {}
    for rung, part in zip(LOOSE, parts[2:], strict=False):
        keys = [key for name in part for kind, key in rungs(LOOSE[rung].format(name)) if kind == rung]
        loose[rung] = _opened_anew(path, lambda ours: ours._under, keys)
    spelt = [f"{name}e" for name in parts[6]]
    loose["whole ladder"] = _opened_anew(path, lambda ours: lambda name: ours.like(name, SPELT_IN), spelt)
    with gazetteer.open(path) as ours:
        for some in (*asked.values(), *parts[2:6]):
            for name in some:
                ours.search(name)
        return Figures(**rates, by_rung=loose, reports=first, again=again, grown=_resident() - before)


def _opened_anew(
    path: Path, look: Callable[[Gazetteer], Callable[[str], object]], asked: Sequence[str], rounds: int = LOOSE_ROUNDS
) -> float:
    """Look-ups a second in the quickest of some rounds, in each of which nothing was asked before."""
    rates = []
    for _ in range(rounds):
        plain.cache_clear()
        rungs.cache_clear()
        with gazetteer.open(path) as ours:
            rates.append(_rate(look(ours), asked))
    return max(rates)


def _rate(look: Callable[[T], object], asked: Sequence[T]) -> float:
    start = time.process_time()
    for one in asked:
        look(one)
    return len(asked) / (time.process_time() - start)


def _names(path: Path) -> list[str]:
    """Different names of places of the file, at random: enough for each rung and for what no place is called."""
    db = sqlite3.connect(path)
    try:
        rows = db.execute("SELECT row FROM places WHERE number % 8 = 0").fetchall()
    finally:
        db.close()
    names = sorted({read(row).name for (row,) in rows})
    random.Random(1).shuffle(names)
    return names[: (MISSES + 2) * ASKED]


def _documents() -> list[Document]:
    parser, rules = spacy.load(pipeline.PARSER), reading.load_rules()
    reports = [found for found in intake.take([SAMPLES]) if isinstance(found, Report)]
    return list(reading.parse((reading.prepare(report, rules) for report in reports), parser, len(reports)))


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _resident() -> float:
    """MB that this process holds now; where the system does not say, the most that it held."""
    pages = Path("/proc/self/statm")
    if pages.exists():
        return int(pages.read_text().split()[1]) * resource.getpagesize() / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    sys.exit(main())
