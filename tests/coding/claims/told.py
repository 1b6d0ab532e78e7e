"""What tests of claims look at: the claim of a type, the names of its parties, the places of its event."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from warmonitor.records import Claim, Party

Code = Callable[[str], list[Claim]]


def of_type(claims: list[Claim], event_type: str) -> Claim:
    """The first claim of a type."""
    return next(claim for claim in claims if claim.event_type == event_type)


def types(claims: list[Claim]) -> list[str]:
    return [claim.event_type for claim in claims]


def names(parties: Iterable[Party]) -> list[str]:
    return [party.name for party in parties]


def scene(claim: Claim) -> list[str]:
    return [place.name for place in claim.places if place.role == "event"]
