"""A plain-text file is one report: its text is the file's, its id the file's stem."""

from __future__ import annotations

import io
from collections.abc import Callable

from warmonitor.errors import UnreadableFile
from warmonitor.intake.encodings import decoded
from warmonitor.intake.found import Found
from warmonitor.intake.sources import Source
from warmonitor.records import Report

LARGEST = 4_000_100
"""Bytes: a report of a million characters in any encoding; a larger file is no report."""


def report_of_text(source: Source, content: io.BufferedReader, tell: Callable[[str], None]) -> Found:
    """The report that the file is. Raises UnreadableFile if it is too large or no text."""
    raw = content.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise UnreadableFile(
            f"larger than a report can be ({LARGEST // 1_000_000} MB).",
            source.name,
            mend="Split it into one file for each report.",
        )
    return Found(Report(id=source.stem, text=decoded(raw, source.name, tell)), source.name)
