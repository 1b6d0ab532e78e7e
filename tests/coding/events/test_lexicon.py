"""The trigger tables are sorted, say where they are from, do not clash, and no row stands where it is never reached."""

from collections import defaultdict
from typing import get_args

import pytest
from spacy.language import Language

from warmonitor.codebook import read_table
from warmonitor.coding.events import EventLexicon, lexicon
from warmonitor.coding.events.lexicon import Entry, NounClass, Trigger, Weapon
from warmonitor.records import EventType


@pytest.fixture(scope="module")
def words() -> EventLexicon:
    return lexicon()


@pytest.fixture(scope="module")
def triggers() -> tuple[Trigger, ...]:
    return read_table("triggers", Trigger)


def _groups(words: EventLexicon) -> list[tuple[Entry, ...]]:
    tables = (words.verbs, words.nouns, words.adjectives, words.phrases)
    return [entries for table in tables for entries in table.values()]


def test_the_tables_are_sorted(triggers: tuple[Trigger, ...]) -> None:
    keys = [(t.event_type, t.pos, t.word.lower(), t.word, t.needs or "") for t in triggers]
    assert keys == sorted(keys)
    classes = [(row.class_name, row.word) for row in read_table("noun_classes", NounClass)]
    assert classes == sorted(classes)


def test_no_word_has_two_types_under_the_same_conditions(triggers: tuple[Trigger, ...]) -> None:
    types: dict[tuple[str, str, str | None], set[str]] = defaultdict(set)
    for trigger in triggers:
        types[trigger.word.lower(), trigger.pos, trigger.needs].add(trigger.event_type)
    excluded = {(t.word.lower(), t.pos, t.needs) for t in triggers if t.unless}
    assert {key: found for key, found in types.items() if len(found) > 1 and key not in excluded} == {}


def test_no_row_stands_behind_one_that_always_fits(words: EventLexicon) -> None:
    hidden = []
    for entries in _groups(words):
        always: set[tuple[str, ...]] = set()
        for trigger, parts in entries:
            if parts in always:
                hidden.append(f"{trigger.word} ({trigger.event_type})")
            if trigger.needs is None and not trigger.unless:
                always.add(parts)
    assert hidden == []


def test_every_row_is_found_by_the_words_that_the_tokenizer_makes(nlp: Language, triggers: tuple[Trigger, ...]) -> None:
    strange = [t.word for t in triggers if tuple(token.lower_ for token in nlp.make_doc(t.word)) != t.parts]
    assert strange == []


def test_every_event_type_has_a_word(triggers: tuple[Trigger, ...]) -> None:
    assert set(get_args(EventType)) - {trigger.event_type for trigger in triggers} == set()


def test_every_class_is_asked_for(triggers: tuple[Trigger, ...]) -> None:
    asked = {name for t in triggers for name in (*(t.needs or "").split("+"), *t.unless.split())}
    own = {"disaster_word", "mishap", "building", "hope_word"}  # asked for in code: what people died of, advance to
    assert {row.class_name for row in read_table("noun_classes", NounClass)} - asked - own == set()


def test_a_weapon_makes_one_kind_of_strike() -> None:
    weapons = [row.word for row in read_table("weapons", Weapon)]
    assert len(weapons) == len(set(weapons))
