"""Lists of towns, a line for each: who took it when, by whose word, and what came after."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from warmonitor.records import Claim

Code = Callable[[str], list[Claim]]


def test_a_town_that_a_line_is_about_was_taken_by_the_word_of_the_taker(coded: Code) -> None:
    (claim,) = coded("Zarichne: Claimed by Russian sources on 3 May 2024.")
    assert (claim.event_type, claim.claimant.name) == ("territory_gain", "Government of Russia")


def test_what_is_claimed_contested_is_contested_by_the_word_of_the_source(coded: Code) -> None:
    (claim,) = coded("Zarichne: Claimed contested by a Ukrainian source on 3 May 2024.")
    assert claim.event_type == "territory_status"
    assert claim.claimant.kind != "reporter"
    assert claim.stance == "asserts"


def test_who_contests_a_town_says_nothing(coded: Code) -> None:
    (claim,) = coded("Zarichne: Contested by Russia since 3 May 2024.")
    assert (claim.event_type, claim.claimant.name) == ("territory_status", "narrator")


def test_control_that_is_claimed_is_a_gain_by_the_word_of_the_claimant(coded: Code) -> None:
    (claim,) = coded("Zarichne: Control claimed by Ukraine.")
    assert claim.event_type == "territory_gain"
    assert claim.claimant.name != "narrator"


def test_what_was_retaken_was_taken_before(coded: Code) -> None:
    taken, retaken = coded("Zarichne: Captured by Russia in 2023. Recaptured by Ukraine 9 July 2023.")
    assert taken.time is not None
    assert retaken.time is not None
    assert (taken.time.start, taken.time.end) == (date(2023, 1, 1), date(2023, 7, 9))
    assert taken.time.precision == "year"
    assert "before it was retaken" in {reason.rule for reason in taken.reasons}


def test_a_retaking_of_another_year_bounds_nothing(coded: Code) -> None:
    taken, _ = coded("Zarichne: Captured by Russia in 2022. Recaptured by Ukraine 9 July 2023.")
    assert taken.time is not None
    assert taken.time.end == date(2022, 12, 31)


def test_early_in_the_war_is_not_the_day_of_the_report(coded: Code) -> None:
    claim = next(iter(coded("The town was captured by Russia early in the war.")))
    assert claim.time is None or not claim.time.inferred


def test_what_is_likely_has_not_happened_for_certain(coded: Code) -> None:
    (claim,) = coded("Zarichne: Likely captured by Russia on 3 May 2024.")
    assert claim.realis == "hypothetical"


def test_where_to_read_on_is_no_battle(coded: Code) -> None:
    assert "battle" not in {claim.event_type for claim in coded("Zarichne: See Battle of Zarichne.")}


def test_acled_has_no_words_for_what_did_not_happen(coded: Code) -> None:
    (planned,) = [c for c in coded("The army plans to shell Kherson next week.") if c.event_type == "shelling"]
    assert planned.acled is None
    told = [c for c in coded("Russian forces shelled Kherson on Thursday.") if c.event_type == "shelling"]
    assert [c.acled.event_type for c in told if c.acled] == ["Explosions/Remote violence"]
