"""ACLED's sub-events of whole sentences: the first claim of each is called what a coder would call it."""

import pytest

from warmonitor.errors import InputError
from warmonitor.pipeline import Pipeline
from warmonitor.records import Report

TOLD = {
    "Armed clash": [
        "Two gunmen died in an exchange of fire with the police in the hills above the town.",
        "Government soldiers battled fighters of the M23 near Rutshuru on Sunday, local radio said.",
        "Five policemen lost their lives when their patrol was ambushed on the road to Kidal.",
        "The army said it had killed 14 militants in an operation in North Waziristan.",
    ],
    "Attack": [
        "Jihadists raided the village overnight and slit the throats of eleven farmers.",
        "A teacher was stabbed to death by unknown men outside his house.",
        "Two aid workers were shot by soldiers at a checkpoint near Aweil.",
        "The mayor of the town was assassinated by two men on a motorcycle.",
    ],
    "Abduction/forced disappearance": [
        "Pirates seized four crew members from a tanker off the coast of Togo.",
        "More than 30 schoolgirls were taken away by armed men from their dormitory in Zamfara.",
        "The priest who was kidnapped last week has been freed, the diocese said.",
        "Unidentified men kidnapped a German engineer near Kaduna.",
    ],
    "Grenade": [
        "Unknown men tossed a grenade into a crowded tea shop, wounding twelve.",
        "A grenade attack on a police post left two officers injured.",
        "Suspected rebels lobbed a hand grenade at a patrol in the old town.",
        "Three people were hurt when a grenade went off in a bar.",
    ],
    "Suicide bomb": [
        "A man wearing an explosive vest blew himself up among worshippers.",
        "A suicide car bomber struck the gate of the ministry, killing twenty.",
        "A suicide attacker detonated his explosives at a recruitment centre, killing 31.",
        "A teenage girl blew herself up in a mosque, killing five others.",
    ],
    "Remote explosive/landmine/IED": [
        "A bus hit a landmine on the road to Djibo, killing all fourteen on board.",
        "An explosion ripped through a market in the capital, killing at least eight people.",
        "A bomb planted under a car killed a prosecutor in the city on Monday.",
        "Three shepherds died when an unexploded shell went off.",
    ],
    "Air/drone strike": [
        "Fighter planes pounded rebel positions in the mountains for a third day.",
        "A drone hit a vehicle carrying a commander of the group, killing two.",
        "Helicopters dropped barrel bombs on the eastern quarter, residents said.",
        "Coalition jets struck a wedding hall in the north, killing 22 guests.",
    ],
    "Shelling/artillery/missile attack": [
        "Mortar rounds landed on a school yard, killing two pupils.",
        "Rockets hit the airport in Erbil on Monday night.",
        "Shelling by government troops killed five members of one family in the suburb.",
        "A ballistic missile struck an apartment block in Kharkiv, the governor said.",
    ],
    "Chemical weapon": [
        "Doctors said that dozens were treated for symptoms of exposure to a nerve agent.",
        "The inspectors found that sarin was used in the attack on the town.",
        "Mustard gas was used in the shelling of the town, the doctors said.",
    ],
    "Government regains territory": [
        "Troops retook the town of Palma from the insurgents after a week.",
        "The Syrian army has driven the rebels from the last districts of the city.",
        "Pro-government forces liberated the villages of Harem and Salqin, state television said.",
        "Security forces regained control of the prison after two days.",
    ],
    "Non-state actor overtakes territory": [
        "The Taliban have captured the provincial capital, Zaranj, without naming their losses.",
        "Rebels seized the town of Bunagana on the border with Uganda on Monday.",
        "The jihadists overran the town of Mocimboa and hoisted their flag.",
        "Rebel fighters took the strategic town of Sake on Wednesday.",
    ],
    "Non-violent transfer of territory": [
        "Fighters of the group entered the town without a fight after soldiers left.",
        "The army handed over the base to local forces on Thursday.",
        "Troops pulled out of the town and the militia moved in unopposed.",
    ],
    "Peaceful protest": [
        "Hundreds of teachers marched to the parliament to demand higher pay.",
        "A sit-in of relatives of the missing entered its second month in front of the ministry.",
        "Tens of thousands demonstrated in Yangon against the coup.",
        "Students staged a walkout over the fees.",
    ],
    "Protest with intervention": [
        "Police dispersed a rally of opposition supporters with water cannon.",
        "Officers arrested 40 demonstrators at a march in Minsk.",
        "Security forces fired tear gas at a sit-in of students in Khartoum.",
        "Police broke up a gathering of activists in the square and took away their banners.",
    ],
    "Excessive force against protesters": [
        "Soldiers opened fire on demonstrators in Mandalay, killing three.",
        "Two protesters were shot dead by police at a rally in Conakry.",
        "A student died after police fired rubber bullets and live rounds at a demonstration.",
        "Troops killed at least five people when they fired into a crowd of protesters.",
    ],
    "Violent demonstration": [
        "Protesters hurled stones at the police and set tyres alight.",
        "Demonstrators stormed the parliament and burned cars in the yard.",
        "Rioters torched a police station during protests over fuel prices.",
        "Farmers barricaded the motorway with burning tyres in protest at the prices.",
    ],
    "Mob violence": [
        "An angry mob beat to death a man accused of theft in Nairobi.",
        "Residents lynched two suspected kidnappers in the village of Ajalpan.",
        "Villagers armed with machetes clashed over grazing land, leaving six dead.",
        "A mob attacked a police station and killed a man accused of blasphemy.",
    ],
    "Looting/property destruction": [
        "Soldiers burned down dozens of houses in the village, witnesses said.",
        "Settlers uprooted 200 olive trees near Nablus.",
        "Unknown men set fire to a church in the state of Manipur.",
        "Militiamen looted shops and homes in the town of Kassab.",
    ],
    "Arrests": [
        "Police detained the leader of the opposition at the airport.",
        "Israeli forces rounded up 22 people in raids across the West Bank.",
        "The security service has captured a commander of the separatists.",
        "Intelligence agents arrested two journalists in Bujumbura.",
    ],
    "Disrupted weapons use": [
        "Soldiers discovered a stockpile of rockets in a cave.",
        "Police defused a bomb near the railway station.",
        "Air defences shot down four drones over the city.",
        "Customs officers confiscated 300 pistols from a container.",
    ],
    "Agreement": [
        "The two sides signed a peace accord in Nairobi.",
        "Rebels laid down their arms and joined the army.",
        "The government and the separatists swapped 200 prisoners.",
        "A truce between the clans took effect at midnight.",
    ],
    "Headquarters or base established": [
        "The army opened a new base on the border.",
        "Fighters set up checkpoints along the road to the coast.",
        "Turkish troops established an observation post near the town.",
        "The group has set up a training camp in the forest.",
    ],
    "Change to group/activity": [
        "Russia moved more troops to the border on Friday.",
        "Twenty officers defected to the opposition.",
        "The foreign troops withdrew from the country after nine years.",
        "Two battalions were redeployed from the north to the capital.",
    ],
    "Sexual violence": [
        "Human rights groups have documented dozens of cases of rape by soldiers in the region.",
    ],
}


@pytest.mark.parametrize(("sub_event", "text"), [(name, text) for name, texts in TOLD.items() for text in texts])
def test_a_sentence_has_the_sub_event_that_it_tells(desk: Pipeline, sub_event: str, text: str) -> None:
    (coded,) = desk.code([Report(id="told", text=text)])
    assert not isinstance(coded, InputError)
    named = [claim.acled.sub_event_type for claim in coded.found if claim.acled is not None]
    assert named[:1] == [sub_event]
