"""Other spellings: what else in the report's countries the name of a small place may stand for."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from warmonitor.coding.places.atlas import Atlas, Entry
from warmonitor.coding.places.candidates import Candidate

_SMALL = 50_000
"""People; a larger place is meant by its name however others are spelt."""
_SHORTEST = 4
_TOWNS = ("PPL", "CMP")
_GREAT = ("PCLI", "PCLH", "CONT", "ADM1", "PPLC")


def spelled(found: Sequence[Candidate], atlas: Atlas, theatre: Container[str]) -> Iterator[Candidate]:
    """The candidates; those of small places carry all places of the report's countries that are spelt like them.

    `theatre` are the countries (ISO 3166-1 alpha-3) that the report is about; without one nothing changes.
    """
    seen: dict[str, Candidate] = {}
    for candidate in found:
        if candidate.key not in seen:
            seen[candidate.key] = _widened(candidate, atlas, theatre) if theatre else candidate
        like = seen[candidate.key]
        yield replace(candidate, entries=like.entries, rung=like.rung, rungs=like.rungs)


def _widened(candidate: Candidate, atlas: Atlas, theatre: Container[str]) -> Candidate:
    if len(candidate.text) < _SHORTEST or not candidate.entries or any(_great(entry) for entry in candidate.entries):
        return candidate
    entries = {entry: candidate.loose(at) for at, entry in enumerate(candidate.entries)}
    known = {entry.id for entry in entries}
    spelt = atlas.gazetteer.spelt(candidate.text, theatre)
    entries |= {entry: rung for entry, rung in spelt if entry.id not in known and entry.feature.startswith(_TOWNS)}
    return replace(candidate, entries=tuple(entries), rungs=tuple(entries.values()))


def _great(entry: Entry) -> bool:
    """A place that a report means by this name whatever else is spelt like it; districts are called after towns."""
    if entry.feature.startswith("ADM") and entry.feature != "ADM1":
        return False
    return entry.feature in _GREAT or not entry.feature.startswith("PPL") or entry.population >= _SMALL
