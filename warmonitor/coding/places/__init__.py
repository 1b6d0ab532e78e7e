"""Places: which words of a report name one, and which one they mean."""

from __future__ import annotations

from warmonitor.coding.mentions import PlaceMention
from warmonitor.coding.places.atlas import Atlas, atlas
from warmonitor.coding.places.candidates import candidates
from warmonitor.coding.places.evidence import toponyms
from warmonitor.coding.places.resolving import resolve
from warmonitor.coding.places.words import words
from warmonitor.coding.places.writing import place
from warmonitor.records import Document

__all__ = ["Atlas", "atlas", "find"]


def find(document: Document, atlas: Atlas) -> tuple[PlaceMention, ...]:
    """Every toponym of the text, in order, resolved jointly; a name that no gazetteer knows stays without a place."""
    read = words(document.parse)
    named = toponyms(tuple(candidates(read, atlas)), read, atlas)
    names = resolve(named, read, atlas)
    meant = {key: place(name) for key, name in names.items()}
    return tuple(PlaceMention(c.start, c.end, meant[c.key], c.text, "name") for c in named)
