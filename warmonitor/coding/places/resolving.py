"""Which of the places of one name is meant: all toponyms of a report are resolved together."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from warmonitor.coding.places.atlas import Atlas, Entry
from warmonitor.coding.places.candidates import Candidate

_ROUNDS = 3
_RIVALS = 40
"""Candidates of one name that are weighed; the rest are hamlets that only context could name."""
_FEATURE = {"PCLI": 3.4, "CONT": 4.0, "ADM1": 2.2, "ADM2": 0.9, "PPLC": 0.8}
_REACH_KM = 200.0


@dataclass(slots=True)
class Name:
    """All mentions of one name in a report, the places that it may mean, and how well each fits."""

    mentions: list[Candidate]
    entries: tuple[Entry, ...]
    fixed: list[float]
    scores: list[float]

    @property
    def best(self) -> int:
        """Index of the place that fits best."""
        return max(range(len(self.scores)), key=lambda i: (self.scores[i], -i))


def resolve(mentions: Sequence[Candidate], parse: Doc, atlas: Atlas) -> dict[str, Name]:
    """For each name (as `named`) its places, scored against all other names of the report."""
    names: dict[str, Name] = {}
    for mention in mentions:
        key = mention.text.lower()
        if key not in names:
            entries = mention.entries[:_RIVALS] + tuple(e for e in mention.entries[_RIVALS:] if e.feature[:2] != "PP")
            names[key] = Name([], entries, [_prior(e, mention.text) for e in entries], [])
        names[key].mentions.append(mention)
    _contain(mentions, names, parse, atlas)
    said = _countries_said(parse, atlas)
    for name in names.values():
        name.scores = list(name.fixed)
    for _ in range(_ROUNDS):
        _weigh(names, said)
    return names


def _prior(entry: Entry, text: str) -> float:
    points = 0.45 * math.log10(entry.population + 10) if entry.feature.startswith("PPL") else 0.0
    points += _FEATURE.get(entry.feature, 0.0 if entry.feature.startswith("PPL") else 2.2)
    return points + (0.6 if entry.name.lower() == text.lower() else 0.0)


def _countries_said(parse: Doc, atlas: Atlas) -> Counter[str]:
    said: Counter[str] = Counter()
    for token in parse:
        country = atlas.demonyms.get(token.lower_) if token.text[0].isupper() else None
        if country:
            said[country] += 1
    return said


def _contain(mentions: Sequence[Candidate], names: dict[str, Name], parse: Doc, atlas: Atlas) -> None:
    """ "Paris, Texas", "Homs province", "Saraqeb in Idlib": what the text says about a name's kind and container."""
    for at, mention in enumerate(mentions):
        name = names[mention.text.lower()]
        after = parse[mention.last + 1].lower_ if mention.last + 1 < len(parse) else ""
        before = " ".join(t.lower_ for t in parse[max(0, mention.first - 2) : mention.first])
        kind = atlas.kinds.get(after) or (atlas.kinds.get(before[:-3].split(" ")[-1]) if before.endswith(" of") else None)
        if kind:
            for i, entry in enumerate(name.entries):
                name.fixed[i] += 2.5 if entry.feature.startswith(kind[:4]) else 0.0
        following = mentions[at + 1] if at + 1 < len(mentions) else None
        if following is None or following.first - mention.last > 3:
            continue
        between = parse.text[mention.end : following.start].strip().lower()
        if between in (",", "in", ", in", "(", "province,", "city,", ""):
            _hold(name, names[following.text.lower()], 6.0 if between.startswith((",", "(")) else 3.0)


def _hold(inner: Name, outer: Name, points: float) -> None:
    for i, entry in enumerate(inner.entries):
        for j, around in enumerate(outer.entries):
            if contains(around, entry):
                inner.fixed[i] += points
                outer.fixed[j] += points * 0.6
                break


def contains(around: Entry, entry: Entry) -> bool:
    """Whether a country or region holds a place."""
    if around.country is None or around.country != entry.country or around.id == entry.id:
        return False
    if around.feature == "PCLI":
        return entry.feature != "PCLI"
    return around.feature == "ADM1" and around.name == entry.admin1 and entry.feature != "ADM1"


def _weigh(names: dict[str, Name], said: Counter[str]) -> None:
    """One round: every place is scored by the countries of the report and by how near the other names' best lie."""
    weight: Counter[str] = Counter()
    for country, count in said.items():
        weight[country] += min(count, 6) * 0.7
    anchors: list[tuple[str, Entry, float]] = []
    for key, name in names.items():
        best = name.entries[name.best]
        sure = _sure(name)
        if best.country:
            weight[best.country] += min(len(name.mentions), 3) * sure
        anchors.append((key, best, sure))
    total = sum(weight.values()) or 1.0
    for key, name in names.items():
        own = name.entries[name.best].country
        count = min(len(name.mentions), 3) * _sure(name)
        for i, entry in enumerate(name.entries):
            here = weight[entry.country] - (count if entry.country == own else 0.0) if entry.country else 0.0
            rest = total - count or 1.0
            points = name.fixed[i] + 2.6 * max(0.0, here) / rest
            if entry.feature not in ("PCLI", "CONT"):
                points += min(2.0, sum(_pull(entry, other, sure) for k, other, sure in anchors if k != key))
            name.scores[i] = points


def _sure(name: Name) -> float:
    ranked = sorted(name.scores, reverse=True)
    return 1.0 if len(ranked) < 2 else max(0.3, min(1.0, 0.3 + (ranked[0] - ranked[1]) / 2))


def _pull(entry: Entry, other: Entry, sure: float) -> float:
    if other.feature in ("PCLI", "CONT"):
        return 0.0
    away = distance_km(entry.lat, entry.lon, other.lat, other.lon)
    return sure * math.exp(-away / _REACH_KM) if away < 4 * _REACH_KM else 0.0


def distance_km(lat: float, lon: float, to_lat: float, to_lon: float) -> float:
    """Great-circle distance."""
    a, b = math.radians(lat), math.radians(to_lat)
    d = math.radians(to_lon - lon)
    cosine = math.sin(a) * math.sin(b) + math.cos(a) * math.cos(b) * math.cos(d)
    return 6371.0 * math.acos(max(-1.0, min(1.0, cosine)))
