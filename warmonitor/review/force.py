"""Which rulings stand: those that nobody has undone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from warmonitor.records import Ruling


def in_force(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """The rulings that stand, in the order in which they were made; undoings themselves are left out.

    An undoing can be undone, which restores what it had taken back.
    """
    made = tuple(rulings)
    undone: set[str] = set()
    for ruling in reversed(made):
        if ruling.action == "undo" and ruling.undoes and ruling.id not in undone:
            undone.add(ruling.undoes)
    return tuple(ruling for ruling in made if ruling.action != "undo" and ruling.id not in undone)


def last_of(rulings: Sequence[Ruling], by: str) -> Ruling | None:
    """The last ruling of a person that stands: what an undo without a name takes back."""
    return next((ruling for ruling in reversed(in_force(rulings)) if ruling.by == by), None)
