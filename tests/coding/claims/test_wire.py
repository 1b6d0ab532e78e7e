"""Sentences as wires of any war have them: who fought whom, what fell where, whose words they are."""

from __future__ import annotations

import pytest
from coding.claims.told import Code, names, of_type, scene, types


def test_those_between_whom_clashes_broke_out_fought(coded: Code) -> None:
    claim = of_type(coded("Clashes broke out in Saraqib between the army and the rebels."), "battle")
    assert (names(claim.agents), names(claim.targets)) == (["Syrian government forces"], ["Syrian rebel fighters"])


@pytest.mark.parametrize("text", [
    "Army troops clashed with rebels near Saraqib on Monday.",
    "The army and the rebels clashed near Saraqib on Monday.",
    "Army troops exchanged fire with rebels near Saraqib on Monday.",
])  # fmt: skip
def test_whoever_clashes_fights_the_other(coded: Code, text: str) -> None:
    claim = of_type(coded(text), "battle")
    assert (names(claim.agents), names(claim.targets)) == (["Syrian government forces"], ["Syrian rebel fighters"])


def test_a_bus_is_whose_it_carries_and_the_attack_on_it_kills(coded: Code) -> None:
    claims = coded("Gunmen attacked a bus carrying Syrian soldiers near Palmyra, killing nine.")
    deaths = of_type(claims, "casualty_report")
    assert names(deaths.targets) == ["Syrian government forces"]
    assert names(deaths.agents) == names(claims[0].agents)
    assert "Syrian government forces" in names(claims[0].targets)


@pytest.mark.parametrize(("text", "whose"), [
    ("In fighting with the army near Saraqib, at least seven were killed.", []),
    ("The army inflicted a large number of casualties on the rebels near Saraqib.", ["Syrian rebel fighters"]),
    ("The rebels near Saraqib said they had killed 11 of the enemy.", ["Syrian government forces"]),
    ("The policemen burned to death in their car in Saraqib.", ["Syrian police"]),
])  # fmt: skip
def test_the_dead_of_a_battle_are_of_the_side_that_is_told(coded: Code, text: str, whose: list[str]) -> None:
    assert names(of_type(coded(text), "casualty_report").targets) == whose


@pytest.mark.parametrize("text", [
    "The ceasefire applies to Turkish forces in Afrin.",
    "The truce does not cover Turkish forces in Afrin.",
])  # fmt: skip
def test_whom_a_truce_covers_has_not_made_it(coded: Code, text: str) -> None:
    claim = of_type(coded(text), "ceasefire")
    assert (names(claim.agents), names(claim.targets)) == ([], ["Turkish Armed Forces"])


def test_soldiers_and_a_civilian_are_both_hit(coded: Code) -> None:
    claim = of_type(coded("The strike near Homs injured six soldiers and one civilian."), "casualty_report")
    assert names(claim.targets) == ["Syrian government forces", "Civilians (Syria)"]


def test_the_wounded_are_people(coded: Code) -> None:
    (claim,) = coded("Aid groups called for the evacuation of the wounded from eastern Ghouta.")
    assert names(claim.targets) == ["Civilians"]


def test_a_surname_says_nothing(coded: Code) -> None:
    claims = coded("The two dead were identified as Rami Nasser and Omar Said. Both lived in Homs.")
    assert {claim.claimant.name for claim in claims} == {"narrator"}


def test_what_hit_a_suburb_is_the_raid_and_not_its_dead(coded: Code) -> None:
    claims = coded("An Israeli raid killed four people overnight that hit a suburb of Damascus.")
    assert [names(claim.agents) for claim in claims] == [["Israeli military (IDF)"]] * 2


def test_a_pair_that_speaks_of_itself_is_both(coded: Code) -> None:
    claim = of_type(coded("Damascus and Moscow say they only bomb insurgent groups."), "shelling")
    assert names(claim.agents) == ["Government of Syria", "Government of Russia"]


def test_the_bombardment_of_a_place_by_planes_is_from_the_air(coded: Code) -> None:
    claim = of_type(coded("The bombardment of the enclave by Russian and Syrian planes went on."), "air_strike")
    assert sorted(names(claim.agents)) == ["Russian Armed Forces", "Syrian government forces"]


def test_life_insurance_takes_no_life(coded: Code) -> None:
    assert "casualty_report" not in types(coded("The ministry has taken out life insurance on 900 people in Homs."))


