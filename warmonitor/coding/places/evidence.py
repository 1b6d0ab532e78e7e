"""Whether a name of the gazetteer means a place here: what stands around it, and what the parser takes it for."""

from __future__ import annotations

import math
from collections.abc import Container, Sequence
from itertools import pairwise

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
_PARTICLES = frozenset("de del da dos van von di bin ibn".split())
_ELSEWHERE = 1.5
"""Given to a name that is clearly a place elsewhere in the report."""
_THEATRE = 1.5
"""Given to places of the countries that the report is about."""
_NAMESAKE = -2.0
"""For a town of another country that bears the name of somebody in the report."""
_LISTED = 1.0
"""Given to a name beside one that is clearly a place: "Idlib and Ariha"."""
_LISTING = frozenset((",", "and", ", and", "or"))
_OURS = 1.0
"""Prominence of a village of our own tables: it is there because reports name it."""
_RUN = -1.5
"""For a capitalised word right beside the name: it may be part of a longer one."""
_FORENAMES = frozenset(
    "la las los le les san santa santo sao são saint new nuevo nueva puerto villa rio río fort mount lake "
    "colonia barrio cerro ciudad loma finca hacienda".split()
)
"""Words that open longer names and are none by themselves before another: "La Mar", "San Gerardo"."""
_POSSESSIVE = frozenset(("'", "’", "'s", "’s"))
_PERSONAL = frozenset(
    "home house residence wife husband son daughter brother sister mother father family body death murder car driver "
    "bodyguard bodyguards lawyer widow killers kidnappers captors".split()
)
"""What a person has and a town has not."""
_PARTS_OF_COUNTRIES = frozenset("canton department district county parish".split())
"""Words that are the names of towns only where none stands before them."""
_CLAD = frozenset("dressed clad painted".split())
_LATIN = 0x24F
_ACRONYM = 4
_GREAT = 400_000
_LOOSE = (0.0, 0.0, 0.6, 0.6, 1.6)
"""What a looser rung of spelling costs."""


def toponyms(found: Sequence[Candidate], words: Words, atlas: Atlas, theatre: Container[str]) -> tuple[Candidate, ...]:
    """Those of the candidates that mean a place: by what is around each, and around the same name elsewhere.

    `theatre` are the countries (ISO 3166-1 alpha-3) that the report is about.
    """
    points = [evidence(candidate, words, atlas, theatre) for candidate in found]
    for at, beside in _pairs(found, words):
        if points[beside] >= ACCEPTED + 1 > points[at]:
            points[at] += _LISTED
    best: dict[str, float] = {}
    for candidate, score in zip(found, points, strict=True):
        best[candidate.key] = max(score, best.get(candidate.key, score))
    kept = []
    for candidate, score in zip(found, points, strict=True):
        sure = best[candidate.key] >= ACCEPTED + 2
        helped = score + (_ELSEWHERE * (2 if candidate.last > candidate.first else 1) if sure else 0.0)
        if helped >= ACCEPTED:
            kept.append(candidate)
    return tuple(kept)


def _pairs(found: Sequence[Candidate], words: Words) -> list[tuple[int, int]]:
    """The numbers of candidates that stand in one list side by side, each way round."""
    lists = [
        (i, i + 1)
        for i, (one, other) in enumerate(pairwise(found))
        if words.source[one.end : other.start].strip() in _LISTING
    ]
    return [*lists, *((other, one) for one, other in reversed(lists))]


def evidence(candidate: Candidate, words: Words, atlas: Atlas, theatre: Container[str] = ()) -> float:
    """Points for and against its being a place's name."""
    first, last = candidate.first, candidate.last
    points = _label(candidate, words) + _prominence(candidate) - _LOOSE[candidate.rung]
    here = any(entry.country in theatre for entry in candidate.entries)
    abroad = bool(theatre) and not here
    points += _before(candidate, words, atlas) + _after(candidate, words, atlas, abroad and not _great(candidate))
    if here:
        points += _THEATRE
    elif theatre and first == last and words.lower[first] in words.surnames and not _great(candidate, abroad=True):
        points += _NAMESAKE
    if candidate.key in atlas.stops:
        points -= 4.0
    return points + (1.5 if last > first else _alone(candidate, words, atlas, abroad))


def _label(candidate: Candidate, words: Words) -> float:
    if ord(candidate.text[0]) > _LATIN:
        return _LABELS["LOC"]  # a name in a script that the parser does not read is no ordinary word
    label = words.label[candidate.first] or words.label[candidate.last]
    if label != "PERSON":
        return _LABELS.get(label, -1.5)
    begins, ends = words.entity[candidate.first if words.label[candidate.first] else candidate.last]
    return _PERSON if candidate.first <= begins and ends <= candidate.last else _PART_OF_PERSON


