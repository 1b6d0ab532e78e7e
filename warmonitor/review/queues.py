"""What waits for a person, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from warmonitor.records import Incident, Ruling
from warmonitor.review.force import in_force
from warmonitor.review.state import OPEN, Standing, State, standing_of

Queue = Literal["contested", "low_confidence", "new", "changed", "flagged"]
Hand = Literal["coder", "reviewer"]
LOW = 0.4
"""Confidence below which a claim is looked at by a person: in that range the coder is wrong more often than right."""


def pressing(state: State, hand: Hand = "reviewer", hide_agreed: bool = True) -> Iterator[tuple[Queue, str]]:
    """The queues that a claim waits in for a coder or a reviewer, with the reason for each; none if it is settled.

    A reviewer looks at what a coder decided, a coder not at what a reviewer decided. Unless they are hidden, claims on
    which both agree stay among the new ones.
    """
    if state.stale:
        yield "changed", "the report has changed since it was ruled on"
    if state.broken:
        yield "changed", "an edit no longer fits: the claim was coded anew"
    if "unsure" in (state.coder, state.reviewer):
        yield "flagged", "somebody was unsure"
    if state.coder not in OPEN and state.reviewer not in OPEN and not state.agreed:
        yield "flagged", f"the coder left it {state.coder}, the reviewer {state.reviewer}"
    if state.agreed and not hide_agreed:
        yield "new", f"coder and reviewer agree: {state.reviewer}"
    if not state.stale and _open(state, hand):
        yield from _new(state.coder, state.coded.confidence)


def unseen(confidence: float) -> dict[Queue, str]:
    """The queues that a claim waits in on which nobody has ruled, whoever asks; its record is not needed."""
    return dict(_new("coded", confidence))


def _new(coder: Standing, confidence: float) -> Iterator[tuple[Queue, str]]:
    yield "new", "nobody has ruled on it" if coder == "coded" else f"the coder left it {coder}"
    if confidence < LOW:
        yield "low_confidence", f"coded with confidence {confidence:.2f}"


def _open(state: State, hand: Hand) -> bool:
    by_coder = ("coded",) if hand == "coder" else ("coded", "accepted", "rejected", "edited")
    return state.reviewer == "coded" and state.coder in by_coder


def unsettled(incident: Incident, rulings: Iterable[Ruling]) -> Iterator[tuple[Queue, str]]:
    """The queues that an incident waits in, with the reason for each; none if people have settled it."""
    standing = standing_of(ruling for ruling in in_force(rulings) if ruling.claim is None)
    if standing == "unsure":
        yield "flagged", "somebody was unsure"
    if standing == "coded" and incident.status == "disputed":
        fields = ", ".join(reading.field for reading in incident.readings if reading.standing == "contested")
        yield "contested", f"accounts differ on {fields}" if fields else "the accounts contradict each other"
