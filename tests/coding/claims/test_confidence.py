"""A probability for each field, from how it was filled."""

from __future__ import annotations

from collections.abc import Callable

from warmonitor.coding.claims.confidence import RATED, Reliance, field_features, reliance
from warmonitor.records import Claim

Code = Callable[[str], list[Claim]]
STRIKE = "Russian jets bombed a market in Kharkiv on Thursday, killing nine people."


def test_every_rated_field_of_every_claim_has_a_probability(coded: Code) -> None:
    claims = coded(STRIKE)
    assert claims
    for claim in claims:
        assert set(claim.field_confidence) == set(RATED)
        assert all(0 < p < 1 for p in claim.field_confidence.values())


def test_a_day_in_the_words_is_surer_than_one_inferred(coded: Code) -> None:
    told, untold = coded(STRIKE)[0], coded(STRIKE.replace(" on Thursday", ""))[0]
    assert told.field_confidence["time"] > untold.field_confidence["time"]


def test_the_weights_are_of_features_that_claims_can_have(coded: Code) -> None:
    known = {(name, feature) for claim in coded(STRIKE) for name in RATED for feature in field_features(name, claim)}
    assert known & set(reliance().weights)
    assert all((name, "bias") in reliance().weights for name in RATED)


def test_without_weights_a_field_is_as_likely_right_as_wrong(coded: Code) -> None:
    assert set(Reliance({}).of(coded(STRIKE)[0]).values()) == {0.5}
