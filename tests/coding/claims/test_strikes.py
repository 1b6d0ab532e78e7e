"""Strikes as reports tell them: whose fire it was, on whom, with what, where, and which words tell no strike."""

from __future__ import annotations

from datetime import date

import pytest
from coding.claims.told import Code, names, of_type, scene, types


@pytest.mark.parametrize(
    "text",
    [
        "A child was killed and two others were hurt, where a Turkish drone attacked a car in Kobani in Syria.",
        "Nine people were killed after Turkish jets carried out numerous air strikes on Kobani in Syria.",
        "Artillery shelling by Turkish forces on Kobani in Syria killed two people.",
    ],
)
def test_those_whose_fire_killed_are_the_agents_wherever_the_sentence_names_them(coded: Code, text: str) -> None:
    assert names(of_type(coded(text), "casualty_report").agents) == ["Turkish Armed Forces"]


def test_the_dead_of_an_air_strike_died_where_it_struck(coded: Code) -> None:
    claims = coded("Nine people were killed after Turkish jets bombed Kobani in Syria.")
    assert scene(of_type(claims, "casualty_report")) == scene(of_type(claims, "air_strike"))


def test_shelling_by_an_army_does_not_hit_that_army(coded: Code) -> None:
    claims = coded("The town of Kobani in Syria was hit with artillery shelling by the Turkish forces on Monday.")
    assert all(names(claim.targets) != ["Turkish Armed Forces"] for claim in claims)
    assert ["Turkish Armed Forces"] in [names(claim.agents) for claim in claims]


def test_shelling_that_killed_is_over(coded: Code) -> None:
    claim = of_type(coded("Artillery shelling by Turkish forces on Kobani in Syria killed two people."), "shelling")
    assert claim.realis == "occurred"


def test_fire_comes_from_whose_positions_it_comes_from(coded: Code) -> None:
    claim = coded("Shells were fired from regime positions at the town of Saraqib in Syria.")[0]
    assert (names(claim.agents), names(claim.targets)) == (["Syrian government forces"], [])


def test_a_participle_behind_the_dead_is_the_act_of_those_who_killed_them(coded: Code) -> None:
    claims = coded("At least 15 villagers died in Russian airstrikes, targeting markets in Idlib in Syria.")
    assert [(c.event_type, names(c.agents)) for c in claims] == [
        ("casualty_report", ["Russian Armed Forces"]), ("air_strike", ["Russian Armed Forces"]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Two men were killed by a Turkish drone strike that hit a house in Kobani in Syria.", "air_strike"),
        ("A helicopter was struck by gunfire from a hill near Goma in Congo.", "shooting"),
        ("The bomber blew himself up at a checkpoint in Homs in Syria.", "suicide_bombing"),
        ("Shells slammed into a market in Damascus in Syria.", "shelling"),
        ("Fighters breached the lines of the army near Goma in Congo.", "battle"),
        ("Protesters clashed with police in Nairobi on Monday.", "riot"),
        ("Hamas handed over three hostages to the Red Cross in Gaza on Saturday.", "agreement"),
        ("Rebels handed over the town of Sake in Congo to the army.", "territory_loss"),
        ("A shootout took place between soldiers and armed men in Homs in Syria.", "battle"),
    ],
)
def test_what_it_was_made_with_says_what_it_is(coded: Code, text: str, event_type: str) -> None:
    assert event_type in types(coded(text))


def test_the_attack_is_what_was_told_before(coded: Code) -> None:
    claims = coded("Jets carried out air strikes on Idlib in Syria. The attack hit a market.")
    assert claims[-1].event_type == "air_strike"


def test_the_attack_is_nothing_that_was_told_where_two_kinds_were(coded: Code) -> None:
    claims = coded("Jets bombed Idlib in Syria. Rebels shelled Aleppo. The attack hit a market.")
    assert claims[-1].event_type == "attack"


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("French troops captured a rebel commander in Kidal in Mali.", "territory_gain"),
        ("The shelling left material damage in the town of Atarib in Syria.", "withdrawal"),
        ("The army met none of its obligations in Syria.", "diplomatic_meeting"),
        ("The wounded were transferred to a hospital in Kobani in Syria.", "deployment"),
        ("The army committed another massacre in Daraya in Syria.", "threat"),
        ("A truce agreed by Russia and Turkey has collapsed in Syria.", "territory_loss"),
    ],
)
def test_words_in_another_sense(coded: Code, text: str, never: str) -> None:
    assert never not in types(coded(text))


