"""A report made readable, before it is parsed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from warmonitor.reading.capitals import find_shouted, find_titled
from warmonitor.reading.characters import repair_characters
from warmonitor.reading.copy import Copy
from warmonitor.reading.furniture import find_furniture, merged
from warmonitor.reading.heads import Head, find_head
from warmonitor.reading.layout import lay_out, paragraphs
from warmonitor.reading.quotations import find_quotations
from warmonitor.reading.rules import Rules, load_rules
from warmonitor.reading.stops import repair_stops
from warmonitor.records import OffsetMap, Report, Span

Range = tuple[int, int]
_BAR = re.compile(r"[^\W\d_]\w* \| (?=[^\W\d_])")
""" "Turkish bombardment | Civilian killed": two headlines in one line."""


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """All of a Document but its parse; the fields of the same name mean the same."""

    report: Report
    text: str
    offsets: OffsetMap
    published: date | None
    dated_by: Span | None
    desk: Range | None
    body: int
    paragraphs: tuple[Range, ...]
    furniture: tuple[Range, ...]
    quotations: tuple[Range, ...]
    sentence_starts: tuple[int, ...]
    """Where sentences must start besides the paragraphs: after header and dateline, around furniture."""
    shouted: tuple[Range, ...]
    """Paragraphs in capitals: the parser's vocabulary decides which of them stay."""
    titled: tuple[Range, ...]
    """Headlines in title case, likewise."""


def prepare(report: Report, rules: Rules | None = None) -> Draft:
    """Repair a copy of the report's text and find its head, paragraphs, furniture and quotations."""
    rules = rules or load_rules()
    copy = repair_characters(Copy(report.text))
    copy = repair_stops(lay_out(copy, rules.record_line), rules.abbreviations)
    text, offsets = copy.text, copy.offsets()
    parts = paragraphs(text)
    head = find_head(text, parts, rules.agencies)
    furniture = merged([*find_furniture(text, parts, rules), *head.lines])
    return Draft(
        report=report,
        text=text,
        offsets=offsets,
        published=report.published or head.dated,
        dated_by=_dated_by(report, head, offsets),
        desk=head.desk,
        body=head.body,
        paragraphs=parts,
        furniture=furniture,
        quotations=find_quotations(text, parts),
        sentence_starts=_sentence_starts(text, head, furniture),
        shouted=find_shouted(text, parts),
        titled=find_titled(text, parts, _headline(head)),
    )


def _headline(head: Head) -> Range | None:
    """What stands between the header and the text that it parts from by dashes."""
    return (head.body, head.lead) if head.lead and head.lead > head.body else None


def _dated_by(report: Report, head: Head, offsets: OffsetMap) -> Span | None:
    """The words that gave the date, if it is the text's and not the one handed in."""
    if report.published or not head.dated_by:
        return None
    start, end = offsets.original(*head.dated_by)
    return Span(start=start, end=end, text=report.text[start:end])


def _sentence_starts(text: str, head: Head, furniture: tuple[Range, ...]) -> tuple[int, ...]:
    """No sentence holds both furniture and text, or what stands on both sides of a bar."""
    bounds = {head.body, head.lead or 0, *(end for _, end in head.lines), *(at for piece in furniture for at in piece)}
    bounds.update(match.end() for match in _BAR.finditer(text))
    return tuple(sorted(at for at in bounds if 0 < at < len(text)))
