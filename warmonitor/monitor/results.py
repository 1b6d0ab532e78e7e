"""What the monitor answers with, beside the records of the house."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from warmonitor.records import Claim, Incident, Record, Ruling

LedgerKind = Literal["tolls", "control", "displacement", "commitments", "sources"]
Queue = Literal["contested", "low_confidence", "new", "changed", "flagged"]
Standing = Literal["coded", "accepted", "rejected", "edited", "unsure"]


class Added(Record):
    """What adding reports came to."""

    new: int
    changed: int
    same: int
    failed: int
    incidents: int
    """Incidents that were written because of it."""

    def __str__(self) -> str:
        return f"{self.new:,} new, {self.changed:,} changed, {self.same:,} same"


class Reconciled(Record):
    """What reconciling came to."""

    reports: int
    written: int
    gone: int


class Page(Record):
    """Some of the incidents that were asked for; `total` counts all of them."""

    incidents: tuple[Incident, ...]
    total: int
    offset: int


class Known(Record):
    """What was known of an incident at the end of a day, and the reports that made the difference."""

    day: date
    reports: tuple[str, ...]
    incident: Incident


class RuledClaim(Record):
    """A claim as it was coded, as people's rulings leave it, and those rulings, oldest first."""

    coded: Claim
    claim: Claim
    standing: Standing
    rulings: tuple[Ruling, ...] = ()
    stale: bool = False
    """The text has changed since it was ruled on: the rulings wait for a person to look again."""
    coder: Standing = "coded"
    reviewer: Standing = "coded"
    agreed: bool = False
    """Coder and reviewer have both decided, and to the same (`review.state_of` says all of these)."""


class Waiting(Record):
    """A claim or an incident that waits for a person's decision, and why."""

    claim: str | None = None
    incident: str | None = None
    why: str


class Copy(Record):
    """A report that carries the text of another, and how much of it (0 to 1)."""

    report_id: str
    outlet: str | None
    published: date | None
    shared: float


class PackHeld(Record):
    """A pack of places that the gazetteer has."""

    name: str
    places: int


class Status(Record):
    """What is where, and how much of it."""

    store: str
    schema_version: str
    reports: int
    versions: int
    claims: int
    incidents: int
    rulings: int
    pending: int
    redacted: int
    first: date | None
    """The day of the first incident that has one."""
    last: date | None
    coder: str
    gazetteer: str
    packs: tuple[PackHeld, ...]


class Problem(Record):
    """Something that is wrong with the store or its surroundings, and what to do about it."""

    what: str
    mend: str


class Redacted(Record):
    """What an erasure came to: how many rows of the store lost words."""

    kind: Literal["report", "person", "ruling"]
    id: str
    rows: int
    at: datetime
