"""Figures with open ends: what one source gives, the range over sources, sums and differences.

low is the lowest figure that any source gives, high the highest; which is best the codebook's `figure_rules.tsv` says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from warmonitor.records import Bound, Count, GroupKind, Toll

Rule = Literal["conservative", "independent", "latest"]
"""Which of several figures is called best."""
BROAD: frozenset[GroupKind | None] = frozenset({None, "unknown", "civilians"})
"""Groups that already hold the children, women and men told beside them."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it is known; None is unknown."""

    low: float | None = None
    best: float | None = None
    high: float | None = None
    bound: Bound = "="

    @property
    def size(self) -> float:
        """For comparing: the printed number, else a bound."""
        return next((value for value in (self.best, self.low, self.high) if value is not None), 0)


@dataclass(frozen=True, slots=True)
class Told:
    """One source's figure, and the day from which it is known."""

    figure: Figure
    known: date | None


def of_toll(toll: Toll) -> Figure:
    """A toll's number."""
    return Figure(toll.low, toll.best, toll.high, toll.bound)


def of_count(count: Count) -> Figure:
    """The figure of an incident."""
    return Figure(count.low, count.best, count.high, "=" if count.high is not None else ">=")


def of_source(tolls: Sequence[Toll]) -> Figure:
    """One source's figure of one group: the largest for the whole, or its parts (children, women) added."""
    parts: dict[GroupKind | None, Figure] = {}
    for toll in tolls:
        found = of_toll(toll)
        if toll.group_kind not in parts or found.size > parts[toll.group_kind].size:
            parts[toll.group_kind] = found
    whole = [figure for kind, figure in parts.items() if kind in BROAD]
    pieces = [figure for kind, figure in parts.items() if kind not in BROAD]
    candidates = [*whole, *([added(pieces)] if pieces else [])]
    return max(candidates, key=lambda figure: figure.size)


def over_sources(told: Sequence[Told], rule: Rule) -> Figure:
    """The range over independent sources, in the order in which they became known; the rule says which is best."""
    figures = [one.figure for one in told]
    if len(set(figures)) == 1:
        return figures[0]
    lows = [f.low if f.low is not None else f.best for f in figures]
    top = max(figures, key=lambda f: (f.size, f.high is None))
    high = top.high if top.high is not None or top.bound in (">", ">=") else top.best
    low = min((low for low in lows if low is not None), default=None)
    return Figure(low, _best(told, rule), high, "=" if high is not None else ">=")


def _best(told: Sequence[Told], rule: Rule) -> float | None:
    printed = [(one.figure.best, one.known) for one in told if one.figure.best is not None]
    if not printed:
        return None
    if rule == "conservative":
        return min(best for best, _ in printed)
    last = max((known for _, known in printed if known), default=None)
    if rule == "latest":
        return next(best for best, known in printed if known == last)
    times = Counter(best for best, _ in printed)
    most = max(times.values())
    return next(best for best, _ in reversed(printed) if times[best] == most)


def added(figures: Sequence[Figure]) -> Figure:
    """The sum: low adds what is known at least, best the printed numbers, high is open if one of them is."""
    lows = [f.low if f.low is not None else f.best for f in figures]
    known = [low for low in lows if low is not None]
    bests = [f.best for f in figures if f.best is not None]
    highs = [f.high for f in figures]
    closed = None if None in highs else sum(high for high in highs if high is not None)
    return Figure(
        sum(known) if known else None, sum(bests) if bests else None, closed, "=" if closed is not None else ">="
    )


def less(total: Figure, part: Figure) -> Figure:
    """What a total has beyond a part of it; never below zero, and open where either is."""
    best = None if total.best is None or part.best is None else max(0.0, total.best - part.best)
    low = None if total.low is None or part.high is None else max(0.0, total.low - part.high)
    high = None if total.high is None or part.low is None else max(0.0, total.high - part.low)
    return Figure(low, best, high, total.bound)
