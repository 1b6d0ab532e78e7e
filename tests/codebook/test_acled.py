"""What ACLED calls a claim: by its type, its trigger, its parties and the words around it."""

from typing import get_args

import pytest

from warmonitor.codebook import codebook, read_table
from warmonitor.codebook.acled import AcledRow, AcledWord, SubEvents, Telling
from warmonitor.records import EventType, PartyKind


@pytest.fixture(scope="module")
def table() -> SubEvents:
    return codebook().sub_events


def _sub_event(table: SubEvents, told: Telling) -> str | None:
    acled = table.acled(told)
    return None if acled is None else acled.sub_event_type


def _windows(*signals: str) -> tuple[frozenset[str], ...]:
    return (frozenset(signals),) * 3


def test_an_air_strike_has_acleds_words(table: SubEvents) -> None:
    acled = table.acled(Telling("air_strike"))
    assert acled is not None
    assert (acled.event_type, acled.sub_event_type) == ("Explosions/Remote violence", "Air/drone strike")


@pytest.mark.parametrize(
    ("taker", "sub_event"),
    [
        ("state_force", "Government regains territory"),
        ("rebel", "Non-state actor overtakes territory"),
        ("foreign_force", "Non-state actor overtakes territory"),
    ],
)
def test_the_taker_tells_what_acled_calls_a_gain(table: SubEvents, taker: PartyKind, sub_event: str) -> None:
    assert _sub_event(table, Telling("territory_gain", agents=[taker])) == sub_event


def test_without_a_taker_a_gain_has_no_acled_words(table: SubEvents) -> None:
    assert table.acled(Telling("territory_gain")) is None


def test_ground_that_nobody_fought_for_changed_hands_without_violence(table: SubEvents) -> None:
    told = Telling("territory_gain", agents=["rebel"], windows=_windows("unresisted"))
    assert _sub_event(table, told) == "Non-violent transfer of territory"


@pytest.mark.parametrize(
    ("signals", "sub_event"),
    [
        (("crowd",), "Peaceful protest"),
        (("crowd", "intervention"), "Protest with intervention"),
        (("crowd", "intervention", "lethal_force"), "Excessive force against protesters"),
        (("crowd", "intervention", "lethal_force", "crowd_violence"), "Violent demonstration"),
    ],
)
def test_words_tell_how_a_protest_went(table: SubEvents, signals: tuple[str, ...], sub_event: str) -> None:
    assert _sub_event(table, Telling("protest", windows=_windows(*signals))) == sub_event


def test_the_clause_tells_the_weapon_before_its_neighbours_do(table: SubEvents) -> None:
    clause, sentence, passage = frozenset({"mine"}), frozenset({"mine"}), frozenset({"mine", "aircraft"})
    told = Telling("casualty_report", windows=(clause, sentence, passage))
    assert _sub_event(table, told) == "Remote explosive/landmine/IED"


@pytest.mark.parametrize(("target", "sub_event"), [("civilians", "Attack"), ("police", "Armed clash")])
def test_who_was_attacked_tells_a_clash_from_violence_against_civilians(
    table: SubEvents, target: PartyKind, sub_event: str
) -> None:
    assert _sub_event(table, Telling("attack", targets=[target])) == sub_event


@pytest.mark.parametrize("event", ["assessment", "statement", "objective"])
def test_what_acled_does_not_code_has_no_acled_words(table: SubEvents, event: EventType) -> None:
    assert table.acled(Telling(event)) is None


def test_the_dead_of_a_flood_are_no_event_of_acleds(table: SubEvents) -> None:
    assert table.acled(Telling("casualty_report", windows=_windows("disaster"))) is None


def test_every_row_is_reachable_and_none_stands_twice() -> None:
    rows = read_table("acled", AcledRow)
    bare: set[str] = set()
    seen: set[tuple[str, ...]] = set()
    for row in rows:
        conditions = (row.triggers, row.agents, row.targets, row.words, row.near, row.unless)
        assert not set(row.event_types.split()) <= bare, f"no claim gets as far as {row}"
        assert (row.event_types, *conditions) not in seen, f"twice: {row}"
        seen.add((row.event_types, *conditions))
        if not any(conditions):
            bare |= set(row.event_types.split())


def test_every_event_type_of_the_rows_is_one_of_the_records() -> None:
    known = set(get_args(EventType))
    assert [row for row in read_table("acled", AcledRow) if not set(row.event_types.split()) <= known] == []


def test_the_words_stand_sorted_and_once_and_each_signal_is_asked_for() -> None:
    words = read_table("acled_words", AcledWord)
    keys = [(row.signal, row.word) for row in words]
    assert keys == sorted(set(keys))
    rows = read_table("acled", AcledRow)
    asked = {s for row in rows for cell in (row.words, row.near, row.unless) for s in cell.split()}
    assert {row.signal for row in words} == asked
