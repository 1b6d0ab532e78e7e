"""What the text says a place lies in: villages that no list has, namesakes elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warmonitor.coding.mentions import PlaceMention
from warmonitor.coding.places.geometry import distance_km

Found = Callable[[str], dict[str, PlaceMention]]


def apart(one: PlaceMention, other: PlaceMention) -> float:
    a, b = one.place, other.place
    assert a is not None
    assert b is not None
    assert None not in (a.lat, a.lon, b.lat, b.lon)
    return distance_km(a.lat or 0.0, a.lon or 0.0, b.lat or 0.0, b.lon or 0.0)


@pytest.mark.parametrize(
    ("text", "name", "outer"),
    [
        ("A shell hit the Barzuna neighbourhood of Aleppo in Syria.", "Barzuna", "Aleppo"),
        ("Shells fell on Barzuna village in Homs in Syria.", "Barzuna", "Homs"),
        ("Homs's Barzuna neighbourhood was shelled in Syria.", "Barzuna", "Homs"),
        ("In Syria a drone hit the village of Barzuna, 20 km south of Homs.", "Barzuna", "20 km south of Homs"),
        ("In Syria a drone hit the village of Barzuna, to the west of the city of Homs.", "Barzuna",
         "to the west of the city of Homs"),
    ],
)  # fmt: skip
def test_what_no_list_has_lies_where_the_text_says(found: Found, text: str, name: str, outer: str) -> None:
    mentions = found(text)
    place = mentions[name].place
    assert place is not None
    assert place.name == "Barzuna"
    assert place.gazetteer_id is None
    assert (place.radius_km or 0) >= 5
    assert apart(mentions[name], mentions[outer]) < 1


def test_two_villages_lie_by_the_town_named_behind_them(found: Found) -> None:
    mentions = found("Shells fell on the villages of Hamruna and Barzuna in Homs in Syria.")
    assert apart(mentions["Hamruna"], mentions["Homs"]) < 1


def test_all_mentions_of_a_name_lie_where_one_is_told_to_lie(found: Found) -> None:
    text = "A shell hit the village of Barzuna in the Homs countryside in Syria. The village of Barzuna was empty."
    first, last = text.index("Barzuna"), text.rindex("Barzuna")
    assert first < last
    assert found(text)["Barzuna"].place is not None


def test_a_province_abroad_is_not_what_lies_in_a_syrian_town(found: Found) -> None:
    mention = found("A rocket hit Al-Marj region, west of Hama in Syria.").get("Al-Marj")
    assert mention is None or mention.place is None or mention.place.country == "SYR"


@pytest.mark.parametrize("text", ["A car was hit on the road linking Homs with Hama in Syria."])
def test_a_road_that_links_two_towns_runs_between_them(found: Found, text: str) -> None:
    place = next(m.place for m in found(text).values() if m.rule == "between")
    assert place is not None
    assert place.precision == "road"


def test_a_name_that_opens_like_a_village_is_never_cut(found: Found) -> None:
    mentions = found("Gunmen killed two people in Ain al-Barzuna suburb in Syria.")
    assert "Ain" not in mentions
    assert "Ain al-Barzuna" in mentions


def test_a_village_is_no_city_of_millions(found: Found) -> None:
    mention = found("A drone hit a car in Kaira village, south-west of Hama in Syria.")["Kaira"]
    assert mention.place is not None
    assert mention.place.country == "SYR"
