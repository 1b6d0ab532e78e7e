"""Overlapping spans of a text: cut into pieces that each know which spans they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from textwrap import shorten
from typing import Literal

from warmonitor.cli import words
from warmonitor.records import Claim, Span
from warmonitor.web.naming import spaced, speaker
from warmonitor.web.rendering import short

Kind = Literal[
    "evidence", "trigger", "claimant", "cue", "agent", "target", "supporter", "place", "time", "toll", "deadline"
]
LABEL = 200
"""Characters of a value beside its words."""
BEGINNING = 48
"""Characters of the evidence by which a reader knows it."""
LONG = 50_000
"""Characters of a text on one page, so that a browser stays quick; the rest stands on the next ones."""


@dataclass(frozen=True)
class Marked:
    """A span of a report, what it carries, and for which claim."""

    start: int
    end: int
    kind: Kind
    label: str
    claim: str


@dataclass(frozen=True)
class Piece:
    """Characters of a text that all belong to the same spans (their numbers)."""

    start: int
    end: int
    text: str
    spans: tuple[int, ...]


@dataclass(frozen=True)
class Paragraph:
    """A line of the text in its pieces."""

    pieces: tuple[Piece, ...]


def marked(claim: Claim) -> Iterator[Marked]:
    """Every value of a claim that has words, the evidence first."""
    beginning = shorten(claim.evidence.text[: 4 * BEGINNING], BEGINNING, placeholder=" …")
    yield _mark(claim, claim.evidence, "evidence", beginning)
    yield _mark(claim, claim.trigger, "trigger", spaced(claim.event_type))
    if claim.claimant.as_written:
        yield _mark(claim, claim.claimant.as_written, "claimant", speaker(claim.claimant.name))
    if claim.claimant.cue:
        yield _mark(claim, claim.claimant.cue, "cue", spaced(claim.stance))
    roles: tuple[tuple[Kind, tuple[object, ...]], ...] = (
        ("agent", claim.agents), ("target", claim.targets), ("supporter", claim.supporters), ("place", claim.places),
    )  # fmt: skip
    for kind, named in roles:
        for each in named:
            written: Span | None = getattr(each, "as_written", None)
            if written:
                yield _mark(claim, written, kind, getattr(each, "name", kind))
    if claim.time and claim.time.as_written:
        yield _mark(claim, claim.time.as_written, "time", words.days(claim.time))
    for toll in claim.tolls:
        yield _mark(claim, toll.as_written, "toll", words.toll(toll))


def paragraphs(text: str, spans: Sequence[Marked], first: int = 0, last: int | None = None) -> Iterator[Paragraph]:
    """The lines of `text[first:last]` in pieces cut where spans begin and end; `spans` count from 0 in the text."""
    end = len(text) if last is None else min(last, len(text))
    order = sorted(range(len(spans)), key=lambda n: spans[n].start)
    at, waiting, running = first, 0, list[int]()
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        while waiting < len(order) and spans[order[waiting]].start < stop:
            running.append(order[waiting])
            waiting += 1
        running = [n for n in running if spans[n].end > at]
        yield Paragraph(tuple(_pieces(text, at, stop, spans, running)))
        at = stop + 1


def window(text: str, at: int) -> tuple[int, int]:
    """The stretch of a text that a page shows so that it holds the character `at`: all of it, unless it is long."""
    number = min(max(at, 0), max(len(text) - 1, 0)) // LONG
    return number * LONG, min((number + 1) * LONG, len(text))


def _pieces(text: str, start: int, end: int, spans: Sequence[Marked], running: Iterable[int]) -> Iterator[Piece]:
    begins: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for n in running:
        left, right = max(spans[n].start, start), min(spans[n].end, end)
        if left < right:
            begins.setdefault(left, []).append(n)
            ends.setdefault(right, []).append(n)
    over: set[int] = set()
    for left, right in pairwise(sorted({start, end, *begins, *ends})):
        over.difference_update(ends.get(left, ()))
        over.update(begins.get(left, ()))
        yield Piece(left, right, text[left:right], tuple(sorted(over)))


def _mark(claim: Claim, written: Span, kind: Kind, label: str) -> Marked:
    return Marked(written.start, written.end, kind, short(label, LABEL), claim.id)
