"""Shows how right the coder is on our stories: `cd tests && python -m accuracy [--raise] [--misses] [STORY ...]`."""

from __future__ import annotations

import argparse
import sys

from accuracy.coded import tallies
from accuracy.floors import broken, floors, keep, lift, measured
from accuracy.scoring import Tally


def main() -> int:
    """Prints the figures; 1 when one is below its floor."""
    parser = argparse.ArgumentParser(prog="python -m accuracy", description=__doc__)
    parser.add_argument("story", nargs="*", help="show these stories only")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to what was measured")
    parser.add_argument("--misses", action="store_true", help="show every claim that is missed, wrong or too many")
    asked = parser.parse_args()
    scored = {name: tally for name, tally in tallies().items() if not asked.story or name in asked.story}
    if asked.misses:
        for name, tally in scored.items():
            _show(name, tally)
    figures, low = measured(scored), floors()
    for name, figure in figures.items():
        _say(f"{name:32} {figure:5.1f}  floor {low.get(name, 0.0):5.1f}")
    if asked.lift and not asked.story:
        keep(lift(figures))
    return 1 if not asked.story and broken(figures) else 0


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _show(name: str, tally: Tally) -> None:
    _say(f"== {name}: F1 {tally.f1()}, found {tally.found}/{tally.expected}, {len(tally.extra)} more")
    for wanted, claim, wrong in tally.pairs:
        if wrong and not wanted.minor:
            coded = {field: _short(claim, field) for field in wrong}
            _say(f"  wrong {coded} in {wanted.evidence.text!r}")
    for words in tally.core_missed:
        _say(f"  missed {words!r}")
    for claim in tally.extra:
        _say(f"  more {claim.event_type} {claim.trigger.text!r} in {claim.evidence.text!r}")


def _short(claim: object, field: str) -> str:
    name = {"claimant_kind": "claimant"}.get(field, field)
    value = getattr(claim, name)
    if isinstance(value, tuple):
        return ", ".join(str(getattr(one, "name", one)) for one in value)
    if field == "time":
        return f"{value.start}..{value.end}" if value else "none"
    return f"{value.name}/{value.kind}" if name == "claimant" else str(value)


if __name__ == "__main__":
    sys.exit(main())
