"""Which numbers of a claim count what: its incident's own toll, a part of it, a running total, both sides together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from warmonitor.ledgers.known import PAST
from warmonitor.ledgers.victims import Victims, victims
from warmonitor.records import Claim, Stance, Toll, TollKind

STOCKS: frozenset[TollKind] = frozenset({"troops_deployed", "missing"})
"""What stands at a day and is told again and again: never added over incidents."""
NO_WORD: frozenset[Stance] = frozenset({"denies", "no_comment", "predicts", "threatens"})
"""Stances in which one does not stand for a number."""
ELSEWHERE: frozenset[TollKind] = frozenset({"displaced"})
"""What has a ledger of its own."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A number, the claim that gives it, and whom it counts."""

    claim: Claim
    toll: Toll
    victims: Victims


def put_forward(claims: Iterable[Claim]) -> Iterator[Counted]:
    """The numbers that claimants stand for: not what they deny, plan, fear or expect."""
    for claim in claims:
        if not claim.tolls or claim.stance in NO_WORD or claim.negated or claim.realis not in PAST:
            continue
        for toll in claim.tolls:
            if toll.kind not in ELSEWHERE and not (toll.low is None and toll.best is None and toll.high is None):
                yield Counted(claim, toll, victims(claim, toll))


def own_tolls(claims: Iterable[Claim]) -> Iterator[Counted]:
    """Tolls of one happening."""
    return filter(is_own, put_forward(claims))


def is_own(told: Counted) -> bool:
    """Whether the number is a toll of one happening, and of nobody whom another one counts."""
    return told.toll.part_of is None and not is_total(told)


def is_part(told: Counted) -> bool:
    """Whether it counts people whom another toll of the claim counts already."""
    return told.toll.part_of is not None


def totals(claims: Iterable[Claim]) -> Iterator[Counted]:
    """Running totals, tolls of both sides together, and stocks."""
    return (told for told in put_forward(claims) if is_total(told) and told.toll.part_of is None)


def is_total(told: Counted) -> bool:
    """Whether the number is of more than one happening and side."""
    return told.toll.scope == "cumulative" or told.toll.side == "both" or told.toll.kind in STOCKS
