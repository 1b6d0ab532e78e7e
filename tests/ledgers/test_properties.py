"""What holds of every ledger, whatever the claims."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledgers.said import (
    ARMY,
    ASKA,
    BORG,
    GUARDS,
    HILLS,
    REBELS,
    ROAD,
    VILLAGERS,
    incident,
    report,
    said,
    so_far,
    toll,
    unsaid,
)  # fmt: skip
from warmonitor.ledgers import ROWS, Kind, Row, SourceRow, TollRow, ledger
from warmonitor.records import Claim, Incident, Kept, Record, Report

FIRST = date(2021, 4, 1)
KINDS: tuple[Kind, ...] = tuple(ROWS)
TYPES = (
    "battle", "air_strike", "territory_gain", "territory_loss", "territory_status", "road_control", "withdrawal",
    "casualty_report", "displacement", "ultimatum", "diplomatic_meeting", "ceasefire", "violation", "propaganda",
    "deployment",
)  # fmt: skip
MOSTLY = st.sampled_from([*["occurred"] * 6, "ongoing", "planned", "hypothetical"])
STANCES = st.sampled_from([*["asserts"] * 6, "denies", "acknowledges", "promises", "threatens"])
days = st.integers(0, 20).map(lambda n: FIRST + timedelta(days=n))
parties = st.sampled_from([ARMY, REBELS, GUARDS, VILLAGERS])


@st.composite
def tolls(draw: st.DrawFn, day: date) -> object:
    number = draw(st.integers(1, 60))
    kind = draw(st.sampled_from(["killed", "killed", "injured", "displaced", "towns_taken", "troops_deployed"]))
    if draw(st.booleans()):
        return toll(number, kind)
    return so_far(number, FIRST, day, kind, side=draw(st.sampled_from([None, None, "both"])))


@st.composite
def claims(draw: st.DrawFn, at: int) -> Claim:
    day, name = draw(days), f"r{draw(st.integers(0, 4))}"
    fields: dict[str, object] = {
        "agents": tuple(draw(st.lists(parties, max_size=2, unique=True))),
        "targets": tuple(draw(st.lists(parties, max_size=1))),
        "place": draw(st.sampled_from([ASKA, BORG, HILLS, ROAD])),
        "tolls": tuple(draw(st.lists(tolls(day), max_size=2))),
        "realis": draw(MOSTLY), "stance": draw(STANCES),
        "deadline": draw(st.sampled_from([None, None, FIRST + timedelta(days=12)])),
    }  # fmt: skip
    if draw(st.booleans()):
        fields |= {"time": unsaid(day)}
    by = draw(st.sampled_from(["narrator", "rebels", "Norland army", "War Watch", "State TV"]))
    return said(draw(st.sampled_from(TYPES)), at, by, day, name, **fields)


@st.composite
def wars(draw: st.DrawFn) -> tuple[list[Claim], list[Incident]]:
    """Claims of five reports, some of them in incidents."""
    told = [draw(claims(at)) for at in range(draw(st.integers(1, 12)))]
    groups: dict[int, list[Claim]] = {}
    for claim in told:
        groups.setdefault(draw(st.integers(0, 4)), []).append(claim)
    return told, [incident(*mine, name=f"i{number}") for number, mine in groups.items() if number]


REPORTS = [report(f"r{n}", FIRST + timedelta(days=5 * n)) for n in range(5)]


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=25, deadline=None)
@given(war=wars(), seed=st.integers(0, 999))
def test_the_order_of_what_is_handed_in_does_not_matter(
    kind: Kind, war: tuple[list[Claim], list[Incident]], seed: int
) -> None:
    told, incidents = war
    shuffled, others = list(told), list(incidents)
    Random(seed).shuffle(shuffled)
    Random(seed).shuffle(others)
    turned = [found.model_copy(update={"claims": found.claims[::-1]}) for found in others]
    assert ledger(kind, told, incidents, reports=REPORTS) == ledger(kind, shuffled, turned, reports=REPORTS[::-1])


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=25, deadline=None)
@given(war=wars(), day=days)
def test_a_day_knows_only_what_was_known_by_then(
    kind: Kind, war: tuple[list[Claim], list[Incident]], day: date
) -> None:
    told, incidents = war
    published = {one.id: one.published for one in REPORTS}
    by_then = [claim for claim in told if (known := published[claim.report_id]) and known <= day]
    then = ledger(kind, told, incidents, reports=REPORTS, as_of=day)
    assert then == ledger(kind, by_then, incidents, reports=REPORTS, as_of=day)
    assert {name for row in then for name in row.claims} <= {claim.id for claim in by_then}


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=25, deadline=None)
@given(war=wars())
def test_every_row_names_claims_that_are_there_and_survives_json(
    kind: Kind, war: tuple[list[Claim], list[Incident]]
) -> None:
    told, incidents = war
    ids = {claim.id for claim in told}
    for row in ledger(kind, told, incidents, reports=REPORTS):
        assert row.claims
        assert set(row.claims) <= ids
        assert ROWS[kind].model_validate_json(row.model_dump_json()) == row


def copied(told: list[Claim], incidents: list[Incident], name: str) -> tuple[list[Claim], list[Incident]]:
    """The war with another report that carries the words of one."""
    of = {c.id: c.model_copy(update={"id": f"{c.id} again", "report_id": "copy"}) for c in told if c.report_id == name}
    joined = [i.model_copy(update={"claims": (*i.claims, *(of[c].id for c in i.claims if c in of))}) for i in incidents]
    return [*told, *of.values()], joined


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=25, deadline=None)
@given(war=wars(), name=st.sampled_from([one.id for one in REPORTS]))
def test_a_copy_of_a_report_changes_no_row(kind: Kind, war: tuple[list[Claim], list[Incident]], name: str) -> None:
    told, incidents = war
    more, joined = copied(told, incidents, name)
    last = report("copy", FIRST + timedelta(days=30))
    quiet = said("assessment", 0, report="last", day=None)
    end = report("last", FIRST + timedelta(days=30))
    before = ledger(kind, [*told, quiet], incidents, reports=[*REPORTS, end])
    after = ledger(kind, [*more, quiet], joined, reports=[*REPORTS, end, last])
    assert without_copies(after) == without_copies(before)


def without_copies(rows: tuple[Row, ...]) -> list[Record]:
    """The rows without the count of copies, which is all that a copy may change."""
    told = [row for row in rows if not isinstance(row, SourceRow) or row.said]
    return [row.model_copy(update={"copied": 0, "reports": 0}) if isinstance(row, SourceRow) else row for row in told]


def test_a_report_that_is_kept_as_a_copy_adds_nothing_even_on_another_day() -> None:
    raid = said("air_strike", 0, target=VILLAGERS, place=ASKA, toll=toll(5), time=unsaid(FIRST))
    again = raid.model_copy(update={"id": "again", "report_id": "r9", "time": unsaid(FIRST + timedelta(days=1))})
    kept = Kept.model_validate({
        "report": Report(id="r9", text="", published=FIRST + timedelta(days=1)), "version": 1,
        "added": "2021-04-02T00:00:00Z", "coder": "t", "copy_of": "r1",
    })  # fmt: skip
    incidents = [incident(raid), incident(again, name="i2")]
    found = ledger("tolls", [raid, again], incidents, reports=[report("r1", FIRST), kept])
    assert [row.best for row in found if isinstance(row, TollRow)] == [5]


@settings(max_examples=60, deadline=None)
@given(war=wars())
def test_sums_are_of_incidents_alone(war: tuple[list[Claim], list[Incident]]) -> None:
    told, incidents = war
    found = [row for row in ledger("tolls", told, incidents, reports=REPORTS) if isinstance(row, TollRow)]
    running = {claim.id for claim in told if any(one.scope == "cumulative" for one in claim.tolls)}
    own = {claim.id for claim in told if any(one.scope == "incident" for one in claim.tolls)}
    for row in found:
        if row.basis == "sum":
            assert set(row.claims) <= own
            parts = [r.best or 0 for r in found if r.basis == "incident" and r.incidents[0] in row.incidents
                     and r.kind == row.kind and set(r.claims) <= set(row.claims)]  # fmt: skip
            assert row.best == sum(parts)
        if row.basis in ("announced", "combined") and row.kind != "troops_deployed":
            assert set(row.claims) <= running
