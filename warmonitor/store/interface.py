"""What every store can do, whichever database is behind it.

A store keeps reports in versions, the claims coded of each, the episodes and incidents that reconciling made of them,
and people's rulings. It decides nothing: what a claim or an incident is, the rooms that make them know.
Every method that writes is one transaction: a killed process leaves all of it or nothing.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, NamedTuple

from warmonitor.records import (
    Claim,
    Episode,
    EventType,
    Figure,
    Filter,
    Incident,
    Kept,
    PlacePrecision,
    Report,
    Ruling,
    Tombstone,
)

Put = Literal["new", "changed", "same"]


@dataclass(frozen=True)
class Counts:
    """How much a store holds."""

    reports: int
    versions: int
    claims: int
    incidents: int
    rulings: int
    pending: int
    """Reports whose claims are kept but not yet reconciled with the others."""
    redacted: int
    schema: str
    where: str


@dataclass(frozen=True)
class Change:
    """What reconciling a neighbourhood did: incidents to write and incidents that are no more."""

    written: tuple[Incident, ...]
    gone: tuple[str, ...]


class Outline(NamedTuple):
    """An incident as filters, maps and timelines look at it: days as ordinals (0: unknown), degrees, kilometres."""

    id: str
    first_day: int
    last_day: int
    event_type: EventType
    status: Literal["undisputed", "disputed", "single_source"]
    lat: float | None
    lon: float | None
    radius_km: float | None
    precision: PlacePrecision | None
    killed: Figure | None
    prominence: float


class Outlines(NamedTuple):
    """Outlines as of an edition: of all incidents if `whole`, else of those that changed; `gone` are no more."""

    edition: int
    whole: bool
    outlines: tuple[Outline, ...]
    gone: frozenset[str]


class Provenance(NamedTuple):
    """Where a report's claims come from: the day from which it is known, its outlet, the report that it copies."""

    report_id: str
    known: date
    outlet: str | None
    copy_of: str | None


class Seen(NamedTuple):
    """Up to where somebody has followed the record: its edition, and how much was erased and ruled by then."""

    edition: int
    erasures: int
    rulings: int


class Written(NamedTuple):
    """The record as it is written, all of it or what changed, as of one moment; claims are of newest versions."""

    seen: Seen
    claims: Iterable[str] = ()
    """As JSON."""
    reports: tuple[str, ...] | None = ()
    """The reports whose claims these are; None: of all reports."""
    incidents: Iterable[str] = ()
    """As JSON."""
    gone: frozenset[str] | None = frozenset()
    """Incidents that are no more; None: whichever is not among these, for these are all."""
    provenance: tuple[Provenance, ...] = ()
    """Of all reports, if any has changed."""
    rulings: tuple[Ruling, ...] = ()
    """All of them."""


class DrawnLine(NamedTuple):
    """A line of a ledger: its part, and as JSON its row and what filters ask of it."""

    part: str
    record: str
    facets: str


@dataclass(frozen=True)
class Release:
    """A frozen data set that was given out. `manifest` is JSON: its files, sums and settings."""

    id: str
    name: str
    at: datetime
    manifest: str


