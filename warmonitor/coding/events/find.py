"""Finding the triggers of a document: one pass over the tokens, one look-up a token."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from warmonitor.coding.events.causes import by_cause
from warmonitor.coding.events.lexicon import EventLexicon, Trigger
from warmonitor.coding.events.matching import match, may_start
from warmonitor.coding.events.senses import by_means
from warmonitor.coding.mentions import EventMention, PartyMention, PlaceMention
from warmonitor.records import Document

FORCES = frozenset({"state_force", "foreign_force", "rebel", "militia", "jihadist", "police"})


def find(
    document: Document,
    lexicon: EventLexicon,
    places: tuple[PlaceMention, ...] = (),
    parties: tuple[PartyMention, ...] = (),
) -> tuple[EventMention, ...]:
    """Every word or phrase of the document that names an event, in order; places and parties help to tell senses."""
    parse = document.parse
    at_place = _tokens(parse, places)
    at_force = frozenset(p.root for p in parties if p.kind in FORCES)
    found: list[EventMention] = []
    covered = -1
    for token in parse:
        if (
            token.i <= covered
            or not may_start(token, lexicon)
            or token.dep_ in ("aux", "auxpass", "punct")
            or _named(token)
            or _backed(token)
        ):
            continue
        hit = match(token, lexicon, at_place, at_force)
        if hit is not None:
            trigger, last, root = hit
            found.append(_mention(trigger, token, last, root, lexicon))
            covered = last.i if last.i - token.i < len(trigger.parts) else token.i  # objects before a particle are free
    return tuple(by_cause(found, parse, lexicon))


def _backed(token: Token) -> bool:
    """ "Turkish-backed", "rebel-held": the second half of a compound tells of whom, not of an event."""
    joined = token.i > 0 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_
    return joined and token.tag_ in ("VBN", "VBD", "JJ")


def _named(token: Token) -> bool:
    """Part of a proper name in running text: "National Liberation Front"."""
    return token.pos_ == "PROPN" and token.is_title and not token.is_sent_start and token.ent_type_ != ""


def _tokens(parse: Doc, places: tuple[PlaceMention, ...]) -> frozenset[int]:
    """The head token of each place."""
    spans = (parse.char_span(p.start, p.end, alignment_mode="expand") for p in places)
    return frozenset(span.root.i for span in spans if span is not None)


def _mention(trigger: Trigger, token: Token, last: Token, root: Token, lexicon: EventLexicon) -> EventMention:
    end = last if last.i >= token.i else token
    return EventMention(
        start=token.idx,
        end=end.idx + len(end.text),
        root=root.i,
        event_type=by_means(trigger.event_type, root, lexicon),
        frame=trigger.frame,
        rule=f"trigger:{trigger.word}" + (f"+{trigger.needs}" if trigger.needs else ""),
    )
