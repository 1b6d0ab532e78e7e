"""Accuracy on prepared sets: one table of task, measure, ours, floor, best published and its source.

    python benchmarks/accuracy.py FOLDER [--task TASK ...] [--claims FOLDER] [--all] [--keep FOLDER]

FOLDER holds TASK.reports.jsonl and TASK.gold.jsonl for some of the tasks; a task that is not there is passed over. How
the sets are prepared is told in benchmarks/README.md. With `--keep` what was coded is written, to look at misses.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).parents[1]))  # run as a script, only its own folder is known

from benchmarks.scoring import claims
from benchmarks.scoring.coding import Desk
from benchmarks.scoring.counts import Score
from benchmarks.scoring.published import Anchor, anchors
from benchmarks.scoring.tasks import TASKS

WIDTHS = (13, 38, 6, 6, 6)


def main() -> int:
    """Prints the table; 2 if nothing is there to score."""
    options = _options()
    names = [name for name in TASKS if name in (options.task or TASKS) and _prepared(options.folder, name)]
    if not names and not options.claims:
        print(f"no TASK.reports.jsonl with its TASK.gold.jsonl in {options.folder}", file=sys.stderr)
        return 2
    desk, known = Desk(options.keep), anchors()
    print(_row("task", "measure", "ours", "floor", "best", "source of the best"))
    if options.claims:
        _print("claims", claims.score_folder(options.claims, desk), known, options.all)
    for name in names:
        made = desk.make(name, options.folder / f"{name}.reports.jsonl", TASKS[name].need)
        _print(name, TASKS[name].score(options.folder / f"{name}.gold.jsonl", made), known, options.all)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Accuracy on prepared sets, with the published figures beside ours.")
    parser.add_argument("folder", type=Path, help="with TASK.reports.jsonl and TASK.gold.jsonl")
    parser.add_argument("--task", nargs="+", choices=list(TASKS), help="only these")
    parser.add_argument("--claims", type=Path, help="a folder of NAME.report.json and NAME.gold.jsonl")
    parser.add_argument("--all", action="store_true", help="every measure, also those that nobody else reports")
    parser.add_argument("--keep", type=Path, help="where to write what was coded")
    return parser.parse_args()


def _prepared(folder: Path, name: str) -> bool:
    return all((folder / f"{name}.{kind}.jsonl").exists() for kind in ("reports", "gold"))


def _print(name: str, score: Score, known: list[Anchor], everything: bool) -> None:
    """The rows of a task: its headline, what has a figure to compare with, and with `everything` the rest."""
    of = {anchor.measure: anchor for anchor in known if anchor.task == name}
    for measure, ours in score.figures.items():
        anchor = of.get(measure)
        if anchor:
            print(_row(name, measure, _number(ours), _number(anchor.floor), _number(anchor.best), anchor.source))
        elif everything:
            print(_row(name, measure, _number(ours), "", "", ""))
    sys.stdout.flush()


def _number(figure: float | None) -> str:
    return "" if figure is None else f"{figure:.1f}"


def _row(*cells: str) -> str:
    left = (cell.ljust(width) for cell, width in zip(cells[:2], WIDTHS[:2], strict=True))
    right = (cell.rjust(width) for cell, width in zip(cells[2:5], WIDTHS[2:], strict=True))
    return "  ".join([*left, *right, cells[5]]).rstrip()


if __name__ == "__main__":
    sys.exit(main())
