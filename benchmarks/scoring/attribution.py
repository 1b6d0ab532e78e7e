"""PolNeAR: who said what; source, cue and content as runs of tokens in rows of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pydantic import BaseModel

from benchmarks.scoring.counts import GoldRecord, Matches, Score
from benchmarks.scoring.spans import by_report
from warmonitor.records import Attribution, Span

ROLES = ("source", "cue", "content")
Run = tuple[str, int, int]
"""A role, and the first and last token that have it."""


class Row(BaseModel):
    """A line of a text: offsets of its tokens, and the runs that were annotated."""

    tokens: tuple[tuple[int, int], ...]
    spans: tuple[Run, ...]


class Gold(GoldRecord):
    """One article in rows."""

    rows: tuple[Row, ...]


def score(golds: Sequence[Gold], quotes: Iterable[Attribution]) -> Score:
    """The headline is the mean of the three F1; a run is right if its first and last token are."""
    matches, of = {role: Matches() for role in ROLES}, by_report(quotes)
    for gold in golds:
        parts = [part for quote in of[gold.report_id] for part in _parts(quote)]
        for row in gold.rows:
            _count(matches, row, parts)
    exact = {f"{role} F1, exact": found.f1() for role, found in matches.items()}
    return Score(len(golds), {"mean exact F1 of source, cue, content": round(sum(exact.values()) / 3, 1), **exact})


def _count(matches: dict[str, Matches], row: Row, parts: Sequence[tuple[str, Span]]) -> None:
    wanted = set(row.spans)
    found = {(role, *run) for role, span in parts if (run := _run(row.tokens, span))}
    for role, counted in matches.items():
        gold, ours = ({run for run in runs if run[0] == role} for runs in (wanted, found))
        counted.add(len(gold & ours), len(ours), len(gold))


def _parts(quote: Attribution) -> Iterator[tuple[str, Span]]:
    for role, span in (("source", quote.source), ("cue", quote.cue)):
        if span:
            yield role, span
    for span in quote.content:
        yield "content", span


def _run(tokens: Sequence[tuple[int, int]], span: Span) -> tuple[int, int] | None:
    """First and last token that the span touches; None if it stands in another row."""
    if span.start >= tokens[-1][1] or tokens[0][0] >= span.end:
        return None
    hit = [i for i, (start, end) in enumerate(tokens) if start < span.end and span.start < end]
    return (hit[0], hit[-1]) if hit else None
