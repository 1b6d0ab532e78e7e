from __future__ import annotations

from coding.voices.hearing import Hearing


def test_told_to_an_outlet(heard: Hearing) -> None:
    outer, inner = heard("A baker told Reuters that the oven was hit.")
    assert (outer.name, outer.cue) == ("Reuters", None)
    assert (inner.name, inner.within) == ("baker", 0)


def test_quoted_as_saying(heard: Hearing) -> None:
    outer, inner = heard("SANA quoted a military source as saying that air defences shot down the missiles.")
    assert (outer.name, outer.kind) == ("SANA", "state_media")
    assert (inner.name, inner.kind, inner.within) == ("military source", "military", 0)
    assert inner.said == ("that air defences shot down the missiles",)


def test_was_quoted_as_saying(heard: Hearing) -> None:
    (voice,) = heard('"The depot burned all night," the fire chief was quoted as saying.')
    assert (voice.name, voice.cue) == ("fire chief", "was quoted as saying")


def test_an_agency_around_a_general(heard: Hearing) -> None:
    inner, outer = heard("General Idris Sow said the pass was clear, Xinhua news agency reported.")
    assert (inner.kind, inner.within) == ("military", 1)
    assert outer.name == "Xinhua"


def test_a_fighter_in_a_video(heard: Hearing) -> None:
    (voice,) = heard("She posted a video with a fighter saying that the soldiers ran.")
    assert (voice.source, voice.kind) == ("a fighter", "armed_group")
