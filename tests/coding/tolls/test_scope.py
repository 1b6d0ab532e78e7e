"""Tolls of one happening and running totals."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warmonitor.coding.mentions import TollMention

Tolls = Callable[[str], tuple[TollMention, ...]]


@pytest.mark.parametrize(
    "text",
    [
        "More than 100 villagers have been killed since January.",
        "The clashes raised the number of guards killed this month to 23.",
        "Some 600 fighters have died over nine years.",
        "At least 40 people were killed in the past three days.",
        "The war has killed 3,000 people.",
        "So far 90 houses have been destroyed.",
        "The country hosts two million refugees.",
        "More than 280,000 people were killed in Syria.",
    ],
)
def test_running_totals(tolls: Tolls, text: str) -> None:
    assert [mention.scope for mention in tolls(text)] == ["cumulative"]


@pytest.mark.parametrize(
    "text",
    [
        "Fourteen shepherds were killed in a raid on Sunday.",
        "The death toll of the blast rose to 17.",
        "The army killed 12 gunmen in the past 24 hours.",
        "A rocket wounded six people who had fled the city since May.",
    ],
)
def test_tolls_of_one_happening(tolls: Tolls, text: str) -> None:
    assert {mention.scope for mention in tolls(text) if mention.kind != "displaced"} == {"incident"}


def test_a_total_does_not_spread_to_the_incident_beside_it(tolls: Tolls) -> None:
    incident, total = tolls("Ten miners died on Friday, bringing the total number of dead in the week to 61.")
    assert (incident.best, incident.scope, total.best, total.scope) == (10, "incident", 61, "cumulative")


def test_up_to_now_of_one_attack_is_no_running_total(tolls: Tolls) -> None:
    (toll,) = tolls("Up to now, three people are reported dead in the shelling.")
    assert toll.scope == "incident"


def test_entries_by_months_are_totals(tolls: Tolls) -> None:
    found = tolls("The toll by months. January: Two attacks injured two people. March: Four attacks killed six people.")
    assert {toll.scope for toll in found if toll.kind in ("killed", "injured")} == {"cumulative"}
