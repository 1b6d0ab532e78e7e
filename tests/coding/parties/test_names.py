"""Actors, people and countries by name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warmonitor.coding.mentions import PartyMention

Who = Callable[[str, str], PartyMention]


@pytest.mark.parametrize(
    ("text", "word", "entity"),
    [
        ("Daesh attacked a village near Palmyra in Syria.", "Daesh", "is"),
        ("The Rapid Support Forces shelled Omdurman in Sudan.", "Forces", "rsf"),
        ("Jabhat al-Nusra withdrew from the town in Syria.", "Nusra", "nusra"),
        ("Fighters of the M23 entered Goma in eastern Congo.", "M23", "m23"),
        ("The FMLN blew up two power lines in San Salvador.", "FMLN", "fmln"),
        ("In Yemen the Houthis fired two missiles.", "Houthis", "houthi"),
        ("The Arakan Army took a base in Myanmar.", "Army", "arakan-army"),
    ],
)
def test_an_actor_is_known_by_any_of_its_names(who: Who, text: str, word: str, entity: str) -> None:
    assert who(text, word).entity == entity


def test_an_abbreviation_needs_its_capitals(nobody: Callable[[str, str], bool]) -> None:
    assert nobody("The road to Aleppo in Syria is open.", "is")
    assert nobody("They told us who paid.", "us")


def test_another_name_of_an_army_is_the_army(who: Who) -> None:
    assert who("The IDF bombed Gaza City.", "IDF").entity == "army:ISR"
    assert who("The Syrian Arab Army entered Daraa in Syria.", "Army").name == "Syrian government forces"


def test_a_lost_apostrophe_hides_no_country(who: Who) -> None:
    assert who("Syrias army shelled two villages.", "army").entity == "army:SYR"


def test_an_unknown_organisation_that_speaks_is_a_party(who: Who) -> None:
    mention = who("The Karaman Brigade said it had ambushed a convoy near Aleppo, Syria.", "Brigade")
    assert mention.name == "Karaman Brigade"
    assert mention.kind == "militia"
