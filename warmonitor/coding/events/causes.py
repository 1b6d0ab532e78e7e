"""What people died of: the dead of a flood or a crash are not the dead of the war."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from warmonitor.coding.events.lexicon import EventLexicon
from warmonitor.coding.events.senses import classes
from warmonitor.coding.mentions import EventMention
from warmonitor.records import EventType

CAUSES = frozenset({"disaster_word", "mishap"})
VIOLENT: frozenset[EventType] = frozenset({
    "battle", "air_strike", "shelling", "suicide_bombing", "bombing", "chemical_attack", "shooting", "attack",
    "offensive_launch", "execution", "abduction", "protest", "riot", "sexual_violence",
})  # fmt: skip


def by_cause(found: Sequence[EventMention], parse: Doc, lexicon: EventLexicon) -> Iterator[EventMention]:
    """The mentions; casualties of nature or of an accident, in a sentence that tells no violence, are humanitarian."""
    violent = {parse[e.root].sent.start for e in found if e.event_type in VIOLENT}
    for event in found:
        if event.event_type == "casualty_report":
            sentence = parse[event.root].sent
            if sentence.start not in violent and _mishap(sentence, lexicon):
                event = replace(event, event_type="humanitarian", rule=f"{event.rule} by cause")
        yield event


def _mishap(sentence: Span, lexicon: EventLexicon) -> bool:
    named = (token for token in sentence if not CAUSES.isdisjoint(classes(token, lexicon)))
    return any(token.pos_ != "VERB" and not _done_by(token, sentence, lexicon) for token in named)


def _done_by(token: Token, sentence: Span, lexicon: EventLexicon) -> bool:
    """ "Gunmen storm village": right behind those who do it, the word is a verb, whatever the parser says."""
    return token.i > sentence.start and bool({"force", "abductor", "suspect"} & classes(token.nbor(-1), lexicon))
