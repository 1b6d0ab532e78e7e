"""Sentences of news desks on many wars: headlines, warnings on a condition, pronouns of spokesmen, camps."""

from __future__ import annotations

import pytest
from coding.claims.told import Code, names, of_type, scene, types


def test_what_a_headline_adds_is_not_in_the_words_of_its_source(coded: Code) -> None:
    claims = coded("Sudan army says it has retaken key bridge as shelling kills 22 in El Fasher\n\nIt was on Sunday.")
    assert of_type(claims, "road_control").claimant.name == "Sudan army"
    deaths = of_type(claims, "casualty_report")
    assert (deaths.claimant.name, names(deaths.agents)) == ("narrator", [])


@pytest.mark.parametrize(("text", "kind"), [
    ("Iran said it would close the strait if its oil exports were blocked.", "threat"),
    ("The rebels said they would resume attacks on the army if the siege went on.", "threat"),
    (
        "The Houthis said the group would resume its naval operations against Israel if Israel did not lift the "
        "blockade within four days.",
        "ultimatum",
    ),
])  # fmt: skip
def test_what_one_will_do_on_a_condition_is_a_threat(coded: Code, text: str, kind: str) -> None:
    (claim,) = coded(text)
    assert (claim.event_type, claim.realis, claim.stance) == (kind, "threatened", "threatens")


def test_the_return_of_aid_threatens_nobody(coded: Code) -> None:
    assert "threat" not in types(coded("The United Nations said it would resume deliveries if the fighting stopped."))


def test_whom_an_ultimatum_is_for(coded: Code) -> None:
    text = "The Houthis said the group would resume its attacks on Israel if Israel did not leave Gaza by Sunday."
    claim = of_type(coded(text), "ultimatum")
    assert names(claim.targets)[:1] == ["Government of Israel"]
    assert claim.deadline is not None


def test_who_urges_is_who_speaks(coded: Code) -> None:
    text = (
        "President Volodymyr Zelensky said Russia had dropped 900 bombs on Ukraine in a week and again urged allies to "
        "supply air defences."
    )
    assert names(of_type(coded(text), "demand").agents) == ["Volodymyr Zelensky"]


def test_they_in_a_quotation_are_not_those_for_whom_its_speaker_speaks(coded: Code) -> None:
    text = (
        "Government troops attacked the village in Sagaing, Myanmar. Nay Lin, a spokesman for the opposition National "
        'Unity Government, said the truce had never been kept. "They have carried out 1,100 air strikes," he said.'
    )
    assert names(of_type(coded(text), "air_strike").agents) == ["Myanmar military (Tatmadaw)"]


def test_the_local_governor_is_of_the_place_named_last(coded: Code) -> None:
    text = (
        "Rockets hit Kharkiv overnight, regional governor Oleh Petrenko said. In Russia's Belgorod region a woman was "
        "wounded by a drone, the local governor said."
    )
    assert [claim.claimant.name for claim in coded(text)][1:] == ["local governor"]


@pytest.mark.parametrize(("text", "unwanted"), [
    ("A drone strike killed eight people at a displacement camp near Nyala.", "displacement"),
    ("Myanmar junta air strike on monastery leaves 23 dead, resistance says", "battle"),
    ("The group wants more aid to enter Gaza.", "territory_gain"),
])  # fmt: skip
def test_words_that_name_no_event_here(coded: Code, text: str, unwanted: str) -> None:
    assert unwanted not in types(coded(text))


def test_one_attacks_with_aircraft_and_not_them(coded: Code) -> None:
    claim = of_type(coded("Troops launched an offensive on the town with tanks and aircraft."), "offensive_launch")
    assert names(claim.targets) == []


def test_another_who_is_wounded_is_one(coded: Code) -> None:
    (claim,) = coded("Two fishermen were killed and another wounded by a landmine in Hodeidah.")
    assert [(toll.kind, toll.best) for toll in claim.tolls] == [("killed", 2), ("injured", 1)]


@pytest.mark.parametrize(("text", "who"), [
    ("RSF seizes base in Darfur", "Rapid Support Forces (RSF)"),
    ("Somalia: Al-Shabaab retakes town hours after Ethiopian troops pull out", "al-Shabaab"),
    ("The Syrian army announced the capture of the town of Saraqib.", "Syrian government forces"),
])  # fmt: skip
def test_who_takes_a_place_in_few_words(coded: Code, text: str, who: str) -> None:
    assert names(of_type(coded(text), "territory_gain").agents) == [who]


def test_the_members_of_a_headline_are_counted(coded: Code) -> None:
    (claim,) = coded("Six members of regime forces killed in ISIS ambush in Homs desert")
    assert [(toll.kind, toll.best) for toll in claim.tolls] == [("killed", 6)]


def test_the_hour_of_an_entry_is_no_part_of_a_name(coded: Code) -> None:
    text = "Live page\n\n14:20 - Azerbaijan's president Ilham Aliyev says his forces have captured the town of Shusha."
    claim = of_type(coded(text), "territory_gain")
    assert claim.claimant.name == "Azerbaijan's president Ilham Aliyev"


