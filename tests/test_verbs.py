"""The verbs in Python."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from warmonitor import annotate, code, pipeline, read, reconcile, verbs
from warmonitor.errors import BadReport, InputError, UnreadableFile

WORDS = "Shelling killed at least nine people in Homs on Thursday, the mayor said."


@pytest.fixture(autouse=True)
def _built_once(desk: pipeline.Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verbs, "_pipeline", lambda: desk)


def test_words_become_a_report_and_its_claims_and_incidents() -> None:
    (report,) = read(WORDS, published="2024-06-20", outlet="The Herald")
    assert (report.text, report.published, report.outlet) == (WORDS, date(2024, 6, 20), "The Herald")
    claims = code(report)
    assert any(toll.low == 9 for claim in claims for toll in claim.tolls)
    told = {key for incident in reconcile(claims, [report]) for key in incident.claims}
    assert told <= {claim.id for claim in claims}


def test_a_path_is_read_as_a_path(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(WORDS)
    assert read(path) == read(str(path))
    assert [report.id for report in read(tmp_path)] == ["a"]


def test_a_path_that_is_not_there_is_no_text() -> None:
    with pytest.raises(UnreadableFile, match="no such file"):
        read("nowhere.txt")


def test_an_error_is_raised_or_handed_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text(WORDS)
    with pytest.raises(InputError, match=r"a\.txt"):
        read(tmp_path)
    errors: list[InputError] = []
    assert [report.id for report in read(tmp_path, on_error=errors.append)] == ["b"]
    assert len(errors) == 1


@pytest.mark.parametrize("text", ["", " \n ", "\0"])
def test_no_words_are_no_report(text: str) -> None:
    with pytest.raises(BadReport, match="empty"):
        read(text)


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(BadReport, match="2020-02-27"):
        read(WORDS, published="yesterday")


def test_layers_are_annotated() -> None:
    reports = read(WORDS)
    assert annotate(reports, "times")
    assert annotate(reports, "places")
    assert annotate(reports, "quotes")
