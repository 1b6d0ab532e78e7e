"""How old somebody is counts nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warmonitor.coding.mentions import TollMention

Tolls = Callable[[str], tuple[TollMention, ...]]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Two teachers, aged 19 and 21, were shot dead in the yard.", [2]),
        ("Two brothers, 19 and 21 years old, were killed by shelling.", [2]),
        ("Three children aged 4, 6 and 9 were killed in the strike.", [3]),
        ("A woman, 34, and her two sons, 5 and 8, died when the house collapsed.", [1, 2]),
        ("A 16-year-old boy and a girl, 12, were wounded.", [1, 1]),
        ("The strike killed Maryam Haddad, 34, her husband, 40, and two of their children, aged 5 and 7.", [1, 2]),
        ("Two fishermen, ages 17 and 22, were killed off the coast.", [2]),
        ("Sami Haddad, 65, was killed.", [1]),
    ],
)
def test_an_age_is_no_toll(tolls: Tolls, text: str, counted: list[int]) -> None:
    assert [mention.best for mention in tolls(text)] == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Of the injured, 15, including three children, were taken away.", [15, 3]),
        ("The raid killed 12 villagers, 8 of them women, and 5 shepherds.", [12, 8, 5]),
        ("Of the soldiers, 12 were killed and 30 wounded.", [12, 30]),
    ],
)
def test_a_number_behind_a_comma_may_still_be_one(tolls: Tolls, text: str, counted: list[int]) -> None:
    assert [mention.best for mention in tolls(text)] == counted
