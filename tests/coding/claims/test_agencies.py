"""Sentences of agencies on guerrilla wars: who planted what, whose outlet speaks, what bears the name of a place."""

from __future__ import annotations

import pytest
from coding.claims.told import Code, names, of_type, scene, types


def test_what_came_before_an_attack_was_not_done_by_those_who_attack(coded: Code) -> None:
    claims = coded("The army launched an attack on the gangs after candidate Juan Perez was killed on 18 August.")
    assert names(of_type(claims, "casualty_report").agents) == []


def test_whose_house_was_shot_at_when_they_died_shot_at_nobody(coded: Code) -> None:
    claims = coded("The minister and his two bodyguards died when his residence in San Salvador was machine-gunned.")
    shooting = of_type(claims, "shooting")
    assert (names(shooting.agents), names(shooting.targets)) == ([], ["Salvadoran minister"])


def test_a_second_bomb_a_week_later_was_not_the_first(coded: Code) -> None:
    text = (
        "On 2 April, a car bomb destroyed the offices of a newspaper in Bogota and five weeks later another car bomb "
        "damaged a bank in Bucaramanga."
    )
    first, *later = coded(text)
    assert scene(first) == ["Bogotá"]
    assert all(scene(claim) == ["Bucaramanga"] for claim in later)


def test_what_has_happened_by_now_has_no_day(coded: Code) -> None:
    claims = coded("Several police stations have been hit by these attacks, and a plane blew up on 27 April.")
    hit = of_type(claims, "attack")
    assert hit.time is None or hit.time.as_written is None


def test_arms_that_are_seized_are_nobody(coded: Code) -> None:
    (claim,) = coded("The rebels seized one M-16 rifle and two pistols.")
    assert (claim.event_type, names(claim.targets)) == ("property_damage", [])
    assert {toll.kind for toll in claim.tolls} == {"other"}


def test_arms_that_are_used_are_no_victims(coded: Code) -> None:
    text = "The troops used heavy machineguns and grenade launchers, killing a young soldier near Somotillo."
    assert all(party.name == "Civilians" for claim in coded(text) for party in claim.targets)
    assert all("gun" not in (p.as_written.text if p.as_written else "") for c in coded(text) for p in c.targets)


@pytest.mark.parametrize("text", [
    "The group sent a seven-point communique to several newspapers in Medellin.",
    "Former candidate Guillermo Rossi left for Venezuela on Monday.",
    "Jack Miller, an American, was taken to the operating room in San Salvador.",
    "The three men were taken to a medical center in Guatemala.",
    "The government of El Salvador lifted the state of siege on Monday.",
    "The batter hits the ball, and he hits a home run.",
    "The soldiers defend the interests of the people of El Salvador.",
])  # fmt: skip
def test_words_that_tell_of_no_deed(coded: Code, text: str) -> None:
    assert set(types(coded(text))) <= {"background", "statement", "assessment"}


@pytest.mark.parametrize(("text", "kind"), [
    ("In Barranca, terrorists bombed a radio station and a drugstore.", "bombing"),
    ("A pylon was bombed by guerrillas in Santa Ana.", "bombing"),
    ("Jets bombed militants near Idlib.", "air_strike"),
    ("Unidentified men levelled machinegun fire at a watchman in San Salvador.", "shooting"),
])  # fmt: skip
def test_by_what_means_who_has_no_aircraft_bombs(coded: Code, text: str, kind: str) -> None:
    assert types(coded(text)) == [kind]


def test_an_airliner_that_blows_up_struck_nobody(coded: Code) -> None:
    blast, deaths = coded("An airlines plane blew up in midair on 27 April, killing all 107 passengers and crew.")
    assert (blast.event_type, names(blast.agents), names(blast.targets)) == ("bombing", [], ["airlines plane"])
    assert (deaths.event_type, names(deaths.agents)) == ("casualty_report", [])


def test_a_drone_that_explodes_strikes(coded: Code) -> None:
    assert types(coded("A drone exploded near the base in Erbil.")) == ["air_strike"]


@pytest.mark.parametrize(("text", "where"), [
    ("The bomb went off in front of the San Francisco monastery in Lima.", ["Lima"]),
    ("The injured persons were taken to San Jorge hospital and the Pio XII clinic in Pereira.", ["Pereira"]),
    ("Three leaders of the Medellin cartel were arrested in Colombia.", ["Colombia"]),
    ("Gunmen shot Fabio Ruiz, a candidate for mayor of Puerto Lopez, in Bogota.", ["Bogotá"]),
    ("The attack was staged by men who used two Toyota cars in Lima.", ["Lima"]),
    ("A group of men dressed in Green stormed the residence of the priests in San Salvador.", ["San Salvador"]),
])  # fmt: skip
def test_what_bears_the_name_of_a_place_is_not_there(coded: Code, text: str, where: list[str]) -> None:
    (claim, *_) = coded(text)
    assert scene(claim) == where


