"""Which reports are constructed examples: those that ship with the program."""

from __future__ import annotations

import json
from importlib.resources import files

from warmonitor.records import Report


def constructed() -> frozenset[str]:
    """The hashes of the sample reports' texts, as claims carry them."""
    lines = (files("warmonitor") / "samples" / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    return frozenset(Report.model_validate(json.loads(line)).sha256 for line in lines if line.strip())
