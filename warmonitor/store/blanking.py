"""Records without words that must go: each gives way to `█` of the same length, so that offsets hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from pydantic import JsonValue

FILLER = "█"
SHORTEST = 3  # letters of a last name that is erased where it stands alone: shorter ones are in too many other names
Blank = Callable[[str], str]
Place = tuple[int, int, str]
"""Start, end and words of a span."""

# What is a code, an id, a date or a number: it says nothing in the words of a report.
CODES = frozenset("""
    id report_id report_sha256 coder event_type types sub_event_type stance realis kind country precision role
    gazetteer_id bound group_kind scope field rule start end deadline known status standing claims reports redirects
    totals keys at action claim incident others undoes by version added redacted copy_of published language
""".split())  # fmt: skip


def filled(text: str) -> str:
    """As much filler as there was text."""
    return FILLER * len(text)


def name_blanked(name: str, last_alone: bool) -> Blank:
    """Blanks a person's name wherever it stands, in any case; with `last_alone`, its last part by itself as well."""
    parts = name.split()
    between = r"[\W_]+"
    patterns = [f"(?i:{between.join(map(re.escape, parts))})"]
    if last_alone and len(parts) > 1 and len(parts[-1]) >= SHORTEST:
        patterns.append(re.escape(parts[-1]))
    pattern = re.compile(rf"(?<![^\W_])(?:{'|'.join(patterns)})(?![^\W_])")
    return lambda text: pattern.sub(lambda found: filled(found.group()), text)


def said_in(text: str) -> Blank:
    """Blanks what repeats words of a text, whole values only."""
    whole = text.casefold()
    return lambda value: filled(value) if value.strip() and value.casefold() in whole else value


def values(record: JsonValue, blank: Blank, new_spans: Callable[[Place], str]) -> JsonValue:
    """A record in JSON with its words blanked: spans by where they are, other values by what they say."""
    if isinstance(record, str):
        return blank(record)
    if isinstance(record, list):
        return [values(part, blank, new_spans) for part in record]
    if not isinstance(record, dict):
        return record
    if (place := span_of(record)) is not None:
        return {**record, "text": new_spans(place)}
    found = record.get("gazetteer_id") is not None  # the gazetteer's name of the place, not the report's
    return {
        field: part
        if field in CODES or (found and field in ("name", "admin1", "others"))
        else values(part, blank, new_spans)
        for field, part in record.items()
    }


def span_of(record: Mapping[str, JsonValue]) -> Place | None:
    """Start, end and words, if the record is a span."""
    match record:
        case {"start": int(start), "end": int(end), "text": str(text)}:
            return start, end, text
    return None


def spans_in(record: JsonValue) -> set[Place]:
    """All spans in a record."""
    if isinstance(record, list):
        return set().union(*map(spans_in, record))
    if not isinstance(record, dict):
        return set()
    if (place := span_of(record)) is not None:
        return {place}
    return set().union(*map(spans_in, record.values()))
