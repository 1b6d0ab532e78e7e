"""Incidents are the same whatever order the reports come in, and old links lead on."""

from __future__ import annotations

from datetime import UTC, date, datetime
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.across.wars import TABLE, Desk, any_war, told
from reconcile.telling import ARIHA, ARMY, IDLIB, MONDAY, RUSSIA, SARMIN, claim, later
from warmonitor.reconcile import known_by, reconcile, reread
from warmonitor.records import Claim, Incident, Report, Ruling, Span

Told = list[tuple[Report, list[Claim]]]
STRIKE = claim("air_strike", place=ARIHA, agent=RUSSIA)


def batch(war: Told) -> tuple[Incident, ...]:
    found = reconcile([c for _, claims in war for c in claims], [report for report, _ in war], TABLE)
    return tuple(sorted(found, key=lambda incident: incident.id))


def arrived(war: Told) -> Desk:
    desk = Desk()
    for report, claims in war:
        desk.add(report, claims)
    return desk


def ruling(number: int, action: str, **fields: object) -> Ruling:
    said = {"id": f"u{number}", "at": datetime(2020, 3, 9, tzinfo=UTC), "by": "ada", "action": action}
    return Ruling.model_validate(said | fields)


@settings(max_examples=25, deadline=None)
@given(any_war(), st.randoms(use_true_random=False))
def test_any_order_of_arrival_comes_to_the_same_as_all_at_once(war: Told, random: Random) -> None:
    shuffled = list(war)
    random.shuffle(shuffled)
    assert arrived(shuffled).incidents() == arrived(war).incidents() == batch(war)


@settings(max_examples=20, deadline=None)
@given(any_war())
def test_every_episode_is_in_one_incident_and_its_id_leads_there(war: Told) -> None:
    desk = Desk()
    for report, claims in war:
        desk.add(report, claims)
        for episode in desk.memory.episodes():
            led = [i for i in desk.incidents() if episode.id in (i.id, *i.redirects)]
            assert len(led) == 1
            assert set(episode.claims) <= set(led[0].claims)


@settings(max_examples=20, deadline=None)
@given(any_war(), any_war())
def test_corrected_reports_leave_no_trace_of_what_they_said(war: Told, corrected: Told) -> None:
    desk = arrived(war)
    for report, claims in corrected:
        desk.add(report, claims)
    names = {report.id for report, _ in corrected}
    assert desk.incidents() == batch([*(one for one in war if one[0].id not in names), *corrected])


@settings(max_examples=15, deadline=None)
@given(any_war())
def test_merging_and_undoing_it_restores(war: Told) -> None:
    desk = arrived(war)
    before = desk.incidents()
    if len(before) < 2:
        return
    desk.rule(ruling(1, "merge", incident=before[0].id, others=(before[1].id,)))
    merged = [i for i in desk.incidents() if {before[0].id, before[1].id} <= {i.id, *i.redirects}]
    assert len(merged) == 1
    assert len(desk.incidents()) == len(before) - 1
    desk.rule(ruling(2, "undo", undoes="u1"))
    assert desk.incidents() == before


def test_two_reports_of_a_strike_are_one_incident_under_the_id_of_the_first() -> None:
    first, second = told("a", STRIKE), told("b", STRIKE, published=later(1))
    (incident,) = arrived([second, first]).incidents()
    assert incident.reports == ("a", "b")
    assert (incident.id,) == tuple(i.id for i in batch([first]))
    assert incident.redirects == tuple(i.id for i in batch([second]))


def test_a_strike_on_the_next_town_is_another() -> None:
    elsewhere = told("b", claim("air_strike", place=SARMIN, agent=RUSSIA))
    assert len(arrived([told("a", STRIKE), elsewhere]).incidents()) == 2


def test_what_is_said_of_the_province_goes_with_the_one_strike_there_and_with_none_of_two() -> None:
    vague = told("v", claim("air_strike", place=IDLIB, agent=RUSSIA))
    other = told("b", claim("air_strike", place=SARMIN, agent=RUSSIA))
    assert [i.reports for i in arrived([told("a", STRIKE), vague]).incidents()] == [("a", "v")]
    assert len(arrived([told("a", STRIKE), vague, other]).incidents()) == 3


def test_a_place_lost_later_is_no_contradiction_but_another_incident() -> None:
    taken = told("a", claim("territory_gain", place=ARIHA, agent=ARMY))
    retaken = told("b", claim("territory_gain", place=ARIHA, day=later(9)), published=later(9))
    assert [i.status for i in arrived([taken, retaken]).incidents()] == ["single_source", "single_source"]


def test_claims_that_are_split_off_are_an_incident_of_their_own_until_that_is_undone() -> None:
    desk = arrived([told("a", STRIKE), told("b", STRIKE), told("c", STRIKE)])
    (whole,) = desk.incidents()
    desk.rule(ruling(1, "split", incident=whole.id, others=(whole.claims[2],)))
    assert sorted(i.reports for i in desk.incidents()) == [("a", "b"), ("c",)]
    desk.add(*told("d", STRIKE))
    assert sorted(i.reports for i in desk.incidents()) == [("a", "b", "d"), ("c",)]
    desk.rule(ruling(2, "undo", undoes="u1"))
    assert [i.reports for i in desk.incidents()] == [("a", "b", "c", "d")]


