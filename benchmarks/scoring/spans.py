"""Pairs of expected and recognised stretches of a text, and of things by report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar


class Stretch(Protocol):
    """Anything that stands between two offsets."""

    @property
    def start(self) -> int:
        """Offset of the first character."""

    @property
    def end(self) -> int:
        """Offset after the last character."""


class OfReport(Protocol):
    """Anything that was found in a report."""

    @property
    def report_id(self) -> str:
        """Which report."""


R = TypeVar("R", bound=OfReport)


def by_report(found: Iterable[R]) -> dict[str, list[R]]:
    """What was found in each report; an empty list for one that has nothing."""
    out: dict[str, list[R]] = defaultdict(list)
    for one in found:
        out[one.report_id].append(one)
    return out


def shared(one: Stretch, other: Stretch) -> int:
    """How many characters both have; not above zero if none."""
    return min(one.end, other.end) - max(one.start, other.start)


def equal(one: Stretch, other: Stretch) -> bool:
    """Whether both have the same offsets."""
    return one.start == other.start and one.end == other.end


def paired(golds: Sequence[Stretch], found: Sequence[Stretch], exact: bool) -> dict[int, int]:
    """One to one, gold to found: equal ones first, then those that share most; `exact` takes equal ones only."""
    near = sorted(
        (
            (equal(gold, one), shared(gold, one), -i, -j)
            for i, gold in enumerate(golds)
            for j, one in enumerate(found)
            if shared(gold, one) > 0
        ),
        reverse=True,
    )
    out: dict[int, int] = {}
    used: set[int] = set()
    for same, _, i, j in near:
        if (same or not exact) and -i not in out and -j not in used:
            out[-i] = -j
            used.add(-j)
    return out
