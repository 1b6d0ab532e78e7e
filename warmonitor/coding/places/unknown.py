"""Names that no gazetteer knows but that the text treats as places: "the villages of Foua and Kfraya"."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from warmonitor.coding.places.atlas import Atlas
from warmonitor.coding.places.candidates import Candidate
from warmonitor.coding.places.words import Words

_BEFORE = frozenset("in near at around outside inside towards toward between".split())
_SETTLEMENTS = frozenset(
    "village villages town towns hamlet hamlets settlement settlements city cities suburb suburbs "
    "neighborhood neighbourhood district camp".split()
)
_ARTICLES = frozenset("al el ar az as ash an at ad ez es et".split())
_LANDFORMS = frozenset("jabal jebel wadi nabi tell tel tal kafr khirbet khirbat deir ras bir ain ayn".split())
"""Words that open the names of hills, valleys, shrines, wells and villages."""
_PLURAL = frozenset("villages towns hamlets settlements cities suburbs districts neighborhoods neighbourhoods".split())
_DIVISIONS = frozenset("province department municipality canton county district".split())
"""What a country is divided into: whatever bears such a word is a place."""
_LISTING = ("and", ",")
_LISTED = 16
"""Words of a list of villages, at most."""
_WHERE = frozenset(("in", "near"))
_MAYBE = frozenset(("", "GPE", "LOC", "FAC", "PERSON", "ORG"))
"""Labels that the parser gives to the names of villages."""
_NAMING = frozenset("sheikh shaykh sheik abu umm bin ben ibn".split())
"""Titles that open the names of many places: Sheikh Maqsoud, Abu Kamal."""
_OPENING = frozenset("tel tell tal tall til um umm om ain ayn ein kafr kfar kafar khirbet khirbat deir dayr".split())
"""Words that only open the names of places; none is a place's name alone in a report."""
_CITY = 100_000
_SHORTEST = 4
"""Letters of a name that may be looked up by its sound."""
_JOINTS = frozenset(("-", "'", "’", "al", "el", "ez", "es", "ash", "an", "ar", "ad", "at", "as", "az", "de", "la"))


def unknown(words: Words, known: Sequence[Candidate], atlas: Atlas, theatre: Container[str]) -> Iterator[Candidate]:
    """Capitalised names outside all candidates: spelt like a place of the report's countries, or firmly told as one.

    The former carry those places and the rung of their spelling, to be weighed like others; the latter have none.
    """
    taken = bytearray(len(words))
    for candidate in known:
        taken[candidate.first : candidate.last + 1] = b"\1" * (candidate.last + 1 - candidate.first)
    at, passed, placed = 0, [], set[str]()
    while at < len(words):
        if taken[at] or not _opens(words, at):
            at += 1
            continue
        last = _end(words, at, taken)
        found = tuple(_read(words, at, last, atlas, theatre))
        placed |= {one.text for one in found if not one.entries}
        yield from found
        if not found:
            start, end = words.start[at], words.end[last]
            passed.append(Candidate(at, last, start, end, words.source[start:end], ()))
        at = last + 1
    yield from (one for one in passed if one.text in placed)  # once told as a place, a name is one all through


def _opens(words: Words, at: int) -> bool:
    return words.text[at][0].isupper() or (
        words.text[at] in ("al", "el")
        and at + 2 < len(words)
        and words.text[at + 1] == "-"
        and words.text[at + 2][0].isupper()
    )


def _read(words: Words, first: int, last: int, atlas: Atlas, theatre: Container[str]) -> Iterator[Candidate]:
    while last > first and words.lower[last] in _DIVISIONS:
        last -= 1
    own = [i for i in range(first, last + 1) if words.lower[i] not in _JOINTS]
    ordinary = [i for i in own if _ordinary(words.lower[i].rstrip("."), atlas)]
    common = any(words.lower[i] not in _NAMING or i == last for i in ordinary)
    if last - first > 5 or (common and not _settled(words, first)):
        return
    start, end = words.start[first], words.end[last]
    text = words.source[start:end]
    named = _settled(words, first) or (last + 1 < len(words) and words.lower[last + 1] in _SETTLEMENTS)
    proper = named or all(words.tag[i] in ("NNP", "NNPS") for i in range(first, last + 1) if words.text[i][0].isupper())
    if len(text) >= _SHORTEST and theatre and proper and not text.isupper():
        rung, entries = atlas.gazetteer.like(text, theatre)
        if entries:
            yield Candidate(first, last, start, end, text, entries, rung)
            return
    if _placed(words, first, last, atlas):
        yield Candidate(first, last, start, end, text, ())


def wider(kept: Sequence[Candidate], words: Words, atlas: Atlas, theatre: Container[str]) -> tuple[Candidate, ...]:
    """The candidates, those of one word that is part of a longer name widened to it: "Ain" in "Ain Issa"."""
    taken = {i for candidate in kept for i in range(candidate.first, candidate.last + 1)}
    out = []
    for candidate in kept:
        longer = _longer(candidate, words, atlas, theatre, taken) if candidate.first == candidate.last else None
        opened = None if longer else _opened(candidate, words, atlas, theatre, taken)
        out.append(longer or opened or _at_home(candidate, atlas, theatre))
    return tuple(out)


def _opened(
    candidate: Candidate, words: Words, atlas: Atlas, theatre: Container[str], taken: set[int]
) -> Candidate | None:
    """The longer name that a word such as Umm or Tell before this one opens, listed or not: it is not this place."""
    at = candidate.first - 1
    if at >= 0 and words.text[at] == "-":
        at -= 1
    if at < 0 or at in taken or words.opens[candidate.first] or not words.text[at][0].isupper():
        return None
    if words.lower[at] not in _OPENING or words.source[words.end[at] : candidate.start].strip(" -"):
        return None
    start = words.start[at]
    text = words.source[start : candidate.end]
    rung, entries = atlas.gazetteer.like(text, theatre) if theatre else (0, atlas.gazetteer.named(text))
    return Candidate(at, candidate.last, start, candidate.end, text, entries, max(rung, 0))


