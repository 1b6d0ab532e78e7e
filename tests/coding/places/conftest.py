from __future__ import annotations

from collections.abc import Callable

import pytest

from warmonitor.coding import places
from warmonitor.coding.mentions import PlaceMention
from warmonitor.coding.places import Atlas
from warmonitor.pipeline import Pipeline
from warmonitor.records import Document


@pytest.fixture(scope="session")
def world(desk: Pipeline) -> Atlas:
    """The atlas of the whole program."""
    return desk.coder.atlas


@pytest.fixture(scope="session")
def found(document: Callable[..., Document], world: Atlas) -> Callable[[str], dict[str, PlaceMention]]:
    """`found(text)`: the mentions of a text by their words; of several with the same words, the last."""

    def read(text: str) -> dict[str, PlaceMention]:
        return {text[m.start : m.end]: m for m in places.find(document(text), world)}

    return read
