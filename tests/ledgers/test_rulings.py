"""What people ruled is in the ledgers, and what they undid is not."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from ledgers.said import ASKA, VILLAGERS, incident, report, said, toll
from warmonitor.ledgers import TollRow, ledger
from warmonitor.records import Ruling

ONE = said("shelling", 0, place=ASKA, target=VILLAGERS, toll=toll(5), words="five died")
TWO = said("shelling", 50, "War Watch", place=ASKA, target=VILLAGERS, toll=toll(7), words="seven died")


def ruling(action: str, at: int = 16, **fields: object) -> Ruling:
    given = {"id": f"{action}{at}", "at": datetime(2021, 4, at, tzinfo=UTC), "by": "Ida", "action": action}
    return Ruling.model_validate(given | fields)


def killed(*rulings: Ruling, as_of: date | None = None, apart: bool = False) -> list[tuple[float | None, ...]]:
    incidents = [incident(ONE), incident(TWO, name="i2")] if apart else [incident(ONE, TWO)]
    found = ledger("tolls", [ONE, TWO], incidents, rulings, reports=[report()], as_of=as_of)
    return [(row.low, row.high) for row in found if isinstance(row, TollRow) and row.basis == "incident"]


def test_a_rejected_claim_is_left_out() -> None:
    assert killed() == [(5, 7)]
    assert killed(ruling("reject", claim=TWO.id)) == [(5, 5)]


def test_a_ruling_holds_from_its_day() -> None:
    reject = ruling("reject", claim=TWO.id)
    assert killed(reject, as_of=date(2021, 4, 15)) == [(5, 7)]
    assert killed(reject, as_of=date(2021, 4, 16)) == [(5, 5)]


def test_an_edit_counts_and_an_undone_one_does_not() -> None:
    edit = ruling("edit", claim=TWO.id, field="tolls.0", after=toll(6).model_dump(mode="json"))
    assert killed(edit) == [(5, 6)]
    assert killed(edit, ruling("undo", 17, undoes=edit.id)) == [(5, 7)]


@pytest.mark.parametrize(("field", "after"), [("tolls.9.best", 3), ("nothing", 1), ("event_type", "picnic"), ("", 1)])
def test_an_edit_that_fits_nothing_changes_nothing(field: str, after: object) -> None:
    assert killed(ruling("edit", claim=TWO.id, field=field, after=after)) == [(5, 7)]


def test_a_ruling_on_another_text_does_not_hold() -> None:
    assert killed(ruling("reject", claim=TWO.id, report_sha256="1")) == [(5, 7)]


def test_merged_incidents_are_one() -> None:
    assert killed(apart=True) == [(5, 5), (7, 7)]
    assert killed(ruling("merge", incident="i1", others=("i2",)), apart=True) == [(5, 7)]


def test_claims_that_are_split_off_are_an_incident_of_their_own() -> None:
    assert killed(ruling("split", incident="i1", others=(TWO.id,))) == [(5, 5), (7, 7)]


def test_a_rejected_incident_counts_nobody() -> None:
    assert killed(ruling("reject", incident="i1")) == []
