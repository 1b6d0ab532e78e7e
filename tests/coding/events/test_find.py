"""Words that name events, in the senses that their company gives them."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmonitor.coding.events import EventLexicon, find, lexicon
from warmonitor.records import Document


@pytest.fixture(scope="module")
def words() -> EventLexicon:
    return lexicon()


Types = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def types(document: Callable[..., Document], words: EventLexicon) -> Types:
    return lambda text: [event.event_type for event in find(document(text), words)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Warplanes bombed the old market.", "air_strike"),
        ("Shelling of the suburb went on through the night.", "shelling"),
        ("Rebels attacked the base with mortars.", "shelling"),
        ("Two suicide bombers attacked the mosque.", "suicide_bombing"),
        ("A grenade was thrown and militants hurled a bomb at the gate.", "bombing"),
        ("Police fired bullets over the crowd.", "shooting"),
        ("Pirates seized four sailors from the ship.", "abduction"),
        ("Soldiers raped six women in the village.", "sexual_violence"),
        ("Officers seized 200 rifles from a truck.", "property_damage"),
        ("The army drove the rebels out of the town.", "territory_gain"),
        ("Protesters threw stones at the guards.", "riot"),
        ("Thousands took to the streets of the capital.", "protest"),
        ("Relatives held a sit-in outside the court.", "protest"),
        ("The two armies exchanged prisoners at the crossing.", "agreement"),
        ("Forty fighters laid down their arms.", "arrest"),
        ("Police raid leaves two injured", "arrest"),
    ],
)
def test_words_name_their_event(types: Types, text: str, event: str) -> None:
    assert event in types(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The miners' strike entered its second week.", "attack"),
        ("He died of a heart attack.", "attack"),
        ("She won her battle against cancer.", "battle"),
        ("Lawmakers killed the bill on Friday.", "casualty_report"),
        ("The earthquake struck the coast before dawn.", "attack"),
        ("The population explosion worried planners.", "bombing"),
        ("A drone captured footage of the crater.", "territory_gain"),
        ("The shell company moved the money abroad.", "shelling"),
        ("Riot police lined the avenue.", "riot"),
        ("He was taken to hospital with burns.", "territory_gain"),
        ("She shot a film about the harbour.", "shooting"),
        ("The country withdrew from the treaty.", "withdrawal"),
        ("The chemical plant exploded in the night.", "chemical_attack"),
        ("Rainfall hit a record low.", "attack"),
        ("Share prices fell sharply.", "territory_loss"),
    ],
)
def test_other_senses_are_left_alone(types: Types, text: str, event: str) -> None:
    assert event not in types(text)


def test_the_dead_of_a_flood_are_not_the_dead_of_the_war(types: Types) -> None:
    assert types("The flood killed 20 people in the valley.") == ["humanitarian"]
    assert types("The attack killed 20 people in the valley.") == ["attack", "casualty_report"]


def test_a_particle_may_stand_behind_the_object(types: Types) -> None:
    assert types("Troops beat the attack back.") == types("Troops beat back the attack.")


@given(st.text(max_size=60))
def test_mentions_lie_in_the_text_and_in_order(
    document: Callable[..., Document], words: EventLexicon, text: str
) -> None:
    made = document(text)
    mentions = find(made, words)
    assert all(0 <= m.start < m.end <= len(made.text) for m in mentions)
    assert [m.start for m in mentions] == sorted(m.start for m in mentions)
