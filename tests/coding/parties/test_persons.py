"""People: known ones, titled ones, surnames."""

from __future__ import annotations

from collections.abc import Callable

from warmonitor.coding.mentions import PartyMention
from warmonitor.coding.parties import Parties

Who = Callable[[str, str], PartyMention]


def test_a_known_leader_has_a_country_and_a_kind(who: Who) -> None:
    mention = who("President Volodymyr Zelensky visited Kharkiv.", "Zelensky")
    assert (mention.name, mention.kind, mention.country, mention.person) == (
        "Volodymyr Zelensky",
        "government",
        "UKR",
        True,
    )


def test_the_title_belongs_to_the_span(parties: Callable[..., object], who: Who) -> None:
    text = "On Monday President Recep Tayyip Erdogan threatened a new operation in Syria."
    mention = who(text, "Erdogan")
    assert text[mention.start : mention.end] == "President Recep Tayyip Erdogan"


def test_a_surname_is_the_person_named_before(who: Who) -> None:
    text = "Colonel Idris Banzou, a commander of the Malian army, spoke in Bamako, Mali. Banzou denied the report."
    assert who(text, "Banzou").name == "Idris Banzou"
    assert who(text, "Banzou").kind in ("state_force", "foreign_force")


def test_someone_of_a_group_has_its_kind(who: Who) -> None:
    text = "Samir Qandil, a spokesman for Hamas, rejected the offer in Gaza."
    assert who(text, "Samir Qandil").kind == "militia"


def test_who_is_described_and_who_is_named_are_one(who: Who) -> None:
    text = "Israel's prime minister, Benjamin Netanyahu, warned Hezbollah."
    assert who(text, "minister").entity == who(text, "Netanyahu").entity


def test_a_town_is_no_person(nobody: Callable[[str, str], bool]) -> None:
    assert nobody("Israeli troops shot two men in Khan Younis in Gaza.", "Younis")


def test_a_surname_before_the_full_name_is_the_same_person(parties: Callable[[str], Parties]) -> None:
    text = "Colonel Banzou denied the report. Idris Banzou, a commander of the Malian army, spoke in Bamako, Mali."
    assert {m.name for m in parties(text).mentions if m.person} == {"Idris Banzou"}


def test_the_first_of_two_surnames_will_do(who: Who) -> None:
    text = "Senator Rodrigo Quiroga Bustos was shot dead in Bogota, Colombia. Senator Quiroga had been warned."
    assert who(text, "Quiroga").name == "Rodrigo Quiroga Bustos"


def test_the_guerrillas_are_the_one_movement_that_is_named(who: Who) -> None:
    text = "The FMLN rejected the offer in San Salvador, El Salvador. The guerrillas attacked a bridge on Monday."
    assert who(text, "guerrillas").name == "FMLN"


def test_someone_of_a_leaders_surname_is_another_by_the_first_name(who: Who) -> None:
    assert who("Corporal Luis Chavez was shot in Caracas.", "Luis Chavez").name == "Luis Chavez"
    assert who("President Hugo Chavez was in Caracas.", "Chavez").name == "Hugo Chavez"
    assert who("President Chavez was in Caracas.", "Chavez").name == "Hugo Chavez"
    assert who("Turkey's Rejep Erdogan warned Syria.", "Erdogan").name == "Recep Tayyip Erdogan"
