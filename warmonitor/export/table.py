"""A plain table for eyes: the few columns of a record that tell it apart, cut to the width of the terminal."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Iterable
from itertools import islice
from typing import Any, BinaryIO

from pydantic import BaseModel
from rich.console import Console
from rich.table import Table
from rich.text import Text

from warmonitor.export.json_lines import line

CHOSEN: dict[str, tuple[str, ...]] = {
    "Claim": ("id", "report_id", "event_type", "claimant.name", "stance", "time.start", "evidence.text"),
    "Incident": ("id", "event_type", "start", "place.name", "killed", "injured", "status", "prominence"),
    "TimeExpression": ("report_id", "start", "end", "value"),
    "Toponym": ("report_id", "start", "end", "name", "lat", "lon"),
    "Attribution": ("report_id", "source.text", "cue.text", "content"),
    "Found": ("id", "name", "country", "admin1", "lat", "lon", "spelling"),
    "Entry": ("list", "code", "definition", "acled"),
}
"""The columns of each kind of record; of others all fields."""
WRAPPED = frozenset({"definition", "acled", "content", "evidence.text", "licence", "source"})
"""Columns that are read whole."""
AT_ONCE = 1000
"""Rows whose widths are fitted together; a longer listing begins a new table after them."""


def write(records: Iterable[BaseModel], kind: type[BaseModel], out: BinaryIO) -> int:
    """Writes the records as a table; how many they were."""
    names = CHOSEN.get(kind.__name__, tuple(kind.model_fields))
    waiting, count = iter(records), 0
    while batch := list(islice(waiting, AT_ONCE)):
        out.write(_drawn(names, batch).encode("utf-8", "backslashreplace"))
        count += len(batch)
    return count


def _drawn(names: tuple[str, ...], records: list[BaseModel]) -> str:
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in names:
        wraps = name in WRAPPED
        heading = name.removesuffix(".name").removesuffix(".text")
        table.add_column(heading, no_wrap=not wraps, overflow="fold" if wraps else "ellipsis")
    for record in records:
        content = json.loads(line(record))
        table.add_row(*(Text(_cell(content, name)) for name in names))
    drawn = io.StringIO()
    Console(file=drawn, width=shutil.get_terminal_size((120, 40)).columns).print(table)
    return drawn.getvalue()


def _cell(content: Any, name: str) -> str:
    for key in name.split("."):
        content = content.get(key) if isinstance(content, dict) else None
    if content is None or content == []:
        return ""
    if isinstance(content, list):
        return " … ".join(str(part.get("text", part)) if isinstance(part, dict) else str(part) for part in content)
    if isinstance(content, dict):
        return _figure(content)
    return " ".join(str(content).split())


def _figure(count: dict[str, Any]) -> str:
    """A count as a person writes it: 19, 12–71, 9+."""
    low, high, best = count.get("low"), count.get("high"), count.get("best")
    if low is not None and high is not None and low != high:
        return f"{low}–{high}"
    if high is None and low is not None:
        return f"{low}+"
    shown = best if best is not None else high
    return "" if shown is None else str(shown)
