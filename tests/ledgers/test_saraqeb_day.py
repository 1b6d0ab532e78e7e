"""One day at Saraqeb in our own words: coded, reconciled and put into the ledgers by the program as it is."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from warmonitor import pipeline
from warmonitor.ledgers import CommitmentRow, ControlRow, DisplacementRow, Kind, Row, SourceRow, TollRow, ledger
from warmonitor.reconcile import reconcile
from warmonitor.records import Claim, Incident, Report

THURSDAY = date(2020, 2, 27)
SUNDAY = date(2020, 3, 1)
TEXT = Path(__file__).parent / "saraqeb_day.json"


@cache
def told() -> tuple[Report, tuple[Claim, ...], tuple[Incident, ...]]:
    report = Report.model_validate_json(TEXT.read_text(encoding="utf-8"))
    (coded,) = pipeline.build().code([report])
    assert isinstance(coded, pipeline.Coded)
    return report, coded.found, reconcile(coded.found, [report])


def rows(kind: Kind, as_of: date | None = None) -> tuple[Row, ...]:
    report, claims, incidents = told()
    return ledger(kind, claims, incidents, reports=[report], as_of=as_of)


def tolls(kind: str) -> list[TollRow]:
    return [row for row in rows("tolls") if isinstance(row, TollRow) and row.kind == kind]


def stretches(place: str) -> list[ControlRow]:
    return [row for row in rows("control") if isinstance(row, ControlRow) and row.place.name == place]


def commitment(kind: str, as_of: date) -> CommitmentRow:
    (row,) = (row for row in rows("commitments", as_of) if isinstance(row, CommitmentRow) and row.kind == kind)
    return row


def recapture() -> Incident:
    (found,) = (i for i in told()[2] if i.event_type == "territory_gain" and i.start == THURSDAY
                and i.place and i.place.name == "Saraqib")  # fmt: skip
    return found


def test_the_recapture_is_one_incident_that_three_accounts_dispute() -> None:
    found = recapture()
    assert found.status == "disputed"
    assert len(found.accounts) >= 3
    assert {"Syrian rebel fighters", "Syrian government forces", "reporters"} <= {a.side for a in found.accounts}


def test_five_voices_of_the_rebels_are_one_source() -> None:
    (rebels,) = (account for account in recapture().accounts if account.side == "Syrian rebel fighters")
    assert len(rebels.claimants) > 1
    assert rebels.sources == 1


def test_nineteen_dead_of_the_month_include_the_two_of_the_day() -> None:
    own, announced, derived, both = tolls("killed")
    assert (own.basis, own.best, own.side, own.start) == ("incident", 2, "Turkish Armed Forces", THURSDAY)
    assert (announced.basis, announced.best, announced.told, announced.gap) == ("announced", 19, 2, 17)
    assert (announced.start, announced.end) == (date(2020, 2, 1), THURSDAY)
    assert (derived.basis, derived.best, derived.formula, derived.stated) == ("derived", 17, "19-2", False)
    assert both.basis == "combined"


def test_sixty_dead_on_both_sides_are_nobodys_alone() -> None:
    (row,) = (row for row in tolls("killed") if row.basis == "combined")
    assert (row.low, row.best, row.high, row.bound, row.side) == (60, 60, None, ">", "both")
    assert (row.start, row.end, row.sources) == (
        date(2020, 2, 26), THURSDAY, ("Syrian Observatory for Human Rights",))  # fmt: skip


@pytest.mark.parametrize("forbidden", [4, 21, 30, 62, 79, 120, 122])
def test_no_row_holds_a_sum_that_must_not_be_made(forbidden: float) -> None:
    held = {value for row in rows("tolls") if isinstance(row, TollRow)
            for value in (row.low, row.best, row.high, row.told, row.gap)}  # fmt: skip
    assert forbidden not in held


def test_the_wounded_the_towns_and_the_troops_have_rows_of_their_own() -> None:
    assert [(row.best, row.basis) for row in tolls("injured")] == [(2, "incident")]
    (towns,) = tolls("towns_taken")
    assert (towns.by, towns.low, towns.high, towns.bound) == ("Syrian government forces", 60, None, ">")
    (troops,) = tolls("troops_deployed")
    assert (troops.by, troops.low, troops.best) == ("Government of Turkey", 2000, None)


def test_nobody_tells_of_dead_civilians_so_there_is_no_row_for_them() -> None:
    assert not [row for row in tolls("killed") if row.group_kind == "civilians"]


def test_the_town_changed_hands_twice_and_is_contested() -> None:
    before, army, rebels = stretches("Saraqib")
    assert (before.holder, before.implied, before.end) == ("Syrian rebel fighters", True, date(2020, 2, 6))
    assert (army.holder, army.start, army.end, army.status) == (
        "Syrian government forces", date(2020, 2, 6), THURSDAY, "held")  # fmt: skip
    assert (rebels.holder, rebels.start, rebels.current) == ("Syrian rebel fighters", THURSDAY, True)
    assert (rebels.status, rebels.claimed, rebels.contested) == ("contested", True, True)
    assert "State television" in rebels.deniers
    assert rebels.outlook


def test_the_road_was_taken_and_later_cut_which_is_no_contradiction() -> None:
    before, restored, cut = stretches("M5 motorway")
    assert before.implied
    assert (restored.holder, restored.how, restored.against) == ("Syrian government forces", "taken", ())
    assert (cut.holder, cut.how, cut.start) == ("Syrian rebel fighters", "cut", THURSDAY)
    assert not set(restored.claims) & set(cut.against)


def test_the_ultimatum_is_open_with_two_days_left_and_then_expired() -> None:
    row = commitment("ultimatum", THURSDAY)
    assert (row.issuer, row.addressee) == ("Recep Tayyip Erdogan", "Syrian government forces")
    assert (row.made_on, row.expires, row.status, row.days_left) == (
        date(2020, 2, 26), date(2020, 2, 29), "open", 2)  # fmt: skip
    assert row.consequence == "to launch an offensive"
    assert commitment("ultimatum", SUNDAY).status == "expired"


def test_the_second_round_of_talks_is_planned() -> None:
    row = commitment("talks", THURSDAY)
    assert (row.status, row.expires, row.round) == ("planned", THURSDAY, 2)
    assert set(row.parties) == {"Government of Russia", "Government of Turkey"}


def test_the_displaced_are_nearly_a_million_since_december() -> None:
    (row,) = (row for row in rows("displacement") if isinstance(row, DisplacementRow))
    assert (row.low, row.best, row.bound, row.stock, row.sources) == (None, 1_000_000, "<", True, ("United Nations",))
    assert (row.start, row.end) == (date(2019, 12, 1), THURSDAY)


def test_every_claim_has_its_source() -> None:
    found = [row for row in rows("sources") if isinstance(row, SourceRow)]
    assert sum(row.said for row in found) == len(told()[1])
    assert {"Constructed wire", "State television", "Syrian Observatory for Human Rights"} <= {r.name for r in found}


def test_state_television_contradicts_the_rebels() -> None:
    (state,) = (row for row in rows("sources") if isinstance(row, SourceRow) and row.name == "State television")
    assert {"rebels", "Yusuf Hamoud"} <= {other.name for other in state.contradicts}
    assert state.borne_out == 0


def test_before_the_report_nothing_was_known() -> None:
    kinds: tuple[Kind, ...] = ("tolls", "control", "displacement", "commitments", "sources")
    assert [rows(kind, date(2020, 2, 26)) for kind in kinds] == [()] * 5
