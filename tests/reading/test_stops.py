"""False full stops go, missing blanks come; abbreviations and names stay as they are."""

from __future__ import annotations

import pytest

from warmonitor.reading.copy import Copy
from warmonitor.reading.rules import load_rules
from warmonitor.reading.stops import repair_stops


def mended(text: str) -> str:
    return repair_stops(Copy(text), load_rules().abbreviations).text


@pytest.mark.parametrize(
    ("damaged", "expected"),
    [
        ("They lost it to the guards. in a raid at dawn.", "They lost it to the guards in a raid at dawn."),
        ("The minister, Omar Saleh. who resigned, left.", "The minister, Omar Saleh who resigned, left."),
        ("It began at 4 a.m. on Friday.", "It began at 4 a.m. on Friday."),
        ("The region of Gov. of Kharkiv fell.", "The region of Gov. of Kharkiv fell."),
        ("The U.S. forces left.", "The U.S. forces left."),
        ("The troops left. al-Hassan stayed.", "The troops left. al-Hassan stayed."),
        ("Write to desk@example.org or example.org.", "Write to desk@example.org or example.org."),
        ("He waited... and then left.", "He waited... and then left."),
    ],
)
def test_false_stops(damaged: str, expected: str) -> None:
    assert mended(damaged) == expected


def test_careless_lower_case_writing_keeps_its_stops() -> None:
    text = "they came at night. shells fell. houses burned. people ran. nobody helped. smoke rose."
    assert mended(text) == text


@pytest.mark.parametrize(
    ("damaged", "expected"),
    [
        ("Nobody was there.The army came.", "Nobody was there. The army came."),
        ("It fell in 2013.The rebels left.", "It fell in 2013. The rebels left."),
        ("They came,shelled and left.", "They came, shelled and left."),
        ("In all 2,000 fled.", "In all 2,000 fled."),
        ("the enclaveby the river", "the enclaveby the river"),
        ("See example.org and U.S.A today.", "See example.org and U.S.A today."),
    ],
)
def test_missing_blanks(damaged: str, expected: str) -> None:
    assert mended(damaged) == expected


def test_drawn_lines_and_unbroken_runs_are_cut_short() -> None:
    assert mended("above " + "-" * 60 + " below") == "above --- below"
    assert max(map(len, mended("x" * 1000).split())) <= 200