def test_a_shelling_read_as_a_participle_is_one_shelling_at_its_place_and_day(coded: Code) -> None:
    claims = coded("Heavy shelling on 6 May hit Kherson.")
    assert types(claims) == ["shelling"]
    assert scene(claims[0]) == ["Kherson"]
    assert claims[0].time is not None
    assert str(claims[0].time.start) == "2024-05-06"


@pytest.mark.parametrize(("text", "lost"), [
    ("Aleppo fell to the rebels on Friday.", True),
    ("The army denied that the village had fallen.", True),
    ("Debris fell on a warehouse in Odesa.", False),
    ("Some 1,300 families lost their homes in Saada.", False),
])  # fmt: skip
def test_only_places_fall_and_are_lost(coded: Code, text: str, lost: bool) -> None:
    assert ("territory_loss" in types(coded(text))) == lost


def test_shells_that_fall_are_a_shelling(coded: Code) -> None:
    assert "shelling" in types(coded("Shells fell on the Old City of Aleppo, killing two."))


def test_those_believed_to_be_trapped_believe_nothing(coded: Code) -> None:
    text = "Rescuers were searching for two people believed to be trapped under the rubble, the governor said."
    assert of_type(coded(text), "casualty_report").claimant.name == "governor"


def test_an_army_is_not_whoever_was_said_to_be_at_war_with_it(coded: Code) -> None:
    text = (
        "The Rapid Support Forces, which have been at war with the army for a year, denied shelling the market in "
        "El Fasher. The army said it had repelled an attack on the city."
    )
    assert of_type(coded(text), "battle").claimant.name == "army"


def test_the_regional_capital_is_the_seat_of_the_region_named_last(coded: Code) -> None:
    text = "A drone hit a bus in the Kherson region of Ukraine. Shelling of the regional capital damaged a school."
    assert scene(of_type(coded(text), "property_damage")) == ["Kherson"]


def test_the_city_is_no_camp(coded: Code) -> None:
    text = (
        "Fighting raged in the city of El Fasher. Drones struck the Zamzam camp. "
        "The army repelled an attack on the city's eastern side."
    )
    assert scene(coded(text)[-1]) == ["El Fasher"]


def test_a_warning_of_what_ones_own_army_will_do_is_an_ultimatum(coded: Code) -> None:
    text = (
        "Israel's defence minister warned that the army would expand its offensive in Rafah "
        "if the hostages were not released by Monday."
    )
    claim = of_type(coded(text), "ultimatum")
    assert (claim.stance, claim.realis, str(claim.deadline)) == ("threatens", "threatened", "2024-05-13")


def test_a_warning_of_what_others_will_do_is_no_threat(coded: Code) -> None:
    claim = of_type(coded("Ukraine's president warned that Russia would launch an offensive."), "offensive_launch")
    assert claim.stance == "predicts"


def test_the_army_of_an_official_is_his_own(coded: Code) -> None:
    text = "Israel's defence minister said that the army had shelled a house in Rafah."
    assert names(of_type(coded(text), "shelling").agents) == ["Israeli military (IDF)"]


def test_time_given_is_an_ultimatum(coded: Code) -> None:
    claim = of_type(coded("The M23 gave the government 48 hours to open a dialogue in Goma."), "ultimatum")
    assert (names(claim.agents), str(claim.deadline)) == (["March 23 Movement (M23)"], "2024-05-12")


def test_talks_called_off_were_planned_for_their_day_and_are_not_held(coded: Code) -> None:
    text = "Officials said that peace talks planned for Wednesday in Luanda had been cancelled."
    claim = of_type(coded(text), "diplomatic_meeting")
    assert (claim.realis, claim.negated) == ("planned", True)
    assert claim.time is not None
    assert str(claim.time.start) == "2024-05-15"


def test_what_is_denied_by_which_is_a_denial_of_what_was_said(coded: Code) -> None:
    text = "The UN said the army shelled a hospital in Homs, which the government denied."
    told, denied = [claim for claim in coded(text) if claim.event_type == "shelling"]
    assert (told.stance, denied.stance, denied.claimant.name) == ("asserts", "denies", "government")


def test_nobody_claims_nothing(coded: Code) -> None:
    claims = coded("No group has claimed responsibility for the attack in Kabul.")
    assert all(claim.stance != "claims_responsibility" for claim in claims)


