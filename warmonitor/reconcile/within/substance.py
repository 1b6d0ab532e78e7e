"""Whether claims tell a happening, or only speak of violence as such ("the violence in the country")."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from warmonitor.reconcile.tellings import Telling
from warmonitor.records import EventType, Party, PlacePrecision, Realis, Span

HARM = frozenset(("force", "toll", "detention", "pressure"))
"""Families of happenings that befall someone; of others (a meeting, a withdrawal) the name says enough."""
FIGHTING: frozenset[EventType] = frozenset(("battle", "offensive_launch"))
PLACED: frozenset[PlacePrecision] = frozenset(("site", "town", "near_town", "district", "province", "road"))
FIRM = timedelta(days=7)
"""The longest time that still says when something happened."""
UNREAL: frozenset[Realis] = frozenset(("planned", "hypothetical", "future_expected"))
"""What is only to come, or might be, has not happened; a threat has been made."""
ENOUGH = 2
"""Of whom it befell, by whom, where and when, how much must be told of it."""


def is_told(members: Sequence[Telling]) -> bool:
    """Whether it happened and the claims say how many it befell, or enough of: whom, by whom, where, when."""
    told = [t for t in members if t.happening.part != "remark"]
    if told and all(t.claim.realis in UNREAL for t in told):
        return False
    if any(t.happening.family not in HARM and t.claim.event_type not in FIGHTING for t in told):
        return True
    if any(t.tolls for t in told):
        return True
    befell = any(_named(t.claim.evidence, t.claim.targets) for t in told)
    acted = any(_named(t.claim.evidence, t.claim.agents) for t in told)
    return befell + acted + any(map(_placed, told)) + any(map(_dated, told)) >= ENOUGH


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
