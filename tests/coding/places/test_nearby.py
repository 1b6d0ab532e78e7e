"""Names of villages that the gazetteer knows far away only, or not at all."""

from __future__ import annotations

from collections.abc import Callable

from warmonitor.coding.mentions import PlaceMention

Found = Callable[[str], dict[str, PlaceMention]]
SYRIA = "Syrian state media reported shelling in Syria. "


def test_what_the_village_of_names_is_a_place_even_if_nobody_knows_it(found: Found) -> None:
    mentions = found(SYRIA + "Two people died in the village of Hassan Beg, Manbij said.")
    assert mentions["Hassan Beg"].place is None
    assert "the village" not in mentions


def test_a_village_that_nobody_knows_lies_where_the_report_says(found: Found) -> None:
    mention = found(SYRIA + "Two people died in the village of Hassan Beg, 8 km south of Manbij.")["Hassan Beg"]
    assert mention.place is not None
    assert (mention.place.gazetteer_id, mention.place.precision) == (None, "town")
    assert abs((mention.place.lat or 0.0) - 36.456) < 0.01


def test_rockets_and_titles_are_no_towns_abroad(found: Found) -> None:
    mentions = found(SYRIA + "The rebels fired Grad rockets at Manbij.")
    assert "Grad" not in mentions
    assert mentions["Manbij"].place is not None


def test_rural_is_the_countryside(found: Found) -> None:
    mention = found(SYRIA + "Clashes broke out in rural Aleppo.")["rural Aleppo"]
    assert mention.place is not None
    assert (mention.rule, mention.place.precision) == ("part", "province")


def test_the_bridge_is_no_town_of_that_name(found: Found) -> None:
    assert all(mention.name != "Norwalk" for mention in found("The bridge near Kherson collapsed.").values())


def test_a_village_is_no_town_of_its_name_at_the_other_end_of_the_country(found: Found) -> None:
    mention = found(SYRIA + "Drones hit Zorava village, east of Kobani.")["Zorava"]
    assert mention.place is None or abs((mention.place.lat or 0.0) - 36.9) < 0.5
