"""Which report copies which, whatever order they came in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from warmonitor.records import Kept
from warmonitor.store import Store


def with_originals(store: Store) -> Iterator[Kept]:
    """Every report; of those that carry one text the first known is the original, and the others are copies of it.

    When a report is kept it is known only whether it copies one that is there already: its original may come later.
    """
    known: dict[str, tuple[date, str]] = {}
    linked: dict[str, list[str]] = {}
    for kept in _dated(store):
        known[kept.report.id] = (kept.report.published or kept.added.date(), kept.report.id)
        if kept.copy_of is not None:
            linked.setdefault(kept.report.id, []).append(kept.copy_of)
            linked.setdefault(kept.copy_of, []).append(kept.report.id)
    original = _originals(known, linked)
    for kept in _dated(store):
        first = original.get(kept.report.id)
        copied = None if first == kept.report.id else first
        yield kept if kept.copy_of == copied else kept.model_copy(update={"copy_of": copied})


def _dated(store: Store) -> Iterator[Kept]:
    """Every report, with the day that reading found in it where none was given with it."""
    for kept in store.reports():
        day = kept.report.published
        if day is None:
            day = max((e.known for e in store.episodes(report_id=kept.report.id) if e.known), default=None)
        dated = kept.report.published == day
        yield kept if dated else kept.model_copy(update={"report": kept.report.model_copy(update={"published": day})})


def _originals(known: dict[str, tuple[date, str]], linked: dict[str, list[str]]) -> dict[str, str]:
    """The first known report of each that is linked to others."""
    found: dict[str, str] = {}
    for name in sorted(linked.keys() & known.keys(), key=lambda name: known[name]):
        waiting = [] if name in found else [name]
        while waiting:
            other = waiting.pop()
            if other not in found:
                found[other] = name
                waiting += linked.get(other, ())
    return found
