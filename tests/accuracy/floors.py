"""Floors of accuracy, kept beside this file: a change may raise them, never lower them."""

from __future__ import annotations

import json
from pathlib import Path

from accuracy.scoring import FIELDS, Tally

FLOORS = Path(__file__).with_name("floors.json")
MARGINS = {"story": 2.5, "field": 1.5}  # points that one may lose to another without fault; 1 for the rest


def measured(tallies: dict[str, Tally]) -> dict[str, float]:
    """Fact F1 of every story and, over all of them, of every field and the share of claims found, in percent."""
    total = Tally()
    for tally in tallies.values():
        total.add(tally)
    figures = {f"story {name}": tally.f1() for name, tally in sorted(tallies.items())}
    figures |= {f"field {name}": total.f1(name) for name in FIELDS}
    figures["claims found"] = round(100 * total.found / max(1, total.expected), 1)
    figures["core claims found"] = round(100 - 100 * len(total.core_missed) / max(1, total.core), 1)
    figures["facts"] = total.f1()
    return figures


def floors() -> dict[str, float]:
    """The floors in force; what has none yet is not held to any."""
    return dict(json.loads(FLOORS.read_text(encoding="utf-8"))) if FLOORS.exists() else {}


def broken(figures: dict[str, float]) -> dict[str, tuple[float, float]]:
    """What fell below its floor: the figure and the floor."""
    return {name: (figures.get(name, 0.0), low) for name, low in floors().items() if figures.get(name, 0.0) < low}


def lift(figures: dict[str, float]) -> dict[str, float]:
    """Floors lifted to the figures less the margin, where that is higher; never lowered."""
    kept = floors()
    return {name: round(max(kept.get(name, 0.0), figure - margin(name)), 1) for name, figure in figures.items()}


def margin(name: str) -> float:
    """The points by which the figure of this name may vary."""
    return MARGINS.get(name.split()[0], 1.0)


def keep(lifted: dict[str, float]) -> None:
    """Writes the floors."""
    FLOORS.write_text(json.dumps(lifted, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
