"""Number phrases: what they print, and how they are bound."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmonitor.coding.tolls import TollLexicon, lexicon
from warmonitor.coding.tolls.numbers import Number, read_numbers

LEXICON: TollLexicon = lexicon()
ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def numbers(phrase: str) -> tuple[Number, ...]:
    return read_numbers(phrase.lower().split(), LEXICON.numbers)


def only(phrase: str) -> tuple[float | None, float | None, float | None, str]:
    (number,) = numbers(phrase)
    return number.low, number.high, number.best, number.bound


def in_words(n: int, joint: bool) -> str:
    """An integer as a British (with "and") or American writer spells it; words of a number apart by blanks."""
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10] + (f" - {ONES[n % 10]}" if n % 10 else "")
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= size:
            rest = n % size
            link = " and " if joint and 0 < rest < 100 else " "
            return in_words(n // size, joint) + f" {name}" + (link + in_words(rest, joint) if rest else "")
    raise AssertionError(n)


@given(st.integers(1, 10**9), st.booleans())
def test_any_number_in_words_reads_back(n: int, joint: bool) -> None:
    assert only(in_words(n, joint)) == (n, n, n, "=")


@given(st.integers(1, 10**9))
def test_any_number_in_digits_reads_back(n: int) -> None:
    for written in (str(n), f"{n:,}"):
        assert only(written) == (n, n, n, "=")


@given(st.integers(1000, 10**8))
def test_thousands_set_apart_by_blanks_are_one_number(n: int) -> None:
    assert only(f"{n:,}".replace(",", " ")) == (n, n, n, "=")


@given(st.lists(st.sampled_from([*LEXICON.numbers.words, *LEXICON.numbers.last_words, "7", "1,200", "of", "-", "a"])))
def test_phrases_never_overlap_and_stay_inside(words: list[str]) -> None:
    spoken = " ".join(words).split()
    end = 0
    for number in read_numbers(spoken, LEXICON.numbers):
        assert end <= number.start <= number.first < number.last <= number.end <= len(spoken)
        end = number.end


@pytest.mark.parametrize(
    ("phrase", "low", "high", "best", "bound"),
    [
        ("19", 19, 19, 19, "="),
        ("at least nine", 9, None, 9, ">="),
        ("no fewer than 40", 40, None, 40, ">="),
        ("100 or more", 100, None, 100, ">="),
        ("more than 60", 60, None, 60, ">"),
        ("over 2,500", 2500, None, 2500, ">"),
        ("more than a dozen", 12, None, 12, ">"),
        ("up to 24", None, 24, 24, "<="),
        ("as many as 24", None, 24, 24, "<="),
        ("nearly one million", None, 10**6, 10**6, "<"),
        ("almost 300", None, 300, 300, "<"),
        ("about 530", None, None, 530, "~"),
        ("some 530", None, None, 530, "~"),
        ("an estimated 1.2 million", None, None, 1_200_000, "~"),
        ("20 or so", None, None, 20, "~"),
        ("12 to 71", 12, 71, None, "="),
        ("between 12 and 71", 12, 71, None, "="),
        ("10-15", 10, 15, None, "="),
        ("two or three", 2, 3, None, "="),
        ("two to three million", 2_000_000, 3_000_000, None, "="),
        ("another 10 000", 10_000, 10_000, 10_000, "="),
        ("two dozen", 24, 24, 24, "="),
        ("half a million", 500_000, 500_000, 500_000, "="),
        ("a couple of", 2, 2, 2, "="),
        ("both", 2, 2, 2, "="),
        ("5bn", 5e9, 5e9, 5e9, "="),
        ("2.14 lakh", 214_000, 214_000, 214_000, "="),
    ],
)
def test_a_phrase_is_bound_as_printed(
    phrase: str, low: float | None, high: float | None, best: float | None, bound: str
) -> None:
    assert only(phrase) == (low, high, best, bound)


@pytest.mark.parametrize(
    ("phrase", "low"),
    [
        ("several", 2),
        ("a number of", 2),
        ("dozens", 24),
        ("scores", 40),
        ("hundreds", 200),
        ("several hundred", 200),
        ("thousands", 2000),
        ("tens of thousands", 20_000),
        ("hundreds of thousands", 200_000),
    ],
)
def test_vague_numbers_are_only_a_lower_bound(phrase: str, low: float) -> None:
    assert only(phrase) == (low, None, None, "~")


def test_a_change_is_two_numbers_and_no_range() -> None:
    assert [number.best for number in numbers("rose from 12 to 71")] == [12, 71]


@pytest.mark.parametrize("phrase", ["how many", "too few", "9.5", "", "and", "a man"])
def test_what_is_no_number(phrase: str) -> None:
    assert numbers(phrase) == ()