def test_a_toll_given_is_told_by_who_gives_it_once(coded: Code) -> None:
    text = "The government confirmed the attack near Mopti but gave a toll of 22 dead."
    (claim,) = [claim for claim in coded(text) if claim.event_type == "casualty_report"]
    assert (claim.claimant.name, [toll.best for toll in claim.tolls]) == ("government", [22])


@pytest.mark.parametrize(("text", "count"), [
    ("The army said 12 of the 15 attackers were killed in Homs.", 12),
    ("Three of its 20 soldiers were killed in Homs.", 3),
    ("Seven of the nine people killed in Homs were children.", 9),
])  # fmt: skip
def test_a_share_is_what_was_hurt(coded: Code, text: str, count: int) -> None:
    assert count in [toll.best for claim in coded(text) for toll in claim.tolls]


def test_a_headline_in_the_present_has_happened(coded: Code) -> None:
    claim = coded("Israeli strikes kill 14 in Gaza\n\nAn airstrike on a house killed 14 people in Gaza on Friday.")[0]
    assert claim.realis == "occurred"


def test_gunmen_who_storm_a_village_are_no_storm(coded: Code) -> None:
    assert types(coded("Dozens killed as gunmen storm village near Djibo")) == ["casualty_report"]


def test_a_deed_read_as_a_participle_has_its_doer_and_its_places(coded: Code) -> None:
    claim = of_type(coded("The regime forces bombed with barrel bombs the town of Kafranbel in Syria."), "air_strike")
    assert names(claim.agents) == ["Syrian government forces"]
    assert "Kafranbel" in scene(claim)


def test_what_answers_an_attack_is_not_by_who_made_it(coded: Code) -> None:
    text = "Hezbollah launched rockets at Kiryat Shmona in response to the attack on Tyre."
    claim = of_type(coded(text), "attack")
    assert (names(claim.agents), scene(claim)) == ([], ["Tyre"])


def test_the_dead_of_a_town_abroad_are_of_its_country(coded: Code) -> None:
    text = "Strikes hit Tyre in southern Lebanon. In northern Israel, 11 civilians and 14 soldiers have been killed."
    assert names(coded(text)[-1].targets) == ["Civilians (Israel)", "Israeli military (IDF)"]


def test_the_dead_of_the_whole_war_did_not_die_where_the_report_is(coded: Code) -> None:
    text = (
        "A drone hit a warehouse in Odesa in Ukraine. More than 11,000 civilians have been killed "
        "since the invasion began in February 2022."
    )
    assert scene(coded(text)[-1]) == ["Ukraine"]


def test_a_village_that_no_list_knows_is_one_wherever_it_is_named(coded: Code) -> None:
    text = "Airstrikes hit the villages of Zarzura and Kamlaya in Syria. Two people died in the attack on Kamlaya."
    first, *_, again = coded(text)
    assert (first.event_type, scene(first), scene(again)) == ("air_strike", ["Zarzura", "Kamlaya"], ["Kamlaya"])


def test_members_are_of_whom_was_hit(coded: Code) -> None:
    text = "A bomb went off near a patrol of Hezbollah in Tyre, wounding three of its members."
    assert names(of_type(coded(text), "casualty_report").targets) == ["Hezbollah (Lebanon)"]


@pytest.mark.parametrize(("text", "town"), [
    ("Um Kadada, 180 km east of El Fasher, was seized by the RSF on Thursday.", "Um Kadada"),
    ("The M23 took the town of Sake, 25 km west of Goma, on Thursday.", "Sake"),
])  # fmt: skip
def test_a_village_told_by_its_distance_lies_there(coded: Code, text: str, town: str) -> None:
    claim = of_type(coded(text), "territory_gain")
    assert scene(claim) == [town]
    assert next(place.lat for place in claim.places if place.name == town) is not None


def test_the_enemy_of_a_general_staff_is_whom_it_fights(coded: Code) -> None:
    text = "Russian losses were heavy, Ukraine's General Staff said. The enemy shelled settlements in Kharkiv."
    assert names(of_type(coded(text), "shelling").agents) == ["Russian Armed Forces"]


