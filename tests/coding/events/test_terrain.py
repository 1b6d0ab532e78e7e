"""Whether ground changes hands, or the same words say something else."""

from collections.abc import Callable

import pytest

from warmonitor.coding.events import EventLexicon, find, lexicon
from warmonitor.records import Document

GROUND = {"territory_gain", "territory_loss"}
Changes = Callable[[str], bool]


@pytest.fixture(scope="module")
def words() -> EventLexicon:
    return lexicon()


@pytest.fixture(scope="module")
def changes(document: Callable[..., Document], words: EventLexicon) -> Changes:
    return lambda text: any(event.event_type in GROUND for event in find(document(text), words))


@pytest.mark.parametrize(
    "text",
    [
        "The rebels captured the town on Monday.",
        "The village was attacked and taken by the militia.",
        "Soldiers entered the village at dawn.",
        "The army lost the hill and two villages.",
        "The rebels' advance on the capital continues.",
        "Rebels occupied the hotel in the capital.",
        "Fighters advanced toward the city from the north.",
        "The town fell to the rebels on Sunday.",
    ],
)
def test_ground_changes_hands(changes: Changes, text: str) -> None:
    assert changes(text)


@pytest.mark.parametrize(
    "text",
    [
        "The two ministers will take another plane to the capital.",
        "The hostage was freed today in the town.",
        "The general regained his memory in the hospital of the town.",
        "The front claimed responsibility for an attack in the town.",
        "A shell fell on a station in the town.",
        "The farmers fell victim to bandits in the area.",
        "The sabotage caused a loss of energy in the city.",
        "This is a big advance for the talks.",
        "We are advancing toward victory.",
        "The journalists entered the country on Friday.",
        "The police captured two traffickers in the city.",
        "The minister is not occupying his proper rank.",
    ],
)
def test_the_same_words_say_something_else(changes: Changes, text: str) -> None:
    assert not changes(text)
