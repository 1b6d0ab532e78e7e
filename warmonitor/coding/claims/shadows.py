"""Which triggers are no propositions of their own: means, modifiers, aims and light words beside a telling one."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from warmonitor.coding.claims.clauses import VERBAL, heading, heads_a_line, is_aside, misread_as_noun
from warmonitor.coding.mentions import EventMention

MEANS_OF = frozenset({"casualty_report", "property_damage", "displacement"})
WEAK = frozenset({"assessment", "background", "objective", "statement", "threat", "demand", "diplomatic_tension"})
GROUND = frozenset({"territory_gain", "territory_loss", "territory_status", "road_control"})
QUALIFYING = GROUND | {"military_support", "deployment"}
"""Events whose participles tell whose or which ones are meant: "towns held by rebels", "guns stationed at the base"."""
STRIKES = frozenset({"air_strike", "shelling", "attack", "bombing", "shooting", "chemical_attack"})
"""One strike told by verb and noun is one: "targeted the prison with three raids"."""
ARRANGED = frozenset({"ceasefire", "agreement", "diplomatic_meeting", "sanction"})
"""Standing things that are named far more often than they happen: "at the conference", "under the truce"."""
PLANNING = frozenset({"plan", "intend", "hope", "prepare", "want", "intention", "objective", "aim", "goal", "priority"})
SITUATED = frozenset({"live", "house", "link", "locate"})
"""Participles that tell which people or things are meant: "families living in sheds", "groups linked to others"."""
BELOW = frozenset({"dobj", "xcomp", "attr", "nsubjpass", "oprd", "nsubj"})


def shadowed(
    event: EventMention,
    token: Token,
    events: Mapping[int, EventMention],
    cues: Mapping[int, int],
    light: frozenset[str],
) -> bool:
    """Whether another trigger of the sentence tells this one already; `events` and `cues` by token index."""
    if token.i in cues and event.event_type in WEAK:
        return True
    if event.event_type == "displacement" and token.dep_ == "amod" and _is_of_the_event(token.head, events):
        return True  # "the camp for displaced people", "a displaced man was shot"
    if token.pos_ in VERBAL:
        return _verb_shadowed(event, token, events, light)
    return _noun_shadowed(event, token, events, light)


def _is_of_the_event(noun: Token, events: Mapping[int, EventMention]) -> bool:
    """Whether a noun says for whom something is, or who does or suffers what its verb tells."""
    return noun.head.lower_ == "for" or (noun.dep_ in ("nsubj", "nsubjpass", "dobj") and noun.head.i in events)


def _verb_shadowed(
    event: EventMention, token: Token, events: Mapping[int, EventMention], light: frozenset[str]
) -> bool:
    if any(c.dep_ == "det" for c in token.children):
        return True  # "the injured", "the wounded": people, not a telling
    if heads_a_line(token):
        return False
    if event.event_type == "background" and token.dep_ == "acl" and token.lemma_ in SITUATED:
        return True
    if _scheduled(token, event):
        return token.head.i in events
    if token.lemma_ == "claim" and token.head.i in events and token.head.pos_ not in VERBAL:
        return False  # "control claimed by Russia": the noun has no verb but this
    if event.event_type in QUALIFYING and token.dep_ in ("acl", "amod") and token.tag_ == "VBN":
        return True
    if token.dep_ in ("amod", "compound") and not is_aside(token) and not misread_as_noun(token):
        return True
    if token.dep_ == "csubj" or (event.event_type == "casualty_report" and _shares_subject(token, events)):
        return True
    if _aimed_at(token, events) or _told_better(event, token, events):
        return True
    below = [events[c.i] for c in token.children if c.i in events and c.dep_ in BELOW]
    if event.event_type == "objective" and token.lemma_ in PLANNING and _strong_complement(token, events):
        return True
    if event.event_type in ("assessment", "background") and below:
        return True
    return token.lemma_ in light and any(inner.event_type != event.event_type for inner in below)


def _told_better(event: EventMention, token: Token, events: Mapping[int, EventMention]) -> bool:
    """ "Thousands marched to protest": one protest; "agreed on a ceasefire": the ceasefire."""
    above = events.get(token.head.i)
    if event.event_type == "protest" and token.dep_ in ("advcl", "xcomp") and token.tag_ == "VB":
        return above is not None and above.event_type in ("protest", "diplomatic_tension")
    made = _made(token, events) if event.event_type == "agreement" else []
    return any(found.event_type == "ceasefire" for found in made)


def _made(verb: Token, events: Mapping[int, EventMention]) -> list[EventMention]:
    """What is the object of a verb, or behind its "on" or "to"."""
    nouns = [c for c in verb.children if c.dep_ == "dobj"]
    nouns += [c for prep in verb.children if prep.lower_ in ("on", "to") for c in prep.children if c.dep_ == "pobj"]
    return [events[noun.i] for noun in nouns if noun.i in events]


def _scheduled(token: Token, event: EventMention) -> bool:
    """ "Talks planned for Wednesday": when they were to be, no aim of somebody's."""
    return event.event_type == "objective" and token.dep_ == "acl" and token.tag_ == "VBN"


