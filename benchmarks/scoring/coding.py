"""The program at work on a prepared set."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from benchmarks.scoring.tasks import Made, Need
from warmonitor import intake, pipeline
from warmonitor.errors import InputError
from warmonitor.export.json_lines import line
from warmonitor.reconcile import reconcile
from warmonitor.records import Attribution, Claim, Report, TimeExpression, Toponym

S = TypeVar("S")
T = TypeVar("T")
K = TypeVar("K", bound=BaseModel)


class Desk:
    """Codes the reports of one task after another, and keeps what it made if told where."""

    def __init__(self, keep: Path | None = None) -> None:
        """`keep` is a folder; it is made when it is not there."""
        self._pipeline = pipeline.build()
        self._keep = keep

    def make(self, task: str, reports: Path, need: Need) -> Made:
        """What a task needs of a file of reports."""
        return self.of(task, list(sound(intake.take([reports]))), need)

    def of(self, task: str, reports: Sequence[Report], need: Need) -> Made:
        """What a task needs of these reports."""
        if need in ("claims", "incidents"):
            claims = self._written(f"{task}.claims", found(self._pipeline.code(reports), Claim))
            incidents = list(reconcile(claims, reports)) if need == "incidents" else []
            return Made(reports=reports, claims=claims, incidents=self._written(f"{task}.incidents", incidents))
        if need == "times":
            return Made(times=self._layer(task, found(self._pipeline.annotate(reports, need), TimeExpression)))
        if need == "places":
            return Made(places=self._layer(task, found(self._pipeline.annotate(reports, need), Toponym)))
        return Made(quotes=self._layer(task, found(self._pipeline.annotate(reports, "quotes"), Attribution)))

    def _layer(self, task: str, records: list[K]) -> list[K]:
        return self._written(f"{task}.layer", records)

    def _written(self, name: str, records: list[K]) -> list[K]:
        if self._keep and records:
            self._keep.mkdir(parents=True, exist_ok=True)
            (self._keep / f"{name}.jsonl").write_bytes(b"".join(line(record) + b"\n" for record in records))
        return records


def found(coded: Iterable[pipeline.Coded[T] | InputError], kind: type[K]) -> list[K]:
    """The records of a kind, of all reports that could be coded; the others are told."""
    return [one for report in sound(coded) for one in report.found if isinstance(one, kind)]


def sound(items: Iterable[S | InputError]) -> Iterator[S]:
    """What is no error; errors are told."""
    for item in items:
        if isinstance(item, InputError):
            print(item, file=sys.stderr)
        else:
            yield item
