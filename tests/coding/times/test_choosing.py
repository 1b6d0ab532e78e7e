"""Which of the times of a sentence dates an event."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from warmonitor.coding.times import TimeGrammar, choose, find
from warmonitor.records import Document

PUBLISHED = date(2020, 2, 27)
Chosen = Callable[..., tuple[str, str, str] | None]


@pytest.fixture
def chosen(document: Callable[..., Document], time_grammar: TimeGrammar) -> Chosen:
    """`chosen(text, event, cue=None)`: words and days of the time that dates the event word."""

    def choice(text: str, event: str, cue: str | None = None) -> tuple[str, str, str] | None:
        read = document(text, PUBLISHED)
        said = (text.index(cue), text.index(cue) + len(cue)) if cue else None
        predicate = next(token.i for token in read.parse if token.text == event)
        mention = choose(find(read, time_grammar), read, (0, len(text)), predicate, said)
        if mention is None or mention.when is None:
            return None
        return text[mention.start : mention.end], str(mention.when.start), str(mention.when.end)

    return choice


def test_a_time_behind_the_verb_of_saying_dates_the_saying(chosen: Chosen) -> None:
    text = "The rebels said Thursday they regained the city."
    assert chosen(text, "regained", "said") is None
    assert chosen(text, "said") == ("Thursday", "2020-02-27", "2020-02-27")


def test_a_time_in_the_reported_clause_dates_its_event(chosen: Chosen) -> None:
    text = "The rebels said the city fell on Tuesday."
    assert chosen(text, "fell", "said") == ("Tuesday", "2020-02-25", "2020-02-25")


def test_each_clause_has_its_own_time(chosen: Chosen) -> None:
    text = "Planes bombed the market on Monday, and troops entered the town on Wednesday."
    assert chosen(text, "bombed") == ("Monday", "2020-02-24", "2020-02-24")
    assert chosen(text, "entered") == ("Wednesday", "2020-02-26", "2020-02-26")


def test_an_opening_time_holds_for_the_whole_clause(chosen: Chosen) -> None:
    text = "On Monday, rockets hit the market and killed six people."
    assert chosen(text, "hit") == ("Monday", "2020-02-24", "2020-02-24")
    assert chosen(text, "killed") == ("Monday", "2020-02-24", "2020-02-24")


def test_a_noun_of_the_clause_shares_its_time(chosen: Chosen) -> None:
    text = "Six people were killed on Tuesday in strikes on the town."
    assert chosen(text, "strikes") == ("Tuesday", "2020-02-25", "2020-02-25")


def test_since_a_clause_reaches_to_the_day_of_the_report(chosen: Chosen) -> None:
    text = "Forty people have died since the siege began last Sunday."
    assert chosen(text, "died") == ("last Sunday", "2020-02-23", "2020-02-27")


def test_durations_date_nothing(chosen: Chosen) -> None:
    assert chosen("The three-day battle killed six.", "killed") is None


def test_a_text_without_times_has_no_choice(chosen: Chosen) -> None:
    assert chosen("Planes bombed the market.", "bombed") is None
