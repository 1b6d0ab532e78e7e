"""Whether a name of the gazetteer means a place here: what stands around it, and what the parser takes it for."""

from __future__ import annotations

import math

from spacy.tokens import Doc

from warmonitor.coding.places.atlas import Atlas
from warmonitor.coding.places.candidates import Candidate

ACCEPTED = 1.0
"""Candidates with this much evidence are toponyms; set on GeoVirus, where a fifth more or less costs under a point."""
_LABELS = {"GPE": 3.0, "LOC": 3.0, "FAC": 1.0, "ORG": 0.0, "NORP": -1.0, "PERSON": -3.0, "": -0.6}
_PREPOSITIONS = frozenset(
    "in at near from to of around outside inside across towards toward between via through into off over for".split()
)


def evidence(candidate: Candidate, parse: Doc, atlas: Atlas) -> float:
    """Points for and against its being a place's name."""
    first, last = parse[candidate.first], parse[candidate.last]
    points = _LABELS.get(first.ent_type_ or last.ent_type_, -1.5)
    points += _prominence(candidate)
    before = parse[candidate.first - 1] if candidate.first else None
    after = parse[candidate.last + 1] if candidate.last + 1 < len(parse) else None
    if candidate.last > candidate.first:
        points += 1.5
    if before is not None:
        word = before.lower_
        if word in _PREPOSITIONS:
            points += 1.5 if word in ("in", "near", "from", "at") else 0.7
        elif word.rstrip(".") in atlas.titles or word in atlas.first_names:
            points -= 4.0
        elif before.text[0].isupper() and before.ent_type_ in ("PERSON", "ORG") and before.ent_type == first.ent_type:
            points -= 2.0
    if after is not None:
        word = after.lower_
        if word in atlas.kinds:
            points += 1.5
        elif after.text[0].isupper() and after.ent_type_ == "PERSON" and first.ent_type_ == "PERSON":
            points -= 2.0
    if candidate.first == candidate.last:
        if first.lower_ in atlas.stops:
            points -= 4.0
        if first.lower_ in atlas.demonyms:
            points -= 6.0
        if first.tag_ not in ("NNP", "NNPS"):
            points -= 1.5
    return points


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
            best = max(best, min(2.0, math.log10(entry.population + 1) * 0.8 - 2.6))
    return best
