"""Headlines of other stories that a page lists before or after its own, without a heading that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

Range = tuple[int, int]

_STOPPED = re.compile(r"[.!?…:;,][\"”’»)\]]*$")
_BULLET = re.compile(r"[•*·▪■–—-]|\(?\d{1,2}[.)]\s|[a-z]")
_CONTENT = re.compile(r"[^\W\d_]{4,}")
BODY_WORDS = 12
"""Words from which a paragraph that ends its sentence is surely text (own)."""
HEADLINE_WORDS = range(4, 26)
FEWEST_AFTER, FEWEST_BEFORE = 3, 5
"""So many headlines after the text are a list of other stories; before it stand headline, subtitle and captions."""
OWN = 0.4
"""Share of a headline's words that its own story has in its first paragraphs (own)."""


def find_headlines(text: str, paragraphs: Sequence[Range]) -> Iterator[Range]:
    """The headlines of other stories, given the paragraphs that are not known to be furniture."""
    bodies = [at for at, (start, end) in enumerate(paragraphs) if _is_body(text[start:end])]
    if len(bodies) < 2:
        return
    after = paragraphs[bodies[-1] + 1 :]
    if len(list(_headlines(text, after))) >= FEWEST_AFTER and not any(text[end - 1] == ":" for _, end in after):
        yield from _headlines(text, after)
    before = list(_headlines(text, paragraphs[: bodies[0]]))
    if len(before) >= FEWEST_BEFORE:
        own = _words(" ".join(text[start:end] for start, end in (paragraphs[at] for at in bodies[:4])))
        yield from (part for part in before if not _is_own(text[slice(*part)], own))


def _is_body(words: str) -> bool:
    return bool(_STOPPED.search(words)) and words.count(" ") + 1 >= BODY_WORDS


def _headlines(text: str, parts: Sequence[Range]) -> Iterator[Range]:
    for start, end in parts:
        words = text[start:end]
        if words.count(" ") + 1 in HEADLINE_WORDS and not _STOPPED.search(words) and not _BULLET.match(words):
            yield start, end


def _is_own(headline: str, own: set[str]) -> bool:
    words = _words(headline)
    return len(words & own) >= OWN * len(words)


def _words(text: str) -> set[str]:
    return {word.lower() for word in _CONTENT.findall(text)}
