"""Who stands behind a party."""

from __future__ import annotations

from collections.abc import Callable

from warmonitor.coding.mentions import PartyMention

Who = Callable[[str, str], PartyMention]


def backers(mention: PartyMention) -> list[str]:
    return [supporter.entity for supporter in mention.supporters]


def test_backed_by_a_country(who: Who) -> None:
    text = "Syrian rebels backed by Turkey took a village."
    mention = who(text, "rebels")
    assert backers(mention) == ["government:TUR"]
    assert text[mention.start : mention.end] == "Syrian rebels backed by Turkey"


def test_a_hyphen_tells_the_backer(who: Who) -> None:
    mention = who("Russian-backed government forces advanced in Syria.", "forces")
    assert (mention.entity, backers(mention)) == ("army:SYR", ["government:RUS"])


def test_a_dotted_abbreviation_before_a_hyphen(who: Who) -> None:
    mention = who("The U.S.-backed Syrian Democratic Forces took a village.", "Forces")
    assert (mention.entity, backers(mention)) == ("sdf", ["government:USA"])


def test_the_backed_fighters_of_a_war_have_a_name(who: Who) -> None:
    mention = who("US-backed fighters attacked Islamic State in Syria.", "fighters")
    assert (mention.entity, backers(mention)) == ("sdf", ["government:USA"])


def test_backers_are_listed(who: Who) -> None:
    mention = who("The Houthis, backed by Iran and Hezbollah, fired missiles in Yemen.", "Houthis")
    assert backers(mention) == ["government:IRN", "hezbollah"]


def test_loyalty_tells_whose_fighters_they_are(who: Who) -> None:
    assert who("Fighters loyal to Khalifa Haftar shelled Tripoli in Libya.", "Fighters").entity == "lna"
