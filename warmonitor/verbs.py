"""The verbs in Python, as the package root offers them: read, code, annotate, reconcile.

    from warmonitor import code, read, reconcile

    reports = read("report.txt", published="2020-02-27")
    claims = code(reports)
    for incident in reconcile(claims, reports):
        print(incident.event_type, incident.place, incident.killed)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from os import PathLike
from pathlib import Path
from typing import Literal, TypeVar

from warmonitor import intake, pipeline
from warmonitor.errors import BadReport, InputError
from warmonitor.reconcile import reconcile as incidents_of
from warmonitor.records import Attribution, Claim, Incident, Report, TimeExpression, Toponym

OnError = Callable[[InputError], None]
T = TypeVar("T")
LONGEST_PATH = 1024
"""Characters; a longer string is a text."""


def read(
    source: str | PathLike[str],
    *,
    published: date | str | None = None,
    outlet: str | None = None,
    on_error: OnError | None = None,
) -> list[Report]:
    """The reports of a file or folder, or the one report whose words are given.

    A string is a path if something is there or if it ends in .txt, .json or .jsonl; else it is the text of a report.
    `published` and `outlet` hold for reports that do not say theirs. Raises InputError at the first report that cannot
    be coded; with `on_error` that is called instead, and the reading goes on.
    """
    given = intake.Given(_day(published), outlet)
    if isinstance(source, str) and not _is_path(source):
        return [intake.report_of_words(source, given)]
    return _sound(intake.take([Path(source)], given), on_error)


def code(reports: Report | Iterable[Report], *, on_error: OnError | None = None) -> list[Claim]:
    """Every claim in the reports, in the order of the reports and of their words.

    The first call loads parser and gazetteer, which takes some seconds. To code more reports than fit in memory, use
    `warmonitor.pipeline.build().code(reports)`, which yields them one by one.
    """
    given = [reports] if isinstance(reports, Report) else reports
    return [claim for coded in _sound(_pipeline().code(given), on_error) for claim in coded.found]


def annotate(
    reports: Report | Iterable[Report], layer: Literal["times", "places", "quotes"]
) -> list[TimeExpression | Toponym | Attribution]:
    """Every time expression, place name or attribution in the reports."""
    given = [reports] if isinstance(reports, Report) else reports
    return [item for coded in _sound(_pipeline().annotate(given, layer), None) for item in coded.found]


def reconcile(claims: Iterable[Claim], reports: Iterable[Report] = ()) -> list[Incident]:
    """The incidents that the claims tell of, the one that a report is about first; `reports` lend titles and dates."""
    return list(incidents_of(claims, reports=reports))


@cache
def _pipeline() -> pipeline.Pipeline:
    return pipeline.build()


def _is_path(source: str) -> bool:
    if not source.strip() or len(source) > LONGEST_PATH or "\n" in source or "\0" in source:
        return False
    return source.lower().endswith((".txt", ".json", ".jsonl")) or Path(source).exists()


def _day(given: date | str | None) -> date | None:
    if not isinstance(given, str):
        return given
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise BadReport(f"{given!r} is no date.", "published", mend="Write it as 2020-02-27.") from None


def _sound(found: Iterable[T | InputError], on_error: OnError | None) -> list[T]:
    """What is no error; an error is raised, or given to `on_error`."""
    kept: list[T] = []
    for item in found:
        if not isinstance(item, InputError):
            kept.append(item)
        elif on_error is None:
            raise item
        else:
            on_error(item)
    return kept
