"""From a resolved name to the place that a claim carries."""

from __future__ import annotations

import math

from warmonitor.coding.places.atlas import Entry
from warmonitor.coding.places.resolving import Name
from warmonitor.records import Place, PlacePrecision

_PRECISION: dict[str, PlacePrecision] = {
    "PCLI": "country", "PCLH": "country", "CONT": "region", "ADM1": "province", "ADM2": "district", "ADM3": "district",
    "RD": "road", "STM": "region", "PPLX": "town", "CMP": "town",
}  # fmt: skip
_SITES = frozenset("AIRB AIRP BDG DAM HSP INSM MFG PS PSTB PRT OILF GASF BLDG SQR ST SCH MSQE PRN".split())
_RADIUS: dict[PlacePrecision, float] = {"site": 2.0, "town": 5.0, "district": 25.0, "province": 60.0, "region": 40.0}


def place(name: Name) -> Place:
    """The best place of a name, with its probability and the runners-up."""
    best = name.best
    entry = name.entries[best]
    others = sorted((i for i in range(len(name.entries)) if i != best), key=lambda i: (-name.scores[i], i))[:4]
    odds = [math.exp(score - name.scores[best]) for score in name.scores]
    kind = precision(entry)
    return Place(
        name=entry.name,
        country=entry.country,
        admin1=entry.admin1,
        lat=entry.lat,
        lon=entry.lon,
        precision=kind,
        radius_km=entry.radius_km or _radius(entry, kind),
        gazetteer_id=entry.id,
        probability=round(1 / sum(odds), 3),
        others=tuple(f"{name.entries[i].id} {name.entries[i].name}" for i in others),
    )


def precision(entry: Entry) -> PlacePrecision:
    """How precise it is to name a place of this kind."""
    if entry.feature.startswith("PPL"):
        return "town"
    return _PRECISION.get(entry.feature) or ("site" if entry.feature in _SITES else "region")


def _radius(entry: Entry, kind: PlacePrecision) -> float:
    if kind == "town" and entry.population:
        return round(max(2.0, 1.0 + math.sqrt(entry.population) / 120), 1)  # a million people: some 9 km
    return _RADIUS.get(kind, 10.0)
