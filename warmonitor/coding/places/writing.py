"""From a resolved name to the place that a claim carries."""

from __future__ import annotations

import math

from warmonitor.coding.places.atlas import Entry
from warmonitor.coding.places.resolving import Name
from warmonitor.records import Place, PlacePrecision

_PRECISION: dict[str, PlacePrecision] = {
    "PCLI": "country", "PCLH": "country", "ADM1": "province", "ADM2": "district", "ADM3": "district", "RD": "road",
    "CMP": "town",
}  # fmt: skip
_SITES = frozenset("AIRB AIRP BDG DAM HSP INSM MFG PS PSTB PRT OILF GASF BLDG SQR ST SCH MSQE PRN".split())
_RADIUS: dict[PlacePrecision, float] = {"site": 2.0, "town": 5.0, "district": 25.0, "province": 60.0, "region": 40.0}
_RUNNERS_UP = 4


def place(name: Name, at: int) -> Place:
    """The place numbered `at` of a name, with its probability among its rivals and the runners-up."""
    entry = name.entries[at]
    rivals = sorted((i for i in range(len(name.entries)) if i != at), key=lambda i: (-name.scores[i], i))
    top = max(name.scores)
    kind = precision(entry)
    return Place(
        name=entry.name,
        country=entry.country,
        admin1=entry.admin1,
        lat=entry.lat,
        lon=entry.lon,
        precision=kind,
        radius_km=radius_km(entry),
        gazetteer_id=entry.id,
        probability=round(math.exp(name.scores[at] - top) / sum(math.exp(score - top) for score in name.scores), 3),
        others=tuple(f"{name.entries[i].id} {name.entries[i].name}" for i in rivals[:_RUNNERS_UP]),
    )


def precision(entry: Entry) -> PlacePrecision:
    """How precise it is to name a place of this kind."""
    if entry.feature.startswith("PPL"):
        return "town"
    return _PRECISION.get(entry.feature) or ("site" if entry.feature in _SITES else "region")


def radius_km(entry: Entry) -> float:
    """How far a place reaches: as the source says, else by its people (a million: some 9 km), else by its kind."""
    if entry.radius_km:
        return entry.radius_km
    kind = precision(entry)
    if kind == "town" and entry.population:
        return round(max(2.0, 1.0 + math.sqrt(entry.population) / 120), 1)
    return _RADIUS.get(kind, 10.0)


def only(entry: Entry) -> Place:
    """An entry that is meant without any doubt."""
    return Place(
        name=entry.name,
        country=entry.country,
        admin1=entry.admin1,
        lat=entry.lat,
        lon=entry.lon,
        precision=precision(entry),
        radius_km=radius_km(entry),
        gazetteer_id=entry.id,
        probability=1.0,
    )


def entry_place(entries: tuple[Entry, ...], country: str, feature: str) -> Place | None:
    """The place of this kind in this country among those of one name."""
    return next((only(entry) for entry in entries if entry.country == country and entry.feature == feature), None)
