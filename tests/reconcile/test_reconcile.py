"""Claims of one report that tell one happening become one incident."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.telling import ARIHA, ARMY, IDLIB, MONDAY, RUSSIA, SARMIN, claim, later, toll
from warmonitor.reconcile import reconcile
from warmonitor.records import Claim, Report, When

STRIKE = claim("air_strike", 0, place=ARIHA, agent=RUSSIA)
DEATHS = claim("casualty_report", 45, place=ARIHA, killed=5)


def test_a_toll_joins_the_strike_that_it_results_from() -> None:
    (incident,) = reconcile([STRIKE, DEATHS])
    assert incident.event_type == "air_strike"
    assert incident.claims == (STRIKE.id, DEATHS.id)
    assert incident.killed is not None
    assert incident.killed.best == 5
    assert incident.place == ARIHA


def test_strikes_on_two_towns_are_two_incidents() -> None:
    assert len(reconcile([STRIKE, claim("air_strike", 400, place=SARMIN, agent=RUSSIA)])) == 2


def test_strikes_on_one_town_a_month_apart_are_two_incidents() -> None:
    assert len(reconcile([STRIKE, claim("air_strike", 400, place=ARIHA, agent=RUSSIA, day=later(-30))])) == 2


def test_a_province_may_hold_the_town() -> None:
    assert len(reconcile([STRIKE, claim("air_strike", 45, place=IDLIB, agent=RUSSIA)])) == 1


def test_what_is_threatened_is_not_what_happened() -> None:
    threatened = claim("air_strike", 400, place=ARIHA, realis="threatened")
    assert len(reconcile([STRIKE, threatened])) == 2


def test_a_running_total_stands_apart_and_never_enters() -> None:
    total = claim("casualty_report", 400, place=IDLIB, tolls=(toll(400, scope="cumulative"),))
    incidents = reconcile([STRIKE, DEATHS, total])
    assert [incident.killed.best for incident in incidents if incident.killed] == [5]


@pytest.mark.parametrize("change", [{"scope": "cumulative"}, {"side": "both"}, {"part_of": 0}])
def test_only_the_incidents_own_toll_is_its_killed(change: dict[str, object]) -> None:
    (incident,) = reconcile([claim("battle", place=ARIHA, tolls=(toll(60, **change),))])
    assert incident.killed is None
    assert incident.tolls


def test_differing_tolls_leave_a_range_and_a_dispute() -> None:
    (incident,) = reconcile([STRIKE, DEATHS, claim("casualty_report", 90, by="monitor", place=ARIHA, killed=9)])
    assert incident.killed is not None
    assert (incident.killed.low, incident.killed.best, incident.killed.high) == (5, 5, 9)
    assert incident.status == "disputed"
    assert [account.side for account in incident.accounts] == ["reporters", "monitors"]


def test_the_dead_of_one_side_are_no_rival_of_the_dead_of_the_other() -> None:
    villagers = claim("casualty_report", 45, place=ARIHA, tolls=(toll(100, group_kind="civilians"),))
    fighters = claim("casualty_report", 90, by="Russia", place=ARIHA, tolls=(toll(8, group_kind="militia"),))
    (incident,) = reconcile([STRIKE, villagers, fighters])
    assert incident.killed is not None
    assert (incident.killed.low, incident.killed.high) == (100, 100)
    assert incident.status == "undisputed"


def test_a_denial_makes_a_dispute_and_no_agent() -> None:
    denial = claim("air_strike", 90, by="Russia", place=ARIHA, agent=ARMY, stance="denies")
    (incident,) = reconcile([STRIKE, denial])
    assert incident.status == "disputed"
    assert incident.agents == (RUSSIA,)


def test_one_voice_is_a_single_source() -> None:
    assert reconcile([STRIKE, DEATHS])[0].status == "single_source"


def test_soldiers_and_civilians_of_one_claimant_are_added() -> None:
    tolls = (toll(2, group_kind="state_force"), toll(3, group_kind="civilians"), toll(1, group_kind="children"))
    (incident,) = reconcile([claim("shelling", place=ARIHA, tolls=tolls)])
    assert incident.killed is not None
    assert incident.killed.best == 5


def test_a_remark_belongs_to_the_happening_beside_it_or_to_none() -> None:
    near, far = claim("assessment", 50), claim("background", 5000)
    (incident,) = reconcile([STRIKE, near, far])
    assert near.id in incident.claims
    assert far.id not in incident.claims


def test_what_the_report_is_about_comes_first() -> None:
    old = claim("air_strike", 900, place=SARMIN, day=later(-400), killed=80)
    first, second = reconcile([old, STRIKE, DEATHS], [Report(id="r", text="", published=later(1))])
    assert first.claims == (STRIKE.id, DEATHS.id)
    assert second.prominence < 0.5 < first.prominence


def test_an_incident_keeps_its_id_when_a_claim_joins_it() -> None:
    assert reconcile([STRIKE])[0].id == reconcile([STRIKE, DEATHS])[0].id


def test_reports_of_one_strike_make_one_incident() -> None:
    other = STRIKE.model_copy(update={"report_id": "s", "id": "other"})
    assert [incident.reports for incident in reconcile([other, STRIKE])] == [("r", "s")]


def test_reports_of_two_strikes_make_two() -> None:
    other = claim("air_strike", place=SARMIN, agent=RUSSIA, report_id="s", id="other")
    assert sorted(incident.reports for incident in reconcile([other, STRIKE])) == [("r",), ("s",)]


def test_nothing_makes_nothing() -> None:
    assert reconcile([]) == ()


TYPES = ["air_strike", "casualty_report", "battle", "territory_gain", "statement", "displacement", "ceasefire"]
CLAIMS = st.lists(
    st.builds(
        claim,
        st.sampled_from(TYPES),
        st.integers(0, 3000),
        by=st.sampled_from(["narrator", "monitor", "Syrian army", "Russia"]),
        day=st.one_of(st.none(), st.dates(date(2020, 2, 1), date(2020, 3, 2))),
        place=st.sampled_from([ARIHA, SARMIN, IDLIB]),
        killed=st.integers(0, 90),
    ),
    max_size=9,
    unique_by=lambda made: made.id,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(CLAIMS, st.randoms())
def test_the_order_of_the_claims_does_not_matter(claims: list[Claim], random: object) -> None:
    shuffled = list(claims)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert reconcile(claims) == reconcile(shuffled)


@settings(max_examples=60, deadline=None)
@given(CLAIMS)
def test_no_claim_is_in_two_incidents_and_prominence_falls(claims: list[Claim]) -> None:
    incidents = reconcile(claims)
    told = [name for incident in incidents for name in incident.claims]
    assert len(told) == len(set(told))
    assert [i.prominence for i in incidents] == sorted((i.prominence for i in incidents), reverse=True)
    assert all(day <= MONDAY for i in incidents if (day := i.end))


def test_a_day_is_told_before_the_week_around_it() -> None:
    week = When(start=later(-6), end=MONDAY, precision="week", as_written=STRIKE.evidence)
    members = [claim("air_strike", at, place=ARIHA, agent=RUSSIA, time=week, day=None) for at in (45, 90)]
    (incident,) = reconcile([STRIKE, *members])
    assert (incident.start, incident.end) == (MONDAY, MONDAY)


def test_one_strike_and_all_of_the_year_are_two() -> None:
    year = When(start=date(2020, 1, 1), end=MONDAY, precision="year", as_written=STRIKE.evidence)
    total = claim("air_strike", 60, place=IDLIB, agent=RUSSIA, time=year, day=None)
    assert len(reconcile([STRIKE, total])) == 2


def test_strikes_in_a_battle_of_the_day_and_place_are_part_of_it() -> None:
    (incident,) = reconcile([STRIKE, claim("battle", 45, place=ARIHA, agent=RUSSIA)])
    assert len(incident.claims) == 2


def test_a_list_of_towns_ties_what_happened_in_each_of_them_to_nothing() -> None:
    week = claim("shelling", 0, places=(ARIHA, SARMIN))
    towns = [claim("shelling", at, place=place) for at, place in ((400, ARIHA), (900, SARMIN))]
    assert len(reconcile([week, *towns])) == 3
