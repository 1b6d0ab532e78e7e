from __future__ import annotations

import pytest
from coding.voices.hearing import Hearing

INDIRECT = [
    ("The governor said that the bridge had been hit twice.", "governor", "that the bridge had been hit twice"),
    ("Residents said troops had entered the harbour.", "Residents", "troops had entered the harbour"),
    ("The rebels said on Monday they had taken the mill.", "rebels", "they had taken the mill"),
    ("Two tanks were burned near the dam, the army said.", "army", "Two tanks were burned near the dam"),
    ("The convoy burned, said Omar Haddad, a spokesman for the rebels.", "Omar Haddad", "The convoy burned"),
    ("According to the mayor, six houses collapsed.", "mayor", "six houses collapsed"),
    ("Six houses collapsed in the raid as per the mayor.", "mayor", "Six houses collapsed in the raid"),
    ("A car exploded there said the Office for Public Safety.", "Office for Public Safety", "A car exploded there"),
    ("Ten people died in the raid a medic told reporters.", "medic", "Ten people died in the raid"),
    ("Six houses collapsed, according to the mayor.", "mayor", "Six houses collapsed"),
    ("The ministry told reporters that the road was open.", "ministry", "that the road was open"),
    ("The militia claimed responsibility for the bombing.", "militia", "responsibility for the bombing"),
    ("Kyiv accused Moscow of shelling the plant.", "Kyiv", "Moscow of shelling the plant"),
    ("The general vowed to retake the port.", "general", "to retake the port"),
    ("The envoy called for an immediate ceasefire.", "envoy", "an immediate ceasefire"),
    ("The pope urged both sides to stop the fighting.", "pope", "both sides to stop the fighting"),
    ("The army denied shelling the market.", "army", "shelling the market"),
    ("The police rejected the accusation.", "police", "the accusation"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "said"), INDIRECT)
def test_who_said_what(heard: Hearing, text: str, name: str, said: str) -> None:
    voice = heard(text)[0]
    assert voice.name.lower() == name.lower()
    assert voice.said == (said,)


def test_the_reporter_is_no_voice(heard: Hearing) -> None:
    assert heard("Two soldiers were killed in a raid on Tuesday. Rescue teams reached the village at noon.") == []


def test_both_sides_of_an_interrupted_sentence_are_said(heard: Hearing) -> None:
    (voice,) = heard("The shelling, residents said, began before sunrise.")
    assert voice.said == ("The shelling", "began before sunrise")


def test_a_quotation_goes_on_behind_its_speaker(heard: Hearing) -> None:
    (voice,) = heard('"The roof is gone," Amina Diallo, a teacher, said. "We sleep in the yard."')
    assert voice.said == ('"The roof is gone,"', '"We sleep in the yard."')
    assert (voice.name, voice.kind) == ("Amina Diallo", "witness")


def test_the_speaker_may_follow_the_verb(heard: Hearing) -> None:
    (voice,) = heard('"Nobody came to help," said Mariam Keita, a nurse at the clinic.')
    assert (voice.name, voice.kind, voice.cue) == ("Mariam Keita", "rescue_service", "said")


def test_adding_goes_on_for_the_speaker_before(heard: Hearing) -> None:
    first, second = heard("The army said the hill had fallen, adding that eleven fighters were captured.")
    assert first.said == ("the hill had fallen",)
    assert (second.name, second.cue) == ("army", "adding")
    assert second.said == ("that eleven fighters were captured",)


def test_a_second_verb_goes_on_for_the_speaker_before(heard: Hearing) -> None:
    first, second = heard("The minister denied the report and threatened to close the border.")
    assert (first.stance, first.said) == ("denies", ("the report",))
    assert (second.stance, second.realis, second.said) == ("threatens", "threatened", ("to close the border",))


def test_a_relative_clause_leads_to_who_is_meant(heard: Hearing) -> None:
    (voice,) = heard("A driver who said the road was mined turned back.")
    assert (voice.source, voice.said) == ("A driver", ("the road was mined",))


def test_reports_from_no_one(heard: Hearing) -> None:
    (voice,) = heard("The plant was said to be without power.")
    assert (voice.name, voice.kind) == ("unattributed", "unattributed")
    assert voice.said == ("The plant", "to be without power")


def test_it_was_reported_at_the_end(heard: Hearing) -> None:
    (voice,) = heard("The judge was shot at noon, it was reported today by the police.")
    assert (voice.name, voice.said) == ("police", ("The judge was shot at noon",))


def test_a_battle_that_claims_lives_says_nothing(heard: Hearing) -> None:
    assert heard("The fighting claimed 40 lives.") == []


def test_an_apposition_that_speaks(heard: Hearing) -> None:
    text = "An air strike killed 33 soldiers, the governor of the border province of Hatay said early on Friday."
    (voice,) = heard(text)
    assert (voice.kind, voice.said) == ("government", ("An air strike killed 33 soldiers",))


def test_a_toll_raised_behind_the_speaker_is_said(heard: Hearing) -> None:
    (voice,) = heard("Four miners were found dead, the mayor said, bringing the toll to nine.")
    assert voice.said == ("Four miners were found dead", "bringing the toll to nine")


def test_an_adverb_of_hearsay(heard: Hearing) -> None:
    (voice,) = heard("The commander was reportedly killed in an ambush.")
    assert (voice.kind, voice.cue) == ("unattributed", "reportedly")
    assert "killed in an ambush" in voice.said


def test_a_noun_that_claims(heard: Hearing) -> None:
    (voice,) = heard("The army's claim that the town had fallen could not be checked.")
    assert (voice.name, voice.said) == ("army", ("that the town had fallen",))


def test_who_does_not_speak(heard: Hearing) -> None:
    (voice,) = heard("The army declined to comment on the raid.")
    assert (voice.stance, voice.cue) == ("no_comment", "declined to comment")


def test_made_no_comment(heard: Hearing) -> None:
    (voice,) = heard("The navy made no comment.")
    assert (voice.stance, voice.said) == ("no_comment", ("The navy made no comment",))


def test_what_is_only_wished_is_not_said(heard: Hearing) -> None:
    assert heard("The delegates gathered to demand a truce.") == []


def test_things_do_not_speak(heard: Hearing) -> None:
    assert heard("The raid underscored the danger. Photographs show that the hall was burned.") == []


def test_it_is_worth_noting_is_the_reporter(heard: Hearing) -> None:
    assert heard("It is worth noting that the bridge was rebuilt.") == []


def test_a_statement_ends_without_a_comma(heard: Hearing) -> None:
    (voice,) = heard("At least six people were killed in the port a monitoring group said on Sunday.")
    assert voice.source == "a monitoring group"
    assert voice.said == ("At least six people were killed in the port",)


def test_furniture_says_nothing(heard: Hearing) -> None:
    text = "The army said the hill had fallen.\n\nRelated Articles\n\nMinister Says Port Opens\n\nPolice Say Three Held"
    assert [voice.name for voice in heard(text)] == ["army"]
