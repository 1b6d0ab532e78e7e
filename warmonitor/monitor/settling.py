"""Reconciling what the store holds: new claims and people's rulings into incidents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from warmonitor import review
from warmonitor.monitor.results import Reconciled
from warmonitor.monitor.uncollected import uncollected
from warmonitor.reconcile import Happenings, Rule
from warmonitor.reconcile import settle as settled_around
from warmonitor.records import Claim, Episode, Incident, Ruling
from warmonitor.store import Change, Store


@dataclass(frozen=True)
class Wired:
    """A store with what reconciling needs beside it."""

    store: Store
    happenings: Happenings
    figures: Rule
    """Which of several figures the store's incidents have as the best."""


class Ruled:
    """The store as reconciling looks at it: claims as people's rulings leave them."""

    def __init__(self, store: Store, rulings: Sequence[Ruling]) -> None:
        self._store, self._rulings = store, rulings

    def episodes(self, *, ids: Iterable[str] | None = None, report_id: str | None = None) -> tuple[Episode, ...]:
        """Episodes by their ids, or those of a report."""
        return self._store.episodes(ids=ids, report_id=report_id)

    def neighbours(self, keys: Iterable[str]) -> tuple[Episode, ...]:
        """Episodes that have one of these keys."""
        return self._store.neighbours(keys)

    def claims(self, *, ids: Iterable[str] | None = None) -> Iterator[Claim]:
        """Claims by their ids, with people's edits; rejected ones are left out."""
        return review.apply(self._store.claims(ids=ids), self._rulings)

    def incidents_of(self, episode_ids: Iterable[str], report_ids: Iterable[str] = ()) -> tuple[Incident, ...]:
        """The incidents that were made of these episodes, or of any version of these reports, by id."""
        found = (*self._store.incidents_of(episode_ids), *self._store.incidents_with(report_ids))
        return tuple(sorted({incident.id: incident for incident in found}.values(), key=lambda incident: incident.id))


def settle(wired: Wired, report_ids: Sequence[str]) -> Reconciled:
    """Brings the incidents around these reports up to date, and takes the reports off those that wait."""
    if not report_ids:
        return Reconciled(reports=0, written=0, gone=0)
    with wired.store.turn(), uncollected():
        with wired.store.still():
            rulings = wired.store.rulings()
            lookup = Ruled(wired.store, rulings)
            settled = settled_around(
                report_ids, lookup, rulings=rulings, happenings=wired.happenings, rule=wired.figures
            )  # fmt: skip
        wired.store.settle(report_ids, Change(settled.written, settled.gone))
    return Reconciled(reports=len(report_ids), written=len(settled.written), gone=len(settled.gone))