@pytest.mark.parametrize(("text", "kind"), [
    ("Over 10,000 people reached Tawila in Darfur in less than 48 hours.", "displacement"),
    ("At least 300,000 left the camps around Goma in the past week.", "displacement"),
    ("Rebel fighters reached Masisi on Monday.", "territory_gain"),
    ("Electricity and water were cut off in Kunduz.", "humanitarian"),
    ("South Africa said it had lost nine men in Goma.", "casualty_report"),
    ("Two guided bombs hit the store in Kharkiv.", "air_strike"),
    ("Kenya's president has invited the two leaders to a summit on Wednesday.", "diplomatic_meeting"),
])  # fmt: skip
def test_what_a_verb_tells_hangs_on_who_does_it_to_what(coded: Code, text: str, kind: str) -> None:
    assert types(coded(text)) == [kind]


def test_a_group_that_claims_an_ambush_claims_the_deed(coded: Code) -> None:
    (claim,) = coded("The group claimed the ambush near Homs through its agency.")
    assert (claim.event_type, claim.stance) == ("battle", "claims_responsibility")


def test_who_is_to_do_what_is_demanded_is_its_target(coded: Code) -> None:
    claim = of_type(coded("Kigali demanded that Congo negotiate directly with the M23."), "demand")
    assert names(claim.targets) == ["Government of the Democratic Republic of the Congo"]


def test_words_of_a_speech_are_the_speakers(coded: Code) -> None:
    text = "The spokesman of the Houthis said in a speech broadcast by Al-Masirah that his forces advanced in Marib."
    assert "spokesman" in of_type(coded(text), "territory_gain").claimant.name


def test_an_aid_group_that_confirms_admits_nothing(coded: Code) -> None:
    text = "Relief group MSF confirmed that nine of its workers were killed in Zamzam."
    assert of_type(coded(text), "casualty_report").stance == "asserts"


def test_what_follows_a_day_of_long_ago_happened_then(coded: Code) -> None:
    text = (
        "The trauma centre in Kunduz was hit by an American gunship on 3 October 2015. Forty-two people died.\n\n"
        "The hospital is still closed."
    )
    claim = of_type(coded(text), "casualty_report")
    assert claim.time is not None
    assert (str(claim.time.start), claim.time.inferred) == ("2015-10-03", True)


def test_a_breakdown_is_of_the_total_before_it(coded: Code) -> None:
    text = "In 2019 the monitor counted 6,000 dead in Syria. They include 1,528 civilians, among them 231 children."
    told = coded(text)[-1]
    assert (told.event_type, told.realis) == ("casualty_report", "occurred")
    assert [(toll.best, toll.scope) for toll in told.tolls] == [(1528, "cumulative"), (231, "cumulative")]


def test_soldiers_of_a_column_that_is_struck_are_of_its_army(coded: Code) -> None:
    text = "An air strike on a Turkish army column in Idlib killed 33 soldiers, the governor of Hatay said."
    assert names(of_type(coded(text), "casualty_report").targets) == ["Turkish Armed Forces"]


@pytest.mark.parametrize(("text", "kinds"), [
    ("13 settlements, including Kherson, came under Russian fire.", ["attack"]),
    ("The army has taken full control of the settlement of Robotyne.", ["territory_gain"]),
    ("DISPLACEMENT\n\nSome 3,000 people fled Tawila on Monday.", ["displacement"]),
    ("Nine staff of the clinic in Zamzam are among the dead.", ["casualty_report"]),
])  # fmt: skip
def test_settlements_are_shelled_and_headings_tell_nothing(coded: Code, text: str, kinds: list[str]) -> None:
    assert types(coded(text)) == kinds


def test_the_source_behind_a_town_in_apposition_is_no_town(coded: Code) -> None:
    text = "Shells killed five people in Manbij, eastern Aleppo, a medical source told our correspondent."
    assert of_type(coded(text), "casualty_report").claimant.name == "medical source"


def test_they_who_drop_bombs_are_not_those_who_tell_it(coded: Code) -> None:
    text = 'Jets of the Syrian army bombed a school in Idlib, residents said. "They dropped two bombs," a teacher said.'
    assert names(coded(text)[-1].agents) == ["Syrian government forces"]


def test_four_of_whom_are_four(coded: Code) -> None:
    text = "The charity said that it had received 38 patients in Kabul, four of whom were dead on arrival."
    assert [toll.best for claim in coded(text) for toll in claim.tolls] == [4]


def test_what_a_man_is_suspected_of_dates_nothing_else(coded: Code) -> None:
    text = "Soldiers killed a man suspected of shooting two people on April 26 in Nablus. Two soldiers were wounded."
    claim = coded(text)[-1]
    assert claim.time is not None
    assert str(claim.time.start) == "2024-05-10"


