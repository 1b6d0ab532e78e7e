"""Names whose place lies far from all else that a report names: the one that is meant is not listed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from warmonitor.coding.places.atlas import Entry
from warmonitor.coding.places.candidates import Candidate
from warmonitor.coding.places.geometry import distance_km
from warmonitor.coding.places.resolving import Name, own_name
from warmonitor.coding.places.words import Words

_FAR_KM = 120.0
"""Monitors' villages lie nearer than this to a town, district or governorate that their report names."""
_BESIDE_KM = 70.0
"""The same for the towns and districts that it is named beside."""
_NEAR_KM = 60.0
_SMALL = 50_000
_ANCHOR = 10_000
"""People of a town that says where a report is."""
_LOCAL = ("PPL", "ADM3")
_SEATS = ("PPLA", "PPLA2", "PPLA3", "PPLC")
_VILLAGES = frozenset({"village", "hamlet", "villages"})
_FOLDED = 2
"""The loosest rung of spelling that is sure enough for that."""


def nearby(
    found: Sequence[Candidate], names: Mapping[str, Name], theatre: Sequence[str], villages: Collection[str] = ()
) -> tuple[Candidate, ...]:
    """The candidates; those of small places far from the rest lose their places.

    `theatre` are the countries (ISO 3166-1 alpha-3) that the report is about; without one nothing changes. `villages`
    are the names (by their keys) that the report calls villages: no town is meant by them.
    """
    if not theatre:
        return tuple(found)
    anchors = {
        key: entry
        for key, name in names.items()
        if key not in villages and name.known and (entry := _anchor(name, theatre))
    }
    left = {
        key: kept
        for key, name in names.items()
        if name.known and (kept := _left(key, name, anchors, key in villages)) is not None
    }
    return tuple(_of_these(c, left[c.key]) if c.key in left else c for c in found)


def _of_these(candidate: Candidate, entries: Sequence[Entry]) -> Candidate:
    kept = {e.id: candidate.loose(i) for i, e in enumerate(candidate.entries) if e in entries}
    return replace(candidate, entries=tuple(entries), rungs=tuple(kept[e.id] for e in entries))


def _anchor(name: Name, theatre: Sequence[str]) -> Entry | None:
    """The place of a name that is sure enough to tell where the report is."""
    entry, mention = name.entries[name.best], name.mentions[0]
    if entry.country not in theatre or entry.feature in ("PCLI", "CONT"):
        return None
    rung = mention.loose(mention.entries.index(entry))
    if rung and entry.feature not in _SEATS:
        firm = entry.population >= _ANCHOR or (len(name.mentions) > 1 and _long(mention))
        return entry if rung <= _FOLDED and firm else None
    great = entry.population >= _ANCHOR or entry.feature != "PPL" or entry.id.startswith("warmonitor:")
    return entry if great else None


def called_villages(names: Mapping[str, Name], words: Words) -> frozenset[str]:
    """The names that the report calls those of villages, by their keys."""
    return frozenset(key for key, name in names.items() if any(_is_village(m, words) for m in name.mentions))


def _is_village(mention: Candidate, words: Words) -> bool:
    """ "Zaytun village", "the village of Zaytun": whatever town bears that name is not meant."""
    after = words.lower[mention.last + 1 : mention.last + 2]
    before = words.lower[max(0, mention.first - 2) : mention.first]
    return not _VILLAGES.isdisjoint(after) or (len(before) == 2 and before[0] in _VILLAGES and before[1] == "of")


def _left(
    key: str, name: Name, anchors: Mapping[str, Entry], village: bool
) -> tuple[Entry, ...] | None:
    """The places of a name that lie near what is named around it, where the one that fits best does not; None: all."""
    entry = name.entries[name.best]
    if key in anchors or not entry.feature.startswith("PPL") or entry.population >= _SMALL:
        return None
    spelt = any(rung > 1 for rung in name.mentions[0].rungs)  # where names reach us in many spellings
    if not spelt and not village and own_name(entry, name.mentions[0].text):
        return None
    beside = [a for k, a in anchors.items() if spelt and name.beside.get(k) == 1.0 and a.feature.startswith(_LOCAL)]
    others = beside or [anchor for k, anchor in anchors.items() if k in name.beside]
    others = others or [anchor for k, anchor in anchors.items() if k != key]
    if not others or _close(entry, others, _BESIDE_KM if beside else _FAR_KM):
        return None
    return tuple(e for e in name.entries if e.feature.startswith("PPL") and _close(e, others, _NEAR_KM))


def _long(mention: Candidate) -> bool:
    """Whether a name has two words beside an article: few others are spelt like it."""
    return mention.last - mention.first > 0 and len(mention.text.replace("-", " ").split()[-2]) > 2


def _close(entry: Entry, anchors: Sequence[Entry], km: float) -> bool:
    return any(distance_km(entry.lat, entry.lon, a.lat, a.lon) - _reach(a) <= km for a in anchors)


def _reach(anchor: Entry) -> float:
    return anchor.radius_km or 0.0 if anchor.feature.startswith("ADM") else 0.0
