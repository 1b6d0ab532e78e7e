"""Which report copies which, whatever order they came in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from warmonitor.store import Provenance


def with_originals(reports: Iterable[Provenance]) -> tuple[Provenance, ...]:
    """The reports; of those that carry one text the first known is the original, and the others are copies of it.

    When a report is kept it is known only whether it copies one that is there already: its original may come later.
    """
    told = {report.report_id: report for report in reports}
    linked: dict[str, list[str]] = {}
    for report in told.values():
        if report.copy_of is not None:
            linked.setdefault(report.report_id, []).append(report.copy_of)
            linked.setdefault(report.copy_of, []).append(report.report_id)
    original = _originals(told, linked)
    return tuple(
        report._replace(copy_of=None if first == name else first)
        for name, report in told.items()
        for first in (original.get(name),)
    )


def _originals(told: Mapping[str, Provenance], linked: Mapping[str, list[str]]) -> dict[str, str]:
    """The first known report of each that is linked to others."""
    found: dict[str, str] = {}
    for name in sorted(linked.keys() & told.keys(), key=lambda name: (told[name].known, name)):
        waiting = [] if name in found else [name]
        while waiting:
            other = waiting.pop()
            if other not in found:
                found[other] = name
                waiting += linked.get(other, ())
    return found
