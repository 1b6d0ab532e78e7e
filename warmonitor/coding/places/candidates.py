"""Which stretches of a text bear the name of a place: longest match first, in runs of capitalised words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from warmonitor.coding.places.atlas import Atlas, Entry
from warmonitor.coding.places.words import Words

_LONGEST = 8
"""Tokens of the longest name tried; hyphens count ("Deir ez-Zor" has four)."""
_LINKS = frozenset(
    "of de del la las los le les du da do dos das di van der den am an im upon sur on bin abu and y the "
    "au aux en sous e und".split()
)
_JOINTS = frozenset(("-", "'", "’", "'s", "’s", "`", "&"))
_ELIDED = ("d'", "d’", "l'", "l’")
_ARTICLES = frozenset("al el ul il ash an ar az ad at as es en ez ed et esh er".split())
_AREAS = ("ADM1", "ADM2", "PPL", "RGN")
"""Kinds that are no part of a name: "Idlib province" is Idlib."""
_ENGLISH = frozenset(("the", "a", "this", "that", "these", "those"))
_SCRIPTS = range(0x0590, 0x0800)
"""Hebrew and Arabic have no capitals."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that bear the name of a place of the gazetteer."""

    first: int
    last: int
    """Tokens `first` to `last`, inclusive."""
    start: int
    end: int
    text: str
    entries: tuple[Entry, ...]
    rung: int = 0
    """How loosely it is spelt like these places: 0 is their very name."""
    rungs: tuple[int, ...] = ()
    """The same for each of them, where they differ."""

    def loose(self, at: int) -> int:
        """How loosely it is spelt like its place numbered `at`."""
        return self.rungs[at] if self.rungs else self.rung

    @property
    def key(self) -> str:
        """What all mentions of one name in a report share."""
        return self.text.lower().strip("-,")


def candidates(words: Words, atlas: Atlas) -> Iterator[Candidate]:
    """Every name of the gazetteer in the text, none within another; whether it means a place is decided later."""
    at, size = 0, len(words)
    while at < size:
        found = _longest(words, at, atlas) if _may_open(words, at) else None
        if found:
            yield found
        at = found.last + 1 if found else at + 1


def _may_open(words: Words, at: int) -> bool:
    word = words.text[at]
    if words.lower[at] in _ENGLISH and not (at + 1 < len(words) and words.text[at + 1][0].isupper()):
        return False  # "The bridge" at the head of a sentence
    if word[0].isupper() or ord(word[0]) in _SCRIPTS:
        return True
    return word in _ARTICLES and at + 1 < len(words) and words.text[at + 1] in ("-", "‑")


def _longest(words: Words, at: int, atlas: Atlas) -> Candidate | None:
    start = words.start[at]
    for last in reversed(_ends(words, at, atlas)):
        text = words.source[start : words.end[last]]
        entries = atlas.gazetteer.named(text)
        if not entries and last > at and not _ARTICLES.isdisjoint(words.lower[at:last]):
            entries = atlas.gazetteer.without_article(text)
        elif entries and not any(entry.feature.startswith("PPL") for entry in entries):
            entries += _towns(text, entries, atlas)
        if entries:
            return Candidate(at, last, start, words.end[last], text, entries)
    return None


def _towns(text: str, districts: tuple[Entry, ...], atlas: Atlas) -> tuple[Entry, ...]:
    """The towns that lists write with an article, where a district has the bare name: "Qamishli"."""
    if not all(entry.feature in ("ADM2", "ADM3") for entry in districts):
        return ()
    countries = {entry.country for entry in districts}
    listed = atlas.gazetteer.without_article(text)
    return tuple(e for e in listed if e.country in countries and e.feature.startswith("PPL"))


def _ends(words: Words, at: int, atlas: Atlas) -> list[int]:
    """Tokens at which a name that begins at `at` may end."""
    ends: list[int] = []
    for i in range(at, min(at + _LONGEST, len(words))):
        word = words.text[i]
        if i > at and (words.opens[i] or words.source.find("\n\n", words.end[i - 1], words.start[i]) >= 0):
            break
        if word[0].isupper() or (i > at and (word[0].isdigit() or word[:2] in _ELIDED)) or ord(word[0]) in _SCRIPTS:
            ends.append(i)
        elif i > at and atlas.kinds.get(word, "ADM1") not in _AREAS:
            ends.append(i)  # "T4 airbase", "Zamzam camp"
        elif i > at and atlas.kinds.get(" ".join(words.lower[i : i + 2]), "ADM1") not in _AREAS:
            ends.append(i + 1)  # "Saky air base"
            break
        elif word not in _JOINTS and word not in _ARTICLES and word not in _LINKS:
            break
        if words.end[i] < words.start[i] + len(word):  # a possessive was cut off: the name ends
            break
    return ends
