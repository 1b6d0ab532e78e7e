from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from warmonitor.coding.mentions import TimeMention
from warmonitor.coding.times import TimeGrammar, find, grammar
from warmonitor.records import Document

PUBLISHED = date(2020, 2, 27)  # a Thursday

Days = tuple[str, str] | None


@pytest.fixture(scope="session")
def time_grammar() -> TimeGrammar:
    return grammar()


@pytest.fixture(scope="session")
def times_of(document: Callable[..., Document], time_grammar: TimeGrammar) -> Callable[..., tuple[TimeMention, ...]]:
    """`times_of(text)`: what is found in a report that came out on Thursday 27 February 2020."""

    def found(text: str, published: date | None = PUBLISHED) -> tuple[TimeMention, ...]:
        return find(document(text, published), time_grammar)

    return found


@pytest.fixture(scope="session")
def only(times_of: Callable[..., tuple[TimeMention, ...]]) -> Callable[..., tuple[str, str, Days]]:
    """`only(text)`: the words, the value and the days of the one time expression of a text."""

    def one(text: str, published: date | None = PUBLISHED) -> tuple[str, str, Days]:
        (mention,) = times_of(text, published)
        when = mention.when
        days = (str(when.start), str(when.end)) if when else None
        return text[mention.start : mention.end], mention.value, days

    return one
