"""What tests of voices hear: who, of what kind, said what, with which cue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from warmonitor.records import Attribution, Document


@dataclass(frozen=True)
class Heard:
    """A voice in words."""

    name: str
    kind: str
    source: str | None
    cue: str | None
    said: tuple[str, ...]
    stance: str
    realis: str | None
    within: int | None


Hearing = Callable[[str], list[Heard]]
Layer = Callable[[str], tuple[Attribution, ...]]
Reader = Callable[[str], Document]
