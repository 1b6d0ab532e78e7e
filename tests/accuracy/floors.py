"""Floors of accuracy, kept beside this file: a change may raise them, never lower them."""

from __future__ import annotations

import json
from pathlib import Path

from accuracy.scoring import FIELDS, Tally

FLOORS = Path(__file__).with_name("floors.json")
MISSED = Path(__file__).with_name("missed.json")
"""Core claims that the program does not find yet, by story: the list may only grow shorter."""
MARGIN = 1.5  # points that one story may lose to another without fault


def measured(tallies: dict[str, Tally]) -> dict[str, float]:
    """Fact F1 of every story and, over all of them, of every field and the share of claims found, in percent."""
    total = Tally()
    for tally in tallies.values():
        total.add(tally)
    figures = {f"story {name}": tally.f1() for name, tally in sorted(tallies.items())}
    figures |= {f"field {name}": total.f1(name) for name in FIELDS}
    figures["claims found"] = round(100 * total.found / max(1, total.expected), 1)
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
    return {name: round(max(kept.get(name, 0.0), figure - MARGIN), 1) for name, figure in figures.items()}


def known_misses() -> dict[str, list[str]]:
    """The core claims that need not be found yet."""
    return dict(json.loads(MISSED.read_text(encoding="utf-8"))) if MISSED.exists() else {}


def still_missed(tallies: dict[str, Tally]) -> dict[str, list[str]]:
    """The list without what is found by now; with no list yet, all that is missed."""
    known = known_misses() if MISSED.exists() else {name: tally.core_missed for name, tally in tallies.items()}
    left = {
        name: [words for words in known.get(name, ()) if words in tally.core_missed] for name, tally in tallies.items()
    }
    return {name: words for name, words in sorted(left.items()) if words}


def keep(lifted: dict[str, float], missed: dict[str, list[str]]) -> None:
    """Writes the floors and the list of what is missed."""
    for path, content in ((FLOORS, lifted), (MISSED, missed)):
        path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
