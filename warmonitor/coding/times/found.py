"""The words that a rule matched, and what they were read as."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from warmonitor.coding.times.points import PRECISION, Point
from warmonitor.coding.times.words import Kind, Words
from warmonitor.records import TimePrecision


@dataclass(frozen=True, slots=True)
class Found:
    """Words that a rule of the grammar matched: words[first:last]."""

    words: Words
    rule: str
    first: int
    last: int

    def index(self, *kinds: Kind) -> int | None:
        """The first word of any of these kinds."""
        hits = [i for i in range(self.first, self.last) if self.words.kinds[i] in kinds]
        return hits[0] if hits else None

    def has(self, *kinds: Kind) -> bool:
        """Whether any word is of one of these kinds."""
        return self.index(*kinds) is not None

    def value(self, *kinds: Kind) -> str:
        """What the first word of these kinds is worth."""
        i = self.index(*kinds)
        return "" if i is None else self.words.value(i)

    def number(self, *kinds: Kind) -> int:
        """The same as a whole number; 0 without one."""
        value = self.value(*kinds)
        return int(value) if value.isdecimal() else 0

    def lower(self) -> str:
        """Its text in lower case."""
        return self.words.text[self.start : self.end].lower()

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.words.at[self.first][0]

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.words.at[self.last - 1][1]

    @property
    def opens(self) -> bool:
        """Whether it stands at the beginning of a sentence or heading, at most behind a preposition."""
        words, at = self.words, self.first - 1
        if words.kind(at) in (Kind.PREP, Kind.SINCE, Kind.UNTIL, Kind.FROM):
            at -= 1
        return words.kind(at) in (Kind.DOT, Kind.GAP)

    @property
    def before(self) -> str:
        """The kind of the word before it."""
        return self.words.kind(self.first - 1)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words mean. `days` None: a duration, a set, or days that cannot be known."""

    value: str
    days: tuple[date | None, date | None] | None = None
    precision: TimePrecision = "vague"
    point: Point | None = None
    """Where the story stands after it."""


def of_point(point: Point | None) -> Reading | None:
    """The reading of a point at its own grain."""
    return Reading(point.value, point.days, PRECISION[point.grain], point) if point else None
