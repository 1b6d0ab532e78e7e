"""A plain table for eyes: the few columns of a record that tell it apart, fitted to the width of the terminal."""

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

from warmonitor.export.columns import GAP, SHORT_ID, Column, columns_of, widths
from warmonitor.export.json_lines import line

AT_ONCE = 1000
"""Rows whose widths are fitted together; a longer listing begins a new table after them."""


def write(records: Iterable[BaseModel], kind: type[BaseModel], out: BinaryIO) -> int:
    """Writes the records as a table; how many they were."""
    width = shutil.get_terminal_size((120, 40)).columns
    columns = columns_of(kind, width)
    waiting, count = iter(records), 0
    while batch := list(islice(waiting, AT_ONCE)):
        out.write(_drawn(columns, batch, width).encode("utf-8", "backslashreplace"))
        count += len(batch)
    return count


def _drawn(columns: tuple[Column, ...], records: list[BaseModel], width: int) -> str:
    contents = [json.loads(line(record)) for record in records]
    rows = [[_cell(content, column) for column in columns] for content in contents]
    filled = [at for at, column in enumerate(columns) if not column.optional or any(row[at] for row in rows)]
    columns, rows = tuple(columns[at] for at in filled), [[row[at] for at in filled] for row in rows]
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, GAP, 0, 0))
    for column, fitted in zip(columns, widths(columns, rows, width), strict=True):
        overflow = "fold" if column.wraps else "ellipsis"
        table.add_column(column.title, width=fitted, no_wrap=not column.wraps, overflow=overflow)  # type: ignore[arg-type]
    for row in rows:
        table.add_row(*map(Text, row))
    drawn = io.StringIO()
    Console(file=drawn, width=width).print(table)
    return "".join(f"{shown.rstrip()}\n" for shown in drawn.getvalue().splitlines())


def _cell(content: Any, column: Column) -> str:
    if column.shows == "days":
        return _days(content.get("start"), content.get("end"))
    found = (_at(content, path) for path in column.name.split("|"))
    content = next((value for value in found if value not in (None, [])), None)
    if column.shows == "count":
        return str(len(content or ()))
    if content is None:
        return ""
    if column.shows == "standing":
        return "single" if content == "single_source" else str(content)
    if column.shows == "short_id":
        return _short(str(content))
    if isinstance(content, list):
        parts = [str(part.get("text", part)) if isinstance(part, dict) else str(part) for part in content]
        return (" … " if isinstance(content[0], dict) else ", ").join(parts)
    if isinstance(content, dict):
        return _figure(content)
    return " ".join(str(content).split())


def _at(content: Any, path: str) -> Any:
    """The value at a path; the whole record at an empty one."""
    for key in filter(None, path.split(".")):
        content = content.get(key) if isinstance(content, dict) else None
    return content


def _short(identity: str) -> str:
    """The beginning of an id, with its prefix: i-566cd2e2."""
    prefix, dash, rest = identity.rpartition("-")
    return f"{prefix}{dash}{rest[:SHORT_ID]}"


def _days(start: str | None, end: str | None) -> str:
    """2020-02-27; 2020-02-01…27; 2020-02-01…03-04; 2019-12-01… 2020-02-27; …2020-02-27 where no beginning is known."""
    if start is None or end is None:
        return f"…{end}" if end else f"{start}…" if start else ""
    if start == end:
        return start
    same = 8 if start[:8] == end[:8] else 5 if start[:5] == end[:5] else 0
    return f"{start}…{end[same:]}" if same else f"{start}… {end}"


def _figure(count: dict[str, Any]) -> str:
    """A count as a person writes it: 19, 12–71, 9+, 948,000, ≤24."""
    low, high, best = count.get("low"), count.get("high"), count.get("best")
    if low is not None and high is not None and low != high:
        return f"{low:,}–{high:,}"
    if high is None and low is not None:
        return f"{low:,}+"
    if low is None and high is not None:
        return f"≤{high:,}"
    return "" if best is None else f"{best:,}"
