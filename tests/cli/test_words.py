"""Values in words that fit a line."""

from __future__ import annotations

from datetime import date

import pytest

from warmonitor.cli import words
from warmonitor.records import Span, Toll, Window

SPRING = Window(start=date(2024, 4, 1), end=date(2024, 5, 3))


def _toll(**fields: object) -> Toll:
    usual = {"kind": "killed", "low": 9, "best": 9, "bound": ">=", "as_written": Span(start=0, end=6, text="nine or")}
    return Toll.model_validate({**usual, **fields})


def test_the_toll_of_an_incident_has_no_days_of_its_own() -> None:
    assert words.toll(_toll(group="civilians", window=SPRING)) == "at least 9 killed (civilians)"


@pytest.mark.parametrize(
    ("window", "shown"),
    [
        (SPRING, "at least 9 killed, in all from 2024-04-01 to 2024-05-03"),
        (Window(start=date(2024, 4, 1), end=date(2024, 4, 1)), "at least 9 killed, in all on 2024-04-01"),
        (Window(end=date(2024, 5, 3)), "at least 9 killed, in all to 2024-05-03"),
        (None, "at least 9 killed, in all"),
    ],
)
def test_a_running_total_says_its_days(window: Window | None, shown: str) -> None:
    assert words.toll(_toll(scope="cumulative", window=window)) == shown


def test_things_are_counted_by_their_name() -> None:
    assert words.toll(_toll(kind="other", group="tanks", low=4, best=4, bound="=")) == "4 tanks"
