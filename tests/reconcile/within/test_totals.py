"""Which totals of a report count a happening among others."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile.telling import ARIHA, ARMY, IDLIB, MONDAY, RUSSIA, SARMIN, claim, later, toll
from warmonitor.reconcile import reconcile
from warmonitor.records import Window

MARCH = Window(start=date(2020, 3, 1), end=date(2020, 3, 31))
STRIKE = claim("air_strike", place=ARIHA, agent=RUSSIA, killed=2)


def test_two_of_today_are_among_the_nineteen_of_the_month_and_never_added() -> None:
    month = claim("casualty_report", 900, place=IDLIB, tolls=(toll(19, scope="cumulative", window=MARCH),))
    strike = next(i for i in reconcile([STRIKE, month]) if STRIKE.id in i.claims)
    assert strike.totals == (month.id,)
    assert strike.killed is not None
    assert strike.killed.best == 2


def test_personnel_may_be_anybodys() -> None:
    month = claim(
        "casualty_report", 900, place=IDLIB, tolls=(toll(19, scope="cumulative", window=MARCH, group="personnel"),)
    )
    named = claim("air_strike", place=ARIHA, agent=RUSSIA, tolls=(toll(2, group="Turkish soldiers"),))
    assert next(i for i in reconcile([named, month]) if named.id in i.claims).totals == (month.id,)


@pytest.mark.parametrize(
    "total",
    [
        claim("casualty_report", 900, place=SARMIN, tolls=(toll(19, scope="cumulative", window=MARCH),)),
        claim("casualty_report", 900, place=IDLIB, tolls=(toll(1, scope="cumulative", window=MARCH),)),
        claim("casualty_report", 900, place=IDLIB, tolls=(toll(19, kind="injured", scope="cumulative", window=MARCH),)),
        claim(
            "casualty_report", 900, place=IDLIB, day=later(-40),
            tolls=(toll(19, scope="cumulative", window=Window(start=later(-60), end=later(-30))),),
        ),
    ],
)  # fmt: skip
def test_totals_of_other_places_days_or_things_do_not_count_it(total: object) -> None:
    strike = next(i for i in reconcile([STRIKE, total]) if STRIKE.id in i.claims)  # type: ignore[list-item]
    assert strike.totals == ()


def test_a_toll_of_both_sides_counts_that_of_one() -> None:
    battle = claim("battle", place=ARIHA, agent=ARMY, tolls=(toll(3, side="Syrian army"),))
    both = claim("casualty_report", 900, place=ARIHA, tolls=(toll(9, side="both"),), day=MONDAY)
    found = next(i for i in reconcile([battle, both]) if battle.id in i.claims)
    assert both.id in found.totals