def test_every_group_that_is_counted_was_hit(coded: Code) -> None:
    claim = coded("Two children, a woman and three fighters were killed in a blast in Afrin in Syria.")[0]
    assert names(claim.targets) == ["Civilians (Syria)", "Syrian fighters"]


def test_shelled_villages_are_places(coded: Code) -> None:
    claim = coded("Rebels shelled the village of Hasnun in Syria on Monday.")[0]
    assert (names(claim.targets), scene(claim)) == ([], ["Hasnun"])


def test_a_village_that_no_list_has_is_where_it_happened_not_the_town_behind_it(coded: Code) -> None:
    claims = coded("Jets hit the village of Hasnun in Idlib, Syria, killing six people. Shells hit the village again.")
    assert {place for claim in claims for place in scene(claim)} == {"Hasnun"}


def test_the_countryside_behind_a_village_holds_it(coded: Code) -> None:
    text = "Turkish forces shelled Saydun village and the M4 highway in the countryside of Manbij district in Syria."
    assert "Manbij" not in scene(coded(text)[0])


def test_the_troops_are_those_that_the_report_has_named(coded: Code) -> None:
    text = (
        "Israeli troops raided Daraa in southern Syria. Residents stayed at home. "
        "Several gunmen opened fire at the troops."
    )
    assert names(of_type(coded(text), "shooting").targets) == ["Israeli military (IDF)"]


def test_our_forces_are_those_of_who_says_so(coded: Code) -> None:
    claim = coded("Our forces repelled the attack in Raqqa in Syria, the SDF said in a statement.")[0]
    assert names(claim.agents) == ["Syrian Democratic Forces (SDF)"]


def test_what_has_gone_on_since_goes_on_until_the_report(coded: Code) -> None:
    told = coded("Since the fall of Sanaa in Yemen nine years ago, Saudi Arabia has carried out hundreds of raids.")
    claim = of_type(told, "attack")
    assert claim.time is not None
    assert claim.time.end == date(2024, 5, 10)


def test_another_village_is_another_day(coded: Code) -> None:
    text = (
        "Shells killed a man in Umm Hasan village in Aleppo province in Syria.\n\n"
        "On Monday, rockets hit Tal Hawa village in the same province."
    )
    first, *_, last = [claim.time for claim in coded(text) if claim.time is not None]
    assert first.start != last.start


def test_two_headlines_in_a_line(coded: Code) -> None:
    claim = of_type(coded("Turkish shelling | Child killed in Kobani in Syria"), "casualty_report")
    assert (names(claim.targets), [toll.best for toll in claim.tolls]) == (["Civilians (Syria)"], [1])


def test_numbers_of_attacks_are_counted(coded: Code) -> None:
    claim = coded("The number of drone attacks in Darfur since the spring of 2023 has reached 41.")[0]
    assert [(toll.kind, toll.best) for toll in claim.tolls] == [("strikes", 41)]


def test_a_quarter_of_a_million(coded: Code) -> None:
    claim = coded("More than a quarter of a million people have been killed in Syria.")[0]
    assert [toll.best for toll in claim.tolls] == [250_000]


def test_who_says_so_is_not_among_the_wounded(coded: Code) -> None:
    text = "Shells fell on El Fasher in Sudan, killing six people and wounding 32, a doctor at the South Hospital said."
    tolls = [(toll.kind, toll.best) for claim in coded(text) for toll in claim.tolls]
    assert tolls == [("killed", 6), ("injured", 32)]


def test_the_last_city_in_a_region_lies_in_it(coded: Code) -> None:
    claims = coded("In El Fasher, the last city in Darfur that the army holds, shells killed six people.")
    assert {place for claim in claims for place in scene(claim)} == {"El Fasher"}


def test_whose_ground_was_bombed_did_not_bomb_it(coded: Code) -> None:
    text = "Government jets bombed rebel-held Idlib province killing at least 22 people."
    claim = of_type(coded(text), "casualty_report")
    assert names(claim.agents) == ["Syrian government forces"]


def test_a_name_that_the_parser_cuts_is_the_attackers(coded: Code) -> None:
    claim = coded("A mortar attack by Jaish al-Islam killed three people in Damascus on Monday.")[0]
    assert names(claim.agents) == ["Jaish al-Islam"]


def test_whom_a_charge_names_first_did_it(coded: Code) -> None:
    text = "Aid workers accused the Syrian army and its allies of using chemical weapons in Douma."
    assert names(of_type(coded(text), "chemical_attack").agents) == ["Syrian government forces"]


