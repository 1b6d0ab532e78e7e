"""Reports into the store: coded one by one, each kept for good as soon as it is coded, then reconciled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from warmonitor.errors import InputError
from warmonitor.monitor.results import Added
from warmonitor.monitor.settling import Wired, settle
from warmonitor.reconcile import alike, bands, copy_of, episodes, signature
from warmonitor.records import Claim, Kept, Report
from warmonitor.version import coded_by

if TYPE_CHECKING:  # it loads the parser
    from warmonitor.pipeline import Coded

TOGETHER = 1000
"""Reports that are reconciled together: the more, the fewer neighbours are looked up and told again."""


class Coder(Protocol):
    """What codes reports; a pipeline."""

    def code(self, reports: Iterable[Report | InputError]) -> Iterator[Coded[Claim] | InputError]:
        """The claims of each report, in the order of the reports."""


class Adding:
    """One run of adding: what it works with, and what it has come to."""

    def __init__(
        self,
        wired: Wired,
        build: Callable[[], Coder],
        now: Callable[[], datetime],
        on_error: Callable[[InputError], None] | None,
        on_done: Callable[[], None] | None,
    ) -> None:
        self._wired, self._store, self._build, self._now = wired, wired.store, build, now
        self._on_error, self._on_done = on_error, on_done
        self._came_to: Counter[str] = Counter()

    def add(self, reports: Iterable[Report | InputError]) -> Added:
        """Adds the reports, and reconciles them and whatever an earlier run left waiting."""
        written = 0
        waiting = 0
        for coded in self._coded(reports):
            self._keep(coded)
            waiting += 1
            if waiting >= TOGETHER:
                written += self._settle()
                waiting = 0
        written += self._settle()
        counts = {what: self._came_to[what] for what in ("new", "changed", "same", "failed")}
        return Added(**counts, incidents=written)

    def _coded(self, reports: Iterable[Report | InputError]) -> Iterator[Coded[Claim]]:
        """The reports that are new or changed, coded. The parser is loaded when the first of them comes."""
        fresh = self._fresh(reports)
        first = next(fresh, None)
        if first is None:
            return
        for coded in self._build().code(_chained(first, fresh)):
            if isinstance(coded, InputError):
                self._failed(coded)
            else:
                yield coded

    def _fresh(self, reports: Iterable[Report | InputError]) -> Iterator[Report]:
        for report in reports:
            if isinstance(report, InputError):
                self._failed(report)
            elif self._store.standing(report, coded_by()) == "same":
                self._done("same")
            else:
                yield report

    def _keep(self, coded: Coded[Claim]) -> None:
        report, now = coded.report, self._now()
        told = episodes(coded.found, report, self._wired.happenings, known=coded.published or now.date())
        sign = signature(report.text)
        keys = bands(sign)
        others = {name: other for name, other in self._store.signatures(keys).items() if name != report.id}
        near = [kept.report for name in alike(sign, others) if (kept := self._store.report(name))]
        copied = copy_of(report.text, {other.id: other.text for other in near})
        kept = Kept(report=report, version=0, added=now, coder=coded_by(), copy_of=copied)
        self._done(self._store.put(kept, coded.found, told, sign, keys))

    def _settle(self) -> int:
        return settle(self._wired, self._store.pending()).written

    def _failed(self, error: InputError) -> None:
        if self._on_error is None:
            raise error
        self._on_error(error)
        self._done("failed")

    def _done(self, what: str) -> None:
        self._came_to[what] += 1
        if self._on_done is not None:
            self._on_done()


def _chained(first: Report, rest: Iterator[Report]) -> Iterator[Report]:
    yield first
    yield from rest
