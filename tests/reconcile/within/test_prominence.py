"""How much of a report is about an incident."""

from __future__ import annotations

import pytest

from reconcile.telling import ARIHA, MONDAY, claim, later
from warmonitor.reconcile import read_happenings
from warmonitor.reconcile.tellings import tellings
from warmonitor.reconcile.within.prominence import prominence
from warmonitor.records import Claim, Report

TABLE = read_happenings()
STRIKE = claim("air_strike", 0, place=ARIHA, killed=7)


def weight(*claims: Claim, title: str | None = None) -> float:
    report = Report(id="r", text="", title=title, published=later(1))
    return prominence(tellings(claims, TABLE), 3, later(1), report)


@pytest.mark.parametrize("lesser", [
    claim("air_strike", 2500, place=ARIHA, killed=7),
    claim("air_strike", 0, place=ARIHA),
    claim("diplomatic_meeting", 0, place=ARIHA),
    claim("air_strike", 0, place=ARIHA, killed=7, realis="planned"),
    claim("air_strike", 0, place=ARIHA, killed=7, day=later(-365)),
])  # fmt: skip
def test_what_comes_late_or_killed_nobody_or_is_old_or_planned_weighs_less(lesser: Claim) -> None:
    assert 0 <= weight(lesser) < weight(STRIKE) <= 1


def test_what_stands_in_the_title_weighs_more() -> None:
    assert weight(STRIKE, title="air_strike in the north") > weight(STRIKE, title="Talks resume in Ankara")


def test_many_claims_weigh_more_than_one() -> None:
    assert weight(STRIKE, claim("attack", 60, place=ARIHA, day=MONDAY)) > weight(STRIKE)
