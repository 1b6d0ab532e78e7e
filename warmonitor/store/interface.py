"""What every store can do, whichever database is behind it.

A store keeps reports in versions, the claims coded of each, the episodes and incidents that reconciling made of them,
and people's rulings. It decides nothing: what a claim or an incident is, the rooms that make them know.
Every method that writes is one transaction: a killed process leaves all of it or nothing.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from warmonitor.records import Claim, Episode, Filter, Incident, Kept, Ruling, Tombstone

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


class Store(ABC):
    """SQLite or PostgreSQL; `open_store(url)` gives one."""

    # Reports and their claims.
    @abstractmethod
    def standing(self, report_id: str, sha256: str, coder: str) -> Put:
        """What putting a report of that id and text, coded by that coder, would come to."""

    @abstractmethod
    def put(self, kept: Kept, claims: Sequence[Claim], episodes: Sequence[Episode], signature: Sequence[int]) -> Put:
        """Keeps a report with all that was coded of it, and marks it as pending. `kept.version` 0 takes the next one.

        `signature` is the MinHash of its text, empty if none. The same text by the same coder changes nothing; the same
        text by another coder replaces its claims; another text is a new version beside the old.
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
    ) -> Iterator[Claim]:
        """Claims of the newest versions, by report and position; `report_id` and `version` ask for one report's."""

    # Reconciling.
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
        """The incidents that these episodes belong to now."""

    @abstractmethod
    def settle(self, report_ids: Iterable[str], change: Change) -> None:
        """Writes what reconciling found and takes the reports off the pending ones, together."""

    # Incidents.
    @abstractmethod
    def incident(self, incident_id: str) -> Incident | None:
        """An incident by id, by the id of one merged into it, or by a beginning that only one has."""

    @abstractmethod
    def incidents(self, where: Filter, *, limit: int | None = None, offset: int = 0) -> tuple[Incident, ...]:
        """Incidents, latest first, then by prominence and id."""

    @abstractmethod
    def count(self, where: Filter) -> int:
        """How many incidents the filter leaves."""

    # People.
    @abstractmethod
    def rule(self, ruling: Ruling) -> None:
        """Appends a ruling."""

    @abstractmethod
    def rulings(self, *, claim: str | None = None, incident: str | None = None) -> tuple[Ruling, ...]:
        """Rulings in the order in which they were made."""

    @abstractmethod
    def erase(self, tombstone: Tombstone) -> int:
        """Erases the text of a report, a person's name, or a ruling's words behind a tombstone; how many rows."""

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
