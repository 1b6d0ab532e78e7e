"""When it happened: the time of the clause, of the sentence, or, for news, the day of the report."""

from __future__ import annotations

from dataclasses import dataclass

from warmonitor.coding.claims.candidates import Candidate
from warmonitor.coding.claims.layers import Layers, within
from warmonitor.coding.mentions import TimeMention
from warmonitor.records import EventType, When

UNDATED: frozenset[EventType] = frozenset({"background", "military_support"})

STOCKS: frozenset[EventType] = frozenset({"displacement", "humanitarian", "diplomatic_tension"})
"""Told in the present or the perfect, these are standing figures and states, not news of the day."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A time and the mention that gave it (None: inferred from the report's date)."""

    when: When | None
    mention: TimeMention | None
    rule: str


def when(candidate: Candidate, span: tuple[int, int], layers: Layers) -> Dated:
    """The time of the clause `span`; without one, news happened on the day of the report, background has no date."""
    chosen = _chosen(candidate, span, layers)
    document = layers.document
    if chosen is not None:
        words = document.span(chosen.start, chosen.end)
        found = chosen.when or When(precision="vague")
        return Dated(found.model_copy(update={"as_written": words}), chosen, chosen.rule)
    if document.published is None or _undated(candidate):
        return Dated(None, None, "undated")
    day = document.published
    return Dated(When(start=day, end=day, precision="day", inferred=True), None, "day of the report")


def _chosen(candidate: Candidate, span: tuple[int, int], layers: Layers) -> TimeMention | None:
    """A dated expression in the clause, the one nearest to the predicate; else one that opens the sentence."""
    inside = [t for t in within(layers.times, *span) if t.when is not None and not t.deadline]
    if inside:
        at = candidate.predicate.idx
        return min(inside, key=lambda t: (min(abs(t.start - at), abs(t.end - at)), t.start))
    if candidate.voice is not None:
        return None
    sentence = candidate.predicate.sent
    opening = [t for t in within(layers.times, sentence.start_char, sentence.end_char) if t.when is not None and not t.deadline]
    return next((t for t in opening if t.start - sentence.start_char < 6), None)


def _undated(candidate: Candidate) -> bool:
    """Background, standing facts and what had happened before, told by the narrator, have no day of their own."""
    if candidate.voice is not None:
        return False
    if candidate.event_type in UNDATED:
        return True
    verb = candidate.predicate
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    perfect = verb.tag_ == "VBN" and bool(auxiliaries & {"have", "has", "had"})
    if "had" in auxiliaries or (perfect and verb.dep_ == "relcl"):
        return True
    return candidate.event_type in STOCKS and (perfect or verb.tag_ in ("VBZ", "VBP"))
