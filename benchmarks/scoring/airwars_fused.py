"""Airwars, over texts: whether all texts of one coded incident come out as one incident, without a text of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from benchmarks.scoring.airwars import Gold, GoldIncident, fields, overlap
from benchmarks.scoring.counts import Tally
from warmonitor.records import Incident

HEADLINE = ("one incident, not several", "no foreign report in it", "killed overlap")


class Coded(NamedTuple):
    """A coded incident and the texts that tell of it."""

    gold: GoldIncident
    reports: set[str]


def fused(golds: Sequence[Gold], incidents: Sequence[Incident]) -> dict[str, float]:
    """Figures of those coded incidents that two texts or more tell of."""
    tally, codes = Tally(), {gold.report_id: {one.code for one in gold.incidents} for gold in golds}
    for coded in _coded(golds):
        if len(coded.reports) > 1:
            _count(tally, coded, _best(coded, incidents), codes)
    figures = {f"fused: {name}": figure for name, figure in tally.figures().items()}
    return {"fused: mean of three": tally.mean(HEADLINE), **figures} if figures else {}


def _coded(golds: Sequence[Gold]) -> list[Coded]:
    reports: dict[str, set[str]] = defaultdict(set)
    for gold in golds:
        for one in gold.incidents:
            reports[one.code].add(gold.report_id)
    incidents = {one.code: one for gold in golds for one in gold.incidents}
    return [Coded(incidents[code], found) for code, found in reports.items()]


def _best(coded: Coded, incidents: Sequence[Incident]) -> Incident | None:
    """The incident with most of the texts, of those the one that says most that is right."""

    def fit(incident: Incident) -> tuple[int, int]:
        return len(coded.reports & set(incident.reports)), sum(fields(coded.gold, incident).values())

    best = max(incidents, key=fit, default=None)
    return best if best and coded.reports & set(best.reports) else None


def _count(tally: Tally, coded: Coded, best: Incident | None, codes: Mapping[str, set[str]]) -> None:
    got = set(best.reports) if best else set()
    kin = {code for report in coded.reports for code in codes[report]}
    tally.add("one incident, not several", coded.reports <= got)
    tally.add("no foreign report in it", bool(got) and all(codes.get(report, set()) & kin for report in got))
    low, high = coded.gold.killed
    found = best.killed if best else None
    tally.add("killed overlap", high is not None and overlap(coded.gold.killed, found), high is not None)
    for name, wanted in (("low", low), ("high", high)):
        tally.add(f"killed {name} exact", best is not None and _end(best, name) == wanted, wanted is not None)


def _end(incident: Incident, name: str) -> float | None:
    """One end of its dead; no toll at all stands for none."""
    if incident.killed is None:
        return 0
    end: float | None = getattr(incident.killed, name)
    return incident.killed.best if end is None else end
