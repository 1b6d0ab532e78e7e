"""How the fields of an incident stand."""

from __future__ import annotations

from typing import get_args

from reconcile.across.wars import TABLE, told
from reconcile.telling import ARIHA, ARMY, RUSSIA, claim, later
from warmonitor.codebook.tables import Row, read_table
from warmonitor.reconcile import Rule, reconcile
from warmonitor.records import Claim, Incident, Party, Reading, Report, Span

REBELS = Party(name="Rebel fighters", kind="rebel", country="SYR")
STRIKE = claim("air_strike", place=ARIHA, agent=RUSSIA, killed=5)


def whole(*reports: tuple[Report, list[Claim]]) -> Incident:
    (incident,) = reconcile([c for _, claims in reports for c in claims], [report for report, _ in reports], TABLE)
    return incident


def worded(words: str) -> Claim:
    return STRIKE.model_copy(update={"evidence": Span(start=0, end=len(words), text=words)})


def field(incident: Incident, name: str) -> Reading:
    return next(reading for reading in incident.readings if reading.field == name)


def test_two_newsrooms_agree_and_one_alone_is_single() -> None:
    own, other = worded("jets hit the mill at the edge of the town"), worded("bombs fell on a mill near the river")
    assert field(whole(told("a", own), told("b", other)), "agents").standing == "agreed"
    assert field(whole(told("a", own), told("b", own)), "agents").standing == "single"  # one carries the other
    assert field(whole(told("a", own)), "agents").standing == "single"
    assert field(whole(told("a", own)), "injured").standing == "unknown"


def test_an_agency_in_five_outlets_is_one_source() -> None:
    reports = [told(name, STRIKE, outlet=f"{name} News (AFP)") for name in "abcde"]
    assert whole(*reports).sources == 1


def test_five_voices_of_one_side_are_one_source_and_one_account() -> None:
    taken = claim("territory_gain", place=ARIHA, agent=REBELS)
    names = [f"rebel spokesman {at}" for at in range(1, 6)]
    voices = [claim("territory_gain", 45, by=name, place=ARIHA, agent=REBELS) for name in names]
    voices = [v.model_copy(update={"claimant": v.claimant.model_copy(update={"kind": "armed_group"})}) for v in voices]
    incident = whole(told("a", taken, *voices))
    accounts = [(account.side, account.sources) for account in incident.accounts]
    assert accounts == [("reporters", 1), ("Rebel fighters", 1)]
    assert incident.sources == 2


def test_who_does_not_concede_a_loss_contests_it() -> None:
    taken = claim("territory_gain", place=ARIHA, agent=REBELS, target=ARMY)
    fighting = claim("battle", 45, by="Syrian army", place=ARIHA, agent=ARMY, realis="ongoing")
    incident = whole(told("a", taken, fighting))
    assert field(incident, "status").standing == "contested"
    assert incident.status == "disputed"


def test_a_toll_that_rises_is_no_contradiction_but_one_that_differs_the_same_day_is() -> None:
    more = claim("air_strike", 3, place=ARIHA, agent=RUSSIA, killed=9)
    assert field(whole(told("a", STRIKE), told("b", more, published=later(1))), "killed").standing == "agreed"
    assert field(whole(told("a", STRIKE), told("b", more)), "killed").standing == "contested"


def test_the_rules_are_those_of_the_codebook() -> None:
    class Rules(Row):
        code: str
        definition: str

    assert tuple(row.code for row in read_table("figure_rules", Rules)) == get_args(Rule)
