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
