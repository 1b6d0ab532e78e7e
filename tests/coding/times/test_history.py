"""A history is told by its own dates, whatever day it was published."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from warmonitor.coding.mentions import TimeMention

Times = Callable[..., tuple[TimeMention, ...]]
PUBLISHED = date(2020, 2, 27)

HISTORY = """The campaign of 1911

War was declared on 29 September 1911. In October, the fleet took Tripoli. The following month it annexed the coast.
Two years earlier, in 1909, nobody had thought of it. In 1912 fighting spread to the islands; Rhodes fell on 4 May.
Twelve days later its garrison gave up. Historians of 1985 called this late. On 18 October peace was signed.
The treaty of January 1913 changed little."""


def values(mentions: tuple[TimeMention, ...], text: str) -> dict[str, str]:
    return {text[mention.start : mention.end]: mention.value for mention in mentions}


def test_bare_dates_take_the_year_of_the_story(times_of: Times) -> None:
    read = values(times_of(HISTORY, PUBLISHED), HISTORY)
    assert read["October"] == "1911-10"
    assert read["The following month"] == "1911-11"
    assert read["4 May"] == "1912-05-04"
    assert read["Twelve days later"] == "1912-05-16"


def test_a_glance_at_a_far_year_does_not_move_the_story(times_of: Times) -> None:
    assert values(times_of(HISTORY, PUBLISHED), HISTORY)["18 October"] == "1912-10-18"


def test_a_date_shares_the_year_of_the_date_it_is_joined_with(times_of: Times) -> None:
    text = f"{HISTORY} It lasted from November 15 to February 15, 1914."
    assert values(times_of(text, PUBLISHED), text)["November 15"] == "1913-11-15"


def test_years_before_christ(times_of: Times) -> None:
    text = "The revolt (499-493 BC) was crushed. In April 480 BC they marched; in 479 B.C. they fled."
    found = [mention.value for mention in times_of(text, PUBLISHED)]
    assert found == ["BC0499", "BC0493", "BC0480-04", "BC0479"]
    assert all(mention.when is None for mention in times_of(text, PUBLISHED))
