"""Hand-coded claims: what a line of NAME.gold.jsonl holds."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict, field_validator

from warmonitor.records import Span

Days = tuple[date | None, ...]


class GoldPart(BaseModel):
    """A part of a gold claim; what the scorer does not need is passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class GoldParty(GoldPart):
    """One who acts, suffers or speaks."""

    canonical: str
    as_written: Span | None = None
    kind: str | None = None
    stated: bool = True


class GoldPlace(GoldPart):
    """A place, and within how many kilometres of it a coder is right."""

    canonical: str
    as_written: Span | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str
    tolerance_km: float | None = None
    role: str


class GoldTime(GoldPart):
    """A time, and between which days its start and end are right."""

    start: date | None
    end: date | None
    accept_start: Days | None = None
    accept_end: Days | None = None


class GoldToll(GoldPart):
    """A number of people or things."""

    kind: str
    low: float | None = None
    high: float | None = None
    best: float | None = None
    bound: str | None = None
    scope: str | None = None

    @property
    def vague(self) -> bool:
        """Several, dozens: neither owed nor charged."""
        return self.best is None and self.bound == "~"


class Accepted(GoldPart):
    """Other values that are right too."""

    event_type: tuple[str, ...] = ()
    stance: tuple[str, ...] = ()
    realis: tuple[str, ...] = ()
    claimant_kind: tuple[str, ...] = ()

    @field_validator("*", mode="before")
    @classmethod
    def _without_gaps(cls, value: Any) -> Any:
        return tuple(one for one in value or () if one)


class GoldClaim(GoldPart):
    """One claim. Tier 3 (background, judgements) neither earns nor costs; a merge group may be one coded claim."""

    id: str
    tier: int
    merge_group: str | None
    evidence: Span
    content: Span
    trigger: Span
    claimant: GoldParty
    stance: str
    realis: str
    negated: bool
    event_type: str
    agents: tuple[GoldParty, ...]
    targets: tuple[GoldParty, ...]
    places: tuple[GoldPlace, ...]
    time: GoldTime | None
    tolls: tuple[GoldToll, ...]
    deadline: date | None = None
    accept: Accepted

    @property
    def types(self) -> set[str]:
        """Event types that are right."""
        return {*self.accept.event_type, self.event_type}
