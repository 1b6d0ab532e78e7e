"""The vocabulary of tolls, read once from the codebook's tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

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
    "year", "month", "label", "measure", "value", "cumulative", "window", "part", "object_be", "skip", "both_sides",
    "aside", "among", "collective", "saying",
]  # fmt: skip


class NumberRow(Row):
    """A word that makes a number."""

    word: str
    value: int
    role: Role


class HedgeRow(Row):
    """Words before or after a number that bound it."""

    words: str
    side: Literal["before", "after"]
    bound: Bound


class PredicateRow(Row):
    """What was done to those who are counted."""

    forms: str
    kind: TollKind
    slot: Slot
    counted: Counted
    near: str = ""


class NounRow(Row):
    """A noun that is counted, and what kind of thing it names."""

    word: str
    thing: Thing
    group_kind: GroupKind | None = None


class CueRow(Row):
    """Words that tell what a number is."""

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
    words: dict[Sense, frozenset[str]]
    """Single words by what they tell; see CueRow.sense."""
    phrases: dict[Sense, dict[str, tuple[tuple[str, ...], ...]]]
    """Phrases of lower-case words by what they tell, then by first word, the longest first; single words too."""

    def says(self, sense: Sense, words: tuple[str, ...], at: int) -> bool:
        """Whether a phrase of that sense begins at `at`."""
        found = self.phrases[sense].get(words[at])
        return found is not None and any(words[at : at + len(phrase)] == phrase for phrase in found)


def lexicon() -> TollLexicon:
    """Read the tables. Raises CodebookError where one breaks its rules."""
    cues = read_table("toll_cues", CueRow)
    return TollLexicon(
        numbers=number_words(),
        predicates=_predicates(read_table("toll_predicates", PredicateRow)),
        nouns={row.word: (row.thing, row.group_kind) for row in read_table("toll_nouns", NounRow)},
        words={sense: frozenset(cue.words for cue in cues if cue.sense == sense) for sense in get_args(Sense)},
        phrases={sense: _phrases(cue.words for cue in cues if cue.sense == sense) for sense in get_args(Sense)},
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


def _phrases(cues: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in sorted({tuple(cue.split()) for cue in cues}, key=lambda words: (-len(words), words)):
        by_first[phrase[0]].append(phrase)
    return {first: tuple(found) for first, found in by_first.items()}
