from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmonitor.gazetteer import keys
from warmonitor.gazetteer.ladder import RUNGS, kept, rungs


def rung_between(written: str, listed: str, country: str) -> str | None:
    stored = set(kept(listed, country))
    return next((rung for rung, key in rungs(written) if key in stored), None)


@pytest.mark.parametrize(
    ("written", "listed", "rung"),
    [
        ("Ta'izz", "Taizz", "plain"),
        ("DEIR EZ-ZOR", "Deir ez Zor", "plain"),
        ("St. Louis", "Saint Louis", "plain"),
        ("Nayrab", "An Nayrab", "article"),
        ("al-Bab", "Bab", "article"),
        ("Khan Sheikhoun", "Khān Shaykhūn", "fold"),
        ("Kafr Zita", "Kafr Zaytā", "fold"),
        ("Maarat al-Numan", "Ma`arrat an Nu`man", "fold"),
        ("Kafranbel", "Kafr Nabl", "skeleton"),
        ("Kafranbel", "كفرنبل", "skeleton"),
    ],
)
def test_spellings_of_one_syrian_name_meet_on_a_rung(written: str, listed: str, rung: str) -> None:
    assert rung_between(written, listed, "SYR") == rung


@pytest.mark.parametrize(
    ("written", "listed"),
    [("Lugansk", "Luhansk"), ("Kalinovo", "Kalynove"), ("Kharkov", "Kharkiv"), ("Луганск", "Луганськ")],
)
def test_russian_and_ukrainian_forms_meet(written: str, listed: str) -> None:
    assert rung_between(written, listed, "UKR") in ("slavic", "plain")


def test_an_article_is_one_only_where_the_next_letter_agrees() -> None:
    assert keys.article("an nayrab") == "nayrab"
    assert keys.article("an bab") == "an bab"


def test_names_elsewhere_have_no_loose_keys() -> None:
    assert kept("Springfield", "USA") == ("springfield",)


@given(st.text(max_size=40))
def test_any_text_has_keys_or_none(text: str) -> None:
    assert all(rung in RUNGS and key for rung, key in rungs(text))


@given(st.text(max_size=40))
def test_the_plain_key_is_its_own_plain_key(text: str) -> None:
    key = keys.plain(text)
    assert keys.plain(key) == key
