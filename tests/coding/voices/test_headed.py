"""Headlines name their source without a verb of saying."""

from __future__ import annotations

import pytest
from coding.voices.hearing import Hearing

BODY = "\n\nResidents were cut off for hours on Tuesday."


@pytest.mark.parametrize(("headline", "name", "said"), [
    ("Bridge strike kills six near the port: NGO", "NGO", "Bridge strike kills six near the port"),
    ("Bridge strike kills six near the port - state media", "state media", "Bridge strike kills six near the port"),
    ("Observatory: Bridge strike kills six near the port", "Observatory", "Bridge strike kills six near the port"),
    ("Bridge strike kills six near port NGO", "NGO", "Bridge strike kills six near port"),
])  # fmt: skip
def test_a_headline_ends_or_begins_with_who_says_it(heard: Hearing, headline: str, name: str, said: str) -> None:
    voice = heard(headline + BODY)[0]
    assert (voice.name, voice.said, voice.cue) == (name, (said,), None)


@pytest.mark.parametrize("headline", [
    "Bridge strike kills two activists",
    "Bridge strike: what we know",
    "Rebel-held port hit by shelling",
    "Gunmen attack state media",
])
def test_a_headline_without_a_source_is_nobodys(heard: Hearing, headline: str) -> None:
    assert heard(headline + BODY) == []
