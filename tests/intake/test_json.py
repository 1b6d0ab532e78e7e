"""Reports in JSON: each flaw named with its file, line, field and mend; the other reports are still taken."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from warmonitor.errors import InputError
from warmonitor.intake import take
from warmonitor.records import Report

WORDS = "Two shells hit the market in the old town on Monday, the mayor said."


def line(name: str, **more: object) -> str:
    return json.dumps({"id": name, "text": WORDS, **more})


def taken(path: Path) -> tuple[list[str], list[InputError], list[str]]:
    notes: list[str] = []
    found = list(take([path], tell=notes.append))
    reports = [item.id for item in found if isinstance(item, Report)]
    return reports, [item for item in found if isinstance(item, InputError)], notes


def written(tmp_path: Path, name: str, content: str | bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_invalid_json_on_line_7_of_a_thousand(tmp_path: Path) -> None:
    lines = [line(f"r{at}") for at in range(1, 1001)]
    lines[6] = '{"id": "r7", "text": "cut off'
    reports, errors, _ = taken(written(tmp_path, "many.jsonl", "\n".join(lines)))
    assert len(reports) == 999
    (error,) = errors
    assert (error.line, "many.jsonl" in error.where, "invalid JSON" in error.what) == (7, True, True)
    assert error.mend


def test_a_line_of_50_mb_is_refused_and_the_next_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    with path.open("w") as stream:
        stream.write(line("a") + "\n" + '{"id": "b", "text": "')
        for _ in range(50):
            stream.write("x" * 1_000_000)
        stream.write('"}\n' + line("c") + "\n")
    reports, errors, _ = taken(path)
    assert reports == ["a", "c"]
    assert [(error.line, "longer than" in error.what) for error in errors] == [(2, True)]


@pytest.mark.parametrize(
    ("record", "field", "said"),
    [
        ({"id": "a"}, "text", "missing"),
        ({"id": "a", "text": None}, "text", "missing"),
        ({"id": "a", "text": 3}, "text", "a number"),
        ({"id": 12, "text": WORDS}, "id", "a number"),
        ({"id": "a", "text": WORDS, "published": "27/02/2020"}, "published", "no date"),
        ({"id": "a", "text": WORDS, "published": "2020-02-31"}, "published", "no date"),
        ({"id": "a", "text": WORDS, "title": ["x"]}, "title", "a list"),
        ({"id": "a", "text": " "}, None, "empty"),
        (["a"], None, "a list"),
        (None, None, "null"),
    ],
)
def test_a_record_that_does_not_fit_is_named_with_its_field(
    tmp_path: Path, record: object, field: str | None, said: str
) -> None:
    content = line("ok") + "\n" + json.dumps(record) + "\n"
    reports, errors, _ = taken(written(tmp_path, "mixed.jsonl", content))
    assert reports == ["ok"]
    (error,) = errors
    assert (error.field, error.where.endswith("mixed.jsonl")) == (field, True)
    assert said in error.what
    assert error.mend


def test_a_field_that_is_nearly_text_is_pointed_at(tmp_path: Path) -> None:
    _, errors, _ = taken(written(tmp_path, "a.jsonl", json.dumps({"id": "a", "body": WORDS})))
    assert "'body'" in str(errors[0])


@pytest.mark.parametrize(
    ("content", "reports"),
    [
        (line("a"), ["a"]),
        (f"[{line('a')}, {line('b')}]", ["a", "b"]),
        (json.dumps([json.loads(line("a")), json.loads(line("b"))], indent=2), ["a", "b"]),
        (line("a") + line("b") + "\n\n" + line("c"), ["a", "b", "c"]),
        (json.dumps(json.loads(line("a")), indent=4) + "\n" + line("b"), ["a", "b"]),
        ("\ufeff" + line("a"), ["a"]),
    ],
)
def test_json_comes_in_many_layouts(tmp_path: Path, content: str, reports: list[str]) -> None:
    assert taken(written(tmp_path, "reports.json", content))[:2] == (reports, [])


def test_a_pretty_printed_list_is_read_under_the_name_of_json_lines_too(tmp_path: Path) -> None:
    content = json.dumps([json.loads(line("a")), json.loads(line("b"))], indent=2)
    assert taken(written(tmp_path, "reports.jsonl", content))[:2] == (["a", "b"], [])


def test_after_broken_json_the_reading_goes_on_at_the_next_object(tmp_path: Path) -> None:
    content = line("a") + '\n{"id": "b", "text": oops}\n' + line("c")
    reports, errors, _ = taken(written(tmp_path, "reports.json", content))
    assert reports == ["a", "c"]
    assert [error.line for error in errors] == [2]


def test_ids_that_are_missing_are_made_of_file_and_line_and_said(tmp_path: Path) -> None:
    content = json.dumps({"text": WORDS}) + "\n" + json.dumps({"text": WORDS + " More."})
    reports, errors, notes = taken(written(tmp_path, "feed.jsonl", content))
    assert (reports, errors) == (["feed-1", "feed-2"], [])
    assert "feed-1" in notes[0]
    assert taken(written(tmp_path, "one.json", json.dumps({"text": WORDS})))[0] == ["one"]


def test_fields_that_are_not_used_are_said(tmp_path: Path) -> None:
    reports, _, notes = taken(written(tmp_path, "a.jsonl", line("a", author="N. N.", tags=[])))
    assert reports == ["a"]
    assert "'author', 'tags'" in notes[0]


def test_a_date_with_a_time_is_the_day_as_written(tmp_path: Path) -> None:
    path = written(tmp_path, "a.jsonl", line("a", published="2020-02-27T23:30:00+03:00"))
    (report,) = take([path])
    assert isinstance(report, Report)
    assert str(report.published) == "2020-02-27"


@pytest.mark.parametrize("content", ["", "\n\n", "   ", "[]"])
def test_a_file_without_records_is_empty(tmp_path: Path, content: str) -> None:
    reports, errors, _ = taken(written(tmp_path, "a.json", content))
    assert reports == []
    assert "empty" in str(errors[0])


def test_deep_nesting_is_an_error_like_others(tmp_path: Path) -> None:
    reports, errors, _ = taken(written(tmp_path, "a.jsonl", '{"a":' * 100_000 + "\n" + line("b")))
    assert reports == ["b"]
    assert len(errors) == 1
