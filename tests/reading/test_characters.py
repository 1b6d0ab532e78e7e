"""Damaged characters are mended on a copy, and every character of the copy leads back to the original."""

from __future__ import annotations

import pytest

from warmonitor.reading.characters import repair_characters
from warmonitor.reading.copy import Copy


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ('The army spoke of "calm&quot; and left.', 'The army spoke of "calm" and left.'),
        ('The army spoke of "calm,quot; and left.', 'The army spoke of "calm" and left.'),
        ("quot;We stay,quot; he said.", '"We stay" he said.'),
        ("Smith &amp; Sons", "Smith & Sons"),
        ("&amp;quot;No&amp;quot;", '"No"'),
        ("the city&#39;s gate", "the city's gate"),
        ("ten&nbsp;men", "ten men"),
        ("Fish &chips; to go", "Fish &chips; to go"),
        ("AT&T and R&D", "AT&T and R&D"),
    ],
)
def test_entities(damaged: str, mended: str) -> None:
    assert repair_characters(Copy(damaged)).text == mended


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("â€œWe will stay,â€\x9d he said.", "“We will stay,” he said."),
        ("â€œWe will stay.â€ He left.", "“We will stay.” He left."),
        ("the cityâ€™s gate", "the city’s gate"),
        ("AlarcÃ³n and NuÃ±ez", "Alarcón and Nuñez"),
        ("the word â€” a dash", "the word — a dash"),
        ("Ã‰douard et l’été à Orléans", "Édouard et l’été à Orléans"),
        ("déjà vu, São Paulo, Łódź, Kraków", "déjà vu, São Paulo, Łódź, Kraków"),
    ],
)
def test_wrong_encodings(damaged: str, mended: str) -> None:
    assert repair_characters(Copy(damaged)).text == mended


def test_a_mark_misread_many_times_is_told_by_its_place() -> None:
    run = "_\x90â_\x90â_\x90â¢_\x90"
    damaged = f"KYIV (AP) {run}He said {run}we stay{run}, {run}we stay{run} and left {run} the city{run}s fall."
    mended = 'KYIV (AP) - He said "we stay", "we stay" and left - the city\'s fall.'
    assert repair_characters(Copy(damaged)).text == mended


def test_control_characters_become_blanks_and_unseen_marks_go() -> None:
    copy = repair_characters(Copy("The\x00army\x07 took \u200fHoms\u200b.\ud800"))
    assert copy.text == "The army  took Homs.\ufffd"


def test_the_way_back_covers_the_whole_damage() -> None:
    text = "an &quot;old&quot; town"
    copy = repair_characters(Copy(text))
    start = copy.text.index('"old"')
    first, last = copy.offsets().original(start, start + 5)
    assert text[first:last] == "&quot;old&quot;"


def test_letters_of_another_keyboard() -> None:
    assert repair_characters(Copy("\u0421aptured by the \u0430rmy")).text == "Captured by the army"
    assert repair_characters(Copy("\u041a\u0438\u0457\u0432 and \u0421\u0421\u0421\u0420")).text.isascii() is False


def test_words_that_outlets_censor_are_whole_again() -> None:
    assert repair_characters(Copy("Two kil*led and one ki-lled in cla*shes; 3 * 4")).text == (
        "Two killed and one killed in clashes; 3 * 4"
    )
