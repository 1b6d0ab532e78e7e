"""Look-ups a second by rung, memory, build time and file size of the gazetteer, with no pack and with those given.

    python benchmarks/gazetteer.py [PACK...]

Builds a gazetteer of its own in a temporary folder and adds the packs (GeoNames dumps and what else can be added) one
after another. Names that are looked up are every hundredth of the file's, as a report would write them, and as many
that it does not have; each is looked up once, so that nothing is answered from memory. Memory is that of a fresh
process that opens the file and looks all of them up, beyond what it took before. Ends with exit code 1 if strict
look-ups are fewer than 100,000 a second of the processor, or memory grows by more than 150 MB.
"""

from __future__ import annotations

import argparse
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from warmonitor import gazetteer
from warmonitor.gazetteer import Gazetteer
from warmonitor.gazetteer.build import build

FEWEST = 100_000
MOST_MB = 150.0
EVERY = 100
AGAIN = 1_000


def main() -> int:
    """Prints the figures; 0 if they are good."""
    parser = argparse.ArgumentParser(description="Speed, size and memory of the gazetteer.")
    parser.add_argument("packs", nargs="*", type=Path, help="files to add, such as SY.zip")
    options = parser.parse_args()
    good = True
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "gazetteer.sqlite"
        seconds = _timed(lambda: build(path))
        print(f"build            {seconds:.1f} s")
        good &= _figures(path, 0)
        for number, pack in enumerate(options.packs, 1):
            seconds = _timed(lambda pack=pack: gazetteer.add(path, pack))  # type: ignore[misc]
            print(f"added {pack.name:10} {seconds:.1f} s")
            if number in (1, len(options.packs)):
                good &= _figures(path, number)
    return 0 if good else 1


def _figures(path: Path, packs: int) -> bool:
    """Measured in a process of its own: this one has built a file, and its memory would hide what a look-up takes."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        hits, misses, again, loose, grown = pool.submit(_measured, path).result()
    strict = 2 / (1 / hits + 1 / misses)
    print(f"{packs} packs          {path.stat().st_size / 1e6:.0f} MB on disk, {grown:.0f} MB more memory")
    print(f"  strict         {strict:,.0f} a second ({hits:,.0f} found, {misses:,.0f} not found; at least {FEWEST:,})")
    print(f"  strict, again  {again:,.0f} a second: names that the last reports had, too")
    print(f"  whole ladder   {loose:,.0f} a second")
    return strict >= FEWEST and grown <= MOST_MB


def _measured(path: Path) -> tuple[float, float, float, float, float]:
    """Look-ups a second of names found, not found, found again, and of the whole ladder, and MB that they took."""
    names = _names(path)
    before = _resident()
    with gazetteer.open(path) as places:
        hits = _rate(places, names, lambda g, name: g.named(name))
        misses = _rate(places, [name + " xq" for name in names], lambda g, name: g.named(name))
        loose = _rate(places, [name + "e" for name in names[::10]], lambda g, name: g.like(name, {"SYR", "UKR", "IRQ"}))
        again = _rate(places, names[-AGAIN:] * 10, lambda g, name: g.named(name))
        return hits, misses, again, loose, _resident() - before


def _rate(places: Gazetteer, names: list[str], look: Callable[[Gazetteer, str], object]) -> float:
    start = time.process_time()
    for name in names:
        look(places, name)
    return len(names) / (time.process_time() - start)


def _names(path: Path) -> list[str]:
    db = sqlite3.connect(path)
    try:
        return [name for (name,) in db.execute("SELECT DISTINCT name FROM places WHERE number % ? = 0", (EVERY // 10,))]
    finally:
        db.close()


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _resident() -> float:
    """MB that this process holds now; where the system does not say, the most that it held."""
    pages = Path("/proc/self/statm")
    if pages.exists():
        return int(pages.read_text().split()[1]) * resource.getpagesize() / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    sys.exit(main())
