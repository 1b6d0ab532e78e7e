"""The words that name events, read from the codebook's tables and keyed for one look-up a token."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from warmonitor.codebook.tables import Row, read_table
from warmonitor.errors import CodebookError
from warmonitor.records import EventType

Frame = Literal["act", "go", "send", "flee", "suffer", "fall", "hold", "between", "meet", "aim", "show", "speak"]


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


class NounClass(Row):
    """A word that belongs to a class which decides the sense of a trigger."""

    word: str
    class_name: str


class Weapon(Row):
    """A weapon or carrier, and the event that a strike with it is."""

    word: str
    event_type: EventType


@dataclass(frozen=True)
class EventLexicon:
    """Triggers by part of speech and first word, longest first; noun classes by word; weapons by word."""

    verbs: Mapping[str, tuple[Trigger, ...]]
    nouns: Mapping[str, tuple[Trigger, ...]]
    adjectives: Mapping[str, tuple[Trigger, ...]]
    phrases: Mapping[str, tuple[Trigger, ...]]
    classes: Mapping[str, frozenset[str]]
    weapons: Mapping[str, EventType]


def lexicon() -> EventLexicon:
    """Reads the tables. Raises CodebookError when a trigger needs a class that no table has."""
    triggers = read_table("triggers", Trigger)
    classes: dict[str, frozenset[str]] = {}
    for row in read_table("noun_classes", NounClass):
        classes[row.word] = classes.get(row.word, frozenset()) | {row.class_name}
    known = {name for names in classes.values() for name in names} | {"plural"}
    for trigger in triggers:
        strange = {*(trigger.needs or "plural").split("+"), *trigger.unless.split()} - known
        if strange:
            raise CodebookError(f"triggers.tsv: {trigger.word!r} asks for classes without words: {sorted(strange)}.")
    return EventLexicon(
        verbs=_by_first(t for t in triggers if t.pos == "v"),
        nouns=_by_first(t for t in triggers if t.pos == "n"),
        adjectives=_by_first(t for t in triggers if t.pos == "a"),
        phrases=_by_first(t for t in triggers if t.pos == "p"),
        classes=classes,
        weapons={row.word: row.event_type for row in read_table("weapons", Weapon)},
    )


def _by_first(triggers: Iterable[Trigger]) -> dict[str, tuple[Trigger, ...]]:
    """Keyed by the first word; longer phrases and narrower senses come first."""
    grouped: dict[str, list[Trigger]] = {}
    for trigger in triggers:
        grouped.setdefault(trigger.word.lower().split()[0], []).append(trigger)
    order = lambda t: (-len(t.word.split()), t.needs is None, t.word, t.event_type)  # noqa: E731
    return {first: tuple(sorted(group, key=order)) for first, group in grouped.items()}
