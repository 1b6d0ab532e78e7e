"""Reading as a whole: offsets, sentences, long and odd input."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from warmonitor.reading import Draft, parse, prepare, read
from warmonitor.records import Document, Report

WORDS = (
    "The", "army", "shelled", "Marjeh", "in", "May.", "officials", "said,", "12", "killed", "date 2020-02-27", "(AP) —",
    "KYIV", "Read more:", "Share",
)  # fmt: skip
DAMAGE = (
    "\x00", "\ud800", "â€œ", "&amp;quot;", ",quot;", "\u200f", "\n", "\n\n", "   ", '"', "“", "’", "'", ". a", "Ã©",
    "_\x90_â\x90_", "\r\n", "\x85", "«", "مرحبا", "-" * 40, "x" * 300, "&#0;", "&#xD800;", "😀", "&NotEqualTilde;",
)  # fmt: skip

mangled = st.lists(st.sampled_from(WORDS) | st.sampled_from(DAMAGE) | st.text(max_size=5), max_size=40).flatmap(
    lambda pieces: st.sampled_from((" ", "")).map(lambda joint: joint.join(pieces))
)


@given(mangled)
@settings(max_examples=300, deadline=None)
def test_every_character_of_the_copy_leads_back_in_order(text: str) -> None:
    draft = prepare(Report(id="r", text=text))
    before = (0, 0)
    for at in range(len(draft.text)):
        start, end = draft.offsets.original(at, at + 1)
        assert 0 <= start <= end <= len(text)
        assert start >= before[0]
        assert end >= before[1]
        before = start, end


@given(mangled)
@settings(max_examples=300, deadline=None)
def test_outside_repairs_the_copy_is_verbatim(text: str) -> None:
    draft = prepare(Report(id="r", text=text))
    for at, char in enumerate(draft.text):
        start, end = draft.offsets.original(at, at + 1)
        if end - start == 1 and char.isalnum() and text[start].isalnum() and not draft.shouted:
            assert char == text[start] or text[start] in "ÃâÂ"


@given(mangled)
@settings(max_examples=200, deadline=None)
def test_ranges_are_in_order_and_within_the_copy(text: str) -> None:
    draft = prepare(Report(id="r", text=text))
    for ranges in (draft.paragraphs, draft.furniture, draft.quotations):
        at = 0
        for start, end in ranges:
            assert at <= start < end <= len(draft.text)
            at = end
    for start, end in draft.quotations:
        assert any(first <= start and end <= last for first, last in draft.paragraphs)
    assert 0 <= draft.body <= len(draft.text)


@given(mangled)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_parse_is_of_the_copy_and_no_sentence_crosses_paragraphs(nlp: Language, text: str) -> None:
    document = read(Report(id="r", text=text), nlp)
    assert document.parse.text == document.text
    _no_sentence_crosses(document)


def _no_sentence_crosses(document: Document) -> None:
    starts = {start for start, _ in document.paragraphs}
    for sentence in document.parse.sents:
        assert not any(sentence.start_char < start < sentence.end_char for start in starts if sentence.text.strip())


@pytest.mark.parametrize("text", ["", " ", "\n", "\x00", "a", '"', "\u200f", "مرحبا بالعالم", "\ud800"])
def test_almost_nothing_is_read(nlp: Language, text: str) -> None:
    assert read(Report(id="r", text=text), nlp).span(0, 0).text == ""


def test_headlines_and_heads_are_sentences_of_their_own(nlp: Language) -> None:
    text = "Shells on Marjeh market\n\nKYIV (AP) — Shells fell at noon. Two died."
    sentences = [sentence.text.strip() for sentence in read(Report(id="r", text=text), nlp).parse.sents]
    assert sentences == ["Shells on Marjeh market", "KYIV (AP) —", "Shells fell at noon.", "Two died."]


def test_a_headline_between_date_and_text_is_a_sentence(nlp: Language) -> None:
    text = "Published March 3 2021 - Shells kill two in Marjeh monitor says - Two people died when shells fell."
    sentences = [sentence.text for sentence in read(Report(id="r", text=text), nlp).parse.sents]
    assert sentences[-1] == "Two people died when shells fell."


def test_a_false_stop_ends_no_sentence(nlp: Language) -> None:
    report = Report(id="r", text="They lost the town to the guards. in a raid at dawn.")
    document = read(report, nlp)
    assert len(list(document.parse.sents)) == 1
    assert document.span(0, len(document.text)).text == report.text


def test_long_text_is_parsed_in_pieces(nlp: Language) -> None:
    sentence = "The army shelled the town of Marjeh on Monday. "
    with nlp.select_pipes(disable=["ner", "lemmatizer"]):
        document = read(Report(id="r", text=sentence * 1000), nlp)
    assert document.parse.text == document.text
    assert sum(1 for _ in document.parse.sents) == 1000


@pytest.mark.parametrize(
    "piece", ["x", "a ", "(", "'a ", '"a ', "A. ", "\n \n", "â€", "4 May 2020 ", "Read more: x\n", "[a "]
)
def test_much_of_the_same_is_prepared_in_one_go(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    assert len(prepare(Report(id="r", text=text)).text) <= len(text) * 2


def test_a_parser_without_vocabulary_reads_capitals() -> None:
    text = "THE ARMY LEFT THE TOWN OF MARJEH."
    assert len(read(Report(id="r", text=text), spacy.blank("en")).text) == len(text)


def test_an_endless_sentence_is_cut(nlp: Language) -> None:
    with nlp.select_pipes(disable=["ner", "lemmatizer"]):
        document = read(Report(id="r", text="and they fled , " * 2000), nlp)
    assert max(len(sentence) for sentence in document.parse.sents) < 500


def test_many_are_read_in_order_and_as_one_by_one(nlp: Language) -> None:
    reports = [Report(id=str(at), text=f"Report {at}.\n\nThe army took {at} towns.") for at in range(7)]
    together = list(parse(map(prepare, reports), nlp, batch_size=3))
    assert [document.report.id for document in together] == [report.id for report in reports]
    assert [document.text for document in together] == [read(report, nlp).text for report in reports]


def test_a_draft_holds_all_but_the_parse() -> None:
    draft = prepare(Report(id="r", text="Two died."))
    assert isinstance(draft, Draft)
    assert draft.paragraphs == ((0, 9),)
