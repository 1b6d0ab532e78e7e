from __future__ import annotations

from collections.abc import Callable

import pytest

from warmonitor.coding.mentions import PlaceMention

Found = Callable[[str], dict[str, PlaceMention]]


@pytest.mark.parametrize(
    "text",
    [
        "Georgia Adams told reporters that she was safe.",
        "Michael Jordan was seen in the stands.",
        "Chad Miller, a spokesman, declined to comment.",
        "Paris Hilton arrived late.",
        "Ibrahim al-Idlibi said the road was open.",
        "The state agency SANA reported calm.",
        "Syrian troops and Turkish soldiers traded fire.",
        "The soldiers carried M4 rifles.",
    ],
)
def test_people_agencies_and_demonyms_are_no_places(found: Found, text: str) -> None:
    assert not [m for m in found(text).values() if m.is_place]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The body of Ana Ruiz Montesol was found in Lima. The murder of Montesol shocked Peru.", "Montesol"),
        ("The body of Ana Ruiz Montesol was found in Lima. The union lost a friend in Montesol.", "Montesol"),
    ],
)
def test_whoever_is_called_by_a_surname_is_no_place(found: Found, text: str, name: str) -> None:
    assert name not in {m.name for m in found(text).values() if m.is_place}


def test_the_same_names_are_places_where_they_are_meant(found: Found) -> None:
    places = found("Refugees crossed from Chad into Libya; others reached Jordan, and some flew on to Georgia.")
    assert {m.name for m in places.values() if m.is_place} == {"Chad", "Libya", "Jordan", "Georgia"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Damascus said its army had entered the town.", "Damascus"),
        ("Ankara has sent troops to the border.", "Ankara"),
        ("The rebels are backed by Turkey.", "Turkey"),
        ("Moscow denied that its planes had bombed the market.", "Moscow"),
    ],
)
def test_governments_are_no_places(found: Found, text: str, name: str) -> None:
    mention = found(text)[name]
    assert not mention.is_place
    assert mention.rule == "metonym"
    assert mention.place is not None


@pytest.mark.parametrize("text", ["Shells fell in Damascus overnight.", "Missiles struck Damascus at dawn."])
def test_a_capital_that_is_struck_is_a_place(found: Found, text: str) -> None:
    assert found(text)["Damascus"].is_place


def test_an_outlets_seat_and_a_reporters_desk(found: Found) -> None:
    assert found("The UK-based monitor said so.")["UK"].rule == "seat"
    places = found("Our correspondent, reporting from Hatay, Turkey, said the front was quiet.")
    assert [places["Hatay"].rule, places["Turkey"].rule] == ["desk", "desk"]
