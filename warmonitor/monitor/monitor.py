"""The monitor: one object over a store and the rooms, with a method for everything that commands and pages do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from types import TracebackType
from typing import Literal

from warmonitor.errors import InputError
from warmonitor.monitor.results import (
    Added,
    Copy,
    Known,
    Page,
    Point,
    Problem,
    Queue,
    Reconciled,
    Redacted,
    Rule,
    RuledClaim,
    Status,
    Timeline,
    Waiting,
)
from warmonitor.records import Claim, Filter, Incident, Kept, Record, Report, Ruling
from warmonitor.store import Store

OnError = Callable[[InputError], None]
LedgerKind = Literal["tolls", "control", "displacement", "commitments", "sources"]
ALL = Filter()


class Monitor:
    """A store with the rooms around it; `open_monitor()` gives one. Close it, or use it in a `with`.

    Reading is quick to start: the parser is loaded only by `add`. One monitor is for one thread at a time; open another
    on the same store for another thread.
    """

    def __init__(self, store: Store) -> None:
        self.store = store

    def __enter__(self) -> Monitor:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the store."""
        self.store.close()

    # Reports.
    def add(self, reports: Iterable[Report | InputError], on_error: OnError | None = None) -> Added:
        """Codes reports, keeps them with their claims, and reconciles what they touch.

        A report that is there with the same text is left as it is, another text under its id is a new version. Reports
        come and go one by one, so that any number can be added; each is kept for good as soon as it is coded, and an
        add that was interrupted is gone on with by calling it again. A report that cannot be coded raises its error, or
        with `on_error` is handed to that, and the others go on.
        """
        raise NotImplementedError

    def reconcile(self, everything: bool = False) -> Reconciled:
        """Reconciles the reports that wait for it; `everything` does all of them anew."""
        raise NotImplementedError

    def report(self, report_id: str, version: int | None = None) -> Kept:
        """One version of a report, the newest unless one is asked for. Raises NotThere."""
        raise NotImplementedError

    def versions(self, report_id: str) -> tuple[Kept, ...]:
        """All versions of a report, oldest first. Raises NotThere if there is none."""
        raise NotImplementedError

    def copies(self, report_id: str) -> tuple[Copy, ...]:
        """The reports that carry the same text or a good part of it, those that share most first."""
        raise NotImplementedError

    # Claims.
    def claims(self, where: Filter = ALL, as_of: date | None = None) -> Iterator[Claim]:
        """The claims of the newest versions as people's rulings leave them, by report and position; rejected ones are
        left out.
        """
        raise NotImplementedError

    def claims_of(self, report_id: str, version: int | None = None) -> tuple[RuledClaim, ...]:
        """The claims of one version of a report with what was ruled on them, in the order of the text."""
        raise NotImplementedError

    def claim(self, claim_id: str) -> RuledClaim:
        """A claim by its id, or by a beginning of it that only one has, with what was ruled on it. Raises NotThere."""
        raise NotImplementedError

    def ruled(self, claim_ids: Iterable[str]) -> tuple[RuledClaim, ...]:
        """The claims of these ids with what was ruled on them, in the order of the ids (for an incident's page)."""
        raise NotImplementedError

    # Incidents.
    def incidents(
        self,
        where: Filter = ALL,
        *,
        as_of: date | None = None,
        rule: Rule | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Page:
        """The incidents that the filter leaves, latest first; `as_of` as they were known at the end of that day."""
        raise NotImplementedError

    def incident(self, incident_id: str, *, as_of: date | None = None, rule: Rule | None = None) -> Incident:
        """An incident by its id, by one that was merged into it, or by a beginning that only one has. Raises NotThere.

        The id of the answer differs from the one that was asked for if that was merged into it.
        """
        raise NotImplementedError

    def history(self, incident_id: str) -> tuple[Known, ...]:
        """What was known of an incident when: one entry for each day on which a report added to it, oldest first."""
        raise NotImplementedError

    def points(self, where: Filter = ALL, as_of: date | None = None) -> tuple[Point, ...]:
        """The incidents that have a place on the map (`where.box` is the part of it that is looked at)."""
        raise NotImplementedError

    def timeline(self, where: Filter = ALL, as_of: date | None = None) -> Timeline:
        """How many incidents began on each day."""
        raise NotImplementedError

    # Ledgers.
    def ledger(self, kind: LedgerKind, where: Filter = ALL, as_of: date | None = None) -> tuple[Record, ...]:
        """The rows of a ledger, as known at the end of a day. Their types are in `warmonitor.ledgers`."""
        raise NotImplementedError

    # People.
    def rule(self, ruling: Ruling) -> Ruling:
        """Appends a ruling. Raises BadRuling if it rules on nothing that is there, names no field, or if the words it
        gives are not in the report.
        """
        raise NotImplementedError

    def rulings(self, *, claim: str | None = None, incident: str | None = None) -> tuple[Ruling, ...]:
        """Rulings, all or those on a claim or an incident, oldest first."""
        return self.store.rulings(claim=claim, incident=incident)

    def queue(self, name: Queue, *, limit: int = 100, offset: int = 0) -> tuple[Waiting, ...]:
        """What waits for a person, the most pressing first."""
        raise NotImplementedError

    def redact(self, kind: Literal["report", "person", "ruling"], name: str, *, by: str, why: str) -> Redacted:
        """Erases the text of a report, a person's name everywhere, or a ruling's words; that it was done stays.

        Raises NotThere if there is nothing of that name.
        """
        raise NotImplementedError

    # The store itself.
    def status(self) -> Status:
        """What is where, and how much of it."""
        raise NotImplementedError

    def doctor(self) -> Sequence[Problem]:
        """What is wrong, each with its mend; empty if all is sound."""
        raise NotImplementedError
