"""Countries and capitals as governments, armies or places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warmonitor.coding.mentions import PartyMention

Who = Callable[[str, str], PartyMention]
Nobody = Callable[[str, str], bool]


@pytest.mark.parametrize(
    ("text", "word", "entity"),
    [
        ("Ankara rejected the plan for Syria.", "Ankara", "government:TUR"),
        ("Ukraine accused Moscow of breaking the truce.", "Moscow", "government:RUS"),
        ("The Kremlin denied the report from Ukraine.", "Kremlin", "government:RUS"),
        ("Talks between Armenia and Azerbaijan ended on Friday.", "Azerbaijan", "government:AZE"),
        ("Rwanda's support for the rebels in Congo continued.", "Rwanda", "government:RWA"),
        ("Israel has carried out dozens of strikes in Syria.", "Israel", "army:ISR"),
        ("The towns were captured by Russia in Ukraine's east.", "Russia", "army:RUS"),
        ("Ethiopian officials met Eritrean diplomats in Ethiopia.", "Ethiopian officials", "government:ETH"),
    ],
)
def test_a_country_that_acts_is_a_party(who: Who, text: str, word: str, entity: str) -> None:
    assert who(text, word).entity == entity


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Shells fell in northern Syria.", "Syria"),
        ("Thousands fled to Chad after the battle in Sudan.", "Chad"),
        ("The rebels left Damascus in Syria.", "Damascus"),
        ("They gathered near the Turkish border.", "Turkish"),
    ],
)
def test_a_country_where_something_happens_is_a_place(nobody: Nobody, text: str, word: str) -> None:
    assert nobody(text, word)


def test_an_adjective_of_a_strike_is_the_air_force_behind_it(who: Who) -> None:
    mention = who("Four people died in Russian air strikes on a village in Syria.", "Russian")
    assert (mention.name, mention.kind) == ("Russian Armed Forces", "foreign_force")


def test_an_adjective_of_an_objection_is_a_government(who: Who) -> None:
    assert who("The vote on Syria failed after Russian objections.", "Russian").entity == "government:RUS"


def test_the_rule_is_told(who: Who) -> None:
    assert who("Ukraine accused Moscow of breaking the truce.", "Moscow").rule == "object"


@pytest.mark.parametrize(
    ("text", "word", "entity"),
    [
        ("A guerrilla killed a Colombian in Lima.", "Colombian", "civilians:COL"),
        ("Five farmers and one Salvadoran were kidnapped in Honduras.", "Salvadoran", "civilians:SLV"),
    ],
)
def test_one_of_a_nation_is_somebody_and_no_government(who: Who, text: str, word: str, entity: str) -> None:
    assert who(text, word).entity == entity
