from __future__ import annotations

import pytest
from coding.voices.hearing import Hearing

KINDS = [
    ("Reuters reported clashes near the dam.", "media"),
    ("State television said the town was calm.", "state_media"),
    ("Iran's Tasnim news agency said the base was empty.", "state_media"),
    ("The official news agency said the strike failed.", "state_media"),
    ("President Amadou Barry said the war was over.", "government"),
    ("France said it would send envoys.", "government"),
    ("The health ministry said nine people died.", "government"),
    ("The defence ministry said two drones were downed.", "military"),
    ("General Idris Sow said the siege was broken.", "military"),
    ("Hamas said it fired the rockets.", "armed_group"),
    ("A spokesman for the rebels said the base was theirs.", "armed_group"),
    ("A spokesman for Hezbollah said the raid had failed.", "armed_group"),
    ("The Syrian Observatory for Human Rights said 12 people died.", "monitor"),
    ("The White Helmets said the market was hit.", "rescue_service"),
    ("Doctors said 30 wounded people had arrived.", "rescue_service"),
    ("Activists said the internet was cut.", "activist"),
    ("An opposition activist said the shelling had stopped.", "activist"),
    ("A retired judge said the trial was a farce.", "official"),
    ("Witnesses said the bus was full.", "witness"),
    ("Yusuf Kaya, a shopkeeper, said the windows broke.", "witness"),
    ("UNICEF said two schools were hit.", "un_agency"),
    ("The WHO said it was treating the wounded.", "un_agency"),
    ("But Russia said no jets had flown.", "government"),
    ("The UN envoy said talks would resume.", "un_agency"),
    ("Amnesty International said the strike was unlawful.", "ngo"),
    ("Human rights groups said hundreds were held.", "ngo"),
    ("Lena Brandt of Al Jazeera, reporting from the border, said the crossing was shut.", "journalist"),
    ("Some sources said the convoy turned back.", "unattributed"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_the_kind_of_a_claimant(heard: Hearing, text: str, kind: str) -> None:
    assert heard(text)[0].kind == kind


def test_a_short_name_is_given_in_full(heard: Hearing) -> None:
    first, second = heard("Omar al-Haddad, a rebel commander, said the road was cut. The hill is next, Haddad said.")
    assert (second.name, second.kind) == (first.name, "armed_group")


def test_a_pronoun_means_the_last_speaker(heard: Hearing) -> None:
    _, second = heard("Mayor Lucia Paredes said the bridge was down. She said a ferry would run.")
    assert (second.source, second.name) == ("She", "Mayor Lucia Paredes")


def test_he_may_mean_an_agency_in_machine_translation(heard: Hearing) -> None:
    _, second = heard("State media reported heavy fighting near the port. He said the attackers fled.")
    assert (second.name, second.kind) == ("State media", "state_media")


def test_the_monitor_is_the_one_named_before(heard: Hearing) -> None:
    _, second = heard("The Syrian Observatory for Human Rights said 12 people died. The monitor said most were women.")
    assert second.name == "Syrian Observatory for Human Rights"


def test_a_monitor_may_be_named_afterwards(heard: Hearing) -> None:
    first, _ = heard("Six people died, a monitor said. A depot burned, the Syrian Observatory for Human Rights said.")
    assert first.name == "Syrian Observatory for Human Rights"


def test_we_in_a_quotation_is_its_speaker(heard: Hearing) -> None:
    inner, outer = heard('"We condemn the attack on the school," Ousmane Traore, a governor, said.')
    assert (inner.name, inner.stance) == ("Ousmane Traore", "accuses")
    assert inner.within == 1
    assert outer.within is None


def test_a_statement_belongs_to_who_made_it(heard: Hearing) -> None:
    (voice,) = heard("A statement by the Southern Front said the crossing was closed.")
    assert (voice.name, voice.kind) == ("Southern Front", "armed_group")
