from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmonitor.coding.mentions import PlaceMention
from warmonitor.coding.places.geometry import distance_km, moved, nearest

Found = Callable[[str], dict[str, PlaceMention]]


def at(mention: PlaceMention, lat: float, lon: float) -> float:
    assert mention.place is not None
    assert mention.place.lat is not None
    assert mention.place.lon is not None
    return distance_km(mention.place.lat, mention.place.lon, lat, lon)


@pytest.mark.parametrize(
    ("text", "words", "lat", "lon", "km"),
    [
        ("Troops took villages in southern Idlib, Syria.", "southern Idlib", 35.6, 36.6, 25),
        ("Troops took the northwestern province of Idlib in Syria.", "northwestern province of Idlib", 35.8, 36.7, 15),
        ("Strikes hit the northern Hama countryside in Syria.", "northern Hama countryside", 35.4, 36.7, 25),
        ("Thousands fled northwestern Syria.", "northwestern Syria", 35.9, 36.7, 80),
        ("Fighting went on in eastern Ghouta, Syria.", "eastern Ghouta", 33.5, 36.4, 15),
        ("A convoy was hit 30 km west of Palmyra in Syria.", "30 km west of Palmyra", 34.55, 37.94, 5),
    ],
)
def test_parts_and_offsets(found: Found, text: str, words: str, lat: float, lon: float, km: float) -> None:
    assert at(found(text)[words], lat, lon) <= km


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Clashes went on near Saraqeb in Syria.", "near Saraqeb"),
        ("Shells fell on the outskirts of Saraqeb in Syria.", "outskirts of Saraqeb"),
        ("Fighters died on the Saraqeb front in Syria.", "Saraqeb front"),
    ],
)
def test_what_is_near_a_town(found: Found, text: str, words: str) -> None:
    place = found(text)[words].place
    assert place is not None
    assert (place.precision, place.name) == ("near_town", "Saraqib")
    assert place.radius_km is not None
    assert 10 <= place.radius_km <= 20


def test_the_city_the_province_and_the_road(found: Found) -> None:
    places = found(
        "Syrian rebels took Saraqeb in Idlib province. They held the city until night. Soldiers left the province."
    )
    assert places["the city"].name == "Saraqib"
    assert places["the province"].name == "Idlib"
    assert {places[w].rule for w in ("the city", "the province")} == {"anaphor"}
    road = found("Syrian troops reopened the M5 highway. Traffic on the road was light.")["the road"]
    assert road.place is not None
    assert road.place.precision == "road"


def test_a_city_named_only_later(found: Found) -> None:
    assert found("Syrian rebels regained a key city on Thursday. Saraqeb fell at dawn.")["a key city"].name == "Saraqib"


def test_a_countrys_capital_and_soil(found: Found) -> None:
    places = found("Missiles hit near the Syrian capital, and troops stayed on Syrian territory.")
    assert places["the Syrian capital"].name == "Damascus"
    assert places["Syrian territory"].name == "Syria"


def test_going_some_way_and_measuring_it_agree() -> None:
    lat, lon = moved(35.0, 38.0, 315.0, 100.0)
    assert distance_km(35.0, 38.0, lat, lon) == pytest.approx(100.0, abs=0.1)
    assert (lat > 35.0, lon < 38.0) == (True, True)


@pytest.mark.parametrize(
    ("text", "words", "precision"),
    [
        ("Fighting went on between Saraqeb and Ariha in Syria.", "between Saraqeb and Ariha", "near_town"),
        ("Rebels cut the road from Hama to Homs in Syria.", "road from Hama to Homs", "road"),
        ("Rebels cut the road between Hama and Homs in Syria.", "road between Hama and Homs", "road"),
    ],
)
def test_what_lies_between_two_towns_is_halfway_and_reaches_both(
    found: Found, text: str, words: str, precision: str
) -> None:
    place = found(text)[words].place
    assert place is not None
    assert place.precision == precision
    one, _, other = place.name.partition("-")
    ends = [mention.place for mention in found(f"Syria: {one}; {other}.").values() if mention.place]
    assert place.radius_km is not None
    for end in ends:
        if end.precision == "town":
            assert end.lat is not None
            assert end.lon is not None
            assert distance_km(place.lat or 0.0, place.lon or 0.0, end.lat, end.lon) <= place.radius_km + 1


def test_a_river_has_an_article_and_a_city_none(found: Found) -> None:
    river = found("Ukrainian troops crossed the Dnipro in Kherson region.")["Dnipro"]
    city = found("Ukraine said that missiles hit Dnipro overnight.")["Dnipro"]
    assert (river.place and river.place.name, city.place and city.place.precision) == ("Dnipro River", "town")


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Drones hit Saky air base in Crimea, Ukraine.", "Saky air base", "Saky Air Base"),
        ("Ukrainian forces shelled Robotyne and Verbove in Zaporizhzhia region.", "Verbove", "Verbove"),
        ("M23 rebels took Rubaya in eastern Congo.", "Rubaya", "Rubaya"),
        ("Sudan's army bombed Nyala airport.", "Nyala airport", "Nyala Airport"),
    ],
)
def test_places_of_other_wars(found: Found, text: str, words: str, name: str) -> None:
    mention = found(text)[words]
    assert mention.is_place
    assert mention.place is not None
    assert mention.place.name == name


@pytest.mark.parametrize(
    ("text", "words", "lat", "lon", "km"),
    [
        ("Shells hit the M5 near Saraqeb in Syria.", "M5", 35.86, 36.80, 6),
        ("Rebels cut the M5 highway in southern Idlib, Syria.", "M5 highway", 35.6, 36.65, 25),
        ("Drones struck the M14 highway near Melitopol in Ukraine.", "M14 highway", 46.85, 35.37, 6),
    ],
)
def test_a_road_is_where_its_stretch_is(found: Found, text: str, words: str, lat: float, lon: float, km: float) -> None:
    mention = found(text)[words]
    assert mention.place is not None
    assert mention.place.precision == "road"
    assert (mention.place.radius_km or 999) < 60
    assert at(mention, lat, lon) <= km


@given(st.lists(st.tuples(st.floats(-60, 60), st.floats(-170, 170)), min_size=2, max_size=6), st.floats(0, 1))
def test_the_nearest_point_of_a_line_to_a_point_of_it_is_that_point(
    course: list[tuple[float, float]], part: float
) -> None:
    (a, b), (c, d) = course[0], course[1]
    lat, lon = a + part * (c - a), b + part * (d - b)
    found = nearest(course, lat, lon)
    assert abs(found[0] - lat) < 1e-3
    assert abs(found[1] - lon) < 1e-3
