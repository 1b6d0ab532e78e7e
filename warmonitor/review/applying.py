"""Rulings replayed over claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from warmonitor.records import Claim, Ruling
from warmonitor.review.state import state_of


def apply(claims: Iterable[Claim], rulings: Iterable[Ruling]) -> Iterator[Claim]:
    """The claims as people left them, in their order; those that were rejected are left out."""
    by_claim = by_claims(rulings)
    for claim in claims:
        ruled = by_claim.get(claim.id)
        if not ruled:
            yield claim
            continue
        state = state_of(claim, ruled)
        if not state.rejected:
            yield state.claim


def by_claims(rulings: Iterable[Ruling]) -> dict[str, list[Ruling]]:
    """Rulings by the claim that they are on; an undoing goes with what it undoes."""
    found: dict[str, list[Ruling]] = {}
    claim_of: dict[str, str] = {}
    for ruling in rulings:
        claim = ruling.claim or (claim_of.get(ruling.undoes) if ruling.undoes else None)
        if claim is not None:
            claim_of[ruling.id] = claim
            found.setdefault(claim, []).append(ruling)
    return found