class Store(ABC):
    """SQLite or PostgreSQL; `open_store(url)` gives one."""

    # Reports and their claims.
    @abstractmethod
    def standing(self, report: Report, coder: str) -> Put:
        """What putting that report, coded by that coder, would come to; erased text is never coded again: "same"."""

    @abstractmethod
    def put(
        self,
        kept: Kept,
        claims: Sequence[Claim],
        episodes: Sequence[Episode] = (),
        signature: Sequence[int] = (),
        bands: Sequence[str] = (),
    ) -> Put:
        """Keeps a report with all that was coded of it, and marks it as pending. `kept.version` 0 takes the next one.

        `signature` is the MinHash of its text and `bands` the keys under which near ones are found; empty if none.
        The same report by the same coder changes nothing; by another coder, its claims are replaced; another text (or
        date, outlet, title) under the same id is a new version beside the old.
        """

    @abstractmethod
    def report(self, report_id: str, version: int | None = None) -> Kept | None:
        """One version of a report, the newest if none is asked for."""

    @abstractmethod
    def versions(self, report_id: str) -> tuple[Kept, ...]:
        """All versions of a report, oldest first."""

    @abstractmethod
    def reports(self, as_of: date | None = None) -> Iterator[Kept]:
        """The newest version of every report (known by `as_of`), by id."""

    @abstractmethod
    def provenance(self) -> tuple[Provenance, ...]:
        """Where each report's newest version comes from, by id, without reading the reports; a report that dates
        itself is known from that day.
        """

    @abstractmethod
    def coders(self) -> dict[str, int]:
        """How many reports whose text is not erased each coder coded, in their newest versions."""

    @abstractmethod
    def claim(self, claim_id: str) -> Claim | None:
        """A claim by id or by a beginning of its id that only one claim has; claims of old versions too."""

    @abstractmethod
    def claims(
        self,
        *,
        ids: Iterable[str] | None = None,
        report_id: str | None = None,
        version: int | None = None,
        where: Filter | None = None,
        as_of: date | None = None,
        below: float | None = None,
    ) -> Iterator[Claim]:
        """Claims of the newest versions, by report and position; `report_id` and `version` ask for one report's,
        `below` for those that were coded with less confidence.
        """

    @abstractmethod
    def claim_ids(self, below: float | None = None, where: Filter | None = None) -> Iterator[tuple[str, float]]:
        """Ids of the claims of the newest versions with the coder's confidence in each, by report and position;
        `below` asks for those with less. No record is read for it.
        """

    @abstractmethod
    def coded_of(self, ids: Iterable[str]) -> dict[str, tuple[str, float]]:
        """Of each claim of the newest versions that is among these: the checksum of the text that it was coded of, and
        the coder's confidence; by report and position. No record is read for it.
        """

    @abstractmethod
    def count_claims(self, below: float | None = None) -> int:
        """How many `claim_ids` gives."""

    # Reconciling.
    @abstractmethod
    def turn(self) -> AbstractContextManager[None]:
        """Held while one looks up what is there and settles it: other processes that reconcile wait for their turn.

        It ends with the process that holds it. Reading and `put` do not wait for it.
        """

    @abstractmethod
    def still(self) -> AbstractContextManager[None]:
        """What this thread reads inside is of one moment, whatever is written meanwhile: many small questions at the
        price of their answers. Nothing is written inside.
        """

    @abstractmethod
    def pending(self) -> tuple[str, ...]:
        """Ids of reports that are kept but not yet reconciled, by id."""

    @abstractmethod
    def episodes(self, *, ids: Iterable[str] | None = None, report_id: str | None = None) -> tuple[Episode, ...]:
        """Episodes of the newest versions, by id."""

    @abstractmethod
    def neighbours(self, keys: Iterable[str]) -> tuple[Episode, ...]:
        """Episodes that share a blocking key with these, by id."""

    @abstractmethod
    def signatures(self, bands: Iterable[str]) -> dict[str, tuple[int, ...]]:
        """Report id to MinHash, of the reports that share a band of it."""

    @abstractmethod
    def incidents_of(self, episode_ids: Iterable[str]) -> tuple[Incident, ...]:
        """The incidents that are written with one of these ids, as their own or as a redirect; by id."""

    @abstractmethod
    def incidents_with(self, report_ids: Iterable[str]) -> tuple[Incident, ...]:
        """The incidents that are written with one of these reports, whatever became of its episodes; by id."""

    @abstractmethod
    def settle(self, report_ids: Iterable[str], change: Change) -> None:
        """Writes what reconciling found and takes the reports off the pending ones, together.

        The ids in `redirects` of a written incident lead to it from now on. An id that is gone without one leads to the
        written incident that holds its first claim, else the most of its claims; one with none of them leads nowhere.
        A report that was put again since `pending()` named it stays pending.
        """

    # Incidents.
    @abstractmethod
    def incident(self, incident_id: str) -> Incident | None:
        """An incident by id, by the id of one merged into it, or by a beginning that only one has."""

    @abstractmethod
    def incidents(self, where: Filter, *, limit: int | None = None, offset: int = 0) -> tuple[Incident, ...]:
        """Incidents, latest first, then by prominence and id."""

    @abstractmethod
    def incident_ids(self, where: Filter, *, limit: int | None = None) -> tuple[str, ...]:
        """Ids of the incidents that the filter leaves, in the order of `incidents`; no record is read for it."""

    @abstractmethod
    def count(self, where: Filter) -> int:
        """How many incidents the filter leaves."""

    @abstractmethod
    def outlines(self, since: int | None = None) -> Outlines:
        """All incidents in outline, in no order; or only what changed after the edition `since`, if the store can
        still tell.
        """

    # Ledgers.
    @abstractmethod
    def written(self, since: Seen | None = None) -> AbstractContextManager[Written]:
        """All that ledgers are made of, in no order, or what changed since; to be gone through while it is open."""

    @abstractmethod
    def edition(self) -> int:
        """A number that grows with every change of reports, claims or incidents; rulings alone leave it."""

    @abstractmethod
    def drawn(self, name: str, state: str) -> tuple[DrawnLine, ...] | None:
        """The lines kept under that name and state, if nothing of the record has changed since; else None."""

    @abstractmethod
    def keep_drawn(self, name: str, state: str, edition: int, lines: Sequence[DrawnLine]) -> bool:
        """Keeps the lines of a ledger that was drawn up from what the store held in that edition; False if it holds
        something else by now. Under a name one ledger is kept, of the newest edition only.
        """

    # People.
    @abstractmethod
    def rule(self, ruling: Ruling) -> None:
        """Appends a ruling."""

    @abstractmethod
    def rulings(self, *, claim: str | None = None, incident: str | None = None) -> tuple[Ruling, ...]:
        """Rulings in the order in which they were made."""

    @abstractmethod
    def erase(self, tombstone: Tombstone) -> int:
        """Erases the text of a report, a person's name, or a ruling's words behind a tombstone; how many rows.

        Words give way to `█` of the same length, so that offsets hold. For a person `tombstone.id` is the name as
        written; it is kept as `person-1`, `person-2` and so on.
        """

    @abstractmethod
    def tombstones(self) -> tuple[Tombstone, ...]:
        """What was erased, in that order."""

    # Releases.
    @abstractmethod
    def release(self, release: Release) -> None:
        """Keeps a release; its id must be new."""

    @abstractmethod
    def releases(self) -> tuple[Release, ...]:
        """Releases in the order in which they were made."""

    # The store itself.
    @abstractmethod
    def migrate(self) -> tuple[str, ...]:
        """Brings the schema up to date; the names of the steps taken."""

    @abstractmethod
    def counts(self) -> Counts:
        """How much it holds."""

    @abstractmethod
    def check(self) -> tuple[str, ...]:
        """What is wrong with it, each with its mend; empty if it is sound."""

    @abstractmethod
    def close(self) -> None:
        """Lets go of the database."""
