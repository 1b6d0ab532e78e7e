"""Where a border is meant: the stretch between two countries that lies nearest to what the report speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from warmonitor.coding.places.atlas import Atlas
from warmonitor.coding.places.geometry import distance_km
from warmonitor.records import Place

_RADIUS_KM = 60.0
"""Half of what lies between the middles of two neighbouring regions, as a rule."""


def border(countries: Sequence[str], near_to: Place | None, atlas: Atlas) -> Place | None:
    """The border of two countries (ISO 3166-1 alpha-3) near a place: halfway between regions that face each other."""
    if len(countries) < 2 or countries[0] == countries[1]:
        return None
    pairs = [(a, b) for a in atlas.regions.get(countries[0], ()) for b in atlas.regions.get(countries[1], ())]
    if not pairs or not all(country in atlas.countries for country in countries):
        return None
    a, b = min(pairs, key=lambda pair: (_detour(pair[0], pair[1], near_to), pair))
    names = sorted(atlas.countries[country].name for country in countries)
    return Place(
        name=f"{names[0]}-{names[1]} border",
        country=countries[-1],
        lat=round((a[0] + b[0]) / 2, 3),
        lon=round((a[1] + b[1]) / 2, 3),
        precision="region",
        radius_km=_RADIUS_KM,
        probability=0.5,
    )


def _detour(a: tuple[float, float], b: tuple[float, float], near_to: Place | None) -> float:
    apart = distance_km(*a, *b)
    if near_to is None or near_to.lat is None or near_to.lon is None or near_to.precision == "country":
        return apart
    return apart + distance_km((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, near_to.lat, near_to.lon)
