"""The types of the whole house, in the order in which a report meets them.

What leaves the program (Report, Claim, Incident and their parts) is the wire format of `docs/contract.md`: frozen,
validated, UTF-8 JSON. Offsets are Python `str` indices into the report's text exactly as it was given, end exclusive.
`None` means "the report does not say"; it never means zero.
"""

from __future__ import annotations

import hashlib
from array import array
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, PlainSerializer, model_validator

if TYPE_CHECKING:  # spaCy takes a second to load, and only documents need it
    from spacy.tokens import Doc

Stance = Literal[
    "asserts", "acknowledges", "denies", "accuses", "claims_responsibility", "promises", "threatens", "predicts",
    "demands", "no_comment",
]  # fmt: skip
Realis = Literal["occurred", "ongoing", "planned", "threatened", "hypothetical", "future_expected"]
EventType = Literal[
    "battle", "air_strike", "shelling", "suicide_bombing", "bombing", "chemical_attack", "shooting", "attack",
    "offensive_launch", "territory_gain", "territory_loss", "territory_status", "road_control", "withdrawal",
    "deployment", "military_support", "casualty_report", "displacement", "humanitarian", "abduction", "arrest",
    "execution", "sexual_violence", "protest", "riot", "ultimatum", "threat", "demand", "diplomatic_meeting",
    "agreement", "ceasefire", "violation", "sanction", "diplomatic_tension", "statement", "propaganda",
    "media_evidence", "property_damage", "objective", "assessment", "background",
]  # fmt: skip
ClaimantKind = Literal[
    "reporter", "journalist", "media", "state_media", "government", "military", "armed_group", "monitor",
    "rescue_service", "activist", "official", "witness", "un_agency", "ngo", "unattributed",
]  # fmt: skip
PartyKind = Literal[
    "state_force", "foreign_force", "rebel", "militia", "jihadist", "police", "government", "political", "civilians",
    "media", "aid", "unknown",
]  # fmt: skip
GroupKind = Literal[
    "state_force", "foreign_force", "rebel", "militia", "jihadist", "police", "government", "political", "civilians",
    "media", "aid", "unknown", "children", "women", "men",
]  # fmt: skip
PlacePrecision = Literal["site", "town", "near_town", "district", "province", "region", "road", "country"]
PlaceRole = Literal["event", "about", "source_location", "destination", "origin", "container", "direction"]
TimePrecision = Literal["day", "days", "week", "month", "season", "year", "vague"]
TollKind = Literal[
    "killed", "injured", "missing", "captured", "displaced", "towns_taken", "troops_deployed", "arrested", "strikes",
    "other",
]  # fmt: skip
Bound = Literal["=", ">=", "<=", ">", "<", "~"]
Scope = Literal["incident", "cumulative"]
Figure = Annotated[float, PlainSerializer(lambda n: int(n) if n.is_integer() else n, return_type=int | float)]
"""A number of people or things; a whole one is written without a point."""


class Record(BaseModel):
    """Frozen, and strict about fields that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Record):
    """Words of a report: `report.text[start:end] == text`."""

    start: int = Field(ge=0)
    end: int
    text: str


class Report(Record):
    """What was handed in. `text` is never altered; `published` is the day it came out, if given."""

    id: str
    text: str
    published: date | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None

    @cached_property
    def sha256(self) -> str:
        """Hex digest of the text in UTF-8; lone surrogates are kept."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


class OffsetMap:
    """For every character of a repaired copy, the range of the original that it stands for."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, starts: array[int] | None = None, ends: array[int] | None = None) -> None:
        """`starts[i]` and `ends[i]` bound, in the original, what character i of the copy stands for; None: same."""
        self._starts, self._ends = starts, ends

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The range of the original behind `copy[start:end]`; an empty range maps to an empty range."""
        if self._starts is None or self._ends is None:
            return start, end
        if start >= end:
            at = self._starts[start] if start < len(self._starts) else (self._ends[-1] if self._ends else 0)
            return at, at
        return self._starts[start], self._ends[end - 1]


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A report made readable: a repaired copy of its text, parsed, with the way back to the original.

    All `(start, end)` pairs of a document are offsets into `text`, the repaired copy; `span` leads back.
    """

    report: Report
    text: str
    offsets: OffsetMap
    parse: Doc
    published: date | None
    """Given with the report, or read from a header or dateline (`dated_by`)."""
    dated_by: Span | None
    desk: tuple[int, int] | None
    """Where the dateline names the correspondent's city: no place of an event."""
    body: int
    """Offset of the first character after headers and dateline."""
    paragraphs: tuple[tuple[int, int], ...]
    furniture: tuple[tuple[int, int], ...]
    """Menus, share buttons, captions of other stories: nothing in them is coded."""
    quotations: tuple[tuple[int, int], ...]
    """Quoted passages without their marks, in order, never across paragraphs."""

    def span(self, start: int, end: int) -> Span:
        """The original words behind `text[start:end]`."""
        first, last = self.offsets.original(start, end)
        return Span(start=first, end=last, text=self.report.text[first:last])


