"""Which line ends end a paragraph."""

from __future__ import annotations

import pytest

from warmonitor.reading.copy import Copy
from warmonitor.reading.layout import lay_out, paragraphs
from warmonitor.reading.rules import load_rules


def parts(text: str) -> list[str]:
    laid = lay_out(Copy(text), load_rules().record_line).text
    return [laid[start:end] for start, end in paragraphs(laid)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One line.", ["One line."]),
        ("First part.\n\nSecond part.", ["First part.", "Second part."]),
        ("First part.\r\n\r\nSecond part.", ["First part.", "Second part."]),
        ("A headline\nThe text begins.", ["A headline", "The text begins."]),
        ("The army\nsaid so.", ["The army said so."]),
        ("The dead were\nOmar Haddad\nand his brother.", ["The dead were Omar Haddad and his brother."]),
        ("Some\n4,800 residents left.", ["Some 4,800 residents left."]),
        ("At least\n40 houses\nburned", ["At least 40 houses burned"]),
        ("214\nFamilies\ndisplaced\n36\nSchools closed", ["214 Families displaced", "36 Schools closed"]),
        ("Annual report 2016\nThe army said so.", ["Annual report 2016", "The army said so."]),
        ("2016\nSyria", ["2016", "Syria"]),
        ("12\nThe Army said it had left.", ["12", "The Army said it had left."]),
        ("Shells on town    4 May 2016    Shells fell.", ["Shells on town", "4 May 2016", "Shells fell."]),
        ("It fell.  They left.", ["It fell. They left."]),
        ("\n\n  \n", []),
        ("", []),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


def test_wrapped_lines_are_joined_and_blank_lines_part() -> None:
    text = (
        "Government troops entered the town of Marjeh on Tuesday after a week of\n"
        "heavy shelling, residents and a monitor said. The rebels had left it at\n"
        "Dawn. No one was hurt when the first vehicles passed the northern gate\n"
        "and stopped at the mill.\n"
        "\n"
        "The ministry did not answer questions."
    )
    assert len(parts(text)) == 2
    assert "of heavy shelling" in parts(text)[0]


def test_a_record_in_lines_is_one_paragraph() -> None:
    text = "The victims:\nOmar Haddad\nعمر حداد\nAdult\nmale\nkilled\nSalma Haddad\n7 years old\ninjured"
    assert parts(text) == [
        "The victims:",
        "Omar Haddad, عمر حداد, Adult, male, killed",
        "Salma Haddad, 7 years old, injured",
    ]


def test_a_line_that_ends_on_a_small_word_goes_on() -> None:
    text = "Tents were set up in\nKherson and\nMykolaiv."
    assert parts(text) == ["Tents were set up in Kherson and Mykolaiv."]
