"""The ledger of commitments: who bound whom to what by when, and how it stands on a day."""

from __future__ import annotations

from datetime import date

import pytest

from ledgers.said import (
    ARMY,
    ASKA,
    GUARDS,
    HILLS,
    PREMIER,
    REBELS,
    THURSDAY,
    report,
    said,
    vaguely,
)  # fmt: skip
from warmonitor.ledgers import CommitmentRow, ledger
from warmonitor.records import Claim, Incident, Report

SATURDAY = date(2021, 4, 17)
MONDAY = date(2021, 4, 19)
THREAT = said(
    "ultimatum", 0, "Anna Berg", day=date(2021, 4, 14), agent=PREMIER, target=ARMY, place=HILLS, deadline=SATURDAY,
    stance="threatens", realis="threatened", words="we shall march in if the army does not leave by Saturday",
)  # fmt: skip
CONDITION = said("withdrawal", 40, "Anna Berg", agent=ARMY, place=HILLS, deadline=SATURDAY, stance="demands",
                 realis="hypothetical", negated=True, words="if the army does not leave by Saturday")  # fmt: skip
RETOLD = said("ultimatum", 90, day=None, target=ARMY, deadline=SATURDAY)
LATER = (report(), report("r2", MONDAY))


def rows(
    *claims: Claim, as_of: date | None = None, incidents: tuple[Incident, ...] = (), reports: tuple[Report, ...] = LATER
) -> list[CommitmentRow]:
    found = ledger("commitments", claims, incidents, as_of=as_of, reports=reports)
    return [row for row in found if isinstance(row, CommitmentRow)]


def test_an_ultimatum_has_an_issuer_an_addressee_a_demand_and_a_consequence() -> None:
    (row,) = rows(THREAT, CONDITION, RETOLD, as_of=THURSDAY)
    assert (row.kind, row.issuer, row.addressee) == ("ultimatum", PREMIER.name, ARMY.name)
    assert (row.consequence, row.demand) == ("we shall march in", "the army does not leave by Saturday")
    assert (row.made_on, row.expires) == (date(2021, 4, 14), SATURDAY)
    assert row.claims == (THREAT.id, RETOLD.id, CONDITION.id)


@pytest.mark.parametrize(("day", "status", "left"), [
    (THURSDAY, "open", 2), (SATURDAY, "open", 0), (date(2021, 4, 18), "expired", None),
])  # fmt: skip
def test_an_ultimatum_is_open_until_its_day_is_past(day: date, status: str, left: int | None) -> None:
    (row,) = rows(THREAT, CONDITION, as_of=day)
    assert (row.status, row.days_left, row.as_of) == (status, left, day)


def test_an_ultimatum_is_kept_when_the_army_leaves_in_time() -> None:
    gone = said("withdrawal", 0, "War Watch", day=SATURDAY, agent=ARMY, place=HILLS, report="r2")
    (row,) = rows(THREAT, CONDITION, gone)
    assert (row.status, row.settled_by) == ("kept", (gone.id,))


def test_leaving_one_town_of_the_province_is_not_leaving_the_province() -> None:
    gone = said("withdrawal", 0, "War Watch", day=SATURDAY, agent=ARMY, place=ASKA, report="r2")
    assert rows(THREAT, CONDITION, gone)[0].status == "expired"


def test_what_is_told_later_is_not_known_before() -> None:
    gone = said("withdrawal", 0, "War Watch", day=SATURDAY, agent=ARMY, place=HILLS, report="r2")
    assert rows(THREAT, CONDITION, gone, as_of=SATURDAY)[0].status == "open"


def test_two_ultimatums_to_different_days_are_two() -> None:
    other = said("ultimatum", 200, "rebels", agent=REBELS, target=ARMY, deadline=MONDAY)
    assert [row.expires for row in rows(THREAT, other, as_of=THURSDAY)] == [SATURDAY, MONDAY]


def test_a_second_round_of_talks_is_planned_then_past_and_held_if_somebody_tells_so() -> None:
    planned = said("diplomatic_meeting", 0, agents=(PREMIER, ARMY), realis="planned", day=SATURDAY,
                   words="a second round of talks")  # fmt: skip
    held = said("diplomatic_meeting", 0, "War Watch", agents=(PREMIER, ARMY), day=SATURDAY, report="r2")
    (row,) = rows(planned, as_of=THURSDAY)
    assert (row.kind, row.status, row.round, row.expires, row.days_left) == ("talks", "planned", 2, SATURDAY, 2)
    assert row.parties == (PREMIER.name, ARMY.name)
    assert rows(planned, as_of=MONDAY)[0].status == "expired"
    assert [row.status for row in rows(planned, held, as_of=MONDAY)] == ["held", "held"]


def test_a_truce_is_open_until_it_is_broken() -> None:
    truce = said("ceasefire", 0, agents=(ARMY, REBELS), place=HILLS, day=None, time=vaguely(THURSDAY, SATURDAY))
    shots = said("violation", 0, "War Watch", day=date(2021, 4, 16), agent=ARMY, place=ASKA, report="r2",
                 words="the army broke the truce")  # fmt: skip
    (row,) = rows(truce, as_of=THURSDAY)
    assert (row.kind, row.status, row.expires, row.issuer) == ("ceasefire", "open", SATURDAY, None)
    (broken,) = rows(truce, shots, as_of=MONDAY)
    assert (broken.status, broken.settled_by) == ("broken", (shots.id,))
    assert rows(truce, as_of=MONDAY)[0].status == "expired"


def test_a_truce_of_others_is_not_broken_by_them() -> None:
    truce = said("ceasefire", 0, agents=(ARMY, REBELS), place=HILLS)
    shots = said("violation", 50, agent=GUARDS, place=ASKA, words="the guards violated the truce")
    assert rows(truce, shots)[0].status == "open"


def test_a_promise_is_kept_when_it_is_done() -> None:
    word = said("withdrawal", 0, "Norland army", agent=ARMY, place=HILLS, stance="promises", realis="planned")
    done = said("withdrawal", 0, "War Watch", day=SATURDAY, agent=ARMY, place=HILLS, report="r2")
    assert (rows(word)[0].kind, rows(word)[0].status) == ("promise", "open")
    assert rows(word, done)[0].status == "kept"


def test_without_a_day_asked_for_it_stands_as_on_the_last_day_that_is_known() -> None:
    assert rows(THREAT, reports=(report(),))[0].as_of == THURSDAY
