"""What has not come to pass: what was agreed, failed, possible or not put up with."""

from __future__ import annotations

import pytest
from coding.claims.told import Code, names, of_type, types


@pytest.mark.parametrize(("text", "event_type", "realis", "negated"), [
    ("The army failed to capture the town of Taftanaz.", "territory_gain", "occurred", True),
    ("The rebels were unable to regain control of Kobani.", "territory_gain", "occurred", True),
    ("Rebels agreed to withdraw from Harasta in Syria.", "withdrawal", "planned", False),
    ("The raid may have killed up to 30 people in Homs.", "casualty_report", "hypothetical", False),
    ("The explosion in Homs could be a missile strike, police said.", "shelling", "hypothetical", False),
])  # fmt: skip
def test_what_did_not_happen_is_not_told_as_done(
    coded: Code, text: str, event_type: str, realis: str, negated: bool
) -> None:
    claim = of_type(coded(text), event_type)
    assert (claim.realis, claim.negated) == (realis, negated)


def test_what_a_state_will_not_allow_is_its_threat_and_no_deed(coded: Code) -> None:
    (claim,) = coded("Turkey will not allow the militia to enter Jarablus, its foreign minister said on Monday.")
    assert (claim.event_type, claim.stance, claim.realis) == ("threat", "threatens", "threatened")
    assert names(claim.agents) == ["Government of Turkey"]
    assert claim.time is not None
    assert str(claim.time.start) == "2024-05-06"


def test_what_nobody_would_tolerate_is_a_threat_of_whoever_says_so(coded: Code) -> None:
    claims = coded("Any new raid would not be tolerated, the Turkish defence minister said.")
    assert types(claims) == ["threat"]


def test_staff_who_let_nobody_in_threaten_nobody(coded: Code) -> None:
    assert "threat" not in types(coded("Hospital staff would not let reporters in."))


@pytest.mark.parametrize(("text", "event_type", "realis"), [
    ("Lawmakers asked to investigate possible Russian war crimes in Syria.", "violation", "hypothetical"),
    ("Fears of an imminent attack on Idlib are growing.", "attack", "future_expected"),
    ("The threatened Turkish incursion into Manbij alarmed residents.", "battle", "threatened"),
])  # fmt: skip
def test_an_adjective_says_that_it_has_not_happened(coded: Code, text: str, event_type: str, realis: str) -> None:
    assert of_type(coded(text), event_type).realis == realis


def test_evidence_backs_no_side_and_a_fate_hangs_nobody(coded: Code) -> None:
    claims = coded("The case is backed by firm evidence. The fate of the rebels hangs on a thread.")
    assert not {"military_support", "execution"} & set(types(claims))
