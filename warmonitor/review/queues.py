"""What waits for a person, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from warmonitor.records import Incident, Ruling
from warmonitor.review.force import in_force
from warmonitor.review.state import OPEN, Stand, Standing, standing_of

Queue = Literal["contested", "low_confidence", "new", "changed", "flagged"]
Hand = Literal["coder", "reviewer"]
LOW = 0.4
"""Confidence below which a claim is looked at by a person: in that range the coder is wrong more often than right."""


def pressing(stand: Stand, hand: Hand = "reviewer", hide_agreed: bool = True) -> Iterator[tuple[Queue, str]]:
    """The queues that a claim waits in for a coder or a reviewer, with the reason for each; none if it is settled.

    A reviewer looks at what a coder decided, a coder not at what a reviewer decided. Unless they are hidden, claims on
    which both agree stay among the new ones.
    """
    if stand.stale:
        yield "changed", "the report has changed since it was ruled on"
    if stand.broken:
        yield "changed", "an edit no longer fits: the claim was coded anew"
    if "unsure" in (stand.coder, stand.reviewer):
        yield "flagged", "somebody was unsure"
    if stand.coder not in OPEN and stand.reviewer not in OPEN and not stand.agreed:
        yield "flagged", f"the coder left it {stand.coder}, the reviewer {stand.reviewer}"
    if stand.agreed and not hide_agreed:
        yield "new", f"coder and reviewer agree: {stand.reviewer}"
    if not stand.stale and _open(stand, hand):
        yield from _new(stand.coder, stand.confidence)


def unseen(confidence: float) -> dict[Queue, str]:
    """The queues that a claim waits in on which nobody has ruled, whoever asks; its record is not needed."""
    return dict(_new("coded", confidence))


def _new(coder: Standing, confidence: float) -> Iterator[tuple[Queue, str]]:
    yield "new", "nobody has ruled on it" if coder == "coded" else f"the coder left it {coder}"
    if confidence < LOW:
        yield "low_confidence", f"coded with confidence {confidence:.2f}"


def _open(stand: Stand, hand: Hand) -> bool:
    by_coder = ("coded",) if hand == "coder" else ("coded", "accepted", "rejected", "edited")
    return stand.reviewer == "coded" and stand.coder in by_coder


def unsettled(incident: Incident, rulings: Iterable[Ruling]) -> Iterator[tuple[Queue, str]]:
    """The queues that an incident waits in, with the reason for each; none if people have settled it."""
    standing = standing_of(ruling for ruling in in_force(rulings) if ruling.claim is None)
    if standing == "unsure":
        yield "flagged", "somebody was unsure"
    if standing == "coded" and incident.status == "disputed":
        fields = ", ".join(reading.field for reading in incident.readings if reading.standing == "contested")
        yield "contested", f"accounts differ on {fields}" if fields else "the accounts contradict each other"
