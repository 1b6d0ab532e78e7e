"""What holds of every row of the hand tables: a wrong row pins claims to a wrong place in silence."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from warmonitor.gazetteer.keys import plain
from warmonitor.gazetteer.tables import SupplementRow, Tables, tables

SITES = ("AIRB", "AIRP", "CMP", "PSTB", "DAM", "BDG", "HSP", "PRN", "INSM")


@pytest.fixture(scope="module")
def of() -> Tables:
    return tables()


@pytest.fixture(scope="module")
def rows(of: Tables) -> tuple[SupplementRow, ...]:
    return of.supplement


def test_countries_and_regions_are_named_as_the_other_tables_name_them(of: Tables) -> None:
    regions = defaultdict(set)
    for region in of.regions:
        regions[region.country].add(region.name)
    for row in of.supplement:
        assert row.country is None or row.country in of.iso3, row.name
        assert not row.admin1 or row.admin1 in regions[row.country or ""], row.name


def test_points_and_courses_lie_on_earth_and_have_a_reach(rows: tuple[SupplementRow, ...]) -> None:
    for row in rows:
        course = [tuple(float(n) for n in point.split()) for point in row.course.split(";") if point]
        assert all(-90 <= lat <= 90 and -180 <= lon <= 180 for lat, lon in ((row.lat, row.lon), *course)), row.name
        assert 0 < row.radius_km <= 7000, row.name
        assert len(course) != 1, row.name


def test_no_place_is_listed_twice(rows: tuple[SupplementRow, ...]) -> None:
    counted = Counter((plain(row.name), row.country) for row in rows)
    assert [name for name, times in counted.items() if times > 1] == []


def test_sites_are_small_and_features_are_codes(rows: tuple[SupplementRow, ...]) -> None:
    for row in rows:
        assert row.feature.isupper(), row.name
        assert row.feature not in SITES or row.radius_km <= 20, row.name


def test_one_name_is_no_alias_of_two_regions_of_a_country(of: Tables) -> None:
    """But for towns that are regions: "Kyiv" is said of both."""
    names = defaultdict(set)
    for row in of.regions:
        for name in (row.name, *row.names.split("|")):
            if name.endswith((" Governorate", " Province", " Oblast", " State", " Region")):
                names[row.country, plain(name)].add(row.name)
    assert {key: found for key, found in names.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon"),
    [
        ("Robotyne", "UA", 47.45, 35.84),
        ("Khiam", "LB", 33.33, 35.61),
        ("Perim Island", "YE", 12.66, 43.42),
        ("Jebel Moya", "SD", 13.49, 33.33),
        ("Rubaya", "CD", -1.55, 28.87),
        ("Laiza", "MM", 24.76, 97.57),
    ],
)
def test_places_of_other_wars_are_there(
    rows: tuple[SupplementRow, ...], name: str, country: str, lat: float, lon: float
) -> None:
    (row,) = [row for row in rows if row.name == name and row.country == country]
    assert abs(row.lat - lat) < 0.05
    assert abs(row.lon - lon) < 0.05