@pytest.mark.parametrize("text", [
    "The group said that two of its members had taken part in the attack on Kabul.",
    "Turkish-backed fighters met in Manbij.",
])  # fmt: skip
def test_taking_part_takes_nothing_and_being_backed_is_no_event(coded: Code, text: str) -> None:
    assert not {"territory_gain", "military_support"} & set(types(coded(text)))


def test_there_is_nobody_in_there_was(coded: Code) -> None:
    claim = of_type(coded('"There was a blast and everything went dark," said Mohammad Ali, 34, in Kabul.'), "bombing")
    assert names(claim.agents) == []


@pytest.mark.parametrize("text", [
    "Israeli airstrike kills woman in southern Lebanon",
    "Soldier killed in ambush near Gao",
    "Soldiers raided the house. They killed him and left.",
    "The man was killed in Kabul on Monday.",
    "Two people were taken to a hospital in Kabul. A nurse said that one of the two died of his wounds.",
])  # fmt: skip
def test_one_person_without_a_number_is_one(coded: Code, text: str) -> None:
    assert [toll.best for claim in coded(text) for toll in claim.tolls if toll.kind == "killed"] == [1]


def test_who_killed_is_not_who_was_arrested(coded: Code) -> None:
    claims = coded("The governor of Kabul said that the fighter who killed the officer was arrested.")
    assert [toll.kind for toll in of_type(claims, "casualty_report").tolls] == ["killed"]
    assert [toll.kind for toll in of_type(claims, "arrest").tolls] == ["arrested"]


@pytest.mark.parametrize("text", [
    "Monitors documented the death of a child in shelling by Russian forces in Kherson.",
    "Doctors documented the death of a woman and the injury of ten others in airstrikes carried out by Russian jets.",
    "Russian shelling left six people dead in Kherson.",
    "A driver was killed after being directly targeted by Russian drones in Kherson.",
    "A woman died in Kherson on 8 May, when Russian troops shelled her car.",
])  # fmt: skip
def test_whose_force_it_was_that_killed(coded: Code, text: str) -> None:
    assert names(of_type(coded(text), "casualty_report").agents) == ["Russian Armed Forces"]


def test_those_who_document_shelling_shell_nobody(coded: Code) -> None:
    text = "The Syrian Observatory documented the death of a child in shelling by rebels in Idlib, targeting Nubl town."
    assert not any("Observatory" in name for claim in coded(text) for name in names(claim.agents))


def test_both_of_two_named_forces_act(coded: Code) -> None:
    claim = of_type(coded("Hamas and Islamic Jihad fighters attacked the base in Gaza."), "attack")
    assert set(names(claim.agents)) == {"Hamas", "Palestinian Islamic Jihad (PIJ)"}


def test_a_village_of_a_town_is_where_it_was(coded: Code) -> None:
    claim = of_type(coded("A shepherd was killed in Nayrab village of Aleppo city."), "casualty_report")
    assert "Aleppo" not in scene(claim)


@pytest.mark.parametrize(("text", "kind"), [
    ("The coalition captured three IS members during a raid in Deir ez-Zor.", "arrest"),
    ("Two leaders of the group were hiding. They were captured a day earlier in Deir ez-Zor.", "arrest"),
    ("Rebel fighters took the town of Sake on Wednesday.", "territory_gain"),
    ("The army took control of the area and seized it from the militants.", "territory_gain"),
    ("Soldiers seized the village of Sake on Wednesday.", "territory_gain"),
])  # fmt: skip
def test_people_are_held_and_ground_is_taken(coded: Code, text: str, kind: str) -> None:
    assert {"arrest", "territory_gain"} & set(types(coded(text))) == {kind}


def test_is_is_a_group_where_it_is_written_so(coded: Code) -> None:
    claim = of_type(coded("Dozens of IS fighters attacked the base near Mosul."), "attack")
    assert names(claim.agents) == ["Islamic State (IS)"]


def test_what_the_sum_of_many_attacks_left_is_a_sum(coded: Code) -> None:
    text = "The number of attacks since March has reached 28 in Kherson. These attacks left 17 people dead."
    assert [toll.scope for claim in coded(text) for toll in claim.tolls if toll.kind == "killed"] == ["cumulative"]