def test_fatalities_among_forces_are_theirs(coded: Code) -> None:
    (claim,) = coded("The number of fatalities among regime forces in Syria since early 2023 has risen to 211.")
    assert names(claim.targets) == ["Syrian government forces"]


@pytest.mark.parametrize(("text", "unwanted"), [
    ("The army killed 37 militants near Homs and captured 14.", "territory_gain"),
    ("He added in a press conference held in Benghazi that the town was calm.", "diplomatic_meeting"),
    ("Gaza: Hospital overwhelmed after strike on school, MSF says", "battle"),
])  # fmt: skip
def test_neither_ground_nor_talks_nor_a_battle(coded: Code, text: str, unwanted: str) -> None:
    assert unwanted not in types(coded(text))


def test_a_threat_to_kill_unless_they_leave_is_an_ultimatum(coded: Code) -> None:
    text = "Al-Shabaab's spokesman said the group would execute all who work for the army unless they left in ten days."
    assert "ultimatum" in types(coded(text))


def test_the_drone_is_whose_the_drone_was(coded: Code) -> None:
    claims = coded("A Turkish drone hit a car near Kobani on Monday. The drone then struck a house.")
    assert [names(claim.agents) for claim in claims] == [["Turkish Armed Forces"]] * 2


def test_a_states_soldiers_are_its_army(coded: Code) -> None:
    (claim,) = coded("South Africa said three of its soldiers were killed on Monday in Goma.")
    assert names(claim.targets) == ["South African Armed Forces"]


@pytest.mark.parametrize("text", ["Rebels seized three tanks near Homs.", "Rebels captured an army tank near Homs."])
def test_tanks_are_no_ground(coded: Code, text: str) -> None:
    assert types(coded(text)) == ["property_damage"]


def test_nobody_threatens_his_own_posts(coded: Code) -> None:
    (claim,) = coded('Turkey warned on Monday that it would respond "without hesitation" to any attack on its posts.')
    assert (claim.event_type, claim.targets) == ("threat", ())


def test_a_family_of_five_is_not_one(coded: Code) -> None:
    (claim,) = coded("Air strikes near Idlib in Syria killed 11 civilians, among them a family of five, on Sunday.")
    assert [toll.best for toll in claim.tolls] == [11]


def test_drones_are_launched_and_not_hit(coded: Code) -> None:
    (claim,) = coded("Hezbollah launched 200 rockets and a swarm of drones into northern Israel on Thursday.")
    assert names(claim.targets) == []


def test_a_soldier_who_is_a_major_is_one(coded: Code) -> None:
    text = "One soldier, a major in the reserves, was killed in the Golan Heights, the Israeli military said."
    assert names(of_type(coded(text), "casualty_report").targets) == ["Israeli military (IDF)"]


def test_who_will_go_on_striking_until_is_threatening(coded: Code) -> None:
    text = (
        "Israel's defence minister, Yoav Gallant, said the army would continue to strike Hezbollah until it agreed to "
        "pull back beyond the river."
    )
    assert types(coded(text)) == ["threat"]


@pytest.mark.parametrize("text", [
    "Russia denied carrying out the attack in Aleppo.",
    "The army denied carrying out air strikes on the camp near Idlib.",
    "Kigali denies backing the M23 rebels.",
    "Hezbollah denied having fired rockets from the village.",
])  # fmt: skip
def test_a_denial_of_a_deed_is_the_deniers(coded: Code, text: str) -> None:
    (claim,) = coded(text)
    assert (claim.stance, claim.claimant.name == "narrator") == ("denies", False)


def test_rebels_who_march_into_a_town_take_it(coded: Code) -> None:
    assert types(coded("M23 rebels marched into the centre of Goma on Monday.")) == ["territory_gain"]
    assert types(coded("Thousands of people marched into the centre of Goma on Monday.")) == ["protest"]


def test_who_condemns_is_the_government(coded: Code) -> None:
    (claim,) = coded("Turkey condemned the bombing of a mosque in Idlib.")
    assert names(claim.agents) == ["Government of Turkey"]


def test_a_day_behind_a_capture_is_no_number_of_people(coded: Code) -> None:
    claims = coded("Stare Pole: Captured by Russia 21 August 2022. Recaptured by Ukraine 31 August 2022.")
    assert types(claims) == ["territory_gain"] * 2


def test_a_spokesman_with_a_name_of_his_own_is_another(coded: Code) -> None:
    text = (
        "An army spokesman said 12 rebels were killed in Idlib. The spokesman of the National Liberation Front, Naji "
        "Mustafa, said three fighters had been wounded."
    )
    first, second = coded(text)
    assert first.claimant.name != second.claimant.name
    assert "Naji Mustafa" in second.claimant.name


def test_the_monitor_of_a_city_abroad_is_still_the_monitor(coded: Code) -> None:
    text = (
        "The Syrian Observatory for Human Rights said 12 people died in Homs. The London-based monitor said shells hit "
        "a school."
    )
    assert {claim.claimant.name for claim in coded(text)} == {"Syrian Observatory for Human Rights"}


