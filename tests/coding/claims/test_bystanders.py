"""Whom a clause names besides, where nothing else says whom it hit."""

from __future__ import annotations

import pytest

from warmonitor.pipeline import Coded, Pipeline
from warmonitor.records import Claim, Report


def claims(desk: Pipeline, text: str) -> list[Claim]:
    (coded,) = desk.code([Report(id="t", text=text)])
    assert isinstance(coded, Coded)
    return list(coded.found)


def targets(desk: Pipeline, text: str, kind: str) -> list[str]:
    return [party.name for claim in claims(desk, text) if claim.event_type == kind for party in claim.targets]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Missiles hit positions held by the rebels near Gori.", "shelling", "rebel"),
        ("The shelling of Gori on Monday left six civilians dead.", "shelling", "Civilians"),
    ],
)
def test_who_holds_what_was_hit_or_was_left_dead_is_hit(desk: Pipeline, text: str, kind: str, name: str) -> None:
    assert any(name in found for found in targets(desk, text, kind))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A bomb exploded in Gori while the president was speaking to journalists.", "bombing"),
        ("The explosion occurred shortly before a speech of President Ivo Pek in Gori.", "bombing"),
        ("The rebels staged attacks to make voters stay away from the police.", "attack"),
        ("The destruction occurred after the curfew imposed by the mayor.", "property_damage"),
    ],
)
def test_whom_another_clause_names_is_not_hit(desk: Pipeline, text: str, kind: str) -> None:
    assert targets(desk, text, kind) == []
