"""No story and no field may be coded worse than it was."""

from __future__ import annotations

from accuracy.coded import tallies
from accuracy.floors import broken, floors, lift, margin, measured


def test_nothing_falls_below_its_floor() -> None:
    assert broken(measured(tallies())) == {}


def test_floors_are_lifted_and_never_lowered() -> None:
    figures = measured(tallies())
    assert lift({**figures, "facts": 100.0})["facts"] == 100.0 - margin("facts")
    sunk = lift(dict.fromkeys(figures, 0.0))
    assert all(sunk[name] >= low for name, low in floors().items())