def _before(candidate: Candidate, words: Words, atlas: Atlas) -> float:
    first = candidate.first
    if not first or words.opens[first]:
        return 0.0
    word, capital = words.lower[first - 1], words.text[first - 1][0].isupper()
    if word in _PREPOSITIONS:
        if word == "in" and first > 1 and words.lower[first - 2] in _CLAD:
            return -4.0  # "dressed in Green"
        if word == "of" and first > 1 and words.lower[first - 2] in atlas.organisations:
            return -5.0 if words.text[first - 2][0].isupper() else -1.0
        if word == "of" and first > 1 and _locates(words.lower[first - 2], atlas):
            return 2.0
        return 1.5 if word in _STRONG else 0.7
    if (word in atlas.directions or word in atlas.taking) and not capital:
        return 1.5
    if capital and candidate.first == candidate.last and words.lower[first] in _PARTS_OF_COUNTRIES:
        return -6.0  # "the Los Amates Canton"
    if word in _PARTICLES and first > 1 and words.lower[first - 2] in atlas.first_names:
        return -4.0  # "Alfonso de Lima"
    if word.rstrip(".") in atlas.titles or (capital and word in atlas.first_names):
        return -4.0
    if capital and words.label[first - 1] == words.label[first] and words.label[first] in ("PERSON", "ORG"):
        return -2.0
    return _RUN if capital and not words.opens[first - 1] and not _known(word, atlas) else 0.0


def _after(candidate: Candidate, words: Words, atlas: Atlas, abroad: bool) -> float:
    last = candidate.last
    if last + 1 >= len(words):
        return 0.0
    word, capital = words.lower[last + 1], words.text[last + 1][0].isupper()
    if capital and (word in atlas.organisations or _institution(last + 2, words, atlas)):
        return -3.5
    if word in _POSSESSIVE and last + 2 < len(words) and words.lower[last + 2] in _PERSONAL:
        return -4.0  # "Munoz' home"
    if word in atlas.kinds:
        return 1.5
    if capital and candidate.first == last and words.lower[last] in _FORENAMES and _adjoins(last, words):
        return -6.0
    if not capital or words.opens[last + 1]:
        return 0.0
    if words.label[last + 1] == "PERSON" == words.label[candidate.first]:
        return -2.0
    if abroad and _adjoins(last, words) and not _known(word, atlas):
        return -4.0  # "El Paso Naranjo" in Nicaragua
    return 0.0 if _known(word, atlas) or words.tag[last + 1] not in ("NNP", "NNPS") else _RUN


def _adjoins(at: int, words: Words) -> bool:
    """Whether no more than a space stands between a word and the next one, which is a name."""
    return words.source[words.end[at] : words.start[at + 1]] == " " and words.tag[at + 1] in ("NNP", "NNPS")


def _locates(word: str, atlas: Atlas) -> bool:
    """ "West of", "the city of", "the outskirts of": what follows is a place."""
    return word in atlas.directions or word in atlas.kinds or word in atlas.parts


def _known(word: str, atlas: Atlas) -> bool:
    """A capitalised word that a place's name may stand beside without being part of a longer name."""
    return word in atlas.officials or word in atlas.demonyms or word in atlas.directions or word in atlas.kinds


def _institution(at: int, words: Words, atlas: Atlas) -> bool:
    return at < len(words) and words.text[at][0].isupper() and words.lower[at] in atlas.organisations


def _alone(candidate: Candidate, words: Words, atlas: Atlas, abroad: bool) -> float:
    """Points for a name of one word, which may also be a word, a demonym, an acronym or somebody's surname."""
    at, points = candidate.first, 0.0
    word = words.lower[at]
    if word in atlas.directions or word in atlas.demonyms:
        points -= 6.0
    if words.tag[at] not in ("NNP", "NNPS") and ord(word[0]) <= _LATIN:
        points -= 1.5
    road = any(entry.feature == "RD" for entry in candidate.entries)  # "the M5"
    acronym = len(word) <= _ACRONYM and words.text[at].isupper() and words.label[at] != "GPE"
    if road and _modifies(at, words, atlas):
        points -= 4.0
    elif road and at > 0 and words.lower[at - 1] == "the":
        points += 2.0
    elif acronym and not _great(candidate):
        points -= 3.0
    if not _great(candidate, abroad) and (word in words.surnames or _speaks(at, words, atlas)):
        points -= 2.5
    return points


def _modifies(at: int, words: Words, atlas: Atlas) -> bool:
    """ "The M4 rifle": what is named is the noun behind, unless that is the word for a road."""
    if at + 1 >= len(words) or not words.tag[at + 1].startswith("NN"):
        return False
    return words.lower[at + 1] not in atlas.kinds and words.lower[at + 1].removesuffix("s") not in atlas.kinds


def _speaks(at: int, words: Words, atlas: Atlas) -> bool:
    return words.dep[at] == "nsubj" and words.lower[words.head[at]] in atlas.speaking


def _great(candidate: Candidate, abroad: bool = False) -> bool:
    """A country, a region, a capital or a city whose name is a place's before it is anyone's.

    A region is no such place where it lies `abroad` and somebody in the report bears its name: Guerrero, Rivera.
    """
    if candidate.rung:
        return False
    wide = ("PCLI", "CONT", "PPLC") if abroad else ("PCLI", "CONT", "ADM1", "PPLC")
    entries = [e for e in candidate.entries if not (abroad and e.feature.startswith("ADM"))]
    return any(e.feature in wide or e.population > _GREAT for e in entries)


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
            ours = _OURS if entry.id.startswith("warmonitor:") else 0.0
            best = max(best, ours, min(2.0, math.log10(entry.population + 1) * 0.8 - 2.6))
    return best
