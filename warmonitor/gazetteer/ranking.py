"""How likely each place of a search is meant, and why: by how its name is spelt and by how much is told of it."""

from __future__ import annotations

import math
from typing import NamedTuple

from warmonitor.gazetteer.entries import Entry

_SPELT = {
    "plain": (1.0, "its very name"), "article": (0.9, "its name but for an article"),
    "fold": (0.6, "its name in another transliteration"), "slavic": (0.6, "its name in the other Slavic spelling"),
    "skeleton": (0.35, "the same consonants"),
}  # fmt: skip
_WHOLE = {"PCLI": 0.9, "CONT": 0.9, "ADM1": 0.6, "PPLC": 0.7}
"""How much is told of a country, a region or a capital at least, however many live there; 1 is the largest."""
_MOST = 9.0
"""Tens of people in the largest countries."""


class Ranked(NamedTuple):
    """A place that a name may mean; `score` from 0 to 1 compares those of one search and is no probability."""

    entry: Entry
    rung: str
    score: float
    reason: str
    pack: str
    """The name of the pack that lists it, which tells source and licence."""


def ranked(entry: Entry, rung: str, pack: str) -> Ranked:
    """A place of a search with its score and the reason in words."""
    spelt, why = _SPELT[rung]
    told = max(math.log10(10 + entry.population) / _MOST, _WHOLE.get(entry.feature, 0.0))
    people = f"{entry.population:,} people" if entry.population else "people not known"
    return Ranked(entry, rung, round(spelt * (0.5 + 0.5 * min(1.0, told)), 3), f"{why}; {people}", pack)