class Party(Record):
    """One who acts, suffers or supports. `country` is ISO 3166-1 alpha-3."""

    name: str
    as_written: Span | None = None
    kind: PartyKind = "unknown"
    country: str | None = None
    stated: bool = True


class Claimant(Record):
    """Whose proposition it is. The report's own voice is `narrator`, of kind `reporter`."""

    name: str
    kind: ClaimantKind
    as_written: Span | None = None
    cue: Span | None = None
    chain: tuple[str, ...] = ()


class Place(Record):
    """A place as a report means it: coordinates in degrees (WGS 84), null when it could not be resolved."""

    name: str
    as_written: Span | None = None
    country: str | None = None
    admin1: str | None = None
    lat: float | None = Field(default=None, ge=-90, le=90)
    lon: float | None = Field(default=None, ge=-180, le=180)
    precision: PlacePrecision
    role: PlaceRole = "event"
    radius_km: float | None = Field(default=None, ge=0)
    gazetteer_id: str | None = None
    """With its namespace: `geonames:164816`."""
    probability: float | None = Field(default=None, ge=0, le=1)
    others: tuple[str, ...] = ()
    """Runners-up, as `gazetteer_id name`."""


class When(Record):
    """A time at its own precision; `start` and `end` are inclusive days."""

    start: date | None = None
    end: date | None = None
    precision: TimePrecision
    as_written: Span | None = None
    inferred: bool = False

    @model_validator(mode="after")
    def _ordered(self) -> When:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"a time ends ({self.end}) before it starts ({self.start})")
        return self


class Window(Record):
    """The days that a cumulative toll counts over, inclusive."""

    start: date | None = None
    end: date | None = None


class Toll(Record):
    """A number of people or things, with what bounds it. `best` is the printed number; `low` and `high` include it."""

    kind: TollKind
    low: Figure | None = Field(default=None, ge=0)
    high: Figure | None = Field(default=None, ge=0)
    best: Figure | None = Field(default=None, ge=0)
    bound: Bound = "="
    group: str | None = None
    group_kind: GroupKind | None = None
    side: str | None = None
    as_written: Span
    scope: Scope = "incident"
    window: Window | None = None
    part_of: int | None = None


class Acled(Record):
    """ACLED's own words for the event."""

    event_type: str
    sub_event_type: str


class Reason(Record):
    """Why a field says what it says: the rule, the words, and what else was considered."""

    field: str
    rule: str
    words: Span | None = None
    considered: tuple[str, ...] = ()


class Claim(Record):
    """One proposition by one claimant."""

    id: str
    report_id: str
    report_sha256: str
    coder: str
    event_type: EventType
    evidence: Span
    trigger: Span
    claimant: Claimant
    stance: Stance = "asserts"
    realis: Realis = "occurred"
    negated: bool = False
    agents: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    supporters: tuple[Party, ...] = ()
    places: tuple[Place, ...] = ()
    time: When | None = None
    tolls: tuple[Toll, ...] = ()
    deadline: date | None = None
    confidence: float = Field(default=0.5, ge=0, le=1)
    field_confidence: dict[str, float] = {}
    acled: Acled | None = None
    reasons: tuple[Reason, ...] = ()


class Count(Record):
    """People killed or injured: bounds and best figure."""

    low: Figure | None = None
    high: Figure | None = None
    best: Figure | None = None


class Account(Record):
    """What one side says of an incident; `sources` counts its independent ones, copies of one text being one."""

    side: str
    claimants: tuple[str, ...]
    says: str
    claims: tuple[str, ...] = ()
    sources: int = 1


Standing = Literal["agreed", "contested", "single", "unknown"]


class Told(Record):
    """One value that is given for a field of an incident, and by whom."""

    value: str
    sides: tuple[str, ...]
    claims: tuple[str, ...]
    sources: int = 1


class Reading(Record):
    """How a field of an incident stands: agreed by independent sources, contested, told by one, or unknown."""

    field: str
    standing: Standing
    told: tuple[Told, ...] = ()


class IncidentToll(Toll):
    """A toll of an incident, with the claims behind it."""

    claims: tuple[str, ...] = ()


class Incident(Record):
    """The claims of all reports about one happening."""

    id: str
    event_type: EventType
    start: date | None = None
    end: date | None = None
    place: Place | None = None
    agents: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    killed: Count | None = None
    injured: Count | None = None
    tolls: tuple[IncidentToll, ...] = ()
    status: Literal["undisputed", "disputed", "single_source"]
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    """Those that bring it as news. One that only looks back on it, when others bring it, is in `recalled_in`."""
    prominence: float = Field(ge=0, le=1)
    accounts: tuple[Account, ...] = ()
    redirects: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()
    sources: int = 1
    """Independent sources: five voices of one side in one article count as one."""
    totals: tuple[str, ...] = ()
    """Claims whose running, combined or summary toll counts this incident among others; never part of its own toll."""
    recalled_in: tuple[str, ...] = ()
    """Reports of something later that look back on it; what they say of it is among its claims."""

    @property
    def texts(self) -> tuple[str, ...]:
        """Every report with a claim in it: those that bring it as news, then those that look back on it."""
        return (*self.reports, *self.recalled_in)


