"""Those of the harmed whom a sentence names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warmonitor.records import Claim


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen killed six priests, including Ignacio Mora, in Lima.", "Ignacio Mora"),
        ("The death of six members of his order, including Ignacio Mora, shocked the country.", "Ignacio Mora"),
        ("Among the priests murdered was Father Ignacio Mora, the rector.", "Ignacio Mora"),
        ("The wounded person was identified as Irma Puentes.", "Irma Puentes"),
        ("The two other wounded nuns are Ana Brangan and Juana Flores.", "Juana Flores"),
        ("He was kidnapped along with his secretary, Jorge Mesa.", "Jorge Mesa"),
    ],
)
def test_the_named_are_among_the_harmed(coded: Callable[[str], list[Claim]], text: str, name: str) -> None:
    assert name in {party.name for claim in coded(text) for party in claim.targets}


def test_citizens_of_a_country_are_not_its_government(coded: Callable[[str], list[Claim]]) -> None:
    told = coded("U.S. citizens David Kent and James Donelly were kidnapped in Medellin.")
    assert "government" not in {party.kind for claim in told for party in claim.targets}


@pytest.mark.parametrize(
    "text",
    [
        "At least 10 casualties were inflicted on the army by the rebels near Gori.",
        "The rebels inflicted 10 casualties on the army near Gori.",
    ],
)
def test_casualties_are_of_those_on_whom_they_are_inflicted(coded: Callable[[str], list[Claim]], text: str) -> None:
    (told,) = [claim for claim in coded(text) if claim.event_type == "casualty_report"]
    assert [party.kind for party in told.targets] == ["state_force"]


def test_casualties_that_are_called_civilian_are_civilians(coded: Callable[[str], list[Claim]]) -> None:
    (told,) = coded("Civilian casualties were reported in Aleppo.")
    assert [party.kind for party in told.targets] == ["civilians"]
