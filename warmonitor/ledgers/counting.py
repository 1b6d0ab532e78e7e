"""Which numbers of a claim count what: its incident's own toll, a part of it, a running total, both sides together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from warmonitor.ledgers.briefs import Brief
from warmonitor.ledgers.known import PAST
from warmonitor.ledgers.victims import Victims, victims
from warmonitor.records import Stance, Toll, TollKind

STOCKS: frozenset[TollKind] = frozenset({"troops_deployed", "missing"})
"""What stands at a day and is told again and again: never added over incidents."""
NO_WORD: frozenset[Stance] = frozenset({"denies", "no_comment", "predicts", "threatens"})
"""Stances in which one does not stand for a number."""
ELSEWHERE: frozenset[TollKind] = frozenset({"displaced"})
"""What has a ledger of its own."""


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """A number, the claim that gives it, and whom it counts."""

    claim: Brief
    toll: Toll
    victims: Victims


def put_forward(claims: Iterable[Brief], of: Callable[[Toll], bool] = lambda _: True) -> Iterator[Counted]:
    """The numbers that claimants stand for: not what they deny, plan, fear or expect. Only those `of` some sort."""
    for claim in claims:
        if not claim.tolls or claim.stance in NO_WORD or claim.negated or claim.realis not in PAST:
            continue
        for toll in claim.tolls:
            unsaid = toll.low is None and toll.best is None and toll.high is None
            if toll.kind not in ELSEWHERE and not unsaid and of(toll):
                yield Counted(claim, toll, victims(claim, toll))


def own_tolls(claims: Iterable[Brief]) -> Iterator[Counted]:
    """Tolls of one happening."""
    return put_forward(claims, is_own)


def totals(claims: Iterable[Brief]) -> Iterator[Counted]:
    """Running totals, tolls of both sides together, and stocks."""
    return put_forward(claims, lambda toll: is_total(toll) and not is_part(toll))


def is_own(toll: Toll) -> bool:
    """Whether the number is a toll of one happening, and of nobody whom another one counts."""
    return not is_part(toll) and not is_total(toll)


def is_part(toll: Toll) -> bool:
    """Whether it counts people whom another toll of the claim counts already."""
    return toll.part_of is not None


def is_total(toll: Toll) -> bool:
    """Whether the number is of more than one happening and side."""
    return toll.scope == "cumulative" or toll.side == "both" or toll.kind in STOCKS
