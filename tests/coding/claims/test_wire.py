"""Sentences as wires of any war have them: who fought whom, what fell where, whose words they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warmonitor.records import Claim

Code = Callable[[str], list[Claim]]


def of_type(claims: list[Claim], event_type: str) -> Claim:
    """The first claim of a type."""
    return next(claim for claim in claims if claim.event_type == event_type)


def types(claims: list[Claim]) -> list[str]:
    return [claim.event_type for claim in claims]


def names(parties: object) -> list[str]:
    return [party.name for party in parties]  # type: ignore[attr-defined]


def scene(claim: Claim) -> list[str]:
    return [place.name for place in claim.places if place.role == "event"]


def test_those_between_whom_clashes_broke_out_fought(coded: Code) -> None:
    claim = of_type(coded("Clashes broke out in Saraqib between the army and the rebels."), "battle")
    assert (names(claim.agents), names(claim.targets)) == (["Syrian government forces"], ["Syrian rebel fighters"])


def test_a_shelling_read_as_a_participle_is_one_shelling_at_its_place_and_day(coded: Code) -> None:
    claims = coded("Heavy shelling on 6 May hit Kherson.")
    assert types(claims) == ["shelling"]
    assert scene(claims[0]) == ["Kherson"]
    assert claims[0].time is not None
    assert str(claims[0].time.start) == "2024-05-06"


@pytest.mark.parametrize(("text", "lost"), [
    ("Aleppo fell to the rebels on Friday.", True),
    ("The army denied that the village had fallen.", True),
    ("Debris fell on a warehouse in Odesa.", False),
    ("Some 1,300 families lost their homes in Saada.", False),
])  # fmt: skip
def test_only_places_fall_and_are_lost(coded: Code, text: str, lost: bool) -> None:
    assert ("territory_loss" in types(coded(text))) == lost


def test_shells_that_fall_are_a_shelling(coded: Code) -> None:
    assert "shelling" in types(coded("Shells fell on the Old City of Aleppo, killing two."))


def test_those_believed_to_be_trapped_believe_nothing(coded: Code) -> None:
    text = "Rescuers were searching for two people believed to be trapped under the rubble, the governor said."
    assert of_type(coded(text), "casualty_report").claimant.name == "governor"


def test_an_army_is_not_whoever_was_said_to_be_at_war_with_it(coded: Code) -> None:
    text = (
        "The Rapid Support Forces, which have been at war with the army for a year, denied shelling the market in "
        "El Fasher. The army said it had repelled an attack on the city."
    )
    assert of_type(coded(text), "battle").claimant.name == "army"


def test_the_regional_capital_is_the_seat_of_the_region_named_last(coded: Code) -> None:
    text = "A drone hit a bus in the Kherson region of Ukraine. Shelling of the regional capital damaged a school."
    assert scene(of_type(coded(text), "property_damage")) == ["Kherson"]


def test_the_city_is_no_camp(coded: Code) -> None:
    text = (
        "Fighting raged in the city of El Fasher. Drones struck the Zamzam camp. "
        "The army repelled an attack on the city's eastern side."
    )
    assert scene(coded(text)[-1]) == ["El Fasher"]
