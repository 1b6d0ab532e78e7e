"""Whether claims tell a happening, or only speak of violence as such ("the violence in the country")."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from warmonitor.reconcile.tellings import Telling
from warmonitor.records import EventType, Party, PlacePrecision, Span

HARM = frozenset(("force", "toll", "detention", "pressure"))
"""Families of happenings that befall someone; of others (a meeting, a withdrawal) the name says enough."""
FIGHTING: frozenset[EventType] = frozenset(("battle", "offensive_launch"))
PLACED: frozenset[PlacePrecision] = frozenset(("site", "town", "near_town", "district", "province", "road"))
FIRM = timedelta(days=7)
"""The longest time that still says when something happened."""
ENOUGH = 2
"""Of who did it, where and when, what must be told of a happening that is said to befall nobody."""


def is_told(members: Sequence[Telling]) -> bool:
    """Whether the claims say whom it befell, how many, or at least two of: by whom, where, when."""
    told = [t for t in members if t.happening.part != "remark"]
    if any(t.happening.family not in HARM and t.claim.event_type not in FIGHTING for t in told):
        return True
    if any(t.tolls or _named(t.claim.evidence, t.claim.targets) for t in told):
        return True
    acted = any(_named(t.claim.evidence, t.claim.agents) for t in told)
    return acted + any(map(_placed, told)) + any(map(_dated, told)) >= ENOUGH


def _named(evidence: Span, parties: Sequence[Party]) -> bool:
    """Whether the clause itself names one of them."""
    return any(_within(evidence, party.as_written) for party in parties if party.stated)


def _within(evidence: Span, words: Span | None) -> bool:
    """Whether the clause has the words; what has none was given, not read."""
    return words is None or (evidence.start <= words.start and words.end <= evidence.end)


def _placed(telling: Telling) -> bool:
    claim = telling.claim
    places = (p for p in claim.places if p.role == "event" and p.precision in PLACED)
    return any(_within(claim.evidence, p.as_written) for p in places)


def _dated(telling: Telling) -> bool:
    first, last = telling.first_day, telling.last_day
    return telling.dated and first is not None and (last or first) - first <= FIRM
