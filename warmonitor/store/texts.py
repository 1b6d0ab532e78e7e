"""Records to canonical JSON and back: fields in the order of their definition, the same bytes on every machine."""

from __future__ import annotations

import json
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError

from warmonitor.records import Record

R = TypeVar("R", bound=Record)


def to_text(record: Record) -> str:
    """Its canonical JSON. Lone surrogates, which no database keeps, are escaped as JSON allows."""
    try:
        return record.model_dump_json()
    except PydanticSerializationError:
        return json.dumps(record.model_dump(mode="json"), separators=(",", ":"))


def to_record(kind: type[R], text: str) -> R:
    """The record that was written."""
    try:
        return kind.model_validate_json(text)
    except ValidationError:
        return kind.model_validate(json.loads(text))
