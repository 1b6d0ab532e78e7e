"""The ledger of control: who held what when, and who says so."""

from __future__ import annotations

from datetime import date

from ledgers.said import (
    ARMY,
    ASKA,
    BORG,
    FRONT,
    HILLS,
    REBELS,
    ROAD,
    THURSDAY,
    incident,
    report,
    said,
    so_far,
    unsaid,
    vaguely,
)  # fmt: skip
from warmonitor.ledgers import ControlRow, ledger
from warmonitor.records import Claim, Incident, Report

TUESDAY = date(2021, 4, 13)
MARCH = date(2021, 3, 25)


def rows(*claims: Claim, incidents: tuple[Incident, ...] = (), reports: tuple[Report, ...] = ()) -> list[ControlRow]:
    found = ledger("control", claims, incidents, reports=reports or (report(), report("r2")))
    return [row for row in found if isinstance(row, ControlRow)]


def test_a_town_that_is_taken_was_the_losers_before() -> None:
    before, after = rows(said("territory_gain", agent=ARMY, target=REBELS, place=ASKA))
    assert (before.holder, before.implied, before.how, before.start, before.end) == (
        REBELS.name, True, "implied", None, THURSDAY)  # fmt: skip
    assert (after.holder, after.start, after.end, after.current, after.status) == (
        ARMY.name, THURSDAY, None, True, "held")  # fmt: skip


def test_a_loss_without_a_taker_is_the_takers_from_whom_it_is_taken_later() -> None:
    lost = said("territory_loss", 0, day=MARCH, target=REBELS, place=ASKA)
    back = said("territory_gain", 50, "War Watch", agent=REBELS, target=ARMY, place=ASKA)
    holders = [(row.holder, row.start, row.end) for row in rows(lost, back)]
    assert holders == [(REBELS.name, None, MARCH), (ARMY.name, MARCH, THURSDAY), (REBELS.name, THURSDAY, None)]


def test_a_later_change_is_no_contradiction() -> None:
    restored = said("road_control", 0, day=MARCH, agent=ARMY, place=ROAD, trigger="restored")
    cut = said("road_control", 50, agent=REBELS, place=ROAD, trigger="cut")
    first, second = rows(restored, cut)
    assert (first.holder, first.how, first.end, first.against) == (ARMY.name, "taken", THURSDAY, ())
    assert (second.holder, second.how, second.against) == (REBELS.name, "cut", ())


def test_a_road_restored_at_no_stated_day_was_so_before_it_was_cut_today() -> None:
    restored = said("road_control", 0, agent=ARMY, place=ROAD, trigger="restored", time=unsaid())
    cut = said("road_control", 50, agent=REBELS, place=ROAD, trigger="cut")
    first, second = rows(cut, restored)
    assert (first.holder, first.start, first.start_range) == (ARMY.name, None, (None, THURSDAY))
    assert (second.holder, second.start) == (REBELS.name, THURSDAY)


def test_two_holders_at_one_time_contradict_each_other() -> None:
    ours = said("territory_status", 0, "rebels", agent=REBELS, place=ASKA)
    also = said("territory_gain", 50, "resident", agent=REBELS, place=ASKA)
    theirs = said("territory_status", 90, "Norland army", agent=ARMY, place=ASKA)
    (row,) = rows(ours, also, theirs)
    assert (row.holder, row.status, row.against, row.deniers) == (
        REBELS.name, "contested", (theirs.id,), ("Norland army",))  # fmt: skip


def test_a_denial_contests() -> None:
    gain = said("territory_gain", 0, "rebels", agent=REBELS, place=ASKA)
    denial = said("territory_gain", 50, "Norland army", agent=REBELS, place=ASKA, stance="denies")
    (row,) = rows(gain, denial)
    assert (row.status, row.claimed, row.against) == ("contested", True, (denial.id,))


def test_called_a_show_in_the_same_incident_it_is_contested() -> None:
    gain = said("territory_gain", 0, "rebels", agent=REBELS, place=ASKA)
    show = said("propaganda", 50, "State TV", agent=REBELS, place=ROAD)
    (row,) = rows(gain, show, incidents=(incident(gain, show),))
    assert (row.status, row.against) == ("contested", (show.id,))


def test_only_the_winners_say_so() -> None:
    (row,) = rows(said("territory_gain", 0, "rebels", agent=REBELS, place=ASKA))
    assert row.status == "claimed"


def test_a_report_that_retells_the_winners_bears_nobody_out() -> None:
    gain = said("territory_gain", 0, "rebels", agent=REBELS, place=ASKA)
    retold = said("territory_gain", 50, agent=REBELS, place=ASKA)
    elsewhere = said("territory_gain", 0, agent=REBELS, place=ASKA, report="r2")
    assert rows(gain, retold)[0].status == "claimed"
    assert rows(gain, retold, elsewhere)[0].status == "held"


