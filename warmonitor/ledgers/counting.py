"""Which numbers of a claim count what: its incident's own toll, a part of it, a running total, both sides together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from warmonitor.ledgers.known import PAST
from warmonitor.ledgers.victims import Victims, victims
from warmonitor.records import Claim, Toll, TollKind

STOCKS: frozenset[TollKind] = frozenset({"troops_deployed", "missing"})
"""What stands at a day and is told again and again: never added over incidents."""
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
        if (
            claim.stance in ("denies", "no_comment", "predicts", "threatens")
            or claim.negated
            or claim.realis not in PAST
        ):
            continue
        for toll in claim.tolls:
            if toll.kind not in ELSEWHERE and (toll.low, toll.best, toll.high) != (None, None, None):
                yield Counted(claim, toll, victims(claim, toll))


def own_tolls(claims: Iterable[Claim]) -> Iterator[Counted]:
    """Tolls of one happening."""
    return (told for told in put_forward(claims) if not is_total(told) and told.toll.part_of is None)


def part_tolls(claims: Iterable[Claim]) -> Iterator[Counted]:
    """People whom another toll of the claim counts already."""
    return (told for told in put_forward(claims) if told.toll.part_of is not None)


def totals(claims: Iterable[Claim]) -> Iterator[Counted]:
    """Running totals, tolls of both sides together, and stocks."""
    return (told for told in put_forward(claims) if is_total(told) and told.toll.part_of is None)


def is_total(told: Counted) -> bool:
    """Whether the number is of more than one happening and side."""
    return told.toll.scope == "cumulative" or told.toll.side == "both" or told.toll.kind in STOCKS
