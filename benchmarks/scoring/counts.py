"""What is counted: right out of how many, found out of predicted and expected; and the score that comes of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pydantic import BaseModel, ConfigDict


class GoldRecord(BaseModel):
    """One line of a gold file; fields that a scorer does not need are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    report_id: str


@dataclass(frozen=True)
class Score:
    """Figures in percent, by measure; the first is the headline."""

    reports: int
    figures: dict[str, float]

    @property
    def headline(self) -> float:
        """The figure that stands for the task, to one digit."""
        return next(iter(self.figures.values()))


@dataclass
class Share:
    """Right out of how many."""

    right: int = 0
    of: int = 0

    def percent(self) -> float:
        """0 where nothing was asked."""
        return 100 * self.right / max(1, self.of)


@dataclass
class Tally:
    """Shares by field."""

    shares: dict[str, Share] = field(default_factory=dict)

    def add(self, name: str, right: bool, applies: bool = True) -> bool:
        """Counts one answer, if the gold has the field at all; says whether it was right."""
        if applies:
            share = self.shares.setdefault(name, Share())
            share.right += right
            share.of += 1
        return right

    def mean(self, names: Iterable[str]) -> float:
        """Mean percentage of those fields that were asked at all, to one digit."""
        used = [self.shares[name].percent() for name in names if name in self.shares]
        return round(sum(used) / max(1, len(used)), 1)

    def figures(self) -> dict[str, float]:
        """Percentage of each field, to one digit."""
        return {name: round(share.percent(), 1) for name, share in self.shares.items()}


@dataclass
class Matches:
    """How many were found, predicted and expected."""

    found: int = 0
    predicted: int = 0
    expected: int = 0

    def add(self, found: int, predicted: int, expected: int) -> None:
        """Counts the things of one report."""
        self.found += found
        self.predicted += predicted
        self.expected += expected

    def f1(self) -> float:
        """Harmonic mean of precision and recall in percent, to one digit."""
        return round(200 * self.found / max(1, self.predicted + self.expected), 1)


def total(matches: Iterable[Matches]) -> Matches:
    """All of them as one."""
    out = Matches()
    for one in matches:
        out.add(one.found, one.predicted, one.expected)
    return out
