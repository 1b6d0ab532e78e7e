"""Parties that are described and not named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warmonitor.coding.mentions import PartyMention
from warmonitor.coding.parties import Parties

Who = Callable[[str, str], PartyMention]


@pytest.mark.parametrize(
    ("text", "word", "name", "kind"),
    [
        ("Regime forces entered a suburb of Homs in Syria.", "forces", "Syrian government forces", "state_force"),
        ("Turkish soldiers crossed into Syria.", "soldiers", "Turkish Armed Forces", "foreign_force"),
        ("Russian warplanes bombed Idlib in Syria.", "warplanes", "Russian Armed Forces", "foreign_force"),
        ("Assad's forces shelled a road in Syria.", "forces", "Syrian government forces", "state_force"),
        ("The forces of President Bashar al-Assad advanced.", "forces", "Syrian government forces", "state_force"),
        ("Iranian militias took a hill in Syria.", "militias", "Iran-backed militias (Syria)", "militia"),
        ("Pro-government fighters died in Syria.", "fighters", "Syrian pro-government fighters", "militia"),
        ("Gunmen killed a priest in Nigeria.", "Gunmen", "Nigerian gunmen", "unknown"),
        ("Colombian police arrested two men.", "police", "Colombian police", "police"),
        ("Two medics were hurt in Ukraine.", "medics", "Aid and rescue workers", "aid"),
        ("Hundreds of civilians left the town in Yemen.", "Hundreds", "Civilians (Yemen)", "civilians"),
        ("Kurdish fighters held the bridge in Syria.", "fighters", "Syrian Kurdish fighters", "militia"),
    ],
)
def test_who_is_described(who: Who, text: str, word: str, name: str, kind: str) -> None:
    mention = who(text, word)
    assert (mention.name, mention.kind) == (name, kind)


def test_a_bare_army_is_that_of_the_country_at_war(who: Who) -> None:
    assert who("Clashes went on in Khartoum, Sudan. The army used tanks.", "army").entity == "army:SDN"


def test_troops_sent_are_of_who_sends(who: Who) -> None:
    assert who("Ankara sent thousands of troops to northern Syria.", "troops").entity == "army:TUR"


def test_its_forces_are_those_of_the_owner(who: Who) -> None:
    assert who("Rwanda denied that its troops were in Congo.", "troops").entity == "army:RWA"


def test_militants_are_those_spoken_of(who: Who) -> None:
    text = "Boko Haram attacked a camp in Nigeria. The militants burned tents."
    assert who(text, "militants").entity == "boko-haram"


def test_rebels_are_called_by_the_one_name_they_have(who: Who) -> None:
    text = "M23 rebels took a mine in eastern Congo. The rebels then moved south."
    assert who(text, "rebels").entity == "m23"


def test_nobody_calls_himself_a_terrorist(who: Who) -> None:
    text = "Islamic State lost a village in Syria. The SDF said it had killed ten terrorists."
    assert who(text, "terrorists").entity == "is"


def test_the_group_is_the_one_named_last(who: Who) -> None:
    text = "Jaish al-Islam denied the report from Syria. The group said it had lost nobody."
    assert who(text, "group").entity == "jaish-islam"


def test_a_description_beside_a_name_is_that_party(who: Who) -> None:
    text = "A coalition of rebel factions, the National Front for Liberation, attacked a village in Syria."
    assert who(text, "coalition").entity == "nfl"


def test_two_adjectives_are_two_parties(parties: Callable[[str], Parties]) -> None:
    found = {mention.entity for mention in parties("Russian and Syrian planes bombed a road in Syria.")}
    assert {"army:RUS", "army:SYR"} <= found


def test_both_sides_are_two_parties(parties: Callable[[str], Parties]) -> None:
    found = parties("Houthi fighters clashed with government troops in Yemen. Both sides lost men.")
    sides = [mention.entity for mention in found if mention.rule == "both sides"]
    assert sides == ["houthi", "army:YEM"]
    assert [m.entity for m in found.all_at(next(m.root for m in found if m.rule == "both sides"))] == sides


def test_held_land_tells_its_holder(parties: Callable[[str], Parties]) -> None:
    text = "Shells hit rebel-held towns in Syria."
    mention = next(mention for mention in parties(text) if mention.kind == "rebel")
    assert text[mention.start : mention.end] == "rebel-held"


def test_homes_that_are_bombed_are_people(who: Who) -> None:
    mention = who("Jets bombed a crowded market in Syria.", "market")
    assert (mention.kind, mention.rule) == ("civilians", "civilian thing")
