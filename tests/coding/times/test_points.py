from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmonitor.coding.times.points import SEASONS, Point, day, day_at
from warmonitor.coding.times.steps import moved, shifted, week_of

DAYS = st.dates(date(2, 1, 1), date(8999, 12, 31))


@given(DAYS)
def test_a_day_is_its_own_first_and_last_day(some: date) -> None:
    assert day(some).days == (some, some)
    assert date.fromisoformat(day(some).value) == some


@given(DAYS, st.integers(-400, 400), st.sampled_from(["D", "W", "M", "Y"]))
def test_going_and_coming_back(some: date, count: int, unit: str) -> None:
    start = day(some)
    there = shifted(start, count, unit)
    back = shifted(there, -count, unit) if there else None
    if there is None or back is None:
        assert not date(3, 1, 1) + timedelta(3000) < some < date(8990, 1, 1) or unit in ("M", "Y")
        return
    assert back.year == start.year or unit == "Y"
    if unit == "M":
        assert back.month == start.month


@given(DAYS)
def test_a_day_lies_in_its_week(some: date) -> None:
    days = week_of(some).days
    if days:
        assert days[0] <= some <= days[1]
        assert (days[1] - days[0]).days == 6


@given(st.integers(1, 8999), st.sampled_from(sorted(SEASONS)))
def test_a_season_starts_before_it_ends(year: int, season: str) -> None:
    days = Point("season", year, season=season).days
    assert days is not None
    assert days[0] < days[1]


@given(st.integers(-3000, 8999), st.integers(-20, 20), st.integers(-99, 99))
def test_no_number_breaks_a_date(year: int, month: int, number: int) -> None:
    point = day_at(year, month, number)
    assert point is None or point.year == year


@pytest.mark.parametrize(("month", "number"), [(4, 31), (2, 30), (13, 1), (0, 1), (1, 0)])
def test_days_that_no_year_has(month: int, number: int) -> None:
    assert day_at(None, month, number) is None


def test_there_is_no_year_nought() -> None:
    assert moved(Point("year", -1), 1, "Y") == Point("year", 1)
    assert moved(Point("year", 1), -1, "Y") == Point("year", -1)


@pytest.mark.parametrize(
    ("point", "value"),
    [
        (Point("day", 1939, 9, 1, part="MO"), "1939-09-01TMO"),
        (Point("month", None, 9), "XXXX-09"),
        (Point("year", -490), "BC0490"),
        (Point("decade", 1940), "194"),
        (Point("century", 1800), "18"),
        (Point("week", 2020, week=9), "2020-W09"),
        (Point("quarter", 2011, season="Q1"), "2011-Q1"),
    ],
)
def test_values_are_written_as_timeml_writes_them(point: Point, value: str) -> None:
    assert point.value == value
