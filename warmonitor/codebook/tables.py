"""Reading the codebook's tables: tab-separated, a header line, `#` comments, a source for every row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib.resources import files
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from warmonitor.errors import CodebookError

DATA = "warmonitor.codebook"


class Row(BaseModel):
    """A row of a codebook table; every row says where it is from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: str


R = TypeVar("R", bound=Row)


def read_table(name: str, kind: type[R]) -> tuple[R, ...]:
    """The rows of `codebook/data/NAME.tsv`; an empty cell is left to the field's default.

    Raises CodebookError naming the file, the line and the column.
    """
    return tuple(_rows(name, kind))


def _rows(name: str, kind: type[R]) -> Iterator[R]:
    text = (files(DATA) / "data" / f"{name}.tsv").read_text(encoding="utf-8")
    lines = [(at, line) for at, line in enumerate(text.splitlines(), 1) if line.strip() and not line.startswith("#")]
    if not lines:
        raise CodebookError(f"{name}.tsv is empty: it needs a header line.")
    header = lines[0][1].split("\t")
    for at, line in lines[1:]:
        cells = next(csv.reader([line], delimiter="\t", quoting=csv.QUOTE_NONE))
        if len(cells) > len(header):
            raise CodebookError(f"{name}.tsv, line {at}: {len(cells)} cells, but the header names {len(header)}.")
        try:
            yield kind.model_validate({k: v.strip() for k, v in zip(header, cells, strict=False) if v.strip()})
        except ValidationError as error:
            first = error.errors()[0]
            column = ".".join(str(part) for part in first["loc"])
            raise CodebookError(f"{name}.tsv, line {at}, column {column!r}: {first['msg']}.") from error
