"""What others reach: floors and the best published figures, from benchmarks/published.tsv."""

from __future__ import annotations

import csv
from pathlib import Path

from pydantic import BaseModel

TABLE = Path(__file__).parents[1] / "published.tsv"


class Anchor(BaseModel):
    """Of one measure: what regular expressions and a gazetteer reach, what the best published system reached."""

    task: str
    measure: str
    floor: float | None
    best: float | None
    source: str


def anchors() -> list[Anchor]:
    """All of them, in the order of the table."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return [Anchor.model_validate({name: cell or None for name, cell in row.items()}) for row in rows]
