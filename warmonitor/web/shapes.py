"""What the API takes and gives beside the records of the contract."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from warmonitor.monitor import Queue, RuledClaim, Waiting
from warmonitor.records import EventType, Figure, Place, PlacePrecision, Report, Ruling, RulingAction


class Shape(BaseModel):
    """Strict about fields that it does not know."""

    model_config = ConfigDict(extra="forbid")


class PointShape(Shape):
    """An incident on the map."""

    id: str
    lat: float
    lon: float
    radius_km: float | None
    precision: PlacePrecision
    event_type: EventType
    start: date | None
    end: date | None
    status: Literal["undisputed", "disputed", "single_source"]
    killed: Figure | None


class CellShape(Shape):
    """Incidents close to each other: their mean position, and the box around them."""

    lat: float
    lon: float
    count: int
    disputed: int
    west: float
    south: float
    east: float
    north: float


class DayShape(Shape):
    """A day of the timeline: the incidents that began on it."""

    day: date
    incidents: int
    disputed: int


class Timeline(Shape):
    """Incidents by the day on which they began; what has no day or no place is counted apart."""

    bars: list[DayShape]
    undated: int
    unplaced: int


class View(Shape):
    """A window of the map. `total` counts all incidents in it."""

    total: int
    clustered: bool
    cells: list[CellShape]
    points: list[PointShape]


class LabelShape(Shape):
    """A name to write on the map."""

    name: str
    lat: float
    lon: float
    kind: str
    population: int
    radius_km: float
    country: str | None


class Labels(Shape):
    """Names to write on the map, the most important first."""

    labels: list[LabelShape]


class Candidates(Shape):
    """Places that a name may mean, the likeliest first."""

    places: tuple[Place, ...]


class ReportShown(Shape):
    """A version of a report with its claims as people left them."""

    report: Report
    version: int
    added: datetime
    coder: str
    copy_of: str | None
    versions: list[int]
    claims: tuple[RuledClaim, ...]


class QueueShown(Shape):
    """How many wait in a queue."""

    queue: Queue
    waiting: int


class QueuePart(Shape):
    """Some of what waits in a queue, from `offset` on."""

    queue: Queue
    offset: int
    waiting: list[Waiting]


class Decision(Shape):
    """A ruling as it is posted. `seen` is the id of the last ruling on the same thing that the person was shown."""

    action: RulingAction
    claim: str | None = Field(default=None, max_length=200)
    incident: str | None = Field(default=None, max_length=200)
    others: list[str] = Field(default=[], max_length=500)
    field: str | None = Field(default=None, max_length=80)
    after: JsonValue = None
    start: int | None = Field(default=None, ge=0)
    """Where the words that carry the value begin in the report's text."""
    end: int | None = None
    why: str = Field(default="", max_length=5_000)
    seen: str | None = Field(default=None, max_length=200)
    undoes: str | None = Field(default=None, max_length=200)


class Wrong(Shape):
    """What is wrong, in which field, and what to do."""

    what: str
    field: str | None = None
    mend: str | None = None
    rulings: list[Ruling] | None = None
    """Of a conflict: what others decided meanwhile."""
    seen: str | None = None
    """Of a conflict: what to send as `seen` to confirm one's own decision."""


class Failed(Shape):
    """An error."""

    error: Wrong


class Health(Shape):
    """Whether the desk and its store answer."""

    ok: bool
    version: str
