"""Records out, in the form that was asked for: JSON Lines between programs, CSV for spreadsheets, a table for eyes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import BinaryIO

from pydantic import BaseModel

from warmonitor.export import csv_rows, json_lines, json_list, table

__all__ = ["FORMS", "Write", "write"]

Write = Callable[[Iterable[BaseModel], type[BaseModel], BinaryIO], int]
FORMS: dict[str, Write] = {
    "jsonl": json_lines.write,
    "json": json_list.write,
    "csv": csv_rows.write,
    "table": table.write,
}
"""Name of a form (and ending of its files) to what writes it."""


def write(records: Iterable[BaseModel], kind: type[BaseModel], form: str, out: BinaryIO) -> int:
    """Writes records of one kind as they come; how many they were. `form` is a key of FORMS."""
    return FORMS[form](records, kind, out)
