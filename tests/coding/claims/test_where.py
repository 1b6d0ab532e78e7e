"""Where it happened: not where those who shoot are stationed, nor the city where its quarter was named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warmonitor.records import Claim, EventType

Code = Callable[[str], list[Claim]]


def scenes(claims: list[Claim], *kinds: EventType) -> list[list[str]]:
    """The names of the places of the event, claim by claim, of claims of these kinds."""
    return [
        [place.name for place in claim.places if place.role == "event"] for claim in claims if claim.event_type in kinds
    ]


def test_forces_stationed_in_one_town_shell_another(coded: Code) -> None:
    found = scenes(coded("Forces stationed in Azaz shelled the town of Tall Rifat on Monday."), "shelling")
    assert found == [["Tall Rif‘at"]]


def test_where_people_come_from_is_no_scene_if_one_is_told(coded: Code) -> None:
    (found,) = scenes(coded("Residents of Homs were killed in shelling in Idlib city."), "casualty_report")[:1]
    assert found == ["Idlib"]


def test_a_quarter_stays_the_scene_when_its_city_is_named_again(coded: Code) -> None:
    text = (
        "Shells hit the Sheikh Maqsoud neighbourhood of Aleppo on Monday. "
        "The city of Aleppo was bombed for an hour. Three people were killed."
    )
    assert scenes(coded(text), "casualty_report")[-1] == ["Sheikh Maqsoud"]


def test_what_a_town_is_told_by_from_afar_is_no_scene(coded: Code) -> None:
    text = "A bomb killed two people in Saraqib, some 300 kilometres (186 miles) north of the capital Damascus."
    assert ["Saraqib"] in scenes(coded(text), "casualty_report", "bombing")
    assert all("Damascus" not in names for names in scenes(coded(text), "casualty_report", "bombing"))


def test_what_rebels_do_at_home_is_not_where_the_talks_are(coded: Code) -> None:
    text = (
        "The FMLN attacked a barracks in San Miguel, El Salvador, on Monday. Talks with the government in Geneva ended "
        "as police arrested nine protesters there. FMLN guerrillas shelled an army post on Tuesday."
    )
    assert scenes(coded(text), "shelling") == [["San Miguel"]]


def test_a_place_told_to_lie_near_a_capital_is_the_scene_and_stays_it(coded: Code) -> None:
    claims = coded(
        "Troops attacked rebels in Ghouta, near Damascus. Nine people were killed in the shelling on Sunday."
    )
    assert {name for names in scenes(claims, "attack", "casualty_report", "shelling") for name in names} == {"Ghouta"}


def test_airspace_that_is_crossed_is_no_scene(coded: Code) -> None:
    text = "Israel bombed a depot in Homs through Lebanon's airspace."
    for claim in coded(text):
        roles = {place.name: place.role for place in claim.places}
        assert roles.get("Homs") == "event"
        assert roles.get("Lebanon") != "event"


def test_where_people_found_refuge_is_what_the_clause_hangs_on(coded: Code) -> None:
    text = "Ministers met in Brussels to help countries like Jordan and Turkey, where many Syrians have sought refuge."
    places = [place for claim in coded(text) if claim.event_type == "displacement" for place in claim.places]
    assert {(place.name, place.role) for place in places} == {("Jordan", "destination"), ("Turkey", "destination")}


@pytest.mark.parametrize(("words", "name"), [("this city", "Medellín"), ("this capital", "Bogotá")])
def test_this_city_is_where_the_report_is_written(coded: Code, words: str, name: str) -> None:
    told = coded(
        "Medellin, 12 Nov 89 (EFE) -- Colombian troops were sent to Cali on Monday. Two soldiers said that Colombia "
        f"needed them. American diplomats left. A bomb exploded in {words} today."
    )
    assert scenes(told, "bombing") == [[name]]


def test_a_village_no_list_has_is_the_scene_in_its_city(coded: Code) -> None:
    told = coded("Shells hit the Barzuna neighbourhood in Homs on Monday.")
    (claim,) = [claim for claim in told if claim.event_type == "shelling"]
    assert {place.name: place.role for place in claim.places} == {"Barzuna": "event", "Homs": "container"}
    assert all(place.lat is not None for place in claim.places)


def test_a_province_that_heads_a_sentence_holds_the_town_of_the_event(coded: Code) -> None:
    for claim in coded("Homs province: Warplanes bombed the town of Rastan on Monday."):
        roles = {place.name: place.role for place in claim.places}
        assert roles.get("Homs") != "event"


def test_a_town_of_the_same_event_is_the_scene_where_a_country_was_named_first(coded: Code) -> None:
    text = "Two pilots were killed in Syria after rebels shot down a helicopter near Palmyra."
    assert scenes(coded(text), "casualty_report") == [["Tadmur"]]


def test_two_states_in_one_word_are_no_scene(coded: Code) -> None:
    text = "Forty people were killed in Homs province. Nine were killed hours after the new US-Russian agreement."
    assert all("United States" not in names for names in scenes(coded(text), "casualty_report"))


def test_an_acronym_of_a_state_is_no_scene_for_its_personnel(coded: Code) -> None:
    text = "Ten rockets hit a base in Homs province. The attack resulted in no injuries to U.S. or coalition personnel."
    assert all("United States" not in names for names in scenes(coded(text), "casualty_report", "shelling", "attack"))
