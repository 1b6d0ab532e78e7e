"""Records that the program wrote, read back: claims and incidents in JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from warmonitor.errors import BadRecord, InputError
from warmonitor.intake.json_values import values_in
from warmonitor.intake.sources import Source, sources_of

R = TypeVar("R", bound=BaseModel)


def stored(path: str | Path, kind: type[R]) -> Iterator[R | InputError]:
    """The records of one kind in a file (`-`: standard input); a line that is none comes as an error in its place."""
    for source in sources_of([path], lambda _message: None):
        if isinstance(source, InputError):
            yield source
        else:
            yield from _records(source, kind)


def _records(source: Source, kind: type[R]) -> Iterator[R | InputError]:
    try:
        with source.open() as content:
            for value in values_in(source, content, lambda _message: None):
                yield value if isinstance(value, InputError) else _record(value.content, kind, source, value.line)
    except InputError as error:
        yield error


def _record(content: object, kind: type[R], source: Source, line: int | None) -> R | InputError:
    name = kind.__name__.lower()
    try:
        return kind.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"])) or None
        mend = f"Give a file that warmonitor wrote, with one {name} a line."
        return BadRecord(f"not a {name}: {first['msg']}.", source.name, line, field, mend)
