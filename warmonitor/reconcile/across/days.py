"""The days on which an episode may have happened, given how it was dated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from warmonitor.records import Gist

LAG = 3  # days that a report may come after what it tells without a date of its own
LONG = 10  # days from which a time names no happening: "this month", "since December"


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day, as ordinals; `firm` if words of the report say so."""

    first: int
    last: int
    firm: bool

    @property
    def long(self) -> bool:
        """Too long a time to tell one happening from others."""
        return self.last - self.first >= LONG


def days_of(gist: Gist, known: date | None) -> Days | None:
    """The days of an episode; what is not dated happened in the days before it was known."""
    first, last = gist.start or gist.end, gist.end or gist.start
    if first is not None and last is not None:
        return Days(first.toordinal() - (0 if gist.firm else LAG), last.toordinal(), gist.firm)
    if known is None:
        return None
    return Days(known.toordinal() - LAG, known.toordinal(), firm=False)
