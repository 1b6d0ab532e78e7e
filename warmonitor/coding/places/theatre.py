"""The countries that a report is about, as far as its demonyms and the names of countries and capitals tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from warmonitor.coding.places.atlas import Atlas
from warmonitor.coding.places.candidates import Candidate
from warmonitor.coding.places.words import Words

_ENOUGH = 2.0
_MOST = 5


def theatre(found: Sequence[Candidate], words: Words, atlas: Atlas) -> tuple[str, ...]:
    """Countries named at least twice, by themselves or their people, most first (ISO 3166-1 alpha-3)."""
    weight: Counter[str] = Counter()
    for word, lower in zip(words.text, words.lower, strict=True):
        if lower in atlas.demonyms and word[0].isupper():
            weight[atlas.demonyms[lower]] += 1
        elif lower in atlas.homes and word[0].isupper():
            weight[atlas.homes[lower]] += 1
    for candidate in found:
        features = {entry.feature for entry in candidate.entries[:1]}
        bare = candidate.first == candidate.last and words.lower[candidate.first] in words.surnames
        if bare and features.isdisjoint(("PCLI", "PPLC")):
            continue  # "Dr. Guerrero" says nothing of Mexico
        for entry in candidate.entries[:1]:
            if entry.country and (entry.feature in ("PCLI", "PPLC") or entry.population > 1_000_000):
                weight[entry.country] += 1
        countries = {entry.country for entry in candidate.entries}
        first = candidate.entries[0] if candidate.entries else None
        if first and first.country and len(countries) == 1 and first.feature == "ADM1":
            weight[first.country] += 1
        for entry in candidate.entries:
            ours = entry.id.startswith("warmonitor:")  # hardly another place shares the name of what we list
            if entry.country and not entry.population and (ours or len(countries) == 1) and entry.feature[:3] != "ADM":
                weight[entry.country] += 1
    ranked = sorted((c for c, points in weight.items() if points >= _ENOUGH), key=lambda c: (-weight[c], c))
    return tuple(ranked[:_MOST])