@pytest.mark.parametrize(("text", "day"), [
    ("On May 3, monitors reported that three people were killed in Kherson.", "2024-05-03"),
    ("Two soldiers were killed in Gao, the army said on Wednesday.", "2024-05-08"),
    ("It was the 31st attack in 2023. Two people were killed in Kherson.", "2024-05-10"),
])  # fmt: skip
def test_what_was_told_on_a_day_happened_by_then(coded: Code, text: str, day: str) -> None:
    time = of_type(coded(text), "casualty_report").time
    assert time is not None
    assert str(time.start) == day


def test_occupation_forces_are_those_of_the_country_before_them(coded: Code) -> None:
    claim = of_type(coded("Turkish occupation forces shelled the village of Tal Tamir."), "shelling")
    assert names(claim.agents) == ["Turkish Armed Forces"]


@pytest.mark.parametrize(("text", "counts"), [
    ("Mrs. Amina Khalid al Ahmad died in Kherson on Monday, when a shell hit her car.", [1]),
    ("The bombing of Kherson also injured one of the employees at the station.", [1]),
    ("One of the men injured in Kherson thanked the doctors.", []),
    ("A child and a local sheikh were killed in the shelling of Idlib.", [1, 1]),
])  # fmt: skip
def test_people_who_are_one_each(coded: Code, text: str, counts: list[int]) -> None:
    assert [toll.best for claim in coded(text) for toll in claim.tolls] == counts


@pytest.mark.parametrize(("text", "kind"), [
    ("Shelling hit the village of Kafr Latah near Idlib.", "shelling"),
    ("Warplanes, which nobody could identify, fired missiles near Idlib.", "air_strike"),
])  # fmt: skip
def test_strikes_that_the_parser_misreads(coded: Code, text: str, kind: str) -> None:
    assert kind in types(coded(text))


def test_who_is_killed_behind_a_container_was_killed_in_what_it_holds(coded: Code) -> None:
    claim = of_type(coded("Shells hit Saraqib, in Idlib province, killing two."), "casualty_report")
    assert scene(claim) == ["Saraqib"]


def test_what_goes_on_meanwhile_has_killed_only_where_it_is_fire(coded: Code) -> None:
    text = "Two soldiers were killed during {} near Homs."
    strikes = of_type(coded(text.format("Israeli air strikes")), "casualty_report")
    offensive = of_type(coded(text.format("the Russian-backed offensive")), "casualty_report")
    assert (names(strikes.agents), names(offensive.agents)) == (["Israeli military (IDF)"], [])


def test_what_a_country_s_region_holds_is_where_it_was(coded: Code) -> None:
    text = "Gunmen stormed the village of Tchombangou in Niger's Tillaberi region on Saturday, killing 21 people."
    assert [scene(claim) for claim in coded(text)] == [["Tchombangou"], ["Tchombangou"]]


@pytest.mark.parametrize(("text", "who"), [
    ("The two Italians, Roberto Rossi of Milan and Mario Conti of Rome, were taken hostage in Homs.",
     ["Civilians (Italy)", "Roberto Rossi", "Mario Conti"]),
    ("Journalist Anas Nasser and cameraman Hani Darwish were killed in Homs.", ["Anas Nasser", "Hani Darwish"]),
    ("The victims were identified as David Kelly, director of the school, and James Arthur Dunn.",
     ["David Kelly", "James Arthur Dunn"]),
    ("The dead in Homs were named as Sami Haddad, 34, and his son Karim, 6.", ["Sami Haddad", "Karim"]),
])  # fmt: skip
def test_everybody_in_a_list_of_victims_is_one(coded: Code, text: str, who: list[str]) -> None:
    assert [name for claim in coded(text) for name in names(claim.targets)] == who


def test_a_killing_is_by_whom_it_is_said_to_be(coded: Code) -> None:
    text = "Thousands marched in Homs to protest the killing of Ahmad Saleh by Turkish forces on Monday."
    claims = coded(text)
    assert types(claims) == ["protest", "casualty_report"]
    assert names(claims[0].targets) == []
    assert names(claims[1].agents) == ["Turkish Armed Forces"]
    assert claims[0].realis == claims[1].realis == "occurred"


def test_who_is_killed_by_somebody_has_not_done_it(coded: Code) -> None:
    (claim,) = coded("The mayor of Homs was shot dead by two assassins on a motorcycle.")
    assert "motorcycle" not in names(claim.targets)
    assert names(claim.agents) == ["Syrian assassins"]


