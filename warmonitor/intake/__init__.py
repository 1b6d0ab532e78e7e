"""From files, folders and standard input to Reports: their text exactly as it was given, each flaw said plainly.

Reports come one by one, in the order of the paths; what cannot be used comes as an InputError in its place, so that
the others go on. What can be used but deserves a word (an encoding that was guessed, a field that is not used) is told
through `tell`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from warmonitor.errors import InputError
from warmonitor.intake.checks import Checks
from warmonitor.intake.found import Found
from warmonitor.intake.json_values import values_in
from warmonitor.intake.plain_text import report_of_text
from warmonitor.intake.records import report_of_record
from warmonitor.intake.sources import Source, sources_of
from warmonitor.intake.stored import stored
from warmonitor.records import Report

__all__ = ["Given", "report_of_words", "stored", "take"]

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Given:
    """What the caller knows about reports that do not say it themselves."""

    published: date | None = None
    outlet: str | None = None


def take(
    paths: Iterable[str | Path], given: Given | None = None, tell: Tell | None = None
) -> Iterator[Report | InputError]:
    """The reports of all paths (`-`: standard input), each checked; what cannot be coded as an error in its place."""
    hear = tell or _unheard
    checks = Checks(hear)
    for found in _found(paths, hear):
        if isinstance(found, InputError):
            yield found
        else:
            checked = checks.checked(_completed(found, given or Given()))
            if checked is not None:
                yield checked


def report_of_words(text: str, given: Given | None = None, name: str = "text") -> Report:
    """A report of words that are at hand already. Raises BadReport if they cannot be coded."""
    found = Found(Report(id=name, text=text), where=name)
    completed = _completed(found, given or Given())
    checked = Checks(_unheard).checked(completed)
    if isinstance(checked, InputError):
        raise checked
    return checked or completed.report


def _found(paths: Iterable[str | Path], tell: Tell) -> Iterator[Found | InputError]:
    for source in sources_of(paths, tell):
        if isinstance(source, InputError):
            yield source
            continue
        try:
            yield from _reports_in(source, tell)
        except InputError as error:
            yield error


def _reports_in(source: Source, tell: Tell) -> Iterator[Found | InputError]:
    with source.open() as content:
        if source.holds_records(content):
            for value in values_in(source, content, tell):
                yield value if isinstance(value, InputError) else report_of_record(value, source, tell)
        else:
            yield report_of_text(source, content, tell)


def _completed(found: Found, given: Given) -> Found:
    report = found.report
    told = {
        "published": report.published or given.published,
        "outlet": report.outlet or given.outlet,
    }
    return Found(report.model_copy(update=told), found.where, found.line)


def _unheard(_message: str) -> None:
    """Takes what nobody asked to hear."""