def test_the_dead_are_not_of_the_monitor_that_counts_them(coded: Code) -> None:
    (claim,) = coded("The Syrian Observatory for Human Rights said 12 died in Homs.")
    assert names(claim.targets) == ["Civilians (Syria)"]


def test_where_somebody_speaks_is_not_where_it_happened(coded: Code) -> None:
    text = (
        "US warplanes bombed a hospital in Kunduz on Saturday. General Campbell told a news conference in Washington "
        "that Afghan forces had asked for the strike. The raid killed 22 people."
    )
    assert scene(of_type(coded(text), "casualty_report")) == ["Kunduz"]


def test_an_embassy_is_not_in_the_country_that_it_is_of(coded: Code) -> None:
    claim = of_type(coded("Protesters attacked the embassies of Rwanda and France in Kinshasa."), "attack")
    assert scene(claim) == ["Kinshasa"]


@pytest.mark.parametrize(("text", "who"), [
    ("According to statistics of the Syrian Observatory, 38 people were killed in Homs.",
     "Syrian Observatory for Human Rights"),
    ("According to SOHR statistics, 38 people were killed in Homs.", "Syrian Observatory for Human Rights"),
    ("According to UN data, 38 people were killed in Homs.", "United Nations"),
    ("According to United Nations figures, 38 people were killed in Homs.", "United Nations"),
])  # fmt: skip
def test_figures_are_whose_they_are(coded: Code, text: str, who: str) -> None:
    (claim,) = coded(text)
    assert claim.claimant.name == who


def test_who_helps_is_no_target(coded: Code) -> None:
    (claim,) = coded("Syrian police arrested five persons in Homs, with the support of Turkish helicopters.")
    assert names(claim.supporters) == ["Turkish Armed Forces"]
    assert names(claim.targets) == ["Civilians (Syria)"]


def test_strikes_without_casualties_hurt_nobody(coded: Code) -> None:
    text = "Russian jets carried out four airstrikes on Saraqib, without causing casualties."
    assert of_type(coded(text), "casualty_report").negated


def test_two_who_count_differently_stand_side_by_side(coded: Code) -> None:
    claims = coded("The army said 10 people were killed in Homs, but residents put the number of dead at 20.")
    assert [(claim.claimant.name, [toll.best for toll in claim.tolls]) for claim in claims] == [
        ("army", [10]), ("residents", [20]),
    ]  # fmt: skip


@pytest.mark.parametrize("text", [
    "The government and the rebels agreed on a six-month ceasefire.",
    "Israel and Hamas agreed to a truce on Friday.",
])  # fmt: skip
def test_who_agrees_on_a_truce_makes_one(coded: Code, text: str) -> None:
    (claim,) = coded(text)
    assert claim.event_type == "ceasefire"
    assert len(claim.agents) == 2


@pytest.mark.parametrize(("text", "kind", "who"), [
    ("Russia's foreign ministry warned that Moscow would respond to any deployment of NATO troops in Ukraine.",
     "threat", "Government of Russia"),
    ("Hamas said it would release 12 hostages on Thursday if Israel allowed fuel into Gaza.", "agreement", "Hamas"),
    ("Pakistan summoned the Afghan ambassador to protest over the shelling of Chaman.", "diplomatic_tension",
     "Government of Pakistan"),
])  # fmt: skip
def test_what_a_state_does_to_another(coded: Code, text: str, kind: str, who: str) -> None:
    claims = coded(text)
    assert names(of_type(claims, kind).agents) == [who]
    assert not {"threat", "protest"} & set(types(claims)) - {kind}
    assert all(not claim.agents or claim.event_type != "shelling" for claim in claims)


def test_what_would_follow_has_not_happened(coded: Code) -> None:
    claims = coded("Analysts say the capture of Saraqib would allow the army to advance towards the border.")
    assert {claim.realis for claim in claims} == {"future_expected"}


def test_no_evidence_blames_nobody(coded: Code) -> None:
    text = "The White House said it had no evidence that Israel was responsible for the explosion at the hospital."
    assert names(of_type(coded(text), "bombing").agents) == []


def test_a_state_urges_its_own_people(coded: Code) -> None:
    (claim,) = coded("China urged its citizens to leave Ukraine, citing the security situation.")
    assert names(claim.targets) == ["Civilians (China)"]


@pytest.mark.parametrize(("text", "who"), [
    ("Azerbaijan accused Armenia of shelling its positions in Kalbajar, a charge that Yerevan rejected.", "Yerevan"),
    ("The Taliban said they controlled Kunduz, a claim that Kabul dismissed as propaganda.", "Kabul"),
])  # fmt: skip
def test_a_charge_that_is_rejected_is_denied(coded: Code, text: str, who: str) -> None:
    assert [claim.claimant.name for claim in coded(text) if claim.stance == "denies"] == [who]


def test_a_ceasefire_agreed_in_the_past_is_no_news(coded: Code) -> None:
    (claim,) = coded("The United States called on all sides to return to the ceasefire agreed in October.")
    assert claim.event_type == "demand"
