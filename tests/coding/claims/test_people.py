"""Those who are harmed, where no table knows the word for them."""

from __future__ import annotations

import pytest
from coding.claims.told import Code

from warmonitor.pipeline import Coded, Pipeline
from warmonitor.records import Claim, Report


def claims(desk: Pipeline, text: str) -> list[Claim]:
    (coded,) = desk.code([Report(id="t", text=text)])
    assert isinstance(coded, Coded)
    return list(coded.found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The death of the union leader Ana Ruiz Portillo shocked the country.", "Ana Ruiz Portillo"),
        ("Gunmen abducted the beekeeper Ivo Pek in Kharkiv on Monday.", "Ivo Pek"),
    ],
)
def test_victims_bear_their_names(desk: Pipeline, text: str, name: str) -> None:
    assert any(name == party.name for claim in claims(desk, text) for party in claim.targets)


def test_whoever_is_held_for_a_deed_did_it(desk: Pipeline) -> None:
    told = claims(desk, "The minister announced the arrest of three soldiers for killing two priests in Gori.")
    (deed,) = [claim for claim in told if claim.event_type == "casualty_report"]
    assert [party.as_written and party.as_written.text for party in deed.agents] == ["three soldiers"]


def test_injuring_no_one_is_denied(desk: Pipeline) -> None:
    told = claims(desk, "Gunmen set fire to the office of the mayor in Gori but injured no one.")
    assert [claim.negated for claim in told if claim.event_type == "casualty_report"] == [True]


def test_an_attorney_general_is_no_soldier(desk: Pipeline) -> None:
    (claim,) = claims(desk, "Gunmen killed the attorney general in Gori on Monday.")
    assert [(party.kind, party.name.endswith("attorney general")) for party in claim.targets] == [("government", True)]


def test_people_of_any_trade_are_civilians(desk: Pipeline) -> None:
    (claim,) = claims(desk, "Rebels killed two beekeepers near the river on Monday.")
    assert [(party.kind, party.as_written and party.as_written.text) for party in claim.targets] == [
        ("civilians", "two beekeepers")
    ]


def test_whoever_of_unknown_men_attacks_is_no_civilian(desk: Pipeline) -> None:
    found = claims(desk, "Several men in uniforms shot a teacher dead in Mosul on Monday.")
    assert {party.kind for claim in found for party in claim.agents} == {"unknown"}


def test_what_is_placed_and_explodes_is_a_bombing(desk: Pipeline) -> None:
    found = claims(desk, "Militants planted a bomb under a bridge near Kirkuk on Sunday.")
    assert [claim.event_type for claim in found] == ["bombing"]


def test_a_monitor_that_counts_the_dead_is_not_among_them(coded: Code) -> None:
    text = (
        "Government air strikes killed at least 42 people including 16 children in Idlib province the Syrian "
        "Observatory for Human Rights said on Monday."
    )
    (claim,) = coded(text)
    assert claim.claimant.name == "Syrian Observatory for Human Rights"
    assert [party.kind for party in claim.targets] == ["civilians"]


def test_whoever_is_described_and_named_is_one_and_dies_once(coded: Code) -> None:
    (claim,) = coded("The general's wife, Angela Guerrero, was shot to death in Bogota on Tuesday.")
    assert [(party.name, party.kind) for party in claim.targets] == [("Angela Guerrero", "civilians")]
    assert [(toll.kind, toll.best) for toll in claim.tolls] == [("killed", 1)]