@pytest.mark.parametrize("text", [
    "A bomb went off in Homs. Five passengers of a bus to Damascus were injured.",
    "A bomb went off in Homs. The injured passengers were taken to a hospital in Damascus, where two died.",
    "A bomb went off in Homs. A native of Damascus was killed.",
    "A bomb went off in Homs. Two engineers were kidnapped there two days before a summit in Damascus.",
])  # fmt: skip
def test_what_victims_were_bound_for_or_born_in_is_no_scene(coded: Code, text: str) -> None:
    for claim in coded(text):
        assert "Damascus" not in scene(claim)


def test_the_clause_behind_a_noun_dates_it(coded: Code) -> None:
    text = "A teacher was caught in the heavy shooting that took place in Homs on 11 February."
    claim = of_type(coded(text), "shooting")
    assert claim.time is not None
    assert claim.time.start is not None
    assert (claim.time.start.month, claim.time.start.day) == (2, 11)


def test_as_many_soldiers_are_those_told_of_before(coded: Code) -> None:
    text = "Five Turkish soldiers were killed near Azaz. The Syrian army said the five soldiers had crossed the border."
    assert {name for claim in coded(text) for name in names(claim.targets)} <= {"Turkish Armed Forces"}


@pytest.mark.parametrize(("text", "doers", "harmed"), [
    ("The rebels hacked to death 14 people near Homs.", ["Syrian rebel fighters"], ["Civilians (Syria)"]),
    ("The Syrian army said it had \"neutralised\" 20 rebels near Homs.",
     ["Syrian government forces"], ["Syrian rebel fighters"]),
    ("The rebels near Homs said the army had killed three of their commanders.",
     ["Syrian government forces"], ["Syrian rebel fighters"]),
    ("The mayor of Homs, Anas Nasser, was killed by Turkish soldiers.", ["Turkish Armed Forces"], ["Anas Nasser"]),
    ("A farmer was stabbed to death by an Israeli settler near Homs.", ["Israeli settlers"], ["Civilians (Syria)"]),
])  # fmt: skip
def test_who_killed_whom(coded: Code, text: str, doers: list[str], harmed: list[str]) -> None:
    (claim,) = coded(text)
    assert (names(claim.agents), names(claim.targets)) == (doers, harmed)


def test_whoever_takes_a_town_after_clashes_fought_there(coded: Code) -> None:
    claim = of_type(coded("The rebels seized Saraqib after clashes with the Syrian army."), "battle")
    assert (names(claim.agents), names(claim.targets)) == (["Syrian rebel fighters"], ["Syrian government forces"])


def test_fire_in_retaliation_is_not_where_and_when_the_other_deed_was(coded: Code) -> None:
    text = "The rebels fired 60 rockets at the army in retaliation for the killing of Anas Nasser in Homs on 2 January."
    fire = of_type(coded(text), "shelling")
    assert scene(fire) == []
    assert fire.time is not None
    assert fire.time.as_written is None


def test_fighters_who_surrender_are_prisoners_and_no_ground_is_lost(coded: Code) -> None:
    (claim,) = coded("Forty rebels surrendered in Homs on Monday.")
    assert (claim.event_type, names(claim.targets)) == ("arrest", ["Syrian rebel fighters"])


def test_what_stands_before_a_semicolon_is_who_is_named_there_saying_it(coded: Code) -> None:
    text = "Government forces bombed Saraqib overnight, activists said; there were no reports of casualties."
    assert coded(text)[0].claimant.name == "activists"


def test_fighters_loot_and_crowds_riot(coded: Code) -> None:
    assert types(coded("Rebel fighters looted the hospital in Homs.")) == ["property_damage"]
    assert types(coded("Protesters looted shops in Homs.")) == ["riot"]


def test_the_dead_of_a_headline_are_not_its_source(coded: Code) -> None:
    (claim,) = coded("Syrian Observatory: 14 civilians killed in air raids on Idlib countryside")
    assert names(claim.targets) == ["Civilians (Syria)"]
    assert claim.claimant.name == "Syrian Observatory for Human Rights"


