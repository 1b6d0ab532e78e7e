"""From a JSON value to a Report; what does not fit is named with its field."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from warmonitor.errors import BadReport, InputError
from warmonitor.intake.found import Found
from warmonitor.intake.json_values import MEND, Value
from warmonitor.intake.sources import Source
from warmonitor.records import Report

STRINGS = ("outlet", "title", "url", "language")
LIKE_TEXT = ("body", "content", "article", "Text", "full_text")
"""What others call the field `text`."""
FIELDS = frozenset({"id", "text", "published", *STRINGS})
Tell = Callable[[str], None]
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}.*)?")
_KINDS = {str: "a string", bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}


def report_of_record(value: Value, source: Source, tell: Tell) -> Found | InputError:
    """The report that a JSON object describes, or what is wrong with it."""
    record = value.content
    if not isinstance(record, dict):
        return BadReport(f"{_kind(record)} where a report should be.", source.name, value.line, mend=MEND)
    reading = _Reading(record, source.name, value.line)
    try:
        report = Report(
            id=reading.id(_spare_id(source, value, tell)),
            text=reading.text(),
            published=reading.day("published"),
            **{name: reading.string(name) for name in STRINGS},
        )
    except BadReport as error:
        return error
    _tell_of_extras(record, source, value, tell)
    return Found(report, source.name, value.line)


class _Reading:
    """The fields of one record, each checked. All methods raise BadReport."""

    def __init__(self, record: Mapping[str, object], where: str, line: int | None) -> None:
        self._record, self._where, self._line = record, where, line

    def string(self, name: str) -> str | None:
        """A field that may be missing, null or empty."""
        content = self._record.get(name)
        if content is None or content == "":
            return None
        if not isinstance(content, str):
            raise self._wrong(name, f"{_kind(content)} where a string should be.", "Put it in quotation marks.")
        return content

    def id(self, spare: Callable[[], str]) -> str:
        """The record's own id, or the spare one."""
        return self.string("id") or spare()

    def text(self) -> str:
        """The field that no report can do without."""
        if self._record.get("text") is None:
            near = next((name for name in LIKE_TEXT if name in self._record), None)
            mend = f"Rename {near!r} to 'text'." if near else "Give the words of the report in 'text'."
            raise self._wrong("text", "missing.", mend)
        return self.string("text") or ""

    def day(self, name: str) -> date | None:
        """An ISO date; of a date with a time, the day as it is written."""
        written = self.string(name)
        if written is None:
            return None
        match = _ISO.fullmatch(written.strip())
        try:
            return date.fromisoformat(match[1] if match else "")
        except ValueError:
            mend = "Write it as 2020-02-27, or leave it out."
            raise self._wrong(name, f"{written[:40]!r} is no date.", mend) from None

    def _wrong(self, name: str, what: str, mend: str) -> BadReport:
        return BadReport(what, self._where, self._line, name, mend)


def _kind(content: object) -> str:
    return _KINDS.get(type(content), "null")


def _spare_id(source: Source, value: Value, tell: Tell) -> Callable[[], str]:
    def spare() -> str:
        made = source.stem if value.line is None else f"{source.stem}-{value.line}"
        place = source.name + (f", line {value.line}" if value.line is not None else "")
        tell(f"{place}: the report has no id, and gets {made!r}.")
        return made

    return spare


def _tell_of_extras(record: Mapping[str, object], source: Source, value: Value, tell: Tell) -> None:
    extras = [name for name in record if name not in FIELDS]
    if extras:
        tell(f"{source.name}: fields of reports that are not used: {', '.join(map(repr, sorted(extras)[:8]))}.")
