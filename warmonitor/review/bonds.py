"""What people said about which claims are one happening: incidents joined, claims split off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from warmonitor.records import Ruling
from warmonitor.review.force import in_force


@dataclass(frozen=True)
class Bonds:
    """Joins and splits that stand, in the order in which they were made."""

    joined: tuple[tuple[str, ...], ...]
    """Ids of incidents that are one, the one that keeps its id first."""
    parted: tuple[tuple[str, tuple[str, ...]], ...]
    """An incident and the claims that are not of it but one happening of their own."""


def bonds(rulings: Iterable[Ruling]) -> Bonds:
    """The joins and splits among the rulings; those that were undone are left out."""
    made = [ruling for ruling in in_force(rulings) if ruling.incident and ruling.others]
    return Bonds(
        joined=tuple((ruling.incident or "", *ruling.others) for ruling in made if ruling.action == "merge"),
        parted=tuple((ruling.incident or "", ruling.others) for ruling in made if ruling.action == "split"),
    )
