"""The monitor: one object over a store and the rooms, with a method for everything that commands and pages do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal

from warmonitor import review
from warmonitor.errors import InputError, NotThere
from warmonitor.monitor import knowing, people
from warmonitor.monitor.adding import Adding, Coder
from warmonitor.monitor.holding import Held
from warmonitor.monitor.places import meant
from warmonitor.monitor.publishing import ledger
from warmonitor.monitor.queues import queue, sizes
from warmonitor.monitor.results import (
    Added,
    Copy,
    Known,
    LedgerKind,
    Page,
    Problem,
    Queue,
    Reconciled,
    Redacted,
    RuledClaim,
    Status,
    Waiting,
)
from warmonitor.monitor.settling import Wired, settle
from warmonitor.reconcile import Rule, bands, carried, read_happenings, signature
from warmonitor.records import Claim, Filter, Incident, Kept, Report, Ruling, Tombstone
from warmonitor.store import Outlines, Store

if TYPE_CHECKING:
    from warmonitor.ledgers import Period, Rows

OnError = Callable[[InputError], None]
Erased = Literal["report", "person", "ruling"]
ALL = Filter()


class Monitor:
    """A store with the rooms around it; `open_monitor()` gives one. Close it, or use it in a `with`.

    Reading is quick to start: the parser is loaded only by `add`. One monitor is for one thread at a time; open another
    on the same store for another thread.
    """

    def __init__(
        self, store: Store, build: Callable[[], Coder], now: Callable[[], datetime], rule: Rule, places: Path | None
    ) -> None:
        """`build` makes the pipeline that codes, `now` tells the time, `rule` is that of the store's best figures,
        `places` the file of the gazetteer if it is not the user's; `open_monitor` gives all of them.
        """
        self.store = store
        self.figures: Rule = rule
        self._build, self._now, self._places = build, now, places
        self._held: Held | None = None
        self._places_meant: dict[str, str | None] = {}

    @cached_property
    def _wired(self) -> Wired:
        return Wired(self.store, read_happenings(), self.figures)

    def __enter__(self) -> Monitor:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def share(self, held: Held) -> None:
        """From now on ledgers are made of what is held; it may be shared by all monitors on one store."""
        self._held = held

    def close(self) -> None:
        """Lets go of the store."""
        self.store.close()

    def _meant(self, where: Filter) -> Filter:
        """The filter with its place as this store calls it; what a name means is looked up once."""
        if where.place is not None and where.place not in self._places_meant:
            self._places_meant[where.place] = meant(self.store, where, self._places).place
        return where.model_copy(update={"place": self._places_meant[where.place]}) if where.place else where

    # Reports.
    def add(
        self,
        reports: Iterable[Report | InputError],
        on_error: OnError | None = None,
        on_done: Callable[[], None] | None = None,
    ) -> Added:
        """Codes reports, keeps them with their claims, and reconciles what they touch.

        A report that is there with the same text is left as it is, another text under its id is a new version. Reports
        come and go one by one, so that any number can be added; each is kept for good as soon as it is coded, and an
        add that was interrupted is gone on with by calling it again. A report that cannot be coded raises its error, or
        with `on_error` is handed to that, and the others go on. `on_done` is called after each report.
        """
        self._places_meant.clear()
        adding = Adding(self._wired, self._build, self._now, on_error, on_done)
        return adding.add(reports)

    def reconcile(self, everything: bool = False) -> Reconciled:
        """Reconciles the reports that wait for it; `everything` does all of them anew."""
        names = [kept.report.id for kept in self.store.reports()] if everything else self.store.pending()
        return settle(self._wired, names)

    def report(self, report_id: str, version: int | None = None) -> Kept:
        """One version of a report, the newest unless one is asked for. Raises NotThere."""
        kept = self.store.report(report_id, version)
        if kept is None:
            of_it = f" in version {version}" if version is not None else ""
            raise NotThere("report", f"{report_id}{of_it}", "`warmonitor incident ID` names the reports behind it.")
        return kept

    def versions(self, report_id: str) -> tuple[Kept, ...]:
        """All versions of a report, oldest first. Raises NotThere if there is none."""
        found = self.store.versions(report_id)
        if not found:
            raise NotThere("report", report_id, "`warmonitor incident ID` names the reports behind it.")
        return found

    def copies(self, report_id: str) -> tuple[Copy, ...]:
        """The reports that carry the same text or a good part of it, those that share most first."""
        text = self.report(report_id).report.text
        near = self.store.signatures(bands(signature(text)))
        kept = [self.report(name) for name in near if name != report_id]
        shares = [(carried(text, other.report.text), other.report) for other in kept]
        found = [
            Copy(report_id=other.id, outlet=other.outlet, published=other.published, shared=share)
            for share, other in shares
            if share > 0
        ]
        return tuple(sorted(found, key=lambda copy: (-copy.shared, copy.report_id)))

    # Claims.
    def claims(self, where: Filter = ALL, as_of: date | None = None) -> Iterator[Claim]:
        """The claims of the newest versions as people's rulings leave them, by report and position; rejected ones are
        left out.
        """
        return review.apply(self.store.claims(where=self._meant(where), as_of=as_of), self.store.rulings())

    def claims_of(self, report_id: str, version: int | None = None) -> tuple[RuledClaim, ...]:
        """The claims of one version of a report with what was ruled on them, in the order of the text."""
        kept = self.report(report_id, version)
        claims = tuple(self.store.claims(report_id=report_id, version=kept.version))
        return tuple(people.ruled_claims(self.store, claims))

    def claim(self, claim_id: str) -> RuledClaim:
        """A claim by its id, or by a beginning of it that only one has, with what was ruled on it. Raises NotThere."""
        return people.ruled_claim(self.store, claim_id)

    def ruled(self, claim_ids: Iterable[str]) -> tuple[RuledClaim, ...]:
        """The claims of these ids with what was ruled on them, in the order of the ids (for an incident's page)."""
        ids = tuple(dict.fromkeys(claim_ids))
        found = {told.coded.id: told for told in people.ruled_claims(self.store, tuple(self.store.claims(ids=ids)))}
        return tuple(found[name] for name in ids if name in found)

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
        where = self._meant(where)
        if as_of is not None:
            then = knowing.known_by(self._wired, where, as_of, rule)
            end = None if limit is None else offset + limit
            return Page(incidents=then[offset:end], total=len(then), offset=offset)
        found = self.store.incidents(where, limit=limit, offset=offset)
        told = tuple(knowing.retold(self._wired, incident, rule) for incident in found)
        return Page(incidents=told, total=self.store.count(where), offset=offset)

    def incident(self, incident_id: str, *, as_of: date | None = None, rule: Rule | None = None) -> Incident:
        """An incident by its id, by one that was merged into it, or by a beginning that only one has. Raises NotThere.

        The id of the answer differs from the one that was asked for if that was merged into it.
        """
        found = self.store.incident(incident_id)
        if found is None:
            mend = "An id may be cut short, but only one incident may begin so; `warmonitor incidents` lists them."
            raise NotThere("incident", incident_id, mend)
        if as_of is None:
            return knowing.retold(self._wired, found, rule)
        then = knowing.known_of(self._wired, found, as_of, rule)
        if then is None:
            raise NotThere("incident", f"{incident_id} as of {as_of}", "Nobody told of it by that day.")
        return then

    def incidents_with(self, report_id: str) -> tuple[Incident, ...]:
        """The incidents of which a report tells, by id."""
        return self.store.incidents_with((report_id,))

    def history(self, incident_id: str) -> tuple[Known, ...]:
        """What was known of an incident when: one entry for each day on which a report added to it, oldest first."""
        return knowing.history(self._wired, self.incident(incident_id))

    def incident_ids(self, where: Filter = ALL) -> tuple[str, ...]:
        """The ids of the incidents that the filter leaves, latest first."""
        return self.store.incident_ids(self._meant(where))

    def incidents_of(self, incident_ids: Iterable[str], rule: Rule | None = None) -> tuple[Incident, ...]:
        """The incidents of these ids, in their order; one that was merged away in the meantime is left out."""
        ids = tuple(incident_ids)
        found = {incident.id: incident for incident in self.store.incidents_of(ids)}
        return tuple(knowing.retold(self._wired, found[name], rule) for name in ids if name in found)

    def edition(self) -> int:
        """A number that grows with every change of reports, claims or incidents."""
        return self.store.edition()

    def outlines(self, since: int | None = None) -> Outlines:
        """All incidents in outline, for maps and timelines; or what changed after the edition `since`."""
        return self.store.outlines(since)

    # Ledgers.
    def ledger(
        self,
        kind: LedgerKind,
        where: Filter = ALL,
        as_of: date | None = None,
        *,
        period: Period = "month",
        rule: Rule | None = None,
    ) -> Rows:
        """The rows of a ledger, as known at the end of a day. Sums of tolls are by `period`, the best of several
        figures of an incident by `rule` (None: the rule of this monitor). A ledger is worked out once and kept until
        something changes; of what is held (`share`), only what has changed is worked out anew.
        """
        return ledger(self.store, self._held, kind, self._meant(where), as_of, period, rule or self.figures)

    # People.
    def rule(self, ruling: Ruling) -> Ruling:
        """Appends a ruling. Raises BadRuling if it rules on nothing that is there, names no field, or if the words it
        gives are not in the report.
        """
        before = self._left(ruling.claim)
        made = people.rule(self.store, ruling)
        # What leaves a claim as it was leaves its incidents as they are.
        if made.action != "undo" and made.incident:
            quiet = made.action in ("accept", "unsure")
        else:
            quiet = before is not None and before == self._left(made.claim)
        if not quiet:
            self._settle_around(made)
        return made

    def _left(self, claim_id: str | None) -> tuple[Claim, bool] | None:
        """A claim as people left it, and whether it is out."""
        if claim_id is None or self.store.claim(claim_id) is None:
            return None
        ruled = people.ruled_claim(self.store, claim_id)
        return ruled.claim, ruled.standing == "rejected"

    def _settle_around(self, ruling: Ruling) -> None:
        """Brings the incidents up to date that a ruling touches."""
        told = [ruling.incident, *(ruling.others if ruling.action == "merge" else ())]
        incidents = filter(None, (self.store.incident(name) for name in told if name))
        reports = {report for incident in incidents for report in incident.texts}
        claim = self.store.claim(ruling.claim) if ruling.claim else None
        if claim is not None:
            reports.add(claim.report_id)
        settle(self._wired, sorted(reports))

    def rulings(self, *, claim: str | None = None, incident: str | None = None) -> tuple[Ruling, ...]:
        """Rulings, all or those on a claim or an incident, oldest first."""
        return self.store.rulings(claim=claim, incident=incident)

    def queue(
        self,
        name: Queue,
        *,
        limit: int = 100,
        offset: int = 0,
        hand: review.Hand = "reviewer",
        hide_agreed: bool = True,
    ) -> tuple[Waiting, ...]:
        """What waits for a coder or a reviewer, the most pressing first; with or without what both agree on."""
        return queue(self.store, name, limit, offset, hand, hide_agreed)

    def queue_sizes(self, hand: review.Hand = "reviewer", hide_agreed: bool = True) -> dict[Queue, int]:
        """How many wait in each queue for a coder or a reviewer."""
        return sizes(self.store, hand, hide_agreed)

    def redact(self, kind: Literal["report", "person", "ruling"], name: str, *, by: str, why: str) -> Redacted:
        """Erases the text of a report, a person's name everywhere, or a ruling's words; that it was done stays.

        Raises NotThere if there is nothing of that name.
        """
        at = self._now()
        people.must_be_there(self.store, kind, name)
        rows = self.store.erase(Tombstone(kind=kind, id=name, at=at, by=by, why=why))
        if kind == "report":
            settle(self._wired, (name,))
        return Redacted(kind=kind, id=name, rows=rows, at=at)

    # The store itself.
    def status(self) -> Status:
        """What is where, and how much of it."""
        from warmonitor.monitor import health  # it knows the gazetteer

        return health.status(self.store, self._places)

    def doctor(self) -> tuple[Problem, ...]:
        """What is wrong, each with its mend; empty if all is sound."""
        from warmonitor.monitor import health

        return health.problems(self.store, self._places)
