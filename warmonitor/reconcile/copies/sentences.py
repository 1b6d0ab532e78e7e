"""Shared sentences: what decides whether one text carries another."""

from __future__ import annotations

import re
from collections.abc import Mapping

from warmonitor.reconcile.copies.wording import shingles, words

SENTENCE = re.compile(r"[.!?]+[\"'”’)\]]*\s+|\n+")
LEAST = 6  # words: shorter sentences are headlines, credits and "he said"
SAME = 0.7  # share of a sentence's runs that stand in the other text: an editor changes a word or two
COPY = 0.5  # share of the shorter text's sentences from which it is a copy


def sentences(text: str) -> list[list[str]]:
    """The words of every sentence that is long enough to be known by its wording."""
    told = (words(sentence) for sentence in SENTENCE.split(text))
    return [sentence for sentence in told if len(sentence) >= LEAST]


def carried(text: str, other: str) -> float:
    """The share of the shorter text's sentences that stand in the longer one too, word for word or nearly (0 to 1)."""
    short, long = sorted((sentences(text), sentences(other)), key=len)
    runs = {run for sentence in long for run in shingles(sentence)}
    found = [sentence for sentence in short if _stands(shingles(sentence), runs)]
    return len(found) / len(short) if short else 0.0


def _stands(sentence: set[tuple[str, ...]], runs: set[tuple[str, ...]]) -> bool:
    return len(sentence & runs) >= SAME * len(sentence)


def copy_of(text: str, others: Mapping[str, str]) -> str | None:
    """The one of these texts that this one copies or syndicates, the fullest copy first; None if it copies none."""
    shares = {name: carried(text, other) for name, other in others.items()}
    found = [name for name, share in shares.items() if share >= COPY]
    return min(found, key=lambda name: (-shares[name], name), default=None)
