"""Who says what happened, to whom, when and whether: sentence by sentence."""

from __future__ import annotations

from datetime import date

import pytest
from coding.claims.told import Code, names, of_type


def test_the_loser_of_ground_is_no_agent(coded: Code) -> None:
    text = "Ukrainian troops lost the village of Robotyne to Russian forces on Monday."
    claim = of_type(coded(text), "territory_loss")
    assert names(claim.agents) != ["Ukrainian Armed Forces"]
    assert names(claim.targets) == ["Ukrainian Armed Forces"]


@pytest.mark.parametrize("text", [
    "An activist said that the town of Saraqib was now under the control of the rebels.",
    "The town of Saraqib is in the hands of the rebels.",
])  # fmt: skip
def test_in_whose_hands_it_is_holds_it(coded: Code, text: str) -> None:
    claim = of_type(coded(text), "territory_status")
    assert (names(claim.agents), names(claim.targets)) == (["Syrian rebel fighters"], [])


def test_a_gain_for_a_side_is_its_own(coded: Code) -> None:
    text = "Taking the M5 motorway from the rebels marked a great gain for the Syrian army."
    claim = of_type(coded(text), "territory_gain")
    assert (names(claim.agents), names(claim.targets)) == (["Syrian government forces"], ["Syrian rebel fighters"])


def test_whoever_acts_after_a_capture_need_not_be_the_captor(coded: Code) -> None:
    text = "Hours after the capture of Saraqib, the Syrian army launched a counterattack."
    claim = of_type(coded(text), "territory_gain")
    assert names(claim.agents) == []


def test_to_whom_a_capture_matters_is_not_from_whom_it_was_captured(coded: Code) -> None:
    claim = of_type(coded("A commander said that the capture of Saraqib was vital for the rebels."), "territory_gain")
    assert names(claim.targets) == []


def test_what_somebody_is_to_do_is_planned_and_his_deed(coded: Code) -> None:
    text = "Rebels moved ahead of the deadline of the end of May set by the president for the Syrian army to withdraw."
    claim = of_type(coded(text), "withdrawal")
    assert (names(claim.agents), claim.realis) == (["Syrian government forces"], "planned")


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


def test_whoever_speaks_to_an_outlet_is_the_claimant_and_the_outlet_carries_it(coded: Code) -> None:
    claim = of_type(coded("A local monitor told Al Jazeera that two Russian jets bombed Idlib city."), "air_strike")
    assert (claim.claimant.name, claim.claimant.kind) == ("local monitor", "monitor")
    assert claim.claimant.chain == ("narrator", "Al Jazeera", "local monitor")


def test_those_hurt_in_an_attack_were_hurt_by_its_doer(coded: Code) -> None:
    text = "Ten people were killed and 20 others injured in a rocket attack by Hamas."
    claim = of_type(coded(text), "casualty_report")
    assert names(claim.agents) == ["Hamas"]


def test_those_hurt_when_a_party_struck_were_hurt_by_it(coded: Code) -> None:
    text = "Nine civilians were killed and 30 wounded when Russian warplanes bombed a market in Idlib."
    assert names(of_type(coded(text), "casualty_report").agents) == ["Russian Armed Forces"]


def test_what_would_have_happened_has_not(coded: Code) -> None:
    claims = coded("The attack would have caused heavy casualties.")
    assert {claim.realis for claim in claims if claim.event_type == "casualty_report"} <= {"hypothetical"}


def test_a_deadline_is_set_by_one_for_another(coded: Code) -> None:
    claim = of_type(coded("The deadline of the end of March set by Putin for Ukrainian forces is near."), "ultimatum")
    assert (names(claim.agents), names(claim.targets)) == (["Vladimir Putin"], ["Ukrainian Armed Forces"])


@pytest.mark.parametrize(
    "text", ["The army repelled an attack by rebels on the base.", "An attack by rebels on the army was thwarted."]
)
def test_a_repelled_attack_is_its_attackers(coded: Code, text: str) -> None:
    claim = of_type(coded(text), "battle")
    assert [party.kind for party in claim.agents] == ["rebel"]
    assert [party.kind for party in claim.targets] == ["state_force"]


def test_a_promise_of_harm_is_a_threat_by_whoever_makes_it(coded: Code) -> None:
    claim = of_type(coded("Putin promised the harshest response if the base is attacked again."), "threat")
    assert (names(claim.agents), claim.realis) == (["Vladimir Putin"], "threatened")


def test_only_a_threat_that_can_be_averted_is_an_ultimatum(coded: Code) -> None:
    averted = coded("Erdogan threatened to attack the Syrian army if it does not withdraw.")
    revenge = coded("The rebels threatened to respond if attacked.")
    assert (averted[0].event_type, revenge[0].event_type) == ("ultimatum", "threat")


def test_an_accusation_of_a_thing_is_an_event(coded: Code) -> None:
    claims = coded("France and Britain accused Beijing of deliberate delay.")
    assert [claim.event_type for claim in claims] == ["diplomatic_tension"]


def test_hundreds_of_strikes_are_no_people(coded: Code) -> None:
    claim = of_type(coded("Israel has carried out hundreds of air strikes on Syrian territory."), "air_strike")
    assert claim.targets == ()


def test_people_wounded_are_no_attackers(coded: Code) -> None:
    claims = coded("Two civilians had been killed and seven people wounded in the raids.")
    assert all(claim.agents == () for claim in claims)


def test_whoever_hears_an_explosion_has_not_caused_it(coded: Code) -> None:
    claims = coded('"We heard a loud explosion near the market," said Jaafar Karim, a shopkeeper.')
    assert all(claim.agents == () for claim in claims if claim.event_type == "bombing")
