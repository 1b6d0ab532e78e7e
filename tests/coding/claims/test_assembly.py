"""Who says what happened, to whom, when and whether: sentence by sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from warmonitor.records import Claim

Code = Callable[[str], list[Claim]]


def of_type(claims: list[Claim], event_type: str) -> Claim:
    """The first claim of a type."""
    return next(claim for claim in claims if claim.event_type == event_type)


def names(parties: object) -> list[str]:
    return [party.name for party in parties]  # type: ignore[attr-defined]


def test_the_loser_of_ground_is_no_agent(coded: Code) -> None:
    text = "Ukrainian troops lost the village of Robotyne to Russian forces on Monday."
    claim = of_type(coded(text), "territory_loss")
    assert names(claim.agents) != ["Ukrainian Armed Forces"]
    assert names(claim.targets) == ["Ukrainian Armed Forces"]


def test_whoever_is_accused_of_doing_it_did_it(coded: Code) -> None:
    claim = of_type(coded("The governor accused Russian forces of having fired a missile at the station."), "shelling")
    assert claim.stance == "accuses"
    assert names(claim.agents) == ["Russian Armed Forces"]


def test_a_market_that_is_hit_means_civilians(coded: Code) -> None:
    claim = of_type(coded("Russian jets bombed a vegetable market in Kharkiv on Thursday."), "air_strike")
    assert {party.kind for party in claim.targets} == {"civilians"}


def test_killed_and_wounded_of_one_group_are_one_claim(coded: Code) -> None:
    claims = coded("Twelve people were killed and 30 others wounded in shelling of Kherson on Thursday.")
    (claim,) = [c for c in claims if c.event_type == "casualty_report"]
    assert [(toll.kind, toll.best) for toll in claim.tolls] == [("killed", 12), ("injured", 30)]


def test_time_granted_is_an_ultimatum_with_its_deadline(coded: Code) -> None:
    text = "Turkey's president has given Damascus until Saturday to pull its troops back behind the posts."
    claim = of_type(coded(text), "ultimatum")
    assert claim.deadline == date(2024, 5, 11)


def test_a_vow_of_force_under_a_condition_threatens(coded: Code) -> None:
    text = "President Erdogan vowed on Wednesday to launch an offensive if Syrian forces did not withdraw from Idlib."
    claim = of_type(coded(text), "ultimatum")
    assert (claim.stance, claim.realis) == ("threatens", "threatened")


@pytest.mark.parametrize(("text", "realis"), [
    ("Rebels seized the town of Bara on Monday.", "occurred"),
    ("Rebels are attacking the town of Bara.", "ongoing"),
    ("Rebels planned to attack the town of Bara.", "planned"),
    ("Rebels will attack the town of Bara, a commander said.", "future_expected"),
    ("Rebels could attack the town of Bara.", "hypothetical"),
])  # fmt: skip
def test_realis_follows_the_verb_group(coded: Code, text: str, realis: str) -> None:
    assert coded(text)[0].realis == realis


def test_what_did_not_happen_is_negated(coded: Code) -> None:
    assert coded("The rebels did not withdraw from the town of Bara.")[0].negated


def test_news_without_a_date_happened_on_the_day_that_the_report_is_about(coded: Code) -> None:
    claims = coded("A missile hit a school in Kherson on Wednesday. Six people were killed.")
    casualty = of_type(claims, "casualty_report")
    assert casualty.time is not None
    assert (casualty.time.start, casualty.time.inferred) == (date(2024, 5, 8), True)


def test_where_a_town_stands_in_a_province_the_province_contains(coded: Code) -> None:
    claim = coded("Shells hit the town of Saraqeb in Idlib province on Monday.")[0]
    roles = {place.name: place.role for place in claim.places}
    assert roles["Saraqib"] == "event"
    assert set(roles.values()) <= {"event", "container"}


def test_a_capital_that_speaks_is_no_place_of_an_event(coded: Code) -> None:
    claims = coded("Moscow said its forces had captured the village of Robotyne.")
    assert not any(place.name == "Moscow" for claim in claims for place in claim.places)


def test_a_telegraphic_line_tells_who_took_it_and_who_claims_it(coded: Code) -> None:
    first, second = coded("Robotyne: Captured by Russia 13 May 2023. Claimed by Ukraine 28 August 2023.")
    assert (first.event_type, first.claimant.kind) == ("territory_gain", "reporter")
    assert (second.event_type, second.claimant.kind != "reporter") == ("territory_gain", True)


def test_a_condemnation_is_told_of_whoever_condemns(coded: Code) -> None:
    claim = of_type(coded("The European Union condemned the attack."), "diplomatic_tension")
    assert claim.claimant.name == "European Union"


def test_an_infinitive_of_purpose_is_only_planned(coded: Code) -> None:
    claims = coded("Ankara sent thousands of troops to northern Syria to establish new military posts.")
    assert all(c.realis == "planned" for c in claims if "establish" in c.trigger.text)
