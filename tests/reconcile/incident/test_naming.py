"""After what an incident is named, when it is told with what came before and behind it."""

import pytest

from reconcile.telling import ARIHA, claim
from warmonitor.reconcile import reconcile


def test_deaths_name_an_incident_before_the_arrests_that_followed() -> None:
    told = [claim("casualty_report", killed=3, place=ARIHA), claim("arrest", at=20, place=ARIHA)]
    (incident,) = reconcile(told)
    assert incident.event_type == "casualty_report"


@pytest.mark.parametrize("kind", ["protest", "arrest"])
def test_without_deaths_it_keeps_its_name(kind: str) -> None:
    told = [claim(kind, place=ARIHA), claim("casualty_report", at=20, place=ARIHA)]
    assert kind in {incident.event_type for incident in reconcile(told)}


def test_a_place_taken_names_an_incident_whoever_died_there() -> None:
    told = [claim("territory_gain", place=ARIHA), claim("casualty_report", at=20, place=ARIHA, killed=3)]
    (incident,) = reconcile(told)
    assert incident.event_type == "territory_gain"
