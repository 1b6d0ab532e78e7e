"""Tolls of other happenings that are told in the words of one: "4 killed ...", and later "26 were also killed"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence

from warmonitor.reconcile.tellings import Telling
from warmonitor.records import ClaimantKind, Toll

TIMES = 1.4  # how many times the first toll a later one is that is no rival or newer count of it
LEAD = 700  # characters in which news tells the toll that it is about
NARRATED: frozenset[ClaimantKind] = frozenset(("reporter", "journalist", "media", "unattributed"))


def foreign(members: Sequence[Telling]) -> list[Telling]:
    """The tellings whose dead are clearly more than those that the report is about.

    News gives the number first, in the headline and again below it. A larger one that comes later and does not count
    the first among its own is of another day or place. Nothing is known where the first number is vague ("dozens").
    """
    counted = [(telling, toll) for telling in members for toll in telling.tolls if toll.kind == "killed"]
    first = _first(counted)
    if first is None or _included(first, members):
        return []
    tellers = {telling.claim.claimant.name for telling, toll in counted if toll.best == first}
    return [
        telling
        for telling, toll in counted
        if _least(toll) > TIMES * first and telling.start > counted[0][0].end and not _rival(telling, tellers)
    ]


def _rival(telling: Telling, tellers: Container[str]) -> bool:
    """Whether somebody else counts: his number is another account."""
    claimant = telling.claim.claimant
    return claimant.kind not in NARRATED and claimant.name not in tellers


def _first(counted: Sequence[tuple[Telling, Toll]]) -> float | None:
    """The number that is told first and again, if it is exact."""
    if not counted or counted[0][0].start > LEAD:
        return None
    first = counted[0][1].best
    told = Counter(toll.best for _, toll in counted)
    return first if first is not None and told[first] > 1 else None


def _included(number: float, members: Sequence[Telling]) -> bool:
    """Whether a larger toll counts the number among its own: "15 people, five of them policemen"."""
    return any(toll.part_of is not None and toll.best == number for t in members for toll in t.claim.tolls)


def _least(toll: Toll) -> float:
    return next((n for n in (toll.low, toll.best, toll.high) if n is not None), 0.0)
