"""Our own reports, told in our own words, and what the program makes of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from accuracy.coded import coded_stories, tallies
from accuracy.expected import STORIES, Story, stories

import warmonitor
from warmonitor.records import Claim, Record, Report, Span

MISSED_AT_MOST = 0.35  # of a story's core claims; over all stories tests/accuracy/floors.json asks for more
SAMPLES = Path(warmonitor.__file__).parent / "samples" / "reports.jsonl"
NAMES = sorted(folder.name for folder in STORIES.iterdir() if (folder / "report.json").exists())


def spans(value: object) -> Iterator[Span]:
    """Every span anywhere in a record."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            yield from spans(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from spans(one)


def coded(name: str) -> tuple[Story, tuple[Claim, ...]]:
    return next((story, claims) for story, claims in coded_stories() if story.name == name)


def test_the_samples_that_ship_are_the_stories() -> None:
    shipped = [Report.model_validate_json(line) for line in SAMPLES.read_text(encoding="utf-8").splitlines()]
    assert {report.id: report for report in shipped} == {story.name: story.report for story in stories()}


def test_every_story_says_that_it_is_constructed() -> None:
    for story in stories():
        assert (story.report.outlet or "").startswith("Constructed")
        assert (story.report.title or "").startswith("[constructed example]")


def test_the_samples_span_four_wars_and_twelve_reports() -> None:
    assert len(stories()) >= 12
    wars = {word for story in stories() for word in ("Syria", "Ukraine", "Sudan", "Gaza", "Yemen")
            if word in story.report.text}  # fmt: skip
    assert len(wars) >= 4


@pytest.mark.parametrize("kind", [
    "ultimatum", "diplomatic_meeting", "displacement", "ceasefire", "arrest", "protest", "abduction",
])  # fmt: skip
def test_the_samples_tell_of_every_kind_that_they_promise(kind: str) -> None:
    assert any(kind == wanted.event_types[0] for story in stories() for wanted in story.expected)


@pytest.mark.parametrize("stance", ["denies", "acknowledges", "claims_responsibility", "no_comment", "threatens"])
def test_the_samples_take_every_stance_that_they_promise(stance: str) -> None:
    assert any(stance in wanted.stances and wanted.core for story in stories() for wanted in story.expected)


@pytest.mark.parametrize("name", NAMES)
def test_every_span_of_every_field_is_in_the_text(name: str) -> None:
    story, claims = coded(name)
    for claim in claims:
        for span in spans(claim):
            assert story.report.text[span.start : span.end] == span.text


@pytest.mark.parametrize("name", NAMES)
def test_the_core_claims_are_found(name: str) -> None:
    tally = tallies()[name]
    assert len(tally.core_missed) <= tally.core * MISSED_AT_MOST, tally.core_missed
