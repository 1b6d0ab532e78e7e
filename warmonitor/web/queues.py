"""The queues of what waits for a person, as the desk names and counts them."""

from __future__ import annotations

from typing import get_args

from warmonitor.monitor import Monitor, Queue
from warmonitor.review import Hand

QUEUES: tuple[Queue, ...] = get_args(Queue)
SIZES = 500
"""Up to which a queue is counted: more is not worked through in a sitting."""
ABOUT: dict[Queue, tuple[str, str]] = {
    "contested": ("Contested", "Incidents whose accounts contradict each other."),
    "low_confidence": ("Low confidence", "Claims that the coder was not sure of."),
    "new": ("New", "Claims that nobody has looked at."),
    "changed": ("Changed source", "Claims that were ruled on before their report changed."),
    "flagged": ("Flagged", "What somebody was unsure of, and where coder and reviewer differ."),
}


def sizes(monitor: Monitor, hand: Hand) -> dict[Queue, int]:
    """How many wait in each queue for a coder or a reviewer; counting stops one above SIZES."""
    return {name: len(monitor.queue(name, limit=SIZES + 1, hand=hand)) for name in QUEUES}
