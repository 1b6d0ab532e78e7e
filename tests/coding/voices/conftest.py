"""A text read as the program reads it, and the voices in it."""

from __future__ import annotations

import pytest
from coding.voices.hearing import Heard, Hearing, Layer, Reader
from spacy.language import Language

from warmonitor.coding import voices
from warmonitor.reading import read
from warmonitor.records import Report


@pytest.fixture(scope="session")
def lexicon() -> voices.VoiceLexicon:
    return voices.lexicon()


@pytest.fixture(scope="session")
def reader(nlp: Language) -> Reader:
    return lambda text: read(Report(id="t", text=text), nlp)


@pytest.fixture(scope="session")
def heard(reader: Reader, lexicon: voices.VoiceLexicon) -> Hearing:
    """`heard(text)`: the voices of a text in words."""

    def listen(text: str) -> list[Heard]:
        document = reader(text)

        def words(part: tuple[int, int] | None) -> str | None:
            return document.text[part[0] : part[1]] if part else None

        return [
            Heard(
                name=voice.name, kind=voice.kind, source=words(voice.source), cue=words(voice.cue),
                said=tuple(words(part) or "" for part in voice.contents), stance=voice.stance, realis=voice.realis,
                within=voice.within,
            )
            for voice in voices.find(document, lexicon)
        ]  # fmt: skip

    return listen


@pytest.fixture(scope="session")
def attributed(reader: Reader, lexicon: voices.VoiceLexicon) -> Layer:
    """`attributed(text)`: the layer of quotes."""
    return lambda text: voices.attributions(reader(text), lexicon)