def _aimed_at(token: Token, events: Mapping[int, EventMention]) -> bool:
    """What someone tries or seeks to do is told by the trying."""
    while token.dep_ in ("xcomp", "dobj", "conj", "acl") and token.head.i != token.i:
        token = token.head
        above = events.get(token.i)
        if above is not None and above.event_type == "objective" and token.lemma_ not in PLANNING:
            return True
    return False


def _strong_complement(token: Token, events: Mapping[int, EventMention]) -> bool:
    inside = [t for c in token.children if c.dep_ in ("xcomp", "ccomp", "dobj") for t in (c, *c.children)]
    return any(t.i in events for t in inside)


def _shares_subject(token: Token, events: Mapping[int, EventMention]) -> bool:
    """ "10 were killed and 45 injured": one claim carries both tolls; with a subject of its own it is another."""
    above = events.get(token.head.i) if token.dep_ == "conj" else None
    if above is None or above.event_type != "casualty_report":
        return False
    subject = next((c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is None or subject.pos_ == "NUM" or subject.lemma_.lower() in ("other", "another", "more", "rest")


def _pointed_to(token: Token) -> bool:
    """ "See Battle of the River": where to read on."""
    first = token
    while first.i > 0 and not first.is_sent_start and first.nbor(-1).tag_ in ("DT", "NNP", "JJ"):
        first = first.nbor(-1)
    see = first if first.lower_ == "see" else first.nbor(-1) if first.i > 0 else first
    return see.lower_ == "see" and (bool(see.is_sent_start) or see.nbor(-1).text.endswith(":"))


def _noun_shadowed(
    event: EventMention, token: Token, events: Mapping[int, EventMention], light: frozenset[str]
) -> bool:
    if token.dep_ in ("compound", "amod", "nmod") and token.nbor().i <= token.head.i and not token.nbor().is_punct:
        return token.dep_ == "compound" or token.head.i in events or event.event_type in WEAK
    if _aimed_at(token, events) or any(
        c.i in events and c.dep_ in ("relcl", "acl") and c.tag_ != "VB" and not _scheduled(c, events[c.i])
        for c in token.children
    ):
        return True
    if event.event_type == "humanitarian" and token.dep_ == "pobj" and token.head.lower_ in ("of", "on", "against"):
        struck = events.get(token.head.head.i)
        if struck is not None and struck.event_type in STRIKES:
            return True  # "the bombing of an aid convoy"
    top = heading(token)
    above = top.head
    if _pointed_to(token):
        return True
    if above.dep_ == "prep" or above.pos_ == "ADP":
        above = above.head
    over = events.get(above.i) if above.i != token.i else None
    if over is None:
        return event.event_type in ARRANGED and top.dep_ == "pobj" and above.lemma_ not in light
    if over.event_type == "agreement" and event.event_type == "ceasefire" and above.pos_ in VERBAL:
        return False
    if top.dep_ in BELOW and above.lemma_ not in light:
        return over.event_type != "protest"  # "marched to protest the killing of"
    if over.event_type in STRIKES and event.event_type in STRIKES:
        return True
    if over.event_type in MEANS_OF or over.event_type == event.event_type or event.event_type in ARRANGED:
        return above.lemma_ not in light or over.event_type == event.event_type
    return over.event_type in GROUND and event.event_type in GROUND
