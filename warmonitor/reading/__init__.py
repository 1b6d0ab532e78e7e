"""From a Report to a Document: its text repaired on a copy, its head and furniture set apart, parsed.

The text itself is never altered; every offset of the copy leads back to it.
"""

from __future__ import annotations

from spacy.language import Language

from warmonitor.reading.draft import Draft, prepare
from warmonitor.reading.parsing import parse
from warmonitor.reading.rules import Rules, load_rules
from warmonitor.records import Document, Report

__all__ = ["Draft", "Rules", "load_rules", "parse", "prepare", "read"]


def read(report: Report, parser: Language, rules: Rules | None = None) -> Document:
    """The document of one report. For many, `parse(map(prepare, reports), parser)` is faster."""
    return next(parse([prepare(report, rules)], parser, batch_size=1))
