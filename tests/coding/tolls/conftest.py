"""The toll finder on a sentence, and its lexicon, read once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warmonitor.coding.mentions import TollMention
from warmonitor.coding.tolls import TollLexicon, find, lexicon
from warmonitor.records import Document

Tolls = Callable[[str], tuple[TollMention, ...]]


@pytest.fixture(scope="session")
def toll_lexicon() -> TollLexicon:
    """The tables of the room."""
    return lexicon()


@pytest.fixture(scope="session")
def tolls(document: Callable[..., Document], toll_lexicon: TollLexicon) -> Tolls:
    """`tolls(text)`: what the finder sees in a text."""
    return lambda text: find(document(text), toll_lexicon)