@pytest.mark.parametrize(("text", "kind", "who"), [
    ("The SOHR monitored warplanes carrying out more than 30 raids on Kafr Nabl.", "air_strike", []),
    ("Moscow said Russia has occupied the town of Enerhodar since March 2019.", "territory_status",
     ["Russian Armed Forces"]),
    ("At least 21 Israelis were killed in Palestinian attacks in Nablus.", "casualty_report",
     ["Palestinian armed groups"]),
    ("Police arrested two men in Homs suspected of planning attacks.", "arrest", ["Syrian police"]),
])  # fmt: skip
def test_what_was_done_and_by_whom(coded: Code, text: str, kind: str, who: list[str]) -> None:
    assert names(of_type(coded(text), kind).agents) == who


def test_planned_attacks_have_not_happened(coded: Code) -> None:
    claims = coded("The army arrested two members of Islamic Jihad in Nablus suspected of planning attacks.")
    assert {claim.realis for claim in claims if claim.event_type == "attack"} == {"planned"}


@pytest.mark.parametrize("text", [
    "Shells hit the Atmeh camp for displaced people near Idlib.",
    "The aid group said it would leave Idlib unless fuel reached the hospital there.",
])  # fmt: skip
def test_words_that_tell_no_move_of_people_or_lines(coded: Code, text: str) -> None:
    assert not {"displacement", "territory_gain"} & set(types(coded(text)))


def test_it_is_who_acted_and_not_who_is_told_of_in_passing(coded: Code) -> None:
    text = (
        "On Tuesday Hayat Tahrir al-Sham seized the town of Saraqib after the army garrison withdrew. It now controls "
        "four towns of Idlib province."
    )
    assert names(of_type(coded(text), "territory_status").agents) == ["Hayat Tahrir al-Sham (HTS)"]


def test_the_west_bank_is_not_the_west(coded: Code) -> None:
    (claim,) = coded("Two farmers were killed in the West Bank on Monday.")
    assert names(claim.agents) == []


def test_a_shelling_without_word_of_casualties_tells_of_none(coded: Code) -> None:
    claims = coded("Regime forces shelled Jisr al-Shughur without information about casualties.")
    assert [claim.negated for claim in claims if claim.event_type == "casualty_report"] in ([], [True])


@pytest.mark.parametrize(("text", "doers", "harmed"), [
    ("Three hooded men kidnapped businessman Carlos Mejia, owner of a factory, in Homs on Friday morning.",
     ["Syrian attackers"], ["Carlos Mejia"]),
    ("The rebels near Homs released the three engineers they had kidnapped a week ago.",
     ["Syrian rebel fighters"], ["Civilians (Syria)"]),
])  # fmt: skip
def test_who_was_kidnapped_by_whom(coded: Code, text: str, doers: list[str], harmed: list[str]) -> None:
    claim = of_type(coded(text), "abduction")
    assert (names(claim.agents), names(claim.targets)) == (doers, harmed)


def test_two_men_who_shoot_somebody_dead_make_one_claim(coded: Code) -> None:
    (claim,) = coded("Two men shot dead a teacher in Homs.")
    assert [toll.best for toll in claim.tolls] == [1]


@pytest.mark.parametrize("text", [
    "Gunmen killed union leader Anas Nasser as he left his house in Homs.",
    "Terrorists dynamited four pylons near Homs, leaving Damascus without power.",
])  # fmt: skip
def test_who_leaves_the_house_withdraws_nothing(coded: Code, text: str) -> None:
    assert "withdrawal" not in types(coded(text))


def test_responsibility_for_a_murder_is_claimed_once(coded: Code) -> None:
    (claim,) = coded("The Islamic State claimed responsibility for the murder of the judge in a call to a radio.")
    assert (claim.event_type, claim.stance) == ("casualty_report", "claims_responsibility")
    assert names(claim.agents) == ["Islamic State (IS)"]


def test_the_tortured_torture_nobody(coded: Code) -> None:
    text = "The bodies of two students were found near Homs; both showed signs of torture."
    assert names(of_type(coded(text), "violation").agents) == []


def test_shelling_on_a_day_is_dated_and_is_not_the_source_s(coded: Code) -> None:
    claims = coded("Shelling on Saturday killed a girl near Homs, the regional governor said.")
    claim = of_type(claims, "casualty_report")
    assert names(claim.agents) == []
    assert claim.time is not None
    assert claim.time.as_written is not None


def test_who_loses_a_soldier_has_not_killed_him(coded: Code) -> None:
    claim = of_type(coded("The army lost one soldier in the fighting near Homs."), "casualty_report")
    assert (names(claim.agents), names(claim.targets)) == ([], ["Syrian government forces"])