def test_one_claim_of_a_report_can_be_split_off_too() -> None:
    desk = arrived([told("a", STRIKE, claim("casualty_report", 45, place=ARIHA, killed=5))])
    (whole,) = desk.incidents()
    desk.rule(ruling(1, "split", incident=whole.id, others=(whole.claims[1],)))
    assert sorted(len(i.claims) for i in desk.incidents()) == [1, 1]


def test_a_report_changes_only_what_is_near_it() -> None:
    desk = arrived([told("a", STRIKE), told("b", claim("battle", place=SARMIN, day=later(-30)))])
    desk.memory.put("c", (), [])
    report, claims = told("c", STRIKE)
    far = [i for i in desk.incidents() if i.reports == ("b",)]
    desk.add(report, claims)
    assert [i for i in desk.incidents() if i.reports == ("b",)] == far


def test_as_known_on_a_day_is_as_if_nothing_had_come_later() -> None:
    early, late = told("a", STRIKE), told("b", STRIKE, published=later(2))
    desk = arrived([early, late])
    assert known_by(later(1), desk.memory.episodes(), desk.memory) == batch([early])
    assert known_by(later(2), desk.memory.episodes(), desk.memory) == batch([early, late])


def test_another_rule_tells_the_same_episodes_with_another_best_figure() -> None:
    figures = {"a": 4, "b": 9, "c": 9, "d": 7}
    war = [
        told(name, claim("air_strike", place=ARIHA, agent=RUSSIA, killed=dead), published=later(at))
        for at, (name, dead) in enumerate(figures.items())
    ]
    desk = arrived(war)
    held = [c for _, claims in war for c in claims]
    for rule, best in (("conservative", 4), ("independent", 9), ("latest", 7)):
        whole = reread(desk.memory.episodes(), held, TABLE, rule=rule)  # type: ignore[arg-type]
        assert whole is not None
        assert whole.killed is not None
        assert (whole.killed.low, whole.killed.best, whole.killed.high) == (4, best, 9)


def test_an_incident_without_a_claim_left_is_none() -> None:
    desk = arrived([told("a", STRIKE)])
    assert reread(desk.memory.episodes(), [], TABLE) is None


def test_undated_reports_are_known_since_they_were_added() -> None:
    report = Report(id="a", text="", outlet="a")
    desk = Desk()
    desk.add(report, told("a", STRIKE)[1])
    (episode,) = desk.memory.episodes()
    assert episode.known is None
    assert date(2020, 3, 2) == MONDAY


def test_what_one_report_tells_as_two_stays_two_whatever_others_tell() -> None:
    first = claim("air_strike", place=ARIHA, agent=RUSSIA, killed=4)
    second = claim("air_strike", 900, place=ARIHA, agent=RUSSIA, killed=9, day=later(1))
    other = claim("air_strike", place=ARIHA, agent=RUSSIA, killed=4, day=None)
    found = batch([told("a", first, second), told("b", other, published=later(1))])
    assert all(len({name for name in i.claims if name.startswith("a ")}) <= 1 for i in found)
    assert len(found) == 2


def test_a_vague_report_goes_with_the_vague_one_that_is_most_alike_to_it() -> None:
    def vague(names: str) -> Claim:
        words = f"a hospital was hit on Monday {names} doctors said that nothing was left of it but walls and smoke"
        evidence = Span(start=0, end=len(words), text=words)
        return claim("air_strike", place=IDLIB, agent=RUSSIA, evidence=evidence)

    placed = claim("air_strike", place=ARIHA, evidence=Span(start=0, end=34, text="of Mohammad Jasem Qassem al-Hallaq"))
    named, copied = told("b", vague("near the house of Jasem Qassem Hallaq")), told("c", vague(""))
    far = told("d", claim("air_strike", place=SARMIN, agent=RUSSIA))
    for war in ([told("a", placed), named, copied, far], [far, copied, named, told("a", placed)]):
        whole = next(i for i in arrived(war).incidents() if "a" in i.reports)
        assert whole.reports == ("a", "b", "c")


def test_what_is_told_alike_of_another_week_is_another_happening() -> None:
    words = Span(start=0, end=60, text="Rockets fell on the market of the town and set shops on fire")
    desk = Desk()
    for name, day in (("one", MONDAY), ("two", later(10))):
        desk.add(*told(name, claim("shelling", day=day, place=ARIHA, killed=5, evidence=words), published=day))
    assert len(desk.incidents()) == 2


def test_towns_of_one_province_stay_two_happenings() -> None:
    desk = Desk()
    for name, town in (("one", ARIHA), ("two", SARMIN)):
        desk.add(*told(name, claim("shelling", places=(town, IDLIB), agent=ARMY)))
    assert len(desk.incidents()) == 2
