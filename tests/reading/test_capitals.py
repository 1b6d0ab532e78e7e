"""Text in capitals gets its lower case back, letter for letter."""

from __future__ import annotations

import pytest
from spacy.language import Language

from warmonitor.reading import read
from warmonitor.records import Report


@pytest.mark.parametrize(
    ("shouted", "written"),
    [
        ("THE REBELS LEFT BAGHDAD ON MONDAY. THEY FLED.", "The rebels left Baghdad on Monday. They fled."),
        ("FIVE SOLDIERS WERE KILLED NEAR BOGOTA BY THE ELN.", "Five soldiers were killed near Bogota by the ELN."),
        ("The FMLN left the town of Marjeh.", "The FMLN left the town of Marjeh."),
    ],
)
def test_capitals(nlp: Language, shouted: str, written: str) -> None:
    document = read(Report(id="r", text=shouted), nlp)
    assert document.text == document.parse.text == written
    assert document.span(0, len(written)).text == shouted


@pytest.mark.parametrize(
    ("title", "read_as"),
    [
        ("Rebel Rockets Kill Six Near the Border", "Rebel rockets kill six near the border"),
        ("Islamic State Claims Attack on Red Cross Staff", "Islamic State claims attack on Red Cross staff"),
        ("70 IS Soldiers Killed Near Turkey in Two Days", "70 IS soldiers killed near Turkey in two days"),
    ],
)
def test_a_headline_in_title_case_is_read_as_a_sentence(nlp: Language, title: str, read_as: str) -> None:
    report = Report(id="r", text=f"{title}\n\nThe army said on Monday that it had held the town.")
    document = read(report, nlp)
    assert document.text.partition("\n")[0] == read_as
    assert document.span(0, len(title)).text == title


def test_a_sentence_of_names_is_no_title(nlp: Language) -> None:
    text = "President Bashar Assad met Foreign Minister Sergei Lavrov in Damascus.\n\nThey spoke of the truce."
    assert read(Report(id="r", text=text), nlp).text == text
