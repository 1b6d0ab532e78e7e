"""A claim as it is compared with others: its event, days, place and parties made ready once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from warmonitor.reconcile.happenings import Happening, Happenings
from warmonitor.reconcile.parties import Side, sides
from warmonitor.reconcile.whereabouts import Spot, spot
from warmonitor.records import Claim, EventType, Toll

OPEN: frozenset[EventType] = frozenset({"attack", "casualty_report", "property_damage"})
"""Types that do not say by what means force was used."""


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """One claim, ready to be compared."""

    claim: Claim
    happening: Happening
    start: int
    end: int
    """Where its evidence stands in the report."""
    first_day: date | None
    last_day: date | None
    dated: bool
    """The days were read from words of the clause, not inferred."""
    spot: Spot | None
    agents: tuple[Side, ...]
    targets: tuple[Side, ...]
    means: EventType | None
    """The type of force that its words name by the means, where its own type leaves that open."""
    tolls: tuple[Toll, ...]
    """Those of the incident alone."""

    @property
    def running(self) -> bool:
        """It gives a running total, of many incidents."""
        return bool(self.claim.tolls) and all(toll.scope == "cumulative" for toll in self.claim.tolls)

    @property
    def actual(self) -> bool:
        """It has happened or is happening, as the claimant has it."""
        return self.claim.realis in ("occurred", "ongoing")


def tellings(claims: Iterable[Claim], happenings: Happenings) -> tuple[Telling, ...]:
    """The claims in the order of the report's text, whatever order they came in."""
    ordered = sorted(claims, key=lambda c: (c.evidence.start, c.evidence.end, c.trigger.start, c.event_type, c.id))
    return tuple(_telling(claim, happenings) for claim in ordered)


def _telling(claim: Claim, happenings: Happenings) -> Telling:
    happening = happenings.types[claim.event_type]
    when = claim.time
    return Telling(
        claim=claim,
        happening=happening,
        means=happenings.means_of(claim.evidence.text) if claim.event_type in OPEN else None,
        start=claim.evidence.start,
        end=claim.evidence.end,
        first_day=when.start if when else None,
        last_day=when.end if when else None,
        dated=bool(when and when.as_written and not when.inferred),
        spot=spot(claim.places),
        agents=sides(claim.agents),
        targets=sides(claim.targets),
        tolls=tuple(toll for toll in claim.tolls if toll.scope == "incident" and toll.part_of is None),
    )
