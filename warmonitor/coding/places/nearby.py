"""Names whose place lies far from all else that a report names: another spelling may be near, else none is meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from warmonitor.coding.places.atlas import Atlas, Entry
from warmonitor.coding.places.candidates import Candidate
from warmonitor.coding.places.geometry import distance_km
from warmonitor.coding.places.resolving import Name, own_name

_FAR_KM = 120.0
"""Monitors' villages lie nearer than this to a town, district or governorate that their report names."""
_NEAR_KM = 60.0
_SMALL = 50_000
_ANCHOR = 10_000
"""People of a town that says where a report is."""
_FOLDED = 2
"""The loosest rung of spelling that is sure enough for that."""
_BESIDE_KM = 70.0
"""A village lies nearer than this to the towns that it is named beside."""
_BESIDE = 25
"""Tokens between names that stand beside each other."""
_SEAT_KM = 30.0
"""How far from the middle of a district its town lies."""


def nearby(
    found: Sequence[Candidate], names: Mapping[str, Name], atlas: Atlas, theatre: Sequence[str]
) -> tuple[Candidate, ...]:
    """The candidates; those of small places far from the rest get the spellings near it, or lose their places.

    A district gets the town that it is called after, where that is spelt a little otherwise. `theatre` are the
    countries (ISO 3166-1 alpha-3) that the report is about; without one nothing changes.
    """
    if not theatre:
        return tuple(found)
    anchors = {key: entry for key, name in names.items() if name.known and (entry := _anchor(name, theatre))}
    changed = {key: _entries(key, names, anchors, atlas, theatre) for key, name in names.items() if name.known}
    return tuple(
        replace(candidate, entries=entries) if (entries := changed.get(candidate.key)) is not None else candidate
        for candidate in found
    )


def _anchor(name: Name, theatre: Sequence[str]) -> Entry | None:
    """The place of a name that is sure enough to tell where the report is."""
    entry, mention = name.entries[name.best], name.mentions[0]
    if entry.country not in theatre or entry.feature in ("PCLI", "CONT"):
        return None
    if mention.rung:
        firm = entry.population >= _ANCHOR or (len(name.mentions) > 1 and _long(mention))
        return entry if mention.rung <= _FOLDED and firm else None
    great = entry.population >= _ANCHOR or not entry.feature.startswith("PPL") or entry.id.startswith("warmonitor:")
    return entry if great else None


def _entries(
    key: str, names: Mapping[str, Name], anchors: Mapping[str, Entry], atlas: Atlas, theatre: Sequence[str]
) -> tuple[Entry, ...] | None:
    """Other places for a name; None: those it has."""
    name = names[key]
    entry, mention = name.entries[name.best], name.mentions[0]
    if all(e.feature in ("ADM2", "ADM3", "ADM4") for e in name.entries):
        seats = [e for e in _spelt(mention, atlas, theatre) if e.feature.startswith("PPL") and _seat(e, entry)]
        return (*name.entries, *seats[:1]) if seats else None
    others = [anchor for k, anchor in anchors.items() if k != key]
    if key in anchors or not others or not entry.feature.startswith("PPL") or entry.population >= _SMALL:
        return None
    beside = [anchor for k, anchor in anchors.items() if k != key and _beside(name, k, anchor, names)]
    if _close(entry, beside, _BESIDE_KM) if beside else _close(entry, others, _FAR_KM):
        return None
    near = tuple(e for e in _spelt(mention, atlas, theatre) if _close(e, beside or others, _NEAR_KM))
    own = not mention.rung and own_name(entry, mention.text)
    if near:
        return (*name.entries, *near) if own else near
    loose = mention.rung > _FOLDED or not (own or _long(mention))
    return () if loose else None


def _long(mention: Candidate) -> bool:
    """Whether a name has two words beside an article: few others are spelt like it."""
    return mention.last - mention.first > 0 and len(mention.text.replace("-", " ").split()[-2]) > 2


def _beside(name: Name, key: str, anchor: Entry, names: Mapping[str, Name]) -> bool:
    """Whether a town or district is named beside one of the mentions of a name."""
    if anchor.feature == "ADM1" or not anchor.feature.startswith(("PPL", "ADM")):
        return False
    return any(abs(a.first - b.first) <= _BESIDE for a in name.mentions for b in names[key].mentions)


def _spelt(mention: Candidate, atlas: Atlas, theatre: Sequence[str]) -> tuple[Entry, ...]:
    return tuple(e for e in atlas.gazetteer.spelt(mention.text, theatre) if not e.feature.startswith("ADM"))


def _seat(town: Entry, district: Entry) -> bool:
    return distance_km(town.lat, town.lon, district.lat, district.lon) <= _SEAT_KM


def _close(entry: Entry, anchors: Sequence[Entry], km: float) -> bool:
    return any(distance_km(entry.lat, entry.lon, a.lat, a.lon) - _reach(a) <= km for a in anchors)


def _reach(anchor: Entry) -> float:
    return anchor.radius_km or 0.0 if anchor.feature.startswith("ADM") else 0.0
