"""JSON Lines: one record a line, UTF-8; the format between commands."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import BinaryIO

from pydantic import BaseModel
from pydantic_core import PydanticSerializationError


def write(records: Iterable[BaseModel], _kind: type[BaseModel], out: BinaryIO) -> int:
    """Writes each record as it comes; how many they were."""
    count = 0
    for count, record in enumerate(records, 1):  # noqa: B007  (the count is what is returned)
        out.write(line(record) + b"\n")
    return count


def line(record: BaseModel) -> bytes:
    """A record as one line of JSON. Half a character (a lone surrogate) is written as its escape."""
    try:
        return record.model_dump_json().encode()
    except (PydanticSerializationError, UnicodeEncodeError):
        return json.dumps(record.model_dump(), default=str, separators=(",", ":")).encode()