def test_quarters_of_a_town_are_no_cities_elsewhere(coded: Code) -> None:
    text = "Guerrillas control the San Jose, Los Angeles and Los Conacastes neighborhoods in Soyapango, El Salvador."
    claim = of_type(coded(text), "territory_status")
    assert {place.country for place in claim.places} == {"SLV"}


def test_an_article_before_a_name_is_no_state(coded: Code) -> None:
    (claim,) = coded("44 peasants were killed in two townships of La Mar Province, Ayacucho Department, Peru.")
    assert {place.country for place in claim.places} == {"PER"}


def test_a_place_within_the_name_of_an_armed_group_is_none(coded: Code) -> None:
    text = "The Tupac Amaru revolutionary movement (MRTA) claimed responsibility for the kidnapping of 12 people."
    claim = of_type(coded(text), "abduction")
    assert (names(claim.agents), claim.places) == (["MRTA"], ())


@pytest.mark.parametrize(("text", "who"), [
    ("An engineer was kidnapped by Colombian Army of National Liberation guerrillas in Arauca.", ["ELN"]),
    ("Armed Forces members killed six priests in El Salvador.", ["Salvadoran Armed Forces"]),
    ("Military men shot two farmers near Daraa.", ["Syrian government forces"]),
    ("Air Force helicopters bombed Apopa in El Salvador.", ["Salvadoran Armed Forces"]),
])  # fmt: skip
def test_who_is_of_which_force(coded: Code, text: str, who: list[str]) -> None:
    assert names(coded(text)[0].agents) == who


def test_whoever_investigates_has_not_attacked(coded: Code) -> None:
    assert names(coded("The authorities are investigating the attack in Lima.")[0].agents) == []


def test_a_nationality_before_a_name_is_no_government(coded: Code) -> None:
    assert names(coded("Italian Dino Rossi was kidnapped by armed men in Guatemala.")[0].targets) != [
        "Government of Italy"
    ]


def test_in_the_words_of_a_partys_outlet_we_are_that_party(coded: Code) -> None:
    text = (
        "CLANDESTINE (Radio Venceremos) -- The FMLN attacked the 1st Infantry Brigade in San Salvador. Our units also "
        "sabotaged the power lines in Usulutan. We inflicted two casualties on the police in Mejicanos. The enemy "
        "shelled Apopa."
    )
    claims = coded(text)
    assert names(of_type(claims, "casualty_report").agents) == ["FMLN"]
    assert names(of_type(claims, "shelling").agents) == ["Salvadoran Armed Forces"]
    assert all(names(claim.agents) == ["FMLN"] for claim in claims if claim.event_type == "attack")


def test_the_hour_at_which_somebody_died_is_no_year_and_her_children_no_toll(coded: Code) -> None:
    (claim, *_) = coded("Ana Velasco, a mother of three, died at 1545 in San Salvador.")
    assert claim.time is not None
    assert claim.time.start is not None
    assert claim.time.start.year == 2024
    assert all(toll.best != 3 for toll in claim.tolls)


def test_who_suffered_no_wounds_was_not_hurt(coded: Code) -> None:
    claim = of_type(coded("The three men were found in Guatemala and suffered no wounds."), "casualty_report")
    assert claim.negated


def test_whoever_claims_a_bomb_has_done_what_it_did(coded: Code) -> None:
    claims = coded("The Extraditables claimed responsibility for the car bomb that killed 30 people in Bogota.")
    deaths = of_type(claims, "casualty_report")
    assert (deaths.stance, names(deaths.agents)) == ("claims_responsibility", ["The Extraditables"])


@pytest.mark.parametrize("text", [
    "The FMLN denied any involvement in the murder of the attorney general.",
    "The FMLN denied any role in the killing of six priests in El Salvador.",
])  # fmt: skip
def test_what_somebody_denies_a_part_in(coded: Code, text: str) -> None:
    deaths = of_type(coded(text), "casualty_report")
    assert (deaths.stance, names(deaths.agents)) == ("denies", ["FMLN"])


def test_a_kidnapping_is_of_whom_it_befell(coded: Code) -> None:
    claims = coded("The murder and kidnapping of students in Guatemala have us deeply worried.")
    abduction = of_type(claims, "abduction")
    assert (names(abduction.agents), names(abduction.targets)) == ([], ["Civilians (Guatemala)"])
    told = coded("The rebels freed Ana Ruiz in Guatemala on Monday. Her kidnapping lasted a month.")
    assert names(of_type(told, "abduction").agents) == []


