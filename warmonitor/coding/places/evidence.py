"""Whether a name of the gazetteer means a place here: what stands around it, and what the parser takes it for."""

from __future__ import annotations

import math
from collections.abc import Container, Sequence

from warmonitor.coding.places.atlas import Atlas
from warmonitor.coding.places.candidates import Candidate
from warmonitor.coding.places.words import Words

ACCEPTED = 1.0
"""Names with this much evidence are toponyms; a fifth more or less costs under a point on public corpora."""
_LABELS = {"GPE": 3.0, "LOC": 3.0, "FAC": 1.0, "ORG": 0.0, "NORP": -1.0, "": -0.6}
_PERSON, _PART_OF_PERSON = -2.0, -3.5
_PREPOSITIONS = frozenset(
    "in at near from to of around outside inside across towards toward between via through into off over for".split()
)
_STRONG = frozenset(("in", "near", "from", "at", "around", "outside", "inside", "across", "towards", "toward", "into"))
_ELSEWHERE = 1.5
"""Given to a name that is clearly a place elsewhere in the report."""
_THEATRE = 1.5
"""Given to places of the countries that the report is about."""
_LOOSE = (0.0, 0.0, 0.3, 0.3, 1.2)
"""What a looser rung of spelling costs."""


def toponyms(
    found: Sequence[Candidate], words: Words, atlas: Atlas, theatre: Container[str]
) -> tuple[Candidate, ...]:
    """Those of the candidates that mean a place: by what is around each, and around the same name elsewhere.

    `theatre` are the countries (ISO 3166-1 alpha-3) that the report is about.
    """
    points = [evidence(candidate, words, atlas, theatre) for candidate in found]
    best: dict[str, float] = {}
    for candidate, score in zip(found, points, strict=True):
        best[candidate.key] = max(score, best.get(candidate.key, score))
    kept = []
    for candidate, score in zip(found, points, strict=True):
        helped = score + (_ELSEWHERE if best[candidate.key] >= ACCEPTED + 2 else 0.0)
        if helped >= ACCEPTED:
            kept.append(candidate)
    return tuple(kept)


def evidence(candidate: Candidate, words: Words, atlas: Atlas, theatre: Container[str] = ()) -> float:
    """Points for and against its being a place's name."""
    first, last = candidate.first, candidate.last
    points = _label(candidate, words) + _prominence(candidate) - _LOOSE[candidate.rung]
    points += _before(first, words, atlas) + _after(first, last, words, atlas)
    if any(entry.country in theatre for entry in candidate.entries):
        points += _THEATRE
    return points + (1.5 if last > first else _alone(first, words, atlas))


def _label(candidate: Candidate, words: Words) -> float:
    label = words.label[candidate.first] or words.label[candidate.last]
    if label != "PERSON":
        return _LABELS.get(label, -1.5)
    begins, ends = words.entity[candidate.first if words.label[candidate.first] else candidate.last]
    return _PERSON if candidate.first <= begins and ends <= candidate.last else _PART_OF_PERSON


def _before(first: int, words: Words, atlas: Atlas) -> float:
    if not first or words.opens[first]:
        return 0.0
    word = words.lower[first - 1]
    if word in _PREPOSITIONS:
        if word == "of" and first > 1 and words.lower[first - 2] in atlas.organisations:
            return -2.5
        return 1.5 if word in _STRONG else 0.7
    if word.rstrip(".") in atlas.titles or (words.text[first - 1][0].isupper() and word in atlas.first_names):
        return -4.0
    same = words.label[first - 1] == words.label[first] and words.label[first] in ("PERSON", "ORG")
    return -2.0 if same and words.text[first - 1][0].isupper() else 0.0


def _after(first: int, last: int, words: Words, atlas: Atlas) -> float:
    if last + 1 >= len(words):
        return 0.0
    word = words.lower[last + 1]
    capital = words.text[last + 1][0].isupper()
    if capital and (word in atlas.organisations or _institution(last + 2, words, atlas)):
        return -2.5
    if word in atlas.kinds:
        return 1.5
    return -2.0 if capital and words.label[last + 1] == "PERSON" == words.label[first] else 0.0


def _institution(at: int, words: Words, atlas: Atlas) -> bool:
    return at < len(words) and words.text[at][0].isupper() and words.lower[at] in atlas.organisations


def _alone(at: int, words: Words, atlas: Atlas) -> float:
    word = words.lower[at]
    points = -4.0 if word in atlas.stops else 0.0
    if word in atlas.directions:
        points -= 6.0
    if word in atlas.demonyms:
        points -= 6.0
    return points - (1.5 if words.tag[at] not in ("NNP", "NNPS") else 0.0)


def _prominence(candidate: Candidate) -> float:
    best = 0.0
    for entry in candidate.entries:
        if entry.feature in ("PCLI", "CONT"):
            return 3.0
        if entry.feature == "ADM1":
            best = max(best, 2.0)
        elif not entry.feature.startswith("PPL"):
            best = max(best, 1.5)
        else:
            best = max(best, min(2.0, math.log10(entry.population + 1) * 0.8 - 2.6))
    return best
