"""The ledger of sources: what each says, who bears it out, whom it contradicts, and its two grades."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from ledgers.said import ARMY, ASKA, REBELS, VILLAGERS, incident, report, said, toll
from warmonitor.ledgers import SourceRow, ledger
from warmonitor.records import Account, Claim, Incident, Ruling

REPORTS = (report("r1", outlet="Reuters"), report("r2", outlet="Al Jazeera"))


def strike(by: str, name: str = "r1", killed: int = 5, **fields: Any) -> Claim:
    return said("air_strike", 0, by, report=name, agent=ARMY, target=VILLAGERS, place=ASKA, toll=toll(killed), **fields)


def rows(claims: list[Claim], *incidents: Incident, rulings: tuple[Ruling, ...] = ()) -> dict[str, SourceRow]:
    found = ledger("sources", claims, incidents or (incident(*claims),), rulings, reports=REPORTS)
    return {row.name: row for row in found if isinstance(row, SourceRow)}


def grading(source: str, field: str, after: str, at: int = 1, **fields: object) -> Ruling:
    given = {"id": f"g{at}", "at": datetime(2021, 4, at, tzinfo=UTC), "by": "Ida", "action": "edit", "source": source}
    return Ruling.model_validate(given | {"field": field, "after": after, "why": "seen at work"} | fields)


def test_a_source_is_counted_by_stance_and_type() -> None:
    said_by = [strike("War Watch"), said("shelling", 50, "War Watch", stance="accuses")]
    row = rows(said_by)["War Watch"]
    assert (row.said, row.reports) == (2, 1)
    assert [(tally.code, tally.count) for tally in row.stances] == [("accuses", 1), ("asserts", 1)]
    assert [(tally.code, tally.count) for tally in row.types] == [("air_strike", 1), ("shelling", 1)]


def test_a_reports_own_voice_goes_by_its_outlet() -> None:
    assert set(rows([strike("narrator"), strike("narrator", "r2")])) == {"Reuters", "Al Jazeera"}


def test_another_outlet_bears_out() -> None:
    found = rows([strike("narrator"), strike("narrator", "r2")])
    assert (found["Reuters"].checkable, found["Reuters"].borne_out) == (1, 1)


def test_a_report_does_not_bear_out_the_voice_that_it_quotes() -> None:
    found = rows([strike("War Watch"), said("air_strike", 50, agent=ARMY, place=ASKA)])
    assert found["War Watch"].checkable == 0


def test_voices_of_one_side_are_one() -> None:
    both = [said("territory_gain", at, by, agent=REBELS, place=ASKA, report=name)
            for at, (by, name) in enumerate([("rebels", "r1"), ("Captain Sol", "r2")])]  # fmt: skip
    account = Account(side="rebels", claimants=("rebels", "Captain Sol"), says="")
    assert rows(both, incident(*both, accounts=(account,)))["rebels"].checkable == 0
    assert rows(both)["rebels"].borne_out == 1


def test_a_denial_contradicts_both_ways() -> None:
    found = rows([strike("War Watch"), strike("Norland army", "r2", stance="denies")])
    assert [other.name for other in found["War Watch"].contradicts] == ["Norland army"]
    assert [other.name for other in found["Norland army"].contradicts] == ["War Watch"]
    assert found["War Watch"].borne_out == 0


def test_who_calls_it_a_show_contradicts_who_tells_of_a_gain() -> None:
    gain = said("territory_gain", 0, "rebels", agent=REBELS, place=ASKA)
    show = said("propaganda", 50, "State TV", agent=REBELS, place=ASKA, realis="planned")
    found = rows([gain, show])
    assert [other.name for other in found["State TV"].contradicts] == ["rebels"]
    assert found["State TV"].borne_out == 0


def test_numbers_that_exclude_each_other_contradict() -> None:
    found = rows([strike("War Watch"), strike("resident", "r2", killed=9)])
    assert found["War Watch"].contradicts[0].incidents == ("i1",)


def test_a_copy_bears_nobody_out_and_is_counted_apart() -> None:
    copy = strike("narrator", "r2").model_copy(update={"evidence": strike("narrator").evidence})
    found = rows([strike("narrator"), copy])
    assert (found["Al Jazeera"].said, found["Al Jazeera"].copied) == (0, 1)
    assert found["Reuters"].checkable == 0


def test_little_known_organisations_are_f_and_6_by_the_rule() -> None:
    row = rows([said("shelling", 0, "Reuters")])["Reuters"]
    assert (row.reliability.grade, row.reliability.by) == ("F", "rule")
    assert (row.credibility.grade, row.credibility.by) == ("6", "rule")


def test_a_person_grades_an_organisation_on_one_axis() -> None:
    row = rows([said("shelling", 0, "Reuters")], rulings=(grading("Reuters", "reliability", "B"),))["Reuters"]
    assert (row.reliability.grade, row.reliability.by, row.reliability.why, row.reliability.ruling) == (
        "B", "Ida", "seen at work", "g1")  # fmt: skip
    assert row.credibility.by == "rule"


def test_the_last_grade_holds_and_one_that_is_undone_does_not() -> None:
    first, second = grading("Reuters", "reliability", "B"), grading("Reuters", "reliability", "D", 2)
    undone = Ruling(id="u", at=datetime(2021, 4, 3, tzinfo=UTC), by="Ida", action="undo", undoes="g2")
    claims = [said("shelling", 0, "Reuters")]
    assert rows(claims, rulings=(second, first))["Reuters"].reliability.grade == "D"
    assert rows(claims, rulings=(undone, second, first))["Reuters"].reliability.grade == "B"


@pytest.mark.parametrize("name", ["Anna Berg", "resident"])
def test_persons_are_never_graded_even_if_somebody_rules_so(name: str) -> None:
    row = rows([said("shelling", 0, name)], rulings=(grading(name, "reliability", "A"),))[name]
    assert row.reliability.grade is None
    assert row.credibility.grade is None
    assert "persons never are" in row.reliability.why


def test_many_incidents_borne_out_make_a_reliable_source() -> None:
    claims, incidents = [], []
    for at in range(10):
        pair = [said("shelling", 100 * at, by, report=name, place=ASKA, words=f"shells {at} {by}")
                for by, name in (("Reuters", "r1"), ("resident", "r2"))]  # fmt: skip
        claims += pair
        incidents.append(incident(*pair, name=f"i{at}"))
    row = rows(claims, *incidents)["Reuters"]
    assert (row.checkable, row.borne_out, row.reliability.grade, row.credibility.grade) == (10, 10, "C", "2")
