"""What the readers of files hand on: a report with the place that it was found at."""

from __future__ import annotations

from dataclasses import dataclass

from warmonitor.records import Report


@dataclass(frozen=True, slots=True)
class Found:
    """A report, the file it stands in and, in a file of many, the line (1-based)."""

    report: Report
    where: str
    line: int | None = None

    @property
    def place(self) -> str:
        """As messages name it."""
        return self.where if self.line is None else f"{self.where}, line {self.line}"
