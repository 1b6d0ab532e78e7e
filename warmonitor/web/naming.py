"""Codes of claims and incidents as a page says them to people."""

from __future__ import annotations

from functools import lru_cache

from pydantic import ConfigDict

from warmonitor.codebook import Row, read_table

NARRATOR = "narrator"
CODES = {"un_agency": "UN agency", "ngo": "NGO"}
KINDS = {
    "evidence": "says", "trigger": "what", "claimant": "who says so", "cue": "how", "agent": "who did it",
    "target": "to whom", "supporter": "with whom", "place": "where", "time": "when", "toll": "how many",
    "deadline": "until",
}  # fmt: skip
FIELDS = {
    "status": "told as", "type": "what", "event_type": "what", "place": "where", "time": "when", "agents": "who did it",
    "targets": "to whom",
}  # fmt: skip


class Country(Row):
    """A row of `countries.tsv`, as far as its name goes."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    iso3: str
    name: str


def spaced(code: str | None) -> str:
    """A code of the codebook as words."""
    return CODES.get(code or "", code or "").replace("_", " ")


def speaker(name: str) -> str:
    """Who says something; what the coder calls the narrator is the report itself."""
    return "the report itself" if name == NARRATOR else name


def kind_name(kind: str) -> str:
    """What words of a report carry: `trigger` is what happened, `cue` how it is said."""
    return KINDS.get(kind, spaced(kind))


def field_name(field: str) -> str:
    """A field of an incident in which accounts may differ."""
    return FIELDS.get(field, spaced(field))


def country_name(code: str) -> str:
    """A country by its three letters; the letters themselves if the codebook does not know them."""
    return _countries().get(code, code)


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    return {country.iso3: country.name for country in read_table("countries", Country)}
