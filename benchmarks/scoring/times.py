"""WikiWars and TempEval-3: dates, durations and sets with their TimeML values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pydantic import BaseModel

from benchmarks.scoring.counts import GoldRecord, Matches, Score
from benchmarks.scoring.spans import by_report, equal, paired
from warmonitor.records import TimeExpression


class GoldTime(BaseModel):
    """An expression; one inside another neither earns nor costs, one without a value counts for its words only."""

    start: int
    end: int
    value: str | None
    nested: bool


class Gold(GoldRecord):
    """One text and its expressions."""

    spans: tuple[GoldTime, ...]


def score(golds: Sequence[Gold], times: Iterable[TimeExpression]) -> Score:
    """The headline is the F1 of values, on words that overlap."""
    of = by_report(times)
    figures: dict[str, float] = {}
    for mode in ("relaxed", "strict"):
        spans, values = Matches(), Matches()
        for gold in golds:
            _count(spans, values, gold, of[gold.report_id], mode == "strict")
        figures |= {f"value F1, {mode}": values.f1(), f"span F1, {mode}": spans.f1()}
    return Score(len(golds), figures)


def _count(spans: Matches, values: Matches, gold: Gold, found: Sequence[TimeExpression], exact: bool) -> None:
    outer = [span for span in gold.spans if not span.nested]
    inner = [span for span in gold.spans if span.nested]
    pairs = paired(outer, found, exact)
    taken = set(pairs.values())
    free = sum(j not in taken and any(equal(span, one) for span in inner) for j, one in enumerate(found))
    valued = [i for i, span in enumerate(outer) if span.value]
    right = sum(i in pairs and _same(outer[i].value, found[pairs[i]].value) for i in valued)
    valueless = sum(not outer[i].value for i in pairs)
    spans.add(len(pairs), len(found) - free, len(outer))
    values.add(right, len(found) - free - valueless, len(valued))


def _same(gold: str | None, found: str) -> bool:
    return gold is not None and gold.upper() == found.upper()
