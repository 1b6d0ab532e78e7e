"""One JSON list, for programs that read a file whole."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from pydantic import BaseModel

from warmonitor.export.json_lines import line


def write(records: Iterable[BaseModel], _kind: type[BaseModel], out: BinaryIO) -> int:
    """Writes a list with one record a line; how many they were."""
    count = 0
    out.write(b"[")
    for count, record in enumerate(records, 1):
        out.write((b"\n" if count == 1 else b",\n") + line(record))
    out.write(b"\n]\n")
    return count
