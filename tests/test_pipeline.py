"""The rooms together: order, sameness, and texts that nobody writes."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from warmonitor.errors import BadReport, InputError
from warmonitor.export.json_lines import line
from warmonitor.pipeline import Coded, Pipeline
from warmonitor.records import Claim, Report, Span


@pytest.fixture(scope="module")
def samples() -> list[Report]:
    text = (files("warmonitor") / "samples" / "reports.jsonl").read_text("utf-8")
    return [Report.model_validate_json(record) for record in text.splitlines()][:6]


def bytes_of(desk: Pipeline, reports: list[Report]) -> dict[str, bytes]:
    return {
        coded.report.id: b"\n".join(line(claim) for claim in coded.found)
        for coded in desk.code(reports)
        if isinstance(coded, Coded)
    }


def spans(value: object) -> list[Span]:
    """All spans of a claim, however deep."""
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple):
        return [span for item in value for span in spans(item)]
    if hasattr(value, "model_fields_set"):
        return [span for name in type(value).model_fields for span in spans(getattr(value, name))]  # type: ignore[attr-defined]
    return []


def assert_grounded(coded: Coded[Claim] | InputError) -> None:
    assert isinstance(coded, Coded), coded
    for claim in coded.found:
        for span in spans(claim):
            assert coded.report.text[span.start : span.end] == span.text


def test_claims_come_in_the_order_of_the_reports(desk: Pipeline, samples: list[Report]) -> None:
    coded = [item.report.id for item in desk.code(samples) if isinstance(item, Coded)]
    assert coded == [report.id for report in samples]


def test_a_report_gives_the_same_bytes_twice_alone_and_in_another_order(desk: Pipeline, samples: list[Report]) -> None:
    together = bytes_of(desk, samples)
    assert any(together.values())
    assert bytes_of(desk, samples[::-1]) == together
    assert bytes_of(desk, samples[2:3]) == {samples[2].id: together[samples[2].id]}


def test_every_span_of_the_samples_is_in_the_text(desk: Pipeline, samples: list[Report]) -> None:
    for coded in desk.code(samples):
        assert_grounded(coded)


def test_an_error_among_the_reports_keeps_its_place(desk: Pipeline, samples: list[Report]) -> None:
    bad = BadReport("no text.", "a.jsonl", 7)
    found = list(desk.code([samples[0], bad, samples[1]]))
    assert isinstance(found[0], Coded)
    assert found[1] is bad
    assert isinstance(found[2], Coded)


STRANGE = {
    "empty": "",
    "one word": "Shelling",
    "white space": " \n\t\n ",
    "nul": "Two men were ki\0lled in Idlib\0 on Monday.\0\0",
    "right to left": "قُتل رجلان. \u202eTwo men were killed in Homs\u202c, the mayor said.",
    "half a character": "Two men were killed\ud83d in Homs, the mayor said.",
    "no sentence": "| | | 12 | 13 |\n" * 50,
    "only quotes": '"' * 301,
    "one long word": "a" * 60_000,
    "control characters": "".join(map(chr, range(32))) + " Two men were killed in Homs.",
}


@pytest.mark.parametrize("name", STRANGE)
def test_strange_texts_are_coded_like_others(desk: Pipeline, name: str) -> None:
    (coded,) = desk.code([Report(id="strange", text=STRANGE[name])])
    assert_grounded(coded)
    assert isinstance(coded, Coded)
    assert all(line(claim) for claim in coded.found)


def test_a_sentence_of_20_000_words_is_coded(desk: Pipeline) -> None:
    text = "Two men were killed, " + "and the army shelled the town of Idlib and the hill, " * 1_800 + "he said."
    (coded,) = desk.code([Report(id="long", text=text)])
    assert_grounded(coded)


def test_a_report_that_breaks_a_room_is_named_and_the_others_are_coded(
    desk: Pipeline, samples: list[Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    from warmonitor import coding

    code = coding.code

    def breaking(document: object, coder: object) -> tuple[Claim, ...]:
        if document.report.id == samples[1].id:  # type: ignore[attr-defined]
            raise IndexError("beyond the end")
        return code(document, coder)  # type: ignore[arg-type]

    monkeypatch.setattr(coding, "code", breaking)
    found = list(desk.code(samples[:3]))
    assert [type(item) for item in found] == [Coded, BadReport, Coded]
    assert samples[1].id in str(found[1])


PIECES = st.sampled_from(
    [
        "Two soldiers were killed in Idlib on Thursday", ", the Observatory said", ",quot;", "&quot;", "\n\n", ". ",
        "“We will strike back,” he said", " date 2020-02-27 ", "â€œ", "\0", "Russia denied it", " at least 12", "\r\n",
        "the army shelled the town", "قصف", "(Reuters) - ", "by Friday", '"', "’s", "Turkish-backed rebels fled",
    ]
)  # fmt: skip


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=12))
def test_every_span_is_in_the_text_however_mangled(desk: Pipeline, pieces: list[str]) -> None:
    (coded,) = desk.code([Report(id="mangled", text="".join(pieces))])
    assert_grounded(coded)


def test_a_spanish_report_among_english_ones_keeps_its_place_and_its_words(desk: Pipeline) -> None:
    texts = {"a": None, "b": "es", "c": None}
    words = {"a": "Shelling killed two people in Idlib.", "b": "Hay 300 familias evacuadas en Tumaco."}
    reports = [Report(id=i, text=words.get(i, words["a"]), language=language) for i, language in texts.items()]
    coded = [item for item in desk.code(reports) if isinstance(item, Coded)]
    assert [item.report.id for item in coded] == ["a", "b", "c"]
    assert [claim.event_type for claim in coded[1].found] == ["displacement"]
    assert coded[1].found[0].tolls[0].as_written.text == "300 familias"
    assert len(coded[0].found) == len(coded[2].found) > 0


def test_no_layer_is_read_of_a_report_that_is_not_in_english(desk: Pipeline) -> None:
    report = Report(id="b", text="Hay 300 familias evacuadas en Tumaco.", language="es")
    (only,) = desk.annotate([report], "places")
    assert isinstance(only, Coded)
    assert only.found == ()