class Gist(Record):
    """What an episode tells, in short: all that is compared across reports, so that no claim has to be read for it."""

    event_type: EventType = "background"
    types: tuple[EventType, ...] = ()
    """All types of happenings that its claims tell, its own first."""
    actual: bool = True
    """It has happened or is happening."""
    start: date | None = None
    end: date | None = None
    firm: bool = False
    """The days are read from words of the report, not taken from its date."""
    places: tuple[Place, ...] = ()
    """Where it happened, most precise first."""
    agents: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    killed: Count | None = None
    injured: Count | None = None
    figures: tuple[str, ...] = ()
    """Other numbers that its claims give of it, with what they count: `captured 12`."""
    names: tuple[str, ...] = ()
    """Words that are rare enough to tell one happening from others: names in its sentences."""
    totals: tuple[str, ...] = ()
    """Claims of its report whose running or combined toll counts it among others."""
    prints: tuple[int, ...] = ()
    """A sketch of the wording, by which copies know each other."""
    outlet: str = ""
    """Whose text it is: the agency if one is credited, else the outlet, else the report."""
    prominence: float = 0.0
    """How much of its report is about it."""
    position: int = 0
    """Where in the report it is first told."""
    recalled: bool = False
    """Its report is about something later, and only looks back on it."""


class Episode(Record):
    """The claims of one report about one happening: what reconciling compares across reports."""

    id: str
    report_id: str
    claims: tuple[str, ...]
    known: date | None = None
    """The day from which it was known: the report's own date, else the day on which it was added."""
    keys: tuple[str, ...] = ()
    """Blocking keys: only episodes that share one are compared."""
    gist: Gist = Gist()


RulingAction = Literal["accept", "reject", "edit", "merge", "split", "unsure", "undo"]


class Ruling(Record):
    """What a person decided, appended beside what the machine coded and never overwritten."""

    id: str
    at: datetime
    by: str
    role: Literal["coder", "reviewer"] = "coder"
    action: RulingAction
    claim: str | None = None
    """The claim that is ruled on (accept, reject, edit, unsure)."""
    incident: str | None = None
    """The incident that is ruled on (accept, reject, unsure, merge, split)."""
    others: tuple[str, ...] = ()
    """Incidents merged into it, or the claims split off."""
    source: str | None = None
    """The organisation that is graded: `field` is reliability (`after` A to F) or credibility (`after` 1 to 6)."""
    field: str | None = None
    before: JsonValue = None
    after: JsonValue = None
    words: Span | None = None
    """The words of the report that carry the edited value."""
    why: str = ""
    report_sha256: str | None = None
    """The text that the claim was ruled on with; another text reopens it."""
    undoes: str | None = None


class Tombstone(Record):
    """That something was erased, by whom, when and why; what it said is gone."""

    kind: Literal["report", "person", "ruling"]
    id: str
    at: datetime
    by: str
    why: str


class Kept(Record):
    """One version of a report in the store. Version 1 is the first; a corrected text is the next."""

    report: Report
    version: int
    added: datetime
    coder: str
    """Name and version of the coder whose claims are kept with it."""
    copy_of: str | None = None
    """The report whose text this one copies or syndicates, if any."""
    redacted: Tombstone | None = None


class Filter(Record):
    """What is asked for: every part that is given must hold. Days are inclusive."""

    place: str | None = None
    """A name, as `gazetteer search` would take it, or a gazetteer id; what lies in a named region is in it."""
    actor: str | None = None
    since: date | None = None
    until: date | None = None
    types: tuple[EventType, ...] = ()
    status: tuple[Literal["undisputed", "disputed", "single_source"], ...] = ()
    source: str | None = None
    """A claimant or an outlet."""
    text: str | None = None
    """Words that must stand in the evidence."""
    box: tuple[float, float, float, float] | None = None
    """West, south, east, north, in degrees."""
    dated: bool | None = None
    """Only incidents with a day (true) or without any (false)."""
    placed: bool | None = None
    """Only incidents with coordinates (true) or without any (false)."""


class TimeExpression(Record):
    """Layer `times`: a date or duration of the text with its TimeML value."""

    report_id: str
    start: int
    end: int
    value: str


class Toponym(Record):
    """Layer `places`: a name of a place, resolved or with null coordinates."""

    report_id: str
    start: int
    end: int
    name: str
    lat: float | None = None
    lon: float | None = None


class Attribution(Record):
    """Layer `quotes`: who said what; each part in the words of the report."""

    report_id: str
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
