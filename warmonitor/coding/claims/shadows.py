"""Which triggers are no propositions of their own: means, modifiers, aims and light words beside a telling one."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from warmonitor.coding.claims.clauses import VERBAL, heading
from warmonitor.coding.mentions import EventMention

MEANS_OF = frozenset({"casualty_report", "property_damage", "displacement"})
WEAK = frozenset({"assessment", "background", "objective", "statement", "threat", "demand", "diplomatic_tension"})
GROUND = frozenset({"territory_gain", "territory_loss", "territory_status", "road_control"})
BELOW = frozenset({"dobj", "xcomp", "attr", "nsubjpass", "oprd", "nsubj"})


def shadowed(
    event: EventMention, token: Token, events: Mapping[int, EventMention], cues: Mapping[int, int], light: frozenset[str]
) -> bool:
    """Whether another trigger of the sentence tells this one already; `events` and `cues` by token index."""
    if token.i in cues and event.event_type in WEAK:
        return True
    if token.pos_ in VERBAL:
        return _verb_shadowed(event, token, events, light)
    return _noun_shadowed(event, token, events, light)


def _verb_shadowed(event: EventMention, token: Token, events: Mapping[int, EventMention], light: frozenset[str]) -> bool:
    if event.event_type == "military_support" and token.dep_ in ("acl", "amod", "compound"):
        return True
    if event.event_type in GROUND and token.dep_ in ("acl", "amod") and token.tag_ == "VBN":
        return True
    if token.dep_ in ("amod", "compound") and not (token.tag_ == "VBG" and token.nbor(-1).is_punct if token.i else False):
        return True
    if event.event_type == "casualty_report" and token.dep_ == "conj" and _same(events.get(token.head.i), event):
        return True
    if token.dep_ == "xcomp" and (above := events.get(token.head.i)) is not None and above.event_type == "objective":
        return True
    below = [events[c.i] for c in token.children if c.i in events and c.dep_ in BELOW]
    if event.event_type in ("assessment", "background") and below:
        return True
    return token.lemma_ in light and bool(below)


def _same(other: EventMention | None, event: EventMention) -> bool:
    """ "10 were killed and 45 injured": one claim carries both tolls."""
    return other is not None and other.event_type == event.event_type


def _noun_shadowed(event: EventMention, token: Token, events: Mapping[int, EventMention], light: frozenset[str]) -> bool:
    if token.dep_ in ("compound", "amod", "nmod"):
        return token.head.i in events or event.event_type in WEAK
    above = heading(token).head
    if above.dep_ == "prep" or above.pos_ == "ADP":
        above = above.head
    over = events.get(above.i) if above.i != token.i else None
    if over is None:
        return False
    own_words = any(c.dep_ in ("relcl", "acl") for c in token.children)
    if over.event_type in MEANS_OF and not own_words:
        return True
    if over.event_type == event.event_type and above.lemma_ not in light:
        return True
    if over.event_type in GROUND and event.event_type in GROUND:
        return True
    return event.event_type == over.event_type == "media_evidence"
