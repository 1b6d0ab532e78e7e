"""Names in the sentences of an episode: of villages, victims, streets and squares, which few other happenings share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence

from warmonitor.reconcile.parties import bare
from warmonitor.records import Place

MOST = 12  # names that are kept, the rarer first
LEAST = 4  # letters: shorter words are mostly abbreviations and articles
NAME = re.compile(r"(?<![.!?]\s)(?<!\A)(?<![\w'’])[A-ZÀ-Þ][\w'’]+(?:-[A-Z][\w'’]+)*")


def names(texts: Sequence[str], places: Iterable[Place], common: Container[str]) -> tuple[str, ...]:
    """The capitalised words inside sentences, and the names of the places of the event, as bare letters.

    `common` are names that too many happenings share.
    """
    told = Counter(bare(word) for text in texts for word in NAME.findall(text))
    scene = [bare(place.name) for place in places if place.role == "event" and place.precision not in ("country",)]
    found = dict.fromkeys([*scene, *sorted(told, key=lambda word: (-len(word), word))])
    return tuple(word for word in found if len(word) >= LEAST and word not in common)[:MOST]
