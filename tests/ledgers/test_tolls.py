"""The toll ledger: incidents, announced totals, the gap between them, and the sums that must never be made."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ledgers.said import (
    ARMY,
    ASKA,
    BORG,
    GUARDS,
    HILLS,
    POLICE,
    REBELS,
    THURSDAY,
    VILLAGERS,
    incident,
    report,
    said,
    so_far,
    toll,
)  # fmt: skip
from warmonitor.ledgers import TollRow, ledger
from warmonitor.records import Account, Claim, Filter, Incident

WEDNESDAY = date(2021, 4, 14)
APRIL = date(2021, 4, 1)
RAID = said("air_strike", 0, target=GUARDS, place=ASKA, toll=toll(2))
TOTAL = said("casualty_report", 50, target=POLICE, place=HILLS, toll=so_far(19, APRIL))


def rows(claims: list[Claim], *incidents: Incident, **asked: object) -> tuple[TollRow, ...]:
    found = ledger("tolls", claims, incidents, reports=[report(), report("r2")], **asked)  # type: ignore[arg-type]
    return tuple(row for row in found if isinstance(row, TollRow))


def figures(found: tuple[TollRow, ...]) -> set[float]:
    return {value for row in found for value in (row.low, row.best, row.high, row.told, row.gap) if value is not None}


def only(found: tuple[TollRow, ...], basis: str) -> TollRow:
    (row,) = (row for row in found if row.basis == basis)
    return row


def test_an_announced_total_includes_the_incident_and_is_never_added_to_it() -> None:
    found = rows([RAID, TOTAL], incident(RAID))
    announced, rest = only(found, "announced"), only(found, "derived")
    assert (announced.best, announced.told, announced.gap) == (19, 2, 17)
    assert (rest.best, rest.formula, rest.stated, rest.sources) == (17, "19-2", False, ())
    assert set(rest.claims) == {RAID.id, TOTAL.id}
    assert 21 not in figures(found)


def test_a_total_of_one_report_counts_what_others_tell() -> None:
    told = said("casualty_report", 50, target=POLICE, place=HILLS, toll=so_far(19, APRIL), report="r2")
    assert incident(RAID).totals == ()
    announced = only(rows([RAID, told], incident(RAID)), "announced")
    assert (announced.incidents, announced.told, announced.gap) == (("i1",), 2, 17)


def test_the_dead_of_police_and_army_of_one_country_are_of_one_side() -> None:
    assert only(rows([RAID, TOTAL], incident(RAID)), "announced").incidents == ("i1",)


def test_an_incident_before_the_window_is_not_in_the_total() -> None:
    march = said("air_strike", 0, day=date(2021, 3, 30), target=GUARDS, place=ASKA, toll=toll(2))
    found = rows([march, TOTAL], incident(march))
    assert only(found, "announced").gap is None
    assert [row.basis for row in found] == ["incident", "announced"]


def test_an_incident_that_reconciling_linked_to_the_total_is_in_it_whatever_its_day() -> None:
    undated = said("air_strike", 0, day=None, target=GUARDS, toll=toll(2))
    found = rows([undated, TOTAL], incident(undated, totals=(TOTAL.id,)))
    assert only(found, "announced").gap == 17


def test_a_toll_of_both_sides_is_neither_split_nor_added() -> None:
    both = said("casualty_report", 0, place=HILLS, toll=so_far(60, WEDNESDAY, side="both", high=None, bound=">"))
    found = rows([both, RAID], incident(RAID), incident(both, name="i2"))
    row = only(found, "combined")
    assert (row.low, row.best, row.high, row.bound, row.side) == (60, 60, None, ">", "both")
    assert not figures(found) & {30, 62, 58, 120}


def test_an_empty_ledger_is_empty_and_not_zero() -> None:
    assert rows([said("battle", 0, place=ASKA)], incident(said("battle", 0, place=ASKA))) == ()


def test_dead_and_wounded_are_not_added() -> None:
    hurt = said("air_strike", 0, target=GUARDS, place=ASKA, tolls=(toll(2), toll(2, "injured")))
    found = rows([hurt], incident(hurt))
    assert {(row.kind, row.best) for row in found} == {("killed", 2), ("injured", 2)}


def test_children_among_the_dead_are_a_part_and_no_more_dead() -> None:
    market = said("shelling", 0, place=ASKA, tolls=(
        toll(9, group_kind="civilians"), toll(3, group_kind="children", part_of=0)))  # fmt: skip
    found = rows([market], incident(market))
    assert [(row.basis, row.best) for row in found] == [("incident", 9), ("part", 3)]


def test_incidents_of_a_month_are_added_by_group_and_region() -> None:
    one = said("shelling", 0, place=ASKA, target=VILLAGERS, toll=toll(2))
    two = said("shelling", 50, day=WEDNESDAY, place=BORG, target=VILLAGERS, toll=toll(5))
    other = said("shelling", 90, place=BORG, target=GUARDS, toll=toll(7))
    total = only(rows([one, two, other], incident(one), incident(two, name="i2"), incident(other, name="i3")), "sum")
    assert (total.best, total.formula, total.stated, total.incidents) == (7, "2+5", False, ("i1", "i2"))
    assert (total.start, total.end) == (APRIL, date(2021, 4, 30))


def test_by_day_the_same_incidents_are_not_added() -> None:
    one = said("shelling", 0, place=ASKA, target=VILLAGERS, toll=toll(2))
    two = said("shelling", 50, day=WEDNESDAY, place=BORG, target=VILLAGERS, toll=toll(5))
    found = rows([one, two], incident(one), incident(two, name="i2"), period="day")
    assert [row.basis for row in found] == ["incident", "incident"]


def test_dozens_are_counted_as_at_least_so_many_and_said_to_be_uncounted() -> None:
    dozens = said("shelling", 0, place=ASKA, target=VILLAGERS, toll=toll(None, low=24, bound="~"))
    two = said("shelling", 50, place=BORG, target=VILLAGERS, toll=toll(2))
    total = only(rows([dozens, two], incident(dozens), incident(two, name="i2")), "sum")
    assert (total.low, total.best, total.high, total.uncounted) == (26, 2, None, 1)


def test_two_sources_leave_a_range_and_the_figure_that_most_give() -> None:
    told = [
        said("shelling", at, by, place=ASKA, target=VILLAGERS, toll=toll(number))
        for at, (by, number) in enumerate([("Reuters", 7), ("War Watch", 5), ("resident", 7)])
    ]
    row = only(rows(told, incident(*told)), "incident")
    assert (row.low, row.best, row.high) == (5, 7, 7)


@pytest.mark.parametrize(("rule", "best"), [("conservative", 4), ("independent", 9), ("latest", 9)])
def test_a_rule_says_which_figure_is_best(rule: Any, best: float) -> None:
    told = [said("shelling", 0, by, place=ASKA, target=VILLAGERS, toll=toll(number), report=name)
            for by, number, name in [("Reuters", 7, "r1"), ("War Watch", 4, "r1"), ("resident", 9, "r2")]]  # fmt: skip
    reports = [report(), report("r2", date(2021, 4, 16))]
    found = ledger("tolls", told, [incident(*told)], reports=reports, rule=rule)
    assert [(row.low, row.best, row.high) for row in found if isinstance(row, TollRow)] == [(4, best, 9)]


def test_voices_of_one_side_are_one_source() -> None:
    told = [said("shelling", at, by, place=ASKA, target=VILLAGERS, toll=toll(number))
            for at, (by, number) in enumerate([("rebels", 30), ("Captain Sol", 30), ("War Watch", 5), ("resident", 5),
                                               ("Colonel Ash", 30)])]  # fmt: skip
    account = Account(side="rebels", claimants=("rebels", "Captain Sol", "Colonel Ash"), says="")
    assert only(rows(told, incident(*told, accounts=(account,))), "incident").best == 5
    assert only(rows(told, incident(*told)), "incident").best == 30


def test_a_source_that_corrects_itself_counts_with_its_last_word() -> None:
    first = said("shelling", 0, "War Watch", place=ASKA, target=VILLAGERS, toll=toll(9))
    later = said("shelling", 0, "War Watch", place=ASKA, target=VILLAGERS, toll=toll(4), report="r2")
    reports = [report(), report("r2", date(2021, 4, 16))]
    found = ledger("tolls", [first, later], [incident(first, later)], reports=reports)
    assert [(row.low, row.best, row.high) for row in found if isinstance(row, TollRow)] == [(4, 4, 4)]


@pytest.mark.parametrize("fields", [
    {"stance": "denies"}, {"negated": True}, {"realis": "planned"}, {"stance": "predicts"},
])  # fmt: skip
def test_what_is_denied_or_only_feared_is_no_toll(fields: dict[str, Any]) -> None:
    claim = said("shelling", 0, place=ASKA, target=VILLAGERS, toll=toll(5), **fields)
    assert rows([claim], incident(claim)) == ()


def test_a_deployment_told_twice_is_one_stock() -> None:
    often = [
        said("deployment", at, agent=GUARDS, place=place, toll=so_far(2000, APRIL, kind="troops_deployed"))
        for at, place in enumerate([ASKA, HILLS])
    ]
    (row,) = rows(often)
    assert (row.best, row.by, len(row.claims)) == (2000, GUARDS.name, 2)


def test_towns_that_were_taken_are_counted_for_the_taker() -> None:
    taken = said("territory_gain", 0, agent=ARMY, target=REBELS, place=HILLS,
                 toll=so_far(60, WEDNESDAY, kind="towns_taken", high=None, bound=">"))  # fmt: skip
    (row,) = rows([taken])
    assert (row.by, row.best, row.high, row.bound) == (ARMY.name, 60, None, ">")


def test_the_gap_stays_when_the_filter_leaves_the_incident_out() -> None:
    found = rows([RAID, TOTAL], incident(RAID), where=Filter(types=("casualty_report",)))
    assert only(found, "announced").gap == 17
    assert not [row for row in found if row.basis == "incident"]


def test_more_dead_in_incidents_than_were_announced_leave_a_gap_below_zero_and_nothing_derived() -> None:
    battle = said("battle", 0, target=GUARDS, place=ASKA, day=THURSDAY, toll=toll(30))
    found = rows([battle, TOTAL], incident(battle))
    assert only(found, "announced").gap == -11
    assert [row.basis for row in found] == ["incident", "announced"]


def test_a_total_that_its_incidents_explain_leaves_nothing_which_is_a_number_that_can_be_written() -> None:
    all_of_it = said("casualty_report", 50, target=POLICE, place=HILLS, toll=so_far(2, APRIL))
    rest = only(rows([RAID, all_of_it], incident(RAID)), "derived")
    assert (rest.low, rest.best, rest.formula) == (0, 0, "2-2")
    assert '"best":0,' in rest.model_dump_json()
