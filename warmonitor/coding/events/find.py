"""Finding the triggers of a document: one pass over the tokens, one look-up a token."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from warmonitor.coding.events.causes import by_cause
from warmonitor.coding.events.lexicon import EventLexicon, Trigger
from warmonitor.coding.events.senses import by_means, fits
from warmonitor.coding.mentions import EventMention, PartyMention, PlaceMention
from warmonitor.records import Document

FORCES = frozenset({"state_force", "foreign_force", "rebel", "militia", "jihadist", "police"})
VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN"})


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
        if token.i <= covered or token.dep_ in ("aux", "auxpass", "punct") or _named(token):
            continue
        hit = _at(token, lexicon, at_place, at_force)
        if hit is not None:
            trigger, last, root = hit
            found.append(_mention(trigger, token, last, root, lexicon))
            covered = last.i if last.i >= token.i else token.i
    return tuple(by_cause(found, parse, lexicon))


def _named(token: Token) -> bool:
    """Part of a proper name in running text: "National Liberation Front"."""
    return token.pos_ == "PROPN" and token.is_title and not token.is_sent_start and token.ent_type_ != ""


def _tokens(parse: Doc, places: tuple[PlaceMention, ...]) -> frozenset[int]:
    """The head token of each place."""
    spans = (parse.char_span(p.start, p.end, alignment_mode="expand") for p in places)
    return frozenset(span.root.i for span in spans if span is not None)


def _at(
    token: Token, lexicon: EventLexicon, places: frozenset[int], forces: frozenset[int]
) -> tuple[Trigger, Token, Token] | None:
    """The trigger that starts at a token, its last token and its head; phrases as written come first."""
    for trigger in lexicon.phrases.get(token.lower_, ()):
        last = _written(token, trigger)
        if last is not None:
            return trigger, last, _head(token, last)
    if token.pos_ in VERBAL:
        return _verb(token, lexicon, places, forces)
    lemma = token.lemma_.lower()
    table = lexicon.nouns if token.pos_ in NOMINAL or lemma in lexicon.nouns else None
    for trigger in (table or {}).get(lemma, ()) or (table or {}).get(token.lower_, ()):
        last = _compound(token, trigger)
        if last is not None and fits(trigger, last, lexicon, places, forces):
            return trigger, last, last
    if token.pos_ in ("ADJ", "VERB", "NOUN") and not table:
        for trigger in lexicon.adjectives.get(token.lower_, ()):
            if token.dep_ not in ("compound",) and fits(trigger, token, lexicon, places, forces):
                return trigger, token, token
    return None


def _verb(
    token: Token, lexicon: EventLexicon, places: frozenset[int], forces: frozenset[int]
) -> tuple[Trigger, Token, Token] | None:
    particles = {c.lower_: c for c in token.children if c.dep_ in ("prt", "advmod", "prep")}
    for trigger in _of_verb(token, lexicon):
        rest = trigger.word.lower().split()[1:]
        last = token
        if rest:
            particle = particles.get(rest[0]) if len(rest) == 1 else None
            if particle is not None:
                last = particle
            else:
                following = _compound(token, trigger)
                if following is None:
                    continue
                last = following
        if fits(trigger, token, lexicon, places, forces):
            return trigger, last if last.i >= token.i else token, token
    return None


def _of_verb(token: Token, lexicon: EventLexicon) -> tuple[Trigger, ...]:
    """The triggers of a verb by its lemma, or with the silent e that the tagger loses ("raped" is no "rap")."""
    found = lexicon.verbs.get(token.lemma_.lower())
    if found is None and token.tag_ in ("VBD", "VBN"):
        found = lexicon.verbs.get(token.lower_[:-1])
    return found or ()


def _written(token: Token, trigger: Trigger) -> Token | None:
    """The last token where the phrase stands as written."""
    words = trigger.word.lower().split()
    parse, at = token.doc, token.i
    if at + len(words) > len(parse):
        return None
    return parse[at + len(words) - 1] if all(parse[at + k].lower_ == w for k, w in enumerate(words)) else None


def _compound(token: Token, trigger: Trigger) -> Token | None:
    """The last token where the words stand in a row, inflected or not."""
    words = trigger.word.lower().split()
    parse, at = token.doc, token.i
    for k, word in enumerate(words[1:], 1):
        if at + k >= len(parse) or word not in (parse[at + k].lemma_.lower(), parse[at + k].lower_):
            return None
    return parse[at + len(words) - 1]


def _head(first: Token, last: Token) -> Token:
    """The token of the phrase that the others hang from; a verb if there is one."""
    tokens: Iterator[Token] = iter(first.doc[first.i : last.i + 1])
    inside = list(tokens)
    verbs = [t for t in inside if t.pos_ in VERBAL and t.dep_ not in ("aux", "auxpass")]
    return (verbs or [t for t in inside if not first.i <= t.head.i <= last.i] or inside)[0]


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
