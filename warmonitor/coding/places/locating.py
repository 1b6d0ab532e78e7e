"""Each mention's own place: "Idlib city" and "Idlib province" in one report are two places of one name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace

from warmonitor.coding.places.atlas import Atlas, Entry
from warmonitor.coding.places.candidates import Candidate
from warmonitor.coding.places.geometry import distance_km
from warmonitor.coding.places.resolving import Name, own_name
from warmonitor.coding.places.words import Words
from warmonitor.coding.places.writing import place
from warmonitor.records import Place

_CALLED = (" governorate", " province")
"""Ends of names under which lists have provinces: "Idlib Governorate" says so of "Idlib"."""
_GREAT = 300_000
"""A city of more people is meant by its bare name even where the report speaks of the province, too."""
_WORLD = 2_000_000
"""A city of more people is known by several names all over the world."""
_SMALL = 100_000
"""A town of fewer people, alone of its country in a report about other countries, is hardly the one that is meant."""
_NEAR_KM = 40.0
"""Beyond the reach of a region, what is said to lie in it may still lie."""
_METROPOLIS = 500_000
"""People of a city that its bare name means, however wide the region of that name is: La Paz."""
_WIDE_KM = 130.0
"""Reach of a region above which its bare name (New York, Quebec) is no more its town's than its own."""


@dataclass(frozen=True, slots=True)
class Located:
    """A stretch of text with its place, in tokens (inclusive) and characters."""

    first: int
    last: int
    start: int
    end: int
    name: str
    """The toponym within."""
    place: Place | None
    feature: str
    """GeoNames feature code; empty if not resolved."""
    rule: str = "name"
    is_place: bool = True
    province: Place | None = None
    """The first-level region of the same name around a town, for its countryside."""
    town: Place | None = None
    """The town of the same name, for what is near it."""

    def over(self, words: Words, first: int, last: int, rule: str, meant: Place | None) -> Located:
        """The same name as part of a longer expression of tokens `first` to `last`."""
        start, end = words.start[first], words.end[last]
        return replace(self, first=first, last=last, start=start, end=end, rule=rule, place=meant)


def locate(
    mentions: Sequence[Candidate],
    names: Mapping[str, Name],
    words: Words,
    atlas: Atlas,
    theatre: Container[str] = (),
) -> tuple[Located, ...]:
    """The place of every mention: that of its name, but of the kind that stands beside it."""
    kinds = [_kind(mention, words, atlas) for mention in mentions]
    province = {m.key for m, kind in zip(mentions, kinds, strict=True) if kind == "ADM1"}
    province |= {bare for m in mentions for kind in _CALLED if (bare := m.key.removesuffix(kind)) != m.key}
    province -= {m.key for m, kind in zip(mentions, kinds, strict=True) if kind == "PPL"}
    made: dict[tuple[str, int], Place | None] = {}
    countries = Counter(name.entries[name.best].country for name in names.values() if name.known)
    located = []
    for mention, kind in zip(mentions, kinds, strict=True):
        name = names[mention.key]
        if not name.known:
            located.append(Located(mention.first, mention.last, mention.start, mention.end, mention.text, None, ""))
            continue
        best = name.entries[name.best]
        if _astray(best, mention.text, theatre, alone=countries[best.country] == 1):
            located.append(Located(mention.first, mention.last, mention.start, mention.end, mention.text, None, ""))
            continue
        at = _choose(name, kind, mention.key in province)
        if mention.loose(at) and _outside(name.entries[at], name.within):
            located.append(Located(mention.first, mention.last, mention.start, mention.end, mention.text, None, ""))
            continue
        if kind == "PPL" and _wide(name.entries[at]):
            located.append(Located(mention.first, mention.last, mention.start, mention.end, mention.text, None, ""))
            continue  # "Benin town" in Syria is not the country
        outer, inner = _same_name(name, at, ("ADM1",)), _same_name(name, at, (), prefix="PPL")
        here = made.setdefault((mention.key, at), None) or place(name, at)
        made[mention.key, at] = here
        located.append(
            Located(
                mention.first,
                mention.last,
                mention.start,
                mention.end,
                mention.text,
                here,
                name.entries[at].feature,
                province=place(name, outer) if outer is not None and outer != at else None,
                town=place(name, inner) if inner is not None and inner != at else None,
            )
        )
    return tuple(located)


