"""Which of the places of one name is meant: all toponyms of a report are resolved together."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from warmonitor.coding.places.atlas import Atlas, Entry
from warmonitor.coding.places.candidates import Candidate
from warmonitor.coding.places.geometry import distance_km
from warmonitor.coding.places.words import Words

_ROUNDS = 3
_RIVALS = 40
"""Places of one name that are weighed; the rest are hamlets that only a container could name."""
_COUNTRY_WEIGHT = 2.6
_NEAR_WEIGHT = 2.0
_REACH_KM = 150.0
_PEOPLE = 0.7
"""Points for each tenfold of people."""
_ABROAD = -1.5
"""For a town far from the report's countries of which the text has only some other name: `Sarja` is hardly Sharjah."""
_OWN_NAME = 0.9
_SURE_RUNG = 2
"""A town of many people is hardly meant by a name spelt more loosely: reports know how to spell it."""
_LOOSER = (0.0, 0.2, 0.7, 0.7, 2.2)
"""What a looser rung of spelling costs."""
_ELSEWHERE = 0.2
"""Part of the pull of a place that is named in another part of the report."""
_NOT_BESIDE = 0.5
_NOT_FAR = 70
_LOCAL_WEIGHT = 2.5
_LOCAL_KM = 30.0
_KNOWN = 5_000
_VILLAGE = 0.3
"""Part of a town's pull that a village has: villages of common names would else find each other anywhere."""
_BESIDE = 30
"""Tokens between names that stand beside each other: a village is told by the town that is named with it."""
_OF_AMERICA = frozenset("latin central south inter pan meso ibero spanish hispano".split())
_LEADING = 7
"""Tokens at most from a place to the one that it is told to lie in."""
_LEADS = frozenset(("in", "of", "the"))
_WATERS = frozenset(("STM", "CNL", "LK", "SEA", "BAY", "GULF"))
_ARTICLE = 4.0
"""What an article gives to a river against a city that is called after it."""
_FEATURE = {"PCLI": 1.9, "CONT": 5.0, "ADM1": 0.6, "ADM2": -0.8, "ADM3": -0.9, "ADM4": -0.9, "PPLC": 1.6,
            "PPLA": 0.8, "PPLA2": 0.7, "PPLA3": 0.6}  # fmt: skip


@dataclass(slots=True)
class Name:
    """All mentions of one name in a report, the places that it may mean, and how well each fits."""

    mentions: list[Candidate]
    entries: tuple[Entry, ...]
    fixed: list[float]
    scores: list[float]
    beside: dict[str, float] = field(default_factory=dict)
    """Keys of the names that stand beside one of its mentions (1.0) or not far from one, with what they count."""

    within: list[Name] = field(default_factory=list)
    """The places that the text says it lies in."""

    @property
    def best(self) -> int:
        """Index of the place that fits best."""
        return max(range(len(self.scores)), key=lambda i: (self.scores[i], -i))

    @property
    def known(self) -> bool:
        """Whether any gazetteer has it."""
        return bool(self.entries)


def resolve(mentions: Sequence[Candidate], words: Words, atlas: Atlas, theatre: Container[str] = ()) -> dict[str, Name]:
    """For each name (by `Candidate.key`) its places, scored against all other names of the report."""
    names: dict[str, Name] = {}
    for mention in mentions:
        if mention.key not in names:
            entries = _rivals(mention.entries)
            loose = {e.id: mention.loose(i) for i, e in enumerate(mention.entries)}
            priors = [_prior(e, mention.text, theatre, loose[e.id]) for e in entries]
            names[mention.key] = Name([], entries, priors, [])
        names[mention.key].mentions.append(mention)
    for name in names.values():
        _class_words(name, words, atlas)
    _contain(mentions, names, words, atlas)
    said = countries_said(words, atlas)
    known = {key: name for key, name in names.items() if name.known}
    _beside(known)
    for name in known.values():
        name.scores = list(name.fixed)
    for _ in range(_ROUNDS):
        _weigh(known, said)
    return names


