"""The queues of what waits for a person, as the desk names them."""

from __future__ import annotations

from typing import get_args

from warmonitor.monitor import Queue

QUEUES: tuple[Queue, ...] = get_args(Queue)
ABOUT: dict[Queue, tuple[str, str]] = {
    "contested": ("Contested", "Incidents whose accounts contradict each other."),
    "low_confidence": ("Low confidence", "Claims that the coder was not sure of."),
    "new": ("New", "Claims that nobody has looked at."),
    "changed": ("Changed source", "Claims that were ruled on before their report changed."),
    "flagged": ("Flagged", "What somebody was unsure of, and where coder and reviewer differ."),
}
