"""What was ruled on a text that has changed since: its claims found again in the new one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from warmonitor.records import Claim, Ruling
from warmonitor.review.applying import by_claims

ALIKE = 0.5
"""Share of their words that two sentences must have in common to be one sentence before and after a correction."""


def successors(old: Sequence[Claim], new: Sequence[Claim]) -> dict[str, str]:
    """Claims of an old text to those of the new one that say the same: the likeliest pairs first, each claim once.

    Two claims pair if they are of one event type and their evidence shares half of its words or more.
    """
    pairs = sorted(
        (-likeness, abs(before.evidence.start - after.evidence.start), before.id, after.id)
        for before in old
        for after in new
        if before.event_type == after.event_type and (likeness := _likeness(before, after)) >= ALIKE
    )
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, _, before_id, after_id in pairs:
        if before_id not in found and after_id not in taken:
            found[before_id] = after_id
            taken.add(after_id)
    return found


def carry(old: Sequence[Claim], new: Sequence[Claim], rulings: Iterable[Ruling]) -> dict[str, tuple[Ruling, ...]]:
    """The rulings on old claims, under the ids of the new claims that took their place.

    They are of another text, so `state_of` calls such a claim stale until somebody rules on it anew.
    """
    on = by_claims(rulings)
    pairs = successors([claim for claim in old if claim.id in on], new)
    return {after: tuple(on[before]) for before, after in pairs.items()}


def _likeness(one: Claim, other: Claim) -> float:
    mine, theirs = set(one.evidence.text.casefold().split()), set(other.evidence.text.casefold().split())
    return len(mine & theirs) / max(len(mine | theirs), 1)
