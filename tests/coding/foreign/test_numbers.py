"""Numbers as Spanish, French and Portuguese write and spell them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmonitor.coding.foreign.lexicon import ForeignLexicon, lexicon
from warmonitor.coding.foreign.numbers import Number, numbers
from warmonitor.coding.foreign.words import words

TONGUES: ForeignLexicon = {}


@pytest.fixture(scope="session", autouse=True)
def _tongues() -> None:
    TONGUES.update(lexicon())


def read(language: str, text: str) -> list[Number]:
    tongue = TONGUES[language]
    return list(numbers(words(text, 0, len(text), tongue.vocabulary), tongue))


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("es", "1.300", 1300), ("es", "3 000", 3000), ("es", "61, 000", 61000), ("es", "2 mil", 2000),
        ("es", "3 mil 500", 3500), ("es", "2,5 millones", 2.5e6), ("es", "dos mil trescientas", 2300),
        ("es", "treinta y cinco", 35), ("es", "mil doscientos", 1200), ("es", "dos millones", 2e6),
        ("fr", "36,157", 36157), ("fr", "12 000", 12000), ("fr", "quatre-vingt-dix-sept", 97),
        ("fr", "soixante-douze", 72), ("fr", "trois cents", 300), ("fr", "cent vingt", 120),
        ("fr", "vingt et un", 21), ("fr", "trois mille quatre cents", 3400),
        ("pt", "cento e vinte", 120), ("pt", "dois mil e quinhentos", 2500), ("pt", "1.250", 1250),
    ],
)  # fmt: skip
def test_a_number_is_what_it_says(language: str, text: str, value: float) -> None:
    (number,) = read(language, text)
    assert (number.low, number.best, number.high) == (value, value, value)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "más de 300", (300, 300, None)),
        ("es", "unas 300", (None, 300, None)),
        ("es", "un centenar", (None, 100, None)),
        ("es", "decenas de miles", (20000, None, None)),
        ("es", "entre 300 y 400", (300, None, 400)),
        ("fr", "au moins 40", (40, 40, None)),
        ("fr", "une trentaine", (None, 30, None)),
        ("fr", "300 à 400", (300, None, 400)),
        ("fr", "plusieurs centaines", (200, None, None)),
        ("pt", "até 500", (None, 500, 500)),
        ("pt", "cerca de 50", (None, 50, None)),
        ("pt", "centenas", (200, None, None)),
    ],
)
def test_a_hedge_bounds_its_number(language: str, text: str, expected: tuple[float | None, ...]) -> None:
    (number,) = read(language, text)
    assert (number.low, number.best, number.high) == expected


@pytest.mark.parametrize(("language", "text"), [("es", "el 30 %"), ("fr", "3,5 kilomètres"), ("pt", "de manhã")])
def test_shares_and_measures_are_no_numbers_of_people(language: str, text: str) -> None:
    assert read(language, text) == []


@given(st.integers(1, 999_999_999), st.sampled_from(".,  ’"), st.sampled_from(["es", "fr", "pt"]))
def test_any_separator_of_thousands_gives_the_same_number(value: int, separator: str, language: str) -> None:
    (number,) = read(language, f"{value:,}".replace(",", separator))
    assert number.best == value
