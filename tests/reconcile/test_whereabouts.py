"""Whether two places may be one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.telling import ARIHA, IDLIB, SARMIN
from warmonitor.reconcile.whereabouts import kilometres, nearness, spot
from warmonitor.records import Place

SYRIA = Place(name="Syria", country="SYR", lat=35.0, lon=38.0, precision="country")
ANKARA = Place(name="Ankara", country="TUR", admin1="Ankara", lat=39.92, lon=32.85, precision="town")


@pytest.mark.parametrize(("a", "b", "lie"), [
    (ARIHA, ARIHA, "same"), (ARIHA, SARMIN, "apart"), (ARIHA, IDLIB, "within"), (SYRIA, SARMIN, "within"),
    (ARIHA, Place(name="the camp", precision="site"), "unknown"), (ARIHA, ANKARA, "apart"),
])  # fmt: skip
def test_places_lie_to_each_other(a: Place, b: Place, lie: str) -> None:
    assert nearness(spot([a]), spot([b])) == lie
    assert nearness(spot([b]), spot([a])) == lie


def test_the_most_precise_place_of_the_event_counts() -> None:
    told = spot([IDLIB, ARIHA, ANKARA.model_copy(update={"role": "source_location"})])
    assert told is not None
    assert told.place == ARIHA
    assert told.others == (IDLIB,)


def test_no_place_of_an_event_is_no_spot() -> None:
    assert spot([ANKARA.model_copy(update={"role": "destination"})]) is None
    assert nearness(None, spot([ARIHA])) == "unknown"


def test_damascus_is_some_hundred_kilometres_from_homs() -> None:
    assert kilometres(33.51, 36.29, 34.73, 36.71) == pytest.approx(141, abs=2)


DEGREES = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@given(DEGREES, DEGREES)
def test_a_distance_is_the_same_both_ways_and_at_most_half_round_the_earth(
    a: tuple[float, float], b: tuple[float, float]
) -> None:
    there, back = kilometres(*a, *b), kilometres(*b, *a)
    assert there == pytest.approx(back, abs=1e-3)
    assert 0 <= there <= 20016


def test_a_village_near_the_town_and_the_town_may_be_one_place() -> None:
    village = Place(name="Kafr Jasim", country="SYR", lat=35.75, lon=36.50, precision="town")
    near = spot([village, ARIHA.model_copy(update={"role": "container", "precision": "near_town"})])
    assert nearness(near, spot([ARIHA])) == nearness(spot([ARIHA]), near) == "within"
    assert nearness(near, spot([SARMIN])) == "apart"


def test_a_name_that_no_map_knows_is_the_same_in_any_spelling() -> None:
    one, other = (Place(name=name, precision="town") for name in ("al-Raqas", "Raqas"))
    assert nearness(spot([one]), spot([other])) == "same"


def test_a_village_that_no_map_has_is_one_beside_either_town_it_is_told_to_lie_by() -> None:
    beside = {"country": "SYR", "precision": "near_town", "radius_km": 12.0}
    one = Place.model_validate({"name": "al-Karsa", "lat": 36.82, "lon": 38.35, **beside})
    other = Place.model_validate({"name": "Karsa", "lat": 36.70, "lon": 38.87, **beside})
    far = Place.model_validate({"name": "Karsa", "lat": 34.70, "lon": 38.87, **beside})
    assert nearness(spot([one]), spot([other])) == "same"
    assert nearness(spot([one]), spot([far])) == "apart"
