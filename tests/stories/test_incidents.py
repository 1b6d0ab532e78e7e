"""What each of our reports is about, as the program reconciles its claims."""

from __future__ import annotations

import pytest
from accuracy.coded import coded_stories

from warmonitor.reconcile import reconcile
from warmonitor.records import Incident


def incidents(name: str) -> tuple[Incident, ...]:
    story, claims = next(one for one in coded_stories() if one[0].name == name)
    return reconcile(claims, [story.report])


def deadliest(name: str) -> Incident:
    """The most prominent incident that has killed someone."""
    return next(incident for incident in incidents(name) if incident.killed)


@pytest.mark.parametrize(("name", "killed"), [
    ("balyun-monitor", 34), ("balyun-wire", 33), ("kramatorsk-state", 30), ("kramatorsk-wire", 50),
    ("maghazi-wire", 70), ("maghazi-translated", 106), ("saada-translated", 77), ("saraqeb-wire", 23),
    ("wad-alnoura-wire", 100), ("pazigyi-wire", 100), ("gaza-truce-wire", 3), ("daraa-monitor", 1),
])  # fmt: skip
def test_the_first_deadly_incident_is_the_one_that_the_report_is_about(name: str, killed: int) -> None:
    found = deadliest(name).killed
    assert found is not None
    assert found.best == killed


@pytest.mark.parametrize("total", [54, 413, 20674, 156, 3240, 377000])
def test_a_running_total_is_nobodys_killed(total: int) -> None:
    for story, _ in coded_stories():
        assert all(total != incident.killed.best for incident in incidents(story.name) if incident.killed)


def test_a_denied_strike_is_disputed() -> None:
    assert deadliest("kramatorsk-wire").status == "disputed"


@pytest.mark.parametrize(("first", "second"), [
    ("balyun-wire", "balyun-monitor"), ("kramatorsk-wire", "kramatorsk-state"), ("maghazi-wire", "maghazi-translated"),
])  # fmt: skip
def test_two_reports_of_one_incident_differ_in_its_toll(first: str, second: str) -> None:
    assert deadliest(first).killed != deadliest(second).killed
