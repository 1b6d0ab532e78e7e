"""No story and no field may be coded worse than it was."""

from __future__ import annotations

from accuracy.coded import tallies
from accuracy.floors import MARGIN, broken, lift, measured


def test_nothing_falls_below_its_floor() -> None:
    assert broken(measured(tallies())) == {}


def test_floors_are_lifted_and_never_lowered() -> None:
    figures = measured(tallies())
    lifted = lift({**figures, "facts": 100.0, "claims found": 0.0})
    assert lifted["facts"] == 100.0 - MARGIN
    assert lifted["claims found"] >= 0.0
    assert lift(dict.fromkeys(figures, 0.0)) <= lifted or all(value >= 0 for value in lifted.values())
