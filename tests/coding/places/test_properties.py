from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from warmonitor.coding import places
from warmonitor.coding.places import Atlas
from warmonitor.records import Document

WORDS = st.sampled_from(
    [
        "Idlib",
        "near",
        "the",
        "city",
        "of",
        "Syria",
        "'s",
        "-",
        "al",
        "(",
        ",",
        ".",
        "\n\n",
        "N",
        "30",
        "km",
        "west",
        "Al-",
        "\x00",
        "حلب",
    ]
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_mentions_lie_within_the_text(document: Callable[..., Document], world: Atlas, text: str) -> None:
    for mention in places.find(document(text), world):
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.rule


@pytest.mark.parametrize("text", ["", "A", "\x00\x00", "Idlib", "X " * 3000, "מכה על ירושלים"])
def test_odd_texts_are_read(document: Callable[..., Document], world: Atlas, text: str) -> None:
    assert isinstance(places.find(document(text), world), tuple)


def test_twice_is_the_same(document: Callable[..., Document], world: Atlas) -> None:
    text = "Jets from Homs bombed Nayrab and Tripoli near the Syrian-Turkish border; Georgia and Chad protested."
    assert places.find(document(text), world) == places.find(document(text), world)
