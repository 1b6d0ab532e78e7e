from __future__ import annotations

from collections.abc import Callable

import pytest

from warmonitor.coding.mentions import PlaceMention

Found = Callable[[str], dict[str, PlaceMention]]


def meant(mention: PlaceMention) -> tuple[str | None, str | None]:
    assert mention.place is not None
    return mention.place.country, mention.place.admin1


def test_tripoli_is_where_the_report_is(found: Found) -> None:
    lebanon = found("Gunmen clashed in Tripoli on Friday, the Lebanese army said. Lebanon sent troops to the north.")
    assert meant(lebanon["Tripoli"])[0] == "LBN"
    libya = found(
        "Shelling hit the suburbs of Tripoli, the Libyan government said. Libya has had two governments since."
    )
    assert next(m for words, m in libya.items() if "Tripoli" in words).place.country == "LBY"  # type: ignore[union-attr]


def test_a_small_town_of_a_country_not_spoken_of_is_another_of_its_name(found: Found) -> None:
    places = found("Syrian rebels attacked soldiers in Horta on Friday, Syria said. Syria sent troops to Homs.")
    assert places["Horta"].place is None
    spain = found("A fire broke out in Horta in Spain on Friday, the Spanish police said.")
    assert meant(spain["Horta"])[0] == "ESP"


def test_homs_is_three_places(found: Found) -> None:
    assert meant(found("Rebels left Homs, Syria's third city, under a deal with the Syrian army.")["Homs"])[0] == "SYR"
    province = found("Two villages in Homs province were shelled by the Syrian army.")
    mention = next(m for words, m in province.items() if "Homs" in words)
    assert mention.place is not None
    assert mention.place.precision == "province"


def test_a_nayrab_without_its_governorate_keeps_the_other_in_view(found: Found) -> None:
    mention = found("Clashes broke out in Nayrab in Syria, a monitor said.")["Nayrab"]
    assert mention.place is not None
    assert any("nayrab" in other for other in mention.place.others)
    assert mention.place.probability is not None
    assert mention.place.probability < 0.75


@pytest.mark.parametrize("region", ["Idlib", "Aleppo"])
def test_each_nayrab_is_found_with_its_governorate(found: Found, region: str) -> None:
    text = f"Syrian warplanes bombed Nayrab, {region}, on Monday."
    assert meant(found(text)["Nayrab"]) == ("SYR", region)


def test_a_town_and_the_state_named_with_it(found: Found) -> None:
    assert meant(found("A fire broke out in Paris, Texas, on Monday.")["Paris"]) == ("USA", "Texas")


def test_states_side_by_side_are_a_list(found: Found) -> None:
    places = found("Cases were reported in Oregon, Nevada, Ohio, Kansas and California.")
    assert {meant(m)[1] for m in places.values()} == {"Oregon", "Nevada", "Ohio", "Kansas", "California"}


def test_another_spelling_is_found_in_the_reports_country(found: Found) -> None:
    mention = found("Syrian jets struck near Kafranbell, Syria. Syrian rebels said so.").get("near Kafranbell")
    assert mention is None or mention.place is None or mention.place.country == "SYR"


def test_what_no_gazetteer_knows_keeps_its_name_and_costs_nothing_else(found: Found) -> None:
    places = found("Raiders burned the village of Qorvashti near Saraqeb in Idlib province, Syria.")
    assert places["Qorvashti"].place is not None
    assert places["Qorvashti"].place.gazetteer_id is None
    assert places["near Saraqeb"].place is not None


def test_places_in_arabic_and_cyrillic_letters(found: Found) -> None:
    assert meant(found("قصف جوي على سراقب")["سراقب"])[0] == "SYR"
    assert meant(found("Удар по Харкову и Луганск")["Луганск"])[0] == "UKR"


@pytest.mark.parametrize(
    ("words", "name"), [("the Colombian capital", "Bogotá"), ("the Brazilian capital", "Brasília")]
)
def test_a_capital_is_known_whatever_its_accents(found: Found, words: str, name: str) -> None:
    place = found(f"Fighting was heard in {words} on Monday.")[words].place
    assert place is not None
    assert place.name == name


def test_a_bare_name_is_the_province_where_the_report_speaks_of_the_governorate(found: Found) -> None:
    places = found("Jets hit Idlib in Syria on Friday. Two villages west of Idlib Governorate were shelled, too.")
    assert places["Idlib"].place is not None
    assert places["Idlib"].place.precision == "province"


def test_a_group_tells_in_which_war_a_town_lies(found: Found) -> None:
    text = "Guerrillas of the FMLN blew up a bridge near San Vicente. The FMLN said so on the radio."
    town = next(m for words, m in found(text).items() if "San Vicente" in words)
    assert meant(town)[0] == "SLV"


def test_a_surname_is_no_state_of_another_country(found: Found) -> None:
    text = (
        "Salvadoran police said court president Francisco Guerrero was shot in San Salvador. Dr. Guerrero was taken to "
        "hospital. Guerrero, an adviser to the Salvadoran government, died."
    )
    assert not any("Guerrero" in words for words in found(text))
    assert "Guerrero" in found("Clashes broke out in Guerrero on Monday, Mexican police said.")
