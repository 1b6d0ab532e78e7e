"""How a text is worded: its words and the runs of words that copies share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from zlib import crc32

RUN = 4  # words: three in a row are often chance, five are lost when an editor changes one word in four
SKETCH = 24  # numbers of a sketch: enough to tell a half from a fifth
WORD = re.compile(r"\w+")


def words(text: str) -> list[str]:
    """The words in lower case, without marks."""
    return WORD.findall(text.lower())


def shingles(told: Sequence[str]) -> set[tuple[str, ...]]:
    """All runs of words; none in a text shorter than one."""
    return {tuple(told[at : at + RUN]) for at in range(len(told) - RUN + 1)}


def prints(texts: Sequence[str]) -> tuple[int, ...]:
    """The smallest hashes of the runs in the texts: sketches share about as much as the wordings do."""
    found = {crc32(" ".join(run).encode("utf-8", "surrogatepass")) for text in texts for run in shingles(words(text))}
    return tuple(sorted(found)[:SKETCH])


def shared(one: Sequence[int], other: Sequence[int]) -> float:
    """The share of the shorter wording that stands in the other too, estimated from two sketches (0 to 1)."""
    if not one or not other:
        return 0.0
    mine, theirs = set(one), set(other)
    bound = min(one[-1] if len(one) >= SKETCH else 2**32, other[-1] if len(other) >= SKETCH else 2**32)
    small = min(sum(n <= bound for n in mine), sum(n <= bound for n in theirs))
    return len({n for n in mine & theirs if n <= bound}) / small if small else 0.0
