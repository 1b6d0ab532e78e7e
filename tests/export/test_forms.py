"""The same records in every form."""

from __future__ import annotations

import csv
import io
import json

import pytest

from warmonitor.export import FORMS, write
from warmonitor.records import Claim, Claimant, Count, Incident, Place, Span, Toll


def claim(evidence: str = 'Nine were killed,\nhe said: "No more."') -> Claim:
    span = Span(start=0, end=len(evidence), text=evidence)
    return Claim(
        id="c1",
        report_id="r1",
        report_sha256="0" * 64,
        coder="test",
        event_type="casualty_report",
        evidence=span,
        trigger=span,
        claimant=Claimant(name="narrator", kind="reporter"),
        tolls=(Toll(kind="killed", low=9, high=9, best=9, as_written=span),),
    )


def written(form: str, *claims: Claim) -> str:
    out = io.BytesIO()
    assert write(claims, Claim, form, out) == len(claims)
    return out.getvalue().decode()


def test_json_lines_and_json_hold_the_same() -> None:
    lines = [json.loads(line) for line in written("jsonl", claim(), claim()).splitlines()]
    assert lines == json.loads(written("json", claim(), claim()))
    assert Claim.model_validate(lines[0]) == claim()


def test_csv_has_a_column_for_each_part_and_keeps_quotes_and_line_ends() -> None:
    (row,) = csv.DictReader(io.StringIO(written("csv", claim()), newline=""))
    assert row["evidence.text"] == claim().evidence.text
    assert row["claimant.name"] == "narrator"
    assert row["time.start"] == ""
    assert json.loads(row["tolls"])[0]["best"] == 9


def test_whole_figures_have_no_point() -> None:
    assert '"best":9,' in written("jsonl", claim())
    assert Count(low=2.5).model_dump_json() == '{"low":2.5,"high":null,"best":null}'


@pytest.mark.parametrize("form", sorted(FORMS))
def test_nothing_is_a_form_too(form: str) -> None:
    written(form)


@pytest.mark.parametrize("form", sorted(FORMS))
def test_half_a_character_can_be_written(form: str) -> None:
    written(form, claim("killed \ud83d"))


def test_a_table_fits_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert max(map(len, written("table", claim("x" * 300)).splitlines())) <= 80


def test_incidents_have_their_counts_in_a_table() -> None:
    out = io.BytesIO()
    incident = Incident(
        id="i", event_type="attack", killed=Count(low=3, high=30), status="disputed", claims=("c",), reports=("r",),
        prominence=1,
    )  # fmt: skip
    write([incident], Incident, "table", out)
    assert "3–30" in out.getvalue().decode()


@pytest.mark.parametrize("columns", [60, 80, 160])
def test_a_table_keeps_room_for_the_evidence(monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    evidence = "Seventeen people were killed when a shell hit the queue at the only open bakery"
    heading, *rows = written("table", claim(evidence)).splitlines()
    at = heading.index("evidence")
    shown = " ".join(row[at:].strip() for row in rows)
    assert shown == evidence
    assert max(map(len, rows)) <= columns


def test_a_table_of_incidents_fits_a_small_terminal_with_its_counts_of_evidence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    out = io.BytesIO()
    place = Place(name="A town with quite a long name", precision="town")
    incident = Incident(
        id="i-0123456789abcdef", event_type="territory_status", place=place, killed=Count(low=3, high=30),
        status="single_source", claims=("c", "d"), reports=("r",), prominence=1,
    )  # fmt: skip
    write([incident], Incident, "table", out)
    heading, row = out.getvalue().decode().splitlines()
    assert len(row) <= 80
    assert row[heading.index("claims") :].split()[0] == "2"
    assert row.startswith("i-01234567 ")