def _at_home(candidate: Candidate, atlas: Atlas, theatre: Container[str]) -> Candidate:
    """A village known only abroad may be one of the report's countries in another spelling: both are weighed."""
    if not theatre or any(e.country in theatre or not e.feature.startswith("PPL") for e in candidate.entries):
        return candidate
    if candidate.entries[0].population > _CITY:
        return candidate
    rung, entries = atlas.gazetteer.like(candidate.text, theatre)
    rungs = (candidate.rung,) * len(candidate.entries) + (rung,) * len(entries)
    return replace(candidate, entries=candidate.entries + entries, rungs=rungs) if entries else candidate


def _longer(
    candidate: Candidate, words: Words, atlas: Atlas, theatre: Container[str], taken: set[int]
) -> Candidate | None:
    at = candidate.last + 1
    if at < len(words) and words.text[at] == "-":
        at += 1
    if at >= len(words) or at in taken or words.opens[at]:
        return None
    opening = words.lower[candidate.first] in _OPENING
    if not words.text[at][0].isupper() and not (opening and words.lower[at] in _ARTICLES):
        return None
    parted = words.source[words.end[candidate.last] : words.start[at]].strip(" -")
    if opening and words.lower[at] in _ARTICLES and not parted:
        at += 2 if words.text[at + 1 : at + 2] == ["-"] else 1  # "Ain al-Zaytun"
        if at >= len(words) or at in taken or not words.text[at][0].isupper():
            return None
    elif _ordinary(words.lower[at], atlas) or words.source[words.end[candidate.last] : words.start[at]].strip(" -"):
        return None
    text = words.source[candidate.start : words.end[at]]
    rung, entries = atlas.gazetteer.like(text, theatre)
    if not entries and not theatre:
        entries, rung = atlas.gazetteer.named(text), 0
    if not entries and not opening:
        return None
    return Candidate(candidate.first, at, candidate.start, words.end[at], text, entries, max(rung, 0))


def _end(words: Words, at: int, taken: bytearray) -> int:
    """The last token of the run of capitalised words that begins at `at`."""
    last = at
    for i in range(at + 1, min(at + 7, len(words))):
        if taken[i] or words.opens[i] or "\n" in words.source[words.end[i - 1] : words.start[i]]:
            break
        if words.text[i][0].isupper():
            last = i
        elif words.text[i] not in _JOINTS:
            break
    return last


def _placed(words: Words, first: int, last: int, atlas: Atlas) -> bool:
    proper = words.tag[last] in ("NNP", "NNPS") or _settled(words, first)
    if last - first > 3 or len(words.text[first]) < (2 if first < last else 3) or not proper:
        return False
    if words.text[first].isupper() or any(
        words.lower[i] in atlas.organisations for i in range(first, last + 2) if i < len(words)
    ):
        return False
    if first == last and words.lower[first] in words.surnames and not _settled(words, first):
        return False
    before = words.lower[first - 1] if first else ""
    after = words.lower[last + 1] if last + 1 < len(words) else ""
    settlement = _settled(words, first) or after in _SETTLEMENTS or after in _PLURAL or after in _DIVISIONS
    named = words.label[first] in ("GPE", "LOC")
    may = words.label[first] in _MAYBE and not _human(words, first, last)
    located = may and (
        before == "near"
        or (before in _WHERE and _violent(words, first, atlas))
        or (before in _BEFORE and words.lower[first] in _ARTICLES and first < last)
        or (before == "the" and after == "area")
        or _measured(words, last, atlas)
        or (words.lower[first] in _LANDFORMS and first < last)
    )
    return settlement or located or (named and (before in _BEFORE or before in ("from", "to", "of", ",", "and")))


def _human(words: Words, first: int, last: int) -> bool:
    """Whether the parser takes the whole of several words for a person."""
    return (
        last > first
        and all(words.label[i] == "PERSON" for i in range(first, last + 1))
        and (words.lower[first] not in _ARTICLES)
    )


def _measured(words: Words, last: int, atlas: Atlas) -> bool:
    """ "Um Kadada, 180 km east of El Fasher": a name that is told by its distance from another."""
    tail = words.lower[last + 1 : last + 7]
    return tail[:1] == [","] and "of" in tail and any(word in atlas.directions for word in tail)


def _violent(words: Words, first: int, atlas: Atlas) -> bool:
    """ "Was struck in Tayr Harfa": whether the verb that a name behind a preposition hangs on is one of war."""
    at = words.head[first - 1]
    return words.lower[at] in atlas.taking


def _settled(words: Words, first: int) -> bool:
    """ "The village of", "the villages of X and": whatever the name means elsewhere, here it is a place's."""
    if first > 3 and words.lower[first - 1] in ("and", ","):
        for at in range(first - 2, max(1, first - _LISTED), -1):
            if words.lower[at] == "of":
                return words.lower[at - 1] in _PLURAL
            if not words.text[at][0].isupper() and words.lower[at] not in _JOINTS and words.lower[at] not in _LISTING:
                return False
    return first > 1 and words.lower[first - 1] == "of" and words.lower[first - 2] in _SETTLEMENTS


def _ordinary(word: str, atlas: Atlas) -> bool:
    return any(
        word in words
        for words in (
            atlas.stops,
            atlas.titles,
            atlas.demonyms,
            atlas.organisations,
            atlas.officials,
            atlas.kinds,
            atlas.parts,
        )
    )
