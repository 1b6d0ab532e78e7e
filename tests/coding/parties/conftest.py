"""Asking a text for its parties in the words of a test."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warmonitor.coding.mentions import PartyMention
from warmonitor.coding.parties import ActorLexicon, Parties, find, lexicon
from warmonitor.records import Document

Asked = Callable[[str, str], PartyMention]


@pytest.fixture(scope="session")
def actors() -> ActorLexicon:
    return lexicon()


@pytest.fixture(scope="session")
def parties(document: Callable[..., Document], actors: ActorLexicon) -> Callable[[str], Parties]:
    """`parties(text)`: all parties of a text."""

    def found(text: str) -> Parties:
        return find(document(text), actors)

    return found


@pytest.fixture(scope="session")
def who(document: Callable[..., Document], actors: ActorLexicon) -> Asked:
    """`who(text, word)`: the party that the last word of `word`, in its last place in the text, denotes."""

    def asked(text: str, word: str) -> PartyMention:
        doc = document(text)
        end = text.rindex(word) + len(word)
        token = next(t for t in doc.parse if t.idx < end <= t.idx + len(t.text))
        mention = find(doc, actors).at(token.i)
        assert mention is not None, f"{word!r} denotes no party in {text!r}"
        return mention

    return asked


@pytest.fixture(scope="session")
def nobody(document: Callable[..., Document], actors: ActorLexicon) -> Callable[[str, str], bool]:
    """`nobody(text, word)`: whether a word denotes no party."""

    def asked(text: str, word: str) -> bool:
        doc = document(text)
        end = text.rindex(word) + len(word)
        token = next(t for t in doc.parse if t.idx < end <= t.idx + len(t.text))
        return find(doc, actors).at(token.i) is None

    return asked