def test_the_loser_who_admits_it_bears_out() -> None:
    gain = said("territory_gain", 0, "rebels", agent=REBELS, place=ASKA)
    admitted = said("territory_loss", 50, "Norland army", agent=REBELS, target=ARMY, place=ASKA, stance="acknowledges")
    assert rows(gain, admitted)[-1].status == "held"


def test_a_counter_attack_contests_for_a_week() -> None:
    gain = said("territory_gain", 0, "War Watch", agent=REBELS, place=ASKA)
    counter = said("offensive_launch", 50, agent=ARMY, place=ASKA)
    assert rows(gain, counter)[0].fighting == (counter.id,)
    later = said("casualty_report", 0, report="r2", day=date(2021, 5, 1))
    reports = (report(), report("r2", date(2021, 5, 1)))
    assert rows(gain, counter, later, reports=reports)[0].status == "held"


def test_the_battle_in_which_it_was_taken_is_no_fight_for_it_since() -> None:
    gain = said("territory_gain", 0, "War Watch", agent=REBELS, place=ASKA)
    battle = said("battle", 50, agent=REBELS, target=ARMY, place=ASKA)
    assert rows(gain, battle)[0].status == "held"


def test_a_hope_is_an_outlook_and_nothing_held() -> None:
    gain = said("territory_gain", 0, "War Watch", agent=REBELS, place=ASKA)
    hope = said("territory_status", 50, "resident", agent=REBELS, place=ASKA, realis="hypothetical", stance="predicts")
    (row,) = rows(gain, hope)
    assert (row.claims, row.outlook) == ((gain.id,), (hope.id,))
    assert rows(hope) == []


def test_three_weeks_ago_is_a_day_with_three_around_it() -> None:
    lost = said("territory_loss", day=None, agent=ARMY, target=REBELS, place=ASKA, time=vaguely(MARCH, MARCH, "week"))
    assert (rows(lost)[1].start, rows(lost)[1].start_range) == (MARCH, (date(2021, 3, 22), date(2021, 3, 28)))


def test_many_tellings_of_one_capture_are_one_stretch() -> None:
    often = [said("territory_gain", at, "rebels", agent=side, place=ASKA) for at, side in enumerate([REBELS, FRONT])]
    (row,) = rows(*often)
    assert row.claims == tuple(claim.id for claim in often)


def test_an_advance_in_a_province_takes_no_province_and_no_town() -> None:
    advance = said("territory_gain", 0, agent=ARMY, place=HILLS, trigger="advanced")
    near = said("territory_gain", 50, agent=ARMY, place=ASKA, trigger="advanced on")
    (row,) = rows(advance, near)
    assert (row.place.name, row.holder, row.how, row.status) == ("Hills", None, "partly", "contested")


def test_sixty_villages_of_a_province_are_not_the_province() -> None:
    many = said("territory_gain", agent=ARMY, place=HILLS, toll=so_far(60, TUESDAY, kind="towns_taken"),
                words="the army is in full control of 60 villages")  # fmt: skip
    assert [row.how for row in rows(many)] == ["partly"]


def test_full_control_of_an_area_began_on_the_way_to_it() -> None:
    partly = said("territory_loss", 0, "rebels", day=None, target=REBELS, place=HILLS, time=vaguely(TUESDAY, THURSDAY))
    full = said("territory_gain", 50, "War Watch", agent=ARMY, target=REBELS, place=HILLS, trigger="took full control",
                words="took full control of the Hills", time=unsaid())  # fmt: skip
    before, after = rows(partly, full)
    assert (before.holder, before.implied) == (REBELS.name, True)
    assert (after.start, after.start_range, after.claims) == (THURSDAY, (TUESDAY, THURSDAY), (full.id, partly.id))


def test_presence_on_a_road_or_a_siege_holds_nothing() -> None:
    there = said("road_control", 0, agent=REBELS, place=ROAD, trigger="came")
    around = said("territory_status", 50, agent=REBELS, place=BORG, trigger="surrounded")
    assert rows(there, around) == []


def test_a_withdrawal_leaves_the_place_without_a_holder() -> None:
    held = said("territory_status", 0, "War Watch", day=MARCH, agent=ARMY, place=ASKA)
    left = said("withdrawal", 50, agent=ARMY, place=ASKA)
    first, second = rows(held, left)
    assert (first.end, second.holder, second.how, second.lost_by) == (THURSDAY, None, "left", ARMY.name)
