"""Which happenings a report only looks back on."""

from __future__ import annotations

from reconcile.telling import ARIHA, MONDAY, SARMIN, claim, later
from warmonitor.reconcile import episodes, reconcile
from warmonitor.records import Claim, Report

NEWS = Report(id="late", text="", published=later(10))
OLD = claim("shelling", 0, place=ARIHA, day=MONDAY, killed=3, report_id="early")
LATEST = claim("air_strike", 0, place=SARMIN, day=later(9), killed=7, report_id="late")
DEATHS = claim("casualty_report", 60, place=SARMIN, day=later(9), killed=7, report_id="late")


def aside(event_type: str = "shelling", **more: object) -> Claim:
    """What the later report says of that Monday, far down in its text."""
    return claim(event_type, 2500, place=ARIHA, day=MONDAY, killed=3, report_id="late", **more)  # type: ignore[arg-type]


def recalled(*claims: Claim) -> list[bool]:
    return [episode.gist.recalled for episode in episodes(claims, NEWS)]


def test_a_strike_of_days_before_what_the_report_is_about_is_recalled() -> None:
    assert recalled(LATEST, DEATHS, aside()) == [False, True]


def test_what_is_as_old_as_what_the_report_is_about_is_news() -> None:
    assert recalled(LATEST, claim("shelling", 2500, place=ARIHA, day=later(8), report_id="late")) == [False, False]


def test_the_items_of_a_survey_are_all_news() -> None:
    first = claim("shelling", 0, place=ARIHA, day=MONDAY, killed=3, report_id="late")
    second = claim("air_strike", 300, place=SARMIN, day=later(9), killed=7, report_id="late")
    assert recalled(first, second) == [False, False]


def test_a_battle_that_goes_on_is_news() -> None:
    assert recalled(LATEST, DEATHS, aside("battle")) == [False, False]


def test_the_reports_of_an_incident_are_those_that_bring_it_as_news() -> None:
    found = reconcile([OLD, LATEST, DEATHS, aside()], [Report(id="early", text="", published=MONDAY), NEWS])
    (shelling,) = [incident for incident in found if incident.event_type == "shelling"]
    assert (shelling.reports, shelling.recalled_in) == (("early",), ("late",))
    assert aside().id in shelling.claims
    assert shelling.texts == ("early", "late")


def test_what_no_other_report_brings_is_of_the_report_that_recalls_it() -> None:
    found = reconcile([LATEST, DEATHS, aside()], [NEWS])
    assert {incident.reports for incident in found} == {("late",)}
    assert {incident.recalled_in for incident in found} == {()}
