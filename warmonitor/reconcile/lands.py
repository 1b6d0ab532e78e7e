"""Countries by code, for incidents of which only the parties' country is told."""

from __future__ import annotations

from pydantic import ConfigDict

from warmonitor.codebook.tables import Row, read_table


class Country(Row):
    """A row of `countries.tsv`, as far as it is needed: the code and the name of a country, and its middle."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    iso3: str
    name: str
    lat: float
    lon: float
    radius_km: float


def read_countries() -> dict[str, Country]:
    """Countries by their ISO 3166-1 alpha-3 codes."""
    return {row.iso3: row for row in read_table("countries", Country)}