def test_some_of_the_fighters_are_fighters(coded: Code) -> None:
    claim = of_type(coded("Some of the fighters were wounded in the attack on Homs."), "casualty_report")
    assert [party.kind for party in claim.targets] != ["civilians"]


@pytest.mark.parametrize(("text", "start", "end"), [
    ("The town of Sarmin in Syria has been under constant attack for two weeks.", date(2024, 4, 26), date(2024, 5, 10)),
    ("For two months warplanes have bombed Sarmin in Syria.", date(2024, 3, 10), date(2024, 5, 10)),
    ("Three days after shells killed six in Sarmin in Syria, the army left.", date(2024, 5, 7), date(2024, 5, 7)),
])  # fmt: skip
def test_how_long_says_when(coded: Code, text: str, start: date, end: date) -> None:
    claim = coded(text)[0]
    assert claim.time is not None
    assert (claim.time.start, claim.time.end) == (start, end)


def test_a_strike_carried_out_by_what_flies_is_an_air_strike(coded: Code) -> None:
    text = "The attack, which was carried out by a drone, was directed against the village of Kafr Nan in Syria."
    assert types(coded(text)) == ["air_strike"]


@pytest.mark.parametrize(("text", "agents"), [
    ("The bombing of the regime forces on the market in Al-Bab in Syria hurt a child.", ["Syrian government forces"]),
    ("Two people were killed in the shelling of rebel positions in Hama.", []),
    ("Five people were hurt by the artillery fire of the Turkish army in Hama.", ["Turkish Armed Forces"]),
    ("US-led raids on Raqqa in Syria killed 14 men.", ["Government of the United States"]),
    ("The Turkish state bombed Kobani in Syria.", ["Turkish Armed Forces"]),
    ("Two men were arrested in Homs in Syria by counter-terrorism units.", ["Syrian security forces"]),
])  # fmt: skip
def test_whose_fire_it_was_and_on_whom(coded: Code, text: str, agents: list[str]) -> None:
    assert names(coded(text)[0].agents) == agents


def test_whoever_struck_a_place_killed_those_who_died_there(coded: Code) -> None:
    claim = of_type(coded("Israeli strikes hit a house in Gaza City where three people died."), "casualty_report")
    assert names(claim.agents) == ["Israeli military (IDF)"]


def test_a_town_where_people_died_is_no_victim(coded: Code) -> None:
    claim = of_type(coded("Jets struck Umm al-Kasra, where five civilians were killed."), "casualty_report")
    assert [toll.best for toll in claim.tolls] == [5]


def test_a_country_before_air_raids_is_where_they_were(coded: Code) -> None:
    claim = coded("Syria air raids kill 25 civilians\n\nJets hit a market in Idlib in Syria on Monday.")[0]
    assert names(claim.agents) == []


def test_infighting_has_one_side_on_both(coded: Code) -> None:
    claim = coded("Rebel infighting in Syria has killed 45 opposition fighters over the past two days.")[0]
    assert names(claim.targets) == names(claim.agents) == ["Syrian opposition / rebel fighters"]


def test_a_bombed_aid_convoy_is_no_aid(coded: Code) -> None:
    assert "humanitarian" not in types(coded("The truce ended after the bombing of an aid convoy near Aleppo."))


@pytest.mark.parametrize("text", ["Man killed in drone strike near Idlib", "Turkish drone kills civilian in Kobani"])
def test_a_bare_singular_in_a_headline_is_one(coded: Code, text: str) -> None:
    assert [toll.best for toll in of_type(coded(text), "casualty_report").tolls] == [1]


def test_those_who_carried_out_what_killed_are_the_agents(coded: Code) -> None:
    text = "Three people were killed in shelling carried out by the regime forces on Wednesday in Termanin in Syria."
    told = coded(text)
    assert names(of_type(told, "casualty_report").agents) == ["Syrian government forces"]
    assert names(of_type(told, "shelling").agents) == ["Syrian government forces"]


def test_a_month_at_the_head_of_a_line_dates_what_the_line_tells(coded: Code) -> None:
    text = "The raids of the year in Syria:\n\n• March: Two raids hurt six people.\n\n• April: Raids killed two men."
    told = [claim.time for claim in coded(text) if claim.event_type == "casualty_report"]
    assert [time and (time.start, time.end) for time in told] == [
        (date(2024, 3, 1), date(2024, 3, 31)), (date(2024, 4, 1), date(2024, 4, 30))
    ]
