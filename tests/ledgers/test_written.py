"""The rows in every form in which the program writes."""

from __future__ import annotations

import io
import json

import pytest

from ledgers.said import ARMY, ASKA, PREMIER, REBELS, VILLAGERS, incident, report, said, toll
from warmonitor.export import FORMS, write
from warmonitor.ledgers import ROWS, Kind, ledger

CLAIMS = [
    said("shelling", 0, target=VILLAGERS, place=ASKA, toll=toll(5)),
    said("territory_gain", 50, "War Watch", agent=ARMY, target=REBELS, place=ASKA),
    said("displacement", 90, place=ASKA, toll=toll(300, "displaced")),
    said("ultimatum", 130, agent=PREMIER, target=ARMY, deadline="2021-04-17"),
]


def written(kind: Kind, form: str) -> str:
    out = io.BytesIO()
    rows = ledger(kind, CLAIMS, [incident(CLAIMS[0])], reports=[report()])
    assert write(rows, ROWS[kind], form, out) == len(rows) > 0
    return out.getvalue().decode()


@pytest.mark.parametrize("kind", ROWS)
def test_rows_of_json_lines_are_rows_again(kind: Kind) -> None:
    rows = ledger(kind, CLAIMS, [incident(CLAIMS[0])], reports=[report()])
    assert tuple(ROWS[kind].model_validate_json(line) for line in written(kind, "jsonl").splitlines()) == rows


@pytest.mark.parametrize("kind", ROWS)
def test_json_holds_what_json_lines_hold(kind: Kind) -> None:
    assert json.loads(written(kind, "json")) == [json.loads(line) for line in written(kind, "jsonl").splitlines()]


@pytest.mark.parametrize("kind", ROWS)
@pytest.mark.parametrize("form", FORMS)
def test_every_form_tells_who_says_so(kind: Kind, form: str) -> None:
    said_by = {"control": "War Watch", "sources": "War Watch"}.get(kind, "narrator")
    assert said_by in written(kind, form).replace("\n", " ")
