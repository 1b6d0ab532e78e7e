"""Those who are harmed, where no table knows the word for them."""

from __future__ import annotations

import pytest

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
