"""The words that name events, read from the codebook's tables and keyed for one look-up a token."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from warmonitor.codebook.tables import Row, read_table
from warmonitor.errors import CodebookError
from warmonitor.records import EventType

Frame = Literal[
    "act", "go", "send", "flee", "suffer", "fall", "hold", "between", "meet", "aim", "show", "speak", "repel",
]  # fmt: skip


OF_GRAMMAR = frozenset({"plural", "falling", "ground", "under"})
"""What a sense may need that no class of nouns is: a plural, a subject that can fall as a place does,
a place as the object itself, "under" before it."""


class Trigger(Row):
    """A word with the event that it names.

    `needs` are the classes of words that must stand beside it for this sense (joined by `+`), `unless` those that
    rule it out.
    """

    word: str
    pos: Literal["v", "n", "a", "p"]
    event_type: EventType
    frame: Frame
    needs: str | None = None
    unless: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """Its words as the tokenizer has them: a hyphen is a token of its own."""
        return tuple(re.findall(r"[^\s-]+|-", self.word.lower()))


class NounClass(Row):
    """A word that belongs to a class which decides the sense of a trigger."""

    word: str
    class_name: str


class Weapon(Row):
    """A weapon or carrier, and the event that a strike with it is."""

    word: str
    event_type: EventType


Entry = tuple[Trigger, tuple[str, ...]]
"""A trigger with its words."""


@dataclass(frozen=True)
class EventLexicon:
    """Triggers by part of speech and first word, longest first; noun classes by word; weapons by word."""

    verbs: Mapping[str, tuple[Entry, ...]]
    nouns: Mapping[str, tuple[Entry, ...]]
    adjectives: Mapping[str, tuple[Entry, ...]]
    phrases: Mapping[str, tuple[Entry, ...]]
    classes: Mapping[str, frozenset[str]]
    weapons: Mapping[str, EventType]
    firsts: frozenset[str]
    """The first words of all triggers."""


def lexicon() -> EventLexicon:
    """Reads the tables. Raises CodebookError when a trigger needs a class that no table has."""
    triggers = read_table("triggers", Trigger)
    classes: dict[str, frozenset[str]] = {}
    for row in read_table("noun_classes", NounClass):
        classes[row.word] = classes.get(row.word, frozenset()) | {row.class_name}
    known = {name for names in classes.values() for name in names} | OF_GRAMMAR
    for trigger in triggers:
        strange = {*(trigger.needs or "plural").split("+"), *trigger.unless.split()} - known
        if strange:
            raise CodebookError(f"triggers.tsv: {trigger.word!r} asks for classes without words: {sorted(strange)}.")
    return EventLexicon(
        verbs=_by_first(t for t in triggers if t.pos == "v" and "-" not in t.word),
        nouns=_by_first(t for t in triggers if t.pos == "n" and "-" not in t.word),
        adjectives=_by_first(t for t in triggers if t.pos == "a" and "-" not in t.word),
        phrases=_by_first(t for t in triggers if t.pos == "p" or "-" in t.word),
        classes=classes,
        firsts=frozenset(t.parts[0] for t in triggers),
        weapons={row.word: row.event_type for row in read_table("weapons", Weapon)},
    )


def _by_first(triggers: Iterable[Trigger]) -> dict[str, tuple[Entry, ...]]:
    """Keyed by the first word; longer phrases and narrower senses come first."""
    grouped: dict[str, list[Entry]] = {}
    for trigger in triggers:
        parts = trigger.parts
        grouped.setdefault(parts[0], []).append((trigger, parts))
    return {first: tuple(sorted(group, key=_order)) for first, group in grouped.items()}


def _order(entry: Entry) -> tuple[int, bool, bool, str, str]:
    trigger, parts = entry
    return -len(parts), trigger.needs is None, not trigger.unless, trigger.word, trigger.event_type
