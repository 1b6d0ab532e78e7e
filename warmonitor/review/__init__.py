"""People and machine apart: what append-only rulings make of claims, and what waits for a person.

Everything here is a pure function of claims and rulings, so a replay of the rulings gives the same answer:

    in_force(rulings)            those that were not undone
    state_of(claim, rulings)     how coder and reviewer left a claim
    apply(claims, rulings)       the claims as people left them
    carry(old, new, rulings)     the rulings on a text that has changed since, under the claims of the new one
    bonds(rulings)               which incidents people joined, which claims they split off
    since(rulings, seen)         what others decided after one last looked
    check(ruling, claim, text)   raises BadRuling for what cannot be ruled
    pressing(stand), unseen(confidence), unsettled(incident, rulings)   which queues they wait in, and why
"""

from __future__ import annotations

from warmonitor.review.applying import apply
from warmonitor.review.bonds import Bonds, bonds
from warmonitor.review.carrying import carry, successors
from warmonitor.review.checking import check
from warmonitor.review.conflicts import since
from warmonitor.review.fields import edited, value_of, words_of
from warmonitor.review.force import in_force, last_of
from warmonitor.review.queues import LOW, Hand, Queue, pressing, unseen, unsettled
from warmonitor.review.state import Stand, Standing, State, stand_of, standing_of, state_of

__all__ = [
    "LOW",
    "Bonds",
    "Hand",
    "Queue",
    "Stand",
    "Standing",
    "State",
    "apply",
    "bonds",
    "carry",
    "check",
    "edited",
    "in_force",
    "last_of",
    "pressing",
    "since",
    "stand_of",
    "standing_of",
    "state_of",
    "successors",
    "unseen",
    "unsettled",
    "value_of",
    "words_of",
]
