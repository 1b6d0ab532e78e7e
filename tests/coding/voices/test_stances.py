from __future__ import annotations

import pytest
from coding.voices.hearing import Hearing

STANCES = [
    ("The army acknowledged that two posts were lost.", "acknowledges", None),
    ("The army denied that two posts were lost.", "denies", None),
    ("The agency dismissed the raid as a stunt.", "denies", None),
    ("The mayor blamed the rebels for the fire.", "accuses", None),
    ("The president promised to rebuild the port.", "promises", "planned"),
    ("The militia threatened to block the road.", "threatens", "threatened"),
    ("The envoy demanded that the siege be lifted.", "demands", "hypothetical"),
    ("The envoy warned that the dam could break.", "predicts", "hypothetical"),
    ("The envoy warned that the soldiers were looting shops.", "asserts", None),
    ("Both groups said they would respect the truce.", "promises", "planned"),
    ("The army said it would take weeks to clear the mines.", "asserts", None),
    ("The ministry has not said whether it will send aid.", "no_comment", None),
]


@pytest.mark.parametrize(("text", "stance", "realis"), STANCES)
def test_what_the_cue_does_to_what_is_said(heard: Hearing, text: str, stance: str, realis: str | None) -> None:
    voice = heard(text)[0]
    assert (voice.stance, voice.realis) == (stance, realis)


def test_a_claim_of_responsibility(heard: Hearing) -> None:
    assert heard("The brigade claimed responsibility for the ambush.")[0].stance == "claims_responsibility"
