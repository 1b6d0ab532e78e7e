"""Places: which words of a report name one, and which one they mean."""

from __future__ import annotations

from warmonitor.coding.mentions import PlaceMention
from warmonitor.coding.places.atlas import Atlas, atlas
from warmonitor.coding.places.candidates import Candidate, candidates
from warmonitor.coding.places.evidence import ACCEPTED, evidence
from warmonitor.coding.places.resolving import resolve
from warmonitor.coding.places.writing import place
from warmonitor.records import Document

__all__ = ["Atlas", "atlas", "find"]


def find(document: Document, atlas: Atlas) -> tuple[PlaceMention, ...]:
    """Every toponym of the text, in order, resolved jointly; a name that no gazetteer knows stays without a place."""
    parse = document.parse
    named = [c for c in candidates(document, atlas) if evidence(c, parse, atlas) >= ACCEPTED]
    names = resolve(named, parse, atlas)
    return tuple(_mention(c, names[c.text.lower()]) for c in named)


def _mention(candidate: Candidate, name: object) -> PlaceMention:
    return PlaceMention(candidate.start, candidate.end, place(name), candidate.text, "name")  # type: ignore[arg-type]
