"""Which triggers are no propositions of their own: means, modifiers, aims and light words beside a telling one."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from warmonitor.coding.claims.clauses import VERBAL, heading
from warmonitor.coding.mentions import EventMention, Voice

MEANS_OF = frozenset({"casualty_report", "property_damage", "displacement"})
WEAK = frozenset({"assessment", "background", "objective", "statement", "threat", "demand", "diplomatic_tension"})
GROUND = frozenset({"territory_gain", "territory_loss", "territory_status", "road_control"})
BELOW = frozenset({"dobj", "xcomp", "attr", "nsubjpass", "oprd", "nsubj"})


def shadowed(
    event: EventMention, token: Token, events: Mapping[int, EventMention], cues: Mapping[int, Voice], light: frozenset[str]
) -> bool:
    """Whether another trigger of the sentence tells this one already; `events` and `cues` by token index."""
    if token.i in cues and event.event_type in WEAK and _says_event(cues[token.i], events, token):
        return True
    if token.pos_ in VERBAL:
        return _verb_shadowed(event, token, events, light)
    return _noun_shadowed(event, token, events, light)


def _says_event(voice: Voice, events: Mapping[int, EventMention], cue: Token) -> bool:
    """What is said names an event itself; then the saying is no claim of its own."""
    return any(a <= e.start < b and e.root != cue.i for e in events.values() for a, b in voice.contents)


def _verb_shadowed(event: EventMention, token: Token, events: Mapping[int, EventMention], light: frozenset[str]) -> bool:
    if event.event_type == "military_support" and token.dep_ in ("acl", "amod", "compound"):
        return True
    if event.event_type in GROUND and token.dep_ in ("acl", "amod") and token.tag_ == "VBN":
        return True
    if token.dep_ in ("amod", "compound"):
        return True
    if token.dep_ == "xcomp" and (above := events.get(token.head.i)) is not None and above.event_type == "objective":
        return True
    below = [events[c.i] for c in token.children if c.i in events and c.dep_ in BELOW]
    if event.event_type in ("assessment", "background") and below:
        return True
    return token.lemma_ in light and bool(below)


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
