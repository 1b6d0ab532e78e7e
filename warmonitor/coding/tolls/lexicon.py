"""The vocabulary of tolls, read once from the codebook's tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from warmonitor.codebook.tables import Row, read_table
from warmonitor.records import Bound, GroupKind, TollKind

Role = Literal["unit", "tens", "hundred", "scale", "dozen", "plural", "few", "pair"]
Slot = Literal["object", "subject", "of", "self", "role", "state", "measure"]
Thing = Literal[
    "people", "troops", "displaced", "settlements", "positions", "homes", "things", "strikes", "weapons", "animals",
    "money", "unit",
]  # fmt: skip
Counted = Literal["people", "movable", "troops", "settlements", "things", "weapons", "money", "event"]
Sense = Literal[
    "year", "month", "label", "fraction", "fragment", "measure", "value", "cumulative", "window", "part", "partitive",
    "object_be", "skip", "both_sides", "change",
]  # fmt: skip


class NumberRow(Row):
    word: str
    value: int
    role: Role


class HedgeRow(Row):
    words: str
    side: Literal["before", "after"]
    bound: Bound


class PredicateRow(Row):
    forms: str
    kind: TollKind
    slot: Slot
    counted: Counted
    near: str = ""


class NounRow(Row):
    word: str
    thing: Thing
    group_kind: GroupKind | None = None


class CueRow(Row):
    words: str
    sense: Sense


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word's way of hurting or moving what is counted."""

    kind: TollKind
    slot: Slot
    counted: Counted
    near: frozenset[str]
    """One of these must stand close by; empty: nothing is asked."""


@dataclass(frozen=True, slots=True)
class NumberWords:
    """What the reader of number phrases needs."""

    words: dict[str, tuple[Role, int]]
    before: tuple[tuple[tuple[str, ...], Bound], ...]
    """Hedges that stand before a number, the longest first."""
    after: tuple[tuple[tuple[str, ...], Bound], ...]
    last_words: frozenset[str]
    """The words that a hedge before a number may end with."""


@dataclass(frozen=True, slots=True)
class TollLexicon:
    """All tables of the room."""

    numbers: NumberWords
    predicates: dict[str, tuple[Predicate, ...]]
    nouns: dict[str, tuple[Thing, GroupKind | None]]
    cues: dict[str, tuple[tuple[str, ...], ...]]
    """Phrases (lower-case words) by what they tell; see CueRow.sense."""


def lexicon() -> TollLexicon:
    """Read the tables. Raises CodebookError where one breaks its rules."""
    return TollLexicon(
        numbers=number_words(),
        predicates=_predicates(read_table("toll_predicates", PredicateRow)),
        nouns={row.word: (row.thing, row.group_kind) for row in read_table("toll_nouns", NounRow)},
        cues=_cues(read_table("toll_cues", CueRow)),
    )


def number_words() -> NumberWords:
    """The part of the lexicon that reads number phrases."""
    hedges = read_table("toll_hedges", HedgeRow)
    before = _longest_first(row for row in hedges if row.side == "before")
    return NumberWords(
        words={row.word: (row.role, row.value) for row in read_table("toll_numbers", NumberRow)},
        before=before,
        after=_longest_first(row for row in hedges if row.side == "after"),
        last_words=frozenset(words[-1] for words, _ in before),
    )


def _longest_first(rows: Iterable[HedgeRow]) -> tuple[tuple[tuple[str, ...], Bound], ...]:
    return tuple(sorted(((tuple(row.words.split()), row.bound) for row in rows), key=lambda hedge: -len(hedge[0])))


def _predicates(rows: Iterable[PredicateRow]) -> dict[str, tuple[Predicate, ...]]:
    by_form: dict[str, list[Predicate]] = defaultdict(list)
    for row in rows:
        predicate = Predicate(row.kind, row.slot, row.counted, frozenset(row.near.split()))
        for form in row.forms.split():
            by_form[form].append(predicate)
    return {form: tuple(found) for form, found in by_form.items()}


def _cues(rows: Iterable[CueRow]) -> dict[str, tuple[tuple[str, ...], ...]]:
    by_sense: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for row in rows:
        by_sense[row.sense].append(tuple(row.words.split()))
    return {sense: tuple(sorted(found, key=lambda words: (-len(words), words))) for sense, found in by_sense.items()}