def _astray(entry: Entry, text: str, theatre: Container[str], alone: bool) -> bool:
    """A town outside the report's countries that is mainly called otherwise: the one that is meant is not listed.

    So is a small one of a country that the report names nothing else of (`alone`).
    """
    if not theatre or entry.country in theatre or not entry.feature.startswith("PPL") or entry.population > _WORLD:
        return False
    return not own_name(entry, text) or (alone and entry.population < _SMALL)


def _outside(entry: Entry, within: Sequence[Name]) -> bool:
    """Whether it lies in none of the places that the text says it lies in."""
    around = [entry for outer in within if outer.known for entry in _wholes(outer)]
    return bool(around) and not any(_reaches(outer, entry) for outer in around)


def _wholes(outer: Name) -> list[Entry]:
    """What a name may stand for as the place around another: the best of its places, and the province of that name."""
    best = outer.entries[outer.best]
    return [best, *(entry for entry in outer.entries if entry.feature == "ADM1" and entry.country == best.country)]


def _reaches(outer: Entry, entry: Entry) -> bool:
    if outer.country != entry.country or outer.feature in ("PCLI", "PCLH"):
        return outer.country == entry.country
    return distance_km(outer.lat, outer.lon, entry.lat, entry.lon) <= (outer.radius_km or 0.0) + _NEAR_KM


def _wide(entry: Entry) -> bool:
    return entry.feature in ("PCLI", "PCLH", "CONT")


def _kind(mention: Candidate, words: Words, atlas: Atlas) -> str:
    at = mention.last + 1
    if at < len(words) and words.lower[at] in atlas.kinds and not words.opens[at]:
        return atlas.kinds[words.lower[at]]
    if mention.first > 1 and words.lower[mention.first - 1] == "of":
        return atlas.kinds.get(words.lower[mention.first - 2], "")
    return ""


def _choose(name: Name, kind: str, province: bool) -> int:
    """Which place of a name a mention means: of the kind beside it, else the town before the region around it."""
    best = name.best
    entry = name.entries[best]
    town = _same_name(name, best, (), prefix="PPL") if _is_region(entry) else None
    if kind == "ADM1" or kind == "RGN" or (province and _people(name, best, town) < _GREAT):
        outer = _same_name(name, best, ("ADM1",))
        return best if outer is None else outer
    if kind == "ADM2":
        inner = _same_name(name, best, ("ADM2",))
        return best if inner is None else inner
    if town is None or not _beside(entry, name.entries[town]):
        return best
    ours = any(e.feature == "ADM1" == entry.feature and e.id.startswith("warmonitor:") for e in name.entries)
    # Listed by us because its bare name means it: Gaza is the Strip.
    small = not ours and (entry.feature != "ADM1" or (entry.radius_km or 0) < _WIDE_KM)
    small = small or (not ours and name.entries[town].population > _METROPOLIS)
    return town if kind == "PPL" or (small and not province) else best


def _people(name: Name, best: int, town: int | None) -> int:
    return name.entries[best if town is None else town].population


def _beside(region: Entry, town: Entry) -> bool:
    return distance_km(region.lat, region.lon, town.lat, town.lon) < max(_WIDE_KM, region.radius_km or 0)


def _is_region(entry: Entry) -> bool:
    return entry.feature.startswith("ADM")


def _same_name(name: Name, at: int, features: tuple[str, ...], prefix: str = "") -> int | None:
    """The best other place of the name that is of one of these kinds and lies in the same country."""
    country = name.entries[at].country
    fitting = [
        i
        for i, entry in enumerate(name.entries)
        if entry.country == country and (entry.feature in features or (prefix and entry.feature.startswith(prefix)))
    ]
    return max(fitting, key=lambda i: (name.scores[i], -i), default=None)


def main_country(found: Sequence[Located], said: Mapping[str, int]) -> str | None:
    """The country that a report is about: most named, by itself, its people (`said`) or its places."""
    weight: Counter[str] = Counter(said)
    for mention in found:
        if mention.place is not None and mention.place.country:
            whole = mention.place.precision == "country"
            weight[mention.place.country] += (2 if mention.is_place else 0) if whole else 3
    return min(weight, key=lambda c: (-weight[c], c), default=None)