def test_others_who_are_captured_are_people(coded: Code) -> None:
    claims = coded("The army said it had killed 12 rebels in clashes in Morazan and captured three others.")
    assert "territory_gain" not in types(claims)
    assert of_type(claims, "arrest").tolls[0].best == 3


def test_a_countrys_institute_is_not_its_government(coded: Code) -> None:
    (claim,) = coded("A bomb exploded at the Peruvian cultural institute in Lima.")
    assert names(claim.targets) == ["Peruvian cultural institute"]


def test_a_great_city_is_meant_by_its_bare_name(coded: Code) -> None:
    (claim,) = coded("The embassy in La Paz was attacked with dynamite.")
    assert [place.precision for place in claim.places] == ["town"]


def test_what_a_town_lies_in_is_no_second_scene(coded: Code) -> None:
    (claim,) = coded("Guerrillas attacked the police station in the town of Uchiza, in the department of San Martin.")
    assert scene(claim) == ["Uchiza"]


def test_a_title_is_of_whose_name_stood_behind_it(coded: Code) -> None:
    text = (
        "Presidency Minister Jose Rodriguez was seriously wounded in San Salvador this morning. The minister died in "
        "a hospital."
    )
    wounded, died = (claim for claim in coded(text) if claim.event_type == "casualty_report")
    assert names(wounded.targets) == names(died.targets) == ["Jose Rodriguez"]
    assert [toll.group for toll in died.tolls] == ["Jose Rodriguez"]


def test_of_two_presidents_the_president_is_neither(coded: Code) -> None:
    text = (
        "Russian President Vladimir Putin met Turkish President Recep Tayyip Erdogan in Sochi. The president ordered "
        "the army to advance on Idlib."
    )
    assert not {"Vladimir Putin", "Recep Tayyip Erdogan"} & set(names(of_type(coded(text), "demand").agents))


def test_a_surname_alone_is_of_the_only_one_who_bears_it(coded: Code) -> None:
    text = "Bishop Jesus Jaramillo was kidnapped in Arauca. Jaramillo was murdered on Monday."
    assert names(of_type(coded(text), "casualty_report").targets) == ["Jesus Jaramillo"]


def test_a_town_is_none_where_somebody_bears_its_name(coded: Code) -> None:
    text = "Senator Luis Carlos Galan was killed on Friday in Bogota. Galan was shot in front of a crowd."
    assert all(place.name != "Galan" for claim in coded(text) for place in claim.places)


@pytest.mark.parametrize("text", [
    "The attackers, who fled in a blue van, fired at least 20 shots at a car in Tegucigalpa.",
    "The mayor of Apartado escaped unhurt from an attempt on his life.",
])  # fmt: skip
def test_whoever_gets_away_is_not_displaced(coded: Code, text: str) -> None:
    assert "displacement" not in types(coded(text))


def test_a_toppled_pylon_is_damage(coded: Code) -> None:
    (claim,) = coded("A power pylon was toppled near Ayacucho, blacking out the city for three hours.")
    assert (claim.event_type, names(claim.targets)) == ("property_damage", ["power pylon"])


def test_a_plane_that_is_bombed_bombs_nobody(coded: Code) -> None:
    claims = coded("The U.S. government blamed the Medellin cartel for the bombing of the plane.")
    assert "air_strike" not in types(claims)


def test_whoever_stopped_the_bus_burned_it(coded: Code) -> None:
    claims = coded("Guerrillas stopped a bus near Ayacucho, made the passengers get off and burned it.")
    assert names(of_type(claims, "attack").agents) == ["Peruvian guerrillas"]


def test_an_attempt_on_somebodys_life_is_an_attack_on_him(coded: Code) -> None:
    claim = of_type(coded("The mayor survived an attempt on his life in Bogota."), "attack")
    assert (names(claim.agents), names(claim.targets)) == ([], ["Colombian mayor"])


@pytest.mark.parametrize("text", [
    "Latin American diplomats condemned the attack near San Vicente, El Salvador.",
    "A charge went off under a bridge on the Pan-American highway near San Vicente, El Salvador.",
])  # fmt: skip
def test_a_continents_people_are_no_single_countrys(coded: Code, text: str) -> None:
    claims = coded(text)
    assert all(party.country != "USA" for claim in claims for party in (*claim.agents, *claim.targets))
    assert all(place.country == "SLV" for claim in claims for place in claim.places)


def test_whoever_is_found_strangled_is_dead(coded: Code) -> None:
    assert types(coded("A union leader was found strangled near Santa Tecla.")) == ["casualty_report"]


def test_a_molotov_cocktail_is_no_town(coded: Code) -> None:
    assert all(scene(c) == ["Santiago"] for c in coded("Men hurled a Molotov cocktail at a bus in Santiago."))