def _rivals(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return entries if len(entries) <= _RIVALS else entries[:_RIVALS] + tuple(
        e for e in entries[_RIVALS:] if not e.feature.startswith("PPL")
    )  # fmt: skip


def _prior(entry: Entry, text: str, theatre: Container[str], rung: int) -> float:
    points = -_LOOSER[rung]
    if theatre and entry.country not in theatre and entry.feature == "PPL" and not own_name(entry, text):
        points += _ABROAD
    districts = entry.feature in ("ADM2", "ADM3", "ADM4")  # their towns are meant as often
    people = 0 if districts or rung > _SURE_RUNG else entry.population
    points += _PEOPLE * math.log10(people + 10)
    site = 2.6 if not rung else 0.5  # a site goes by its own name
    points += _FEATURE.get(entry.feature, 0.0 if entry.feature.startswith("PPL") else site)
    return points + (_OWN_NAME if own_name(entry, text) else 0.0)


def own_name(entry: Entry, text: str) -> bool:
    """Whether a place is written by its usual name, not by one of its others."""
    return entry.name.lower() == text.lower()


def countries_said(words: Words, atlas: Atlas) -> Counter[str]:
    """How often each country's people are named (ISO 3166-1 alpha-3)."""
    said: Counter[str] = Counter()
    for at, (word, lower) in enumerate(zip(words.text, words.lower, strict=True)):
        if word[0].isupper() and lower in atlas.demonyms and not _of_continent(at, words):
            said[atlas.demonyms[lower]] += 1
    return said


def _of_continent(at: int, words: Words) -> bool:
    """ "Latin American", "the Pan-American highway": the people of no single country."""
    if words.lower[at] not in ("american", "americans") or not at:
        return False
    before = at - (2 if words.text[at - 1] in ("-", "–") and at > 1 else 1)
    return words.lower[before] in _OF_AMERICA


def _class_words(name: Name, words: Words, atlas: Atlas) -> None:
    """ "Idlib province", "the city of Idlib": each kind that the text names counts once."""
    kinds = {kind for mention in name.mentions for kind in _kinds(mention, words, atlas)}
    for i, entry in enumerate(name.entries):
        if any(_is_kind(entry, kind) for kind in kinds):
            name.fixed[i] += 2.5
    if any(entry.feature in _WATERS for entry in name.entries) and _is_water(name, words):
        name.fixed = [f + _ARTICLE * (e.feature in _WATERS) for f, e in zip(name.fixed, name.entries, strict=True)]


def _is_water(name: Name, words: Words) -> bool:
    """ "The Dnipro", "the Euphrates": a river where a town has no article; what is behind is no noun of the town's."""
    told = 0
    for mention in name.mentions:
        article = mention.first > 0 and words.lower[mention.first - 1] == "the"
        noun = mention.last + 1 < len(words) and words.tag[mention.last + 1].startswith(("NN", "POS"))
        told += article and not noun
    return 2 * told > len(name.mentions)


def _kinds(mention: Candidate, words: Words, atlas: Atlas) -> list[str]:
    found = []
    if mention.last + 1 < len(words) and words.lower[mention.last + 1] in atlas.kinds:
        found.append(atlas.kinds[words.lower[mention.last + 1]])
    if mention.first > 1 and words.lower[mention.first - 1] == "of" and words.lower[mention.first - 2] in atlas.kinds:
        found.append(atlas.kinds[words.lower[mention.first - 2]])
    return found


def _is_kind(entry: Entry, kind: str) -> bool:
    if kind == "RGN" and entry.feature == "ADM1":
        return True  # "Donetsk region" is the province of that name
    return entry.feature.startswith(kind) or (kind == "ADM1" and entry.feature == "PCLI")


def _contain(mentions: Sequence[Candidate], names: dict[str, Name], words: Words, atlas: Atlas) -> None:
    """ "Paris, Texas", "Saraqeb in Idlib": a place and what it lies in, named side by side."""
    for mention, following in pairwise(mentions):
        between = words.source[mention.end : following.start].strip().lower()
        if between in (",", "(", ", in") or between == "":
            _hold(names[mention.key], names[following.key], 6.0)
        elif following.first - mention.last <= 4 and " in" in " " + between[-3:] and "," not in between:
            _hold(names[mention.key], names[following.key], 3.0)
            names[mention.key].within.append(names[following.key])
        elif _leads_to(mention, following, words, atlas):
            _hold(names[mention.key], names[following.key], 4.0)
            names[mention.key].within.append(names[following.key])


def _leads_to(inner: Candidate, outer: Candidate, words: Words, atlas: Atlas) -> bool:
    """Whether what stands between two places says that the one is in the other: "village in the northern part of"."""
    between = words.lower[inner.last + 1 : outer.first]
    if not 1 < len(between) <= _LEADING or "in" not in between[:2] or any(words.opens[inner.last + 1 : outer.first]):
        return False
    known = (atlas.kinds, atlas.parts, atlas.directions)
    return all(word in _LEADS or any(word in words_of for words_of in known) for word in between)


def _hold(inner: Name, outer: Name, points: float) -> None:
    """Favours the places of `inner` that lie in a place of `outer`; two countries or states side by side are a list."""
    whole = any(entry.feature == "PCLI" for entry in inner.entries)
    states = {entry.country for entry in inner.entries if entry.feature == "ADM1"}
    for i, entry in enumerate(inner.entries):
        holding = [
            j for j, around in enumerate(outer.entries)
            if contains(around, entry)
            and not (entry.feature != "ADM1" and (whole or (around.feature == "ADM1" and around.country in states)))
        ]  # fmt: skip
        inner.fixed[i] += points if holding else 0.0
        for j in holding:  # packs may bring the same province again
            outer.fixed[j] += points * 0.5


def contains(around: Entry, entry: Entry) -> bool:
    """Whether a country or region holds a place."""
    if around.country is None or around.country != entry.country or around.id == entry.id:
        return False
    if around.feature == "PCLI":
        return entry.feature != "PCLI"
    return around.feature == "ADM1" and around.name == entry.admin1 and entry.feature != "ADM1"


def _weigh(names: dict[str, Name], said: Counter[str]) -> None:
    """One round: every place is scored by the countries of the report and by how near the other names' best lie."""
    weight: dict[str, float] = {country: min(count, 6) * 0.7 for country, count in said.items()}
    anchors: list[tuple[str, Entry, float]] = []
    for key, name in names.items():
        best, sure = name.entries[name.best], _sure(name)
        if best.country:
            weight[best.country] = weight.get(best.country, 0.0) + min(len(name.mentions), 3) * sure
        if best.feature not in ("PCLI", "CONT"):
            anchors.append((key, best, sure if _is_firm(best) else sure * _VILLAGE))
    total = sum(weight.values()) or 1.0
    for key, name in names.items():
        if len(name.entries) > 1:
            _weigh_one(key, name, weight, total, anchors)


def _weigh_one(
    key: str, name: Name, weight: dict[str, float], total: float, anchors: list[tuple[str, Entry, float]]
) -> None:
    own = name.entries[name.best].country
    count = min(len(name.mentions), 3) * _sure(name)
    rest = total - count or 1.0
    for i, entry in enumerate(name.entries):
        here = weight.get(entry.country, 0.0) - (count if entry.country == own else 0.0) if entry.country else 0.0
        points = name.fixed[i] + _COUNTRY_WEIGHT * max(0.0, here) / rest
        if _has_neighbours(entry):
            pulls = (_pull(entry, at, sure) * name.beside.get(k, _ELSEWHERE) for k, at, sure in anchors if k != key)
            points += min(_NEAR_WEIGHT, sum(pulls))
            if name.mentions[0].rungs:
                tugs = (_tug(entry, at, sure) for k, at, sure in anchors if name.beside.get(k) == 1.0)
                points += min(_LOCAL_WEIGHT, sum(tugs))
        name.scores[i] = points


def _is_firm(entry: Entry) -> bool:
    """Whether it is known well enough to tell where the villages beside it lie."""
    return not entry.feature.startswith("PPL") or entry.population >= _KNOWN or entry.feature != "PPL"


def _tug(entry: Entry, other: Entry, sure: float) -> float:
    """The pull of a place named beside it, which tells of the few kilometres around."""
    reach = (other.radius_km or 0.0) if other.feature.startswith("ADM") else 0.0
    if abs(entry.lat - other.lat) > 1 + reach / 100 or entry.feature == "ADM1":
        return 0.0
    away = max(0.0, distance_km(entry.lat, entry.lon, other.lat, other.lon) - reach)
    return 1.5 * sure * math.exp(-away / _LOCAL_KM)


def _beside(names: dict[str, Name]) -> None:
    """Finds for each name those that stand beside one of its mentions."""
    every = sorted((mention.first, key) for key, name in names.items() for mention in name.mentions)
    for i, (at, key) in enumerate(every):
        for other, beside in every[i + 1 :]:
            if other - at > _NOT_FAR:
                break
            if beside != key:
                counts = max(1.0 if other - at <= _BESIDE else _NOT_BESIDE, names[key].beside.get(beside, 0.0))
                names[key].beside[beside] = names[beside].beside[key] = counts


def _has_neighbours(entry: Entry) -> bool:
    """Whether it is small enough that what lies near it tells something."""
    if entry.feature == "ADM1":
        return (entry.radius_km or 0.0) < _REACH_KM
    return entry.feature not in ("PCLI", "CONT")


def _sure(name: Name) -> float:
    ranked = sorted(name.scores, reverse=True)
    return 1.0 if len(ranked) < 2 else max(0.3, min(1.0, 0.3 + (ranked[0] - ranked[1]) / 2))


def _pull(entry: Entry, other: Entry, sure: float) -> float:
    if abs(entry.lat - other.lat) > 7:
        return 0.0
    away = distance_km(entry.lat, entry.lon, other.lat, other.lon)
    if entry.feature == "ADM1":
        away = max(0.0, away - (entry.radius_km or 0.0))
    return sure * math.exp(-away / _REACH_KM) if away < 4 * _REACH_KM else 0.0
