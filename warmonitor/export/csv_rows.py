"""CSV: one record a row. A part of a record has columns of its own (`time.start`); a list is one cell of JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from types import NoneType
from typing import Any, BinaryIO, get_args

from pydantic import BaseModel

from warmonitor.export.json_lines import line


def write(records: Iterable[BaseModel], kind: type[BaseModel], out: BinaryIO) -> int:
    """Writes a header and a row for each record; how many they were."""
    names = list(columns(kind))
    count = 0
    out.write(_row(names))
    for count, record in enumerate(records, 1):  # noqa: B007  (the count is what is returned)
        content = json.loads(line(record))
        out.write(_row([_cell(content, name) for name in names]))
    return count


def columns(kind: type[BaseModel], before: str = "") -> Iterator[str]:
    """The columns of a kind of record, in the order of its fields; the same for every file of that kind."""
    for name, field in kind.model_fields.items():
        part = _part(field.annotation)
        if part is None:
            yield before + name
        else:
            yield from columns(part, f"{before}{name}.")


def _part(annotation: Any) -> type[BaseModel] | None:
    """The record that a field holds, if it holds exactly one or none."""
    kinds = [kind for kind in (get_args(annotation) or (annotation,)) if kind is not NoneType]
    if len(kinds) == 1 and isinstance(kinds[0], type) and issubclass(kinds[0], BaseModel):
        return None if getattr(annotation, "__origin__", None) is tuple else kinds[0]
    return None


def _cell(content: Any, name: str) -> str:
    for key in name.split("."):
        content = content.get(key) if isinstance(content, dict) else None
    if content is None or content == []:
        return ""
    return content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)


def _row(cells: list[str]) -> bytes:
    row = io.StringIO()
    csv.writer(row, lineterminator="\n").writerow(cells)
    return row.getvalue().encode("utf-8", "backslashreplace")
