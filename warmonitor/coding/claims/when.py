"""When it happened: the time of the clause, of the sentence, or, for news, the day of the report."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from spacy.tokens import Token

from warmonitor.coding.claims.candidates import Candidate
from warmonitor.coding.claims.clauses import VERBAL
from warmonitor.coding.claims.intervals import SINCE_THEN, told_by_length
from warmonitor.coding.claims.layers import Layers, within
from warmonitor.coding.claims.where import is_village
from warmonitor.coding.mentions import TimeMention
from warmonitor.coding.times import choose
from warmonitor.records import EventType, Toll, When

UNDATED: frozenset[EventType] = frozenset({"background", "military_support"})

NEWS: frozenset[EventType] = frozenset({
    "battle", "air_strike", "shelling", "suicide_bombing", "bombing", "chemical_attack", "shooting", "attack",
    "casualty_report", "property_damage", "abduction", "execution", "riot",
})  # fmt: skip
UNSAID: frozenset[EventType] = frozenset({
    "background", "military_support", "assessment", "territory_status", "humanitarian", "objective",
})  # fmt: skip
"""States, which the day of a saying does not date."""
OVERALL: frozenset[EventType] = frozenset({"casualty_report", "displacement", "offensive_launch"})
LONG = timedelta(days=180)
"""A war that began so long before the report: its dead and displaced, its beginning."""
BACK_THEN = timedelta(days=30)
STORY = 3
"""Sentences that an undated event may follow a dated one of long ago by, to have happened with it."""
SINCE_REACH = 12
"""Words back from a time to the "since" that it belongs to."""
FINE = ("site", "town", "near_town")
LEAD = 0.4
"""Share of a report in which the event that it is about is dated."""
STOCKS: frozenset[EventType] = frozenset({"displacement", "humanitarian", "diplomatic_tension"})
"""Told in the present or the perfect, these are standing figures and states, not news of the day."""

STANDING: frozenset[EventType] = frozenset({"agreement", "ceasefire", "ultimatum", "sanction", "territory_status"})
"""Named by a noun without a verb of its own, these stand since a day that the clause does not say."""


ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth")
ELSEWHEN = frozenset({"early", "earlier", "previously", "initially", "originally", "formerly", "once"})
"""Adverbs that put it before the news: "captured early in the war"."""


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
    chosen = chosen or _heading(candidate, layers)
    if chosen is not None:
        words = document.span(chosen.start, chosen.end)
        found = _since(candidate, chosen, layers) or chosen.when or When(precision="vague")
        return Dated(found.model_copy(update={"as_written": words}), chosen, chosen.rule)
    if document.published is None:
        return Dated(None, None, "undated")
    told = candidate.day.start if candidate.day is not None else None
    if (length := told_by_length(candidate, layers, told or document.published)) is not None and length.when:
        words = document.span(length.start, length.end)
        return Dated(length.when.model_copy(update={"as_written": words}), length, length.rule)
    if _undated(candidate):
        return Dated(None, None, "undated")
    if (said := _said_on(candidate, layers)) is not None:
        return Dated(said, None, "day of the saying")
    if candidate.day is not None and candidate.event_type in NEWS:
        return Dated(candidate.day, None, "day that the report is about")
    day = document.published
    return Dated(When(start=day, end=day, precision="day", inferred=True), None, "day of the report")


def _heading(candidate: Candidate, layers: Layers) -> TimeMention | None:
    """ "March: two raids hurt six": the time at the head of a line, which is that of all that the line tells."""
    document, at = layers.document, candidate.trigger.idx
    first, last = next(((a, b) for a, b in document.paragraphs if a <= at < b), (at, at))
    opening = next(iter(within(layers.times, first, last)), None)
    if opening is None or opening.when is None or opening.deadline or opening.end > at:
        return None
    bare = not any(c.isalnum() for c in document.text[first : opening.start])
    return opening if bare and document.text[opening.end : opening.end + 1] == ":" else None


def _since(candidate: Candidate, chosen: TimeMention, layers: Layers) -> When | None:
    """ "Since the start of the war ten years ago": what is told has gone on until the report."""
    told, published = chosen.when, layers.document.published
    if told is None or told.start is None or published is None or told.start != told.end or told.start >= published:
        return None
    span = layers.document.parse.char_span(chosen.start, chosen.end, alignment_mode="expand")
    if span is None:
        return None
    for token in reversed(layers.document.parse[max(span.sent.start, span.start - SINCE_REACH) : span.start]):
        if token.is_punct or token.i == candidate.trigger.i:
            return None
        if token.lower_ == "since":
            return told.model_copy(update={"end": published, "precision": "vague"})
    return None


@dataclass(slots=True)
class Past:
    """The last day long before the report that an event was dated to, and where: what follows happened then too."""

    when: When | None = None
    sentence: int = 0
    starts: list[int] = field(default_factory=list)
    """Offsets of the sentences, found once."""

    def read(self, candidate: Candidate, dated: Dated, layers: Layers) -> Dated:
        """The time of the next claim, carried over from before where it has none of its own; remembers its own."""
        document, sentence = layers.document, self._number(candidate, layers)
        if dated.mention is not None or document.published is None:
            aside = _is_aside(candidate.predicate) or dated.rule.startswith(SINCE_THEN)
            own = dated.mention is not None and candidate.event_type in NEWS and not aside
            told = dated.when if own else None
            if told is not None and told.start is not None and told.end is not None and document.published is not None:
                old = document.published - told.end > BACK_THEN and told.end - told.start < LONG
                recent = told.precision == "day" and told.start == told.end
                self.when, self.sentence = (told if old or recent else None), sentence
            return dated
        going_on = self.when is not None and 0 <= sentence - self.sentence <= STORY and candidate.event_type in NEWS
        if not going_on or self.when is None or not _is_past(candidate.predicate):
            return dated
        self.sentence = sentence
        back = When(start=self.when.start, end=self.when.end, precision=self.when.precision, inferred=True)
        return Dated(back, None, "day told before")

    def _number(self, candidate: Candidate, layers: Layers) -> int:
        """Number of the sentence, ten more for every paragraph before it: a story ends with its paragraph."""
        if not self.starts:
            self.starts = [sentence.start_char for sentence in layers.document.parse.sents]
        start = candidate.predicate.sent.start_char
        before = sum(first <= start for first, _ in layers.document.paragraphs)
        return 10 * before + bisect_left(self.starts, start)


def _is_aside(token: Token) -> bool:
    """Whether it tells of somebody or something in passing: "a man suspected of shooting two people in May"."""
    while token.head.i != token.i:
        if token.dep_ in ("relcl", "acl", "pcomp"):
            return True
        token = token.head
    return False


def _is_past(verb: Token) -> bool:
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return verb.tag_ in ("VBD", "VBN", "VBG", "NN", "NNS") and not auxiliaries & {"has", "have", "will", "is", "are"}


def of_the_war(candidate: Candidate, dated: Dated, published: date | None) -> bool:
    """Whether it is told of a time so long that it is no more of the place that the report is at than of any other."""
    start = dated.when.start if dated.when is not None and dated.mention is not None else None
    if start is None or published is None or candidate.event_type not in OVERALL:
        return False
    return published - start > LONG


def running(when: When | None, tolls: Sequence[Toll]) -> When | None:
    """A running total without a time of its own counts up to the day of the report, since a day that is not said."""
    if when is None or not when.inferred or not tolls or any(toll.scope != "cumulative" for toll in tolls):
        return when
    return When(end=when.end, precision="vague", inferred=True)


def main_day(told: Sequence[Candidate], spans: Sequence[tuple[int, int]], layers: Layers) -> When | None:
    """The day of the first dated event of a report, if it is one of the week before the report came out.

    What such a report tells without a date happened on that day rather than on the day of printing.
    """
    published, last = layers.document.published, len(layers.document.text) * LEAD
    if published is None:
        return None
    first: Candidate | None = None
    for candidate, span in sorted(zip(told, spans, strict=True), key=lambda both: both[1]):
        if candidate.event_type not in NEWS or span[0] > last:
            continue
        first = first or candidate
        chosen = _chosen(candidate, span, layers)
        day = chosen.when if chosen is not None else None
        if day is not None and day.start is not None and day.start == day.end and day.precision == "day":
            near = published - timedelta(days=7) <= day.start < published and not _elsewhere(first, candidate, layers)
            return When(start=day.start, end=day.end, precision="day", inferred=True) if near else None
    return None


def _chosen(candidate: Candidate, span: tuple[int, int], layers: Layers) -> TimeMention | None:
    """The expression that dates the event; what hangs on the verb of saying dates the saying."""
    voice = layers.voices[candidate.voice] if candidate.voice is not None else None
    cue = voice.cue if voice is not None and not candidate.rule.startswith("cue:") else None
    for token in (candidate.trigger, candidate.predicate):
        chosen = choose(layers.times, layers.document, span, token.i, cue)
        if chosen is not None and not chosen.deadline and not _is_count(chosen, candidate.trigger):
            return chosen
    return None


def _said_on(candidate: Candidate, layers: Layers) -> When | None:
    """The day before the report's on which a source told it: what it tells happened by then."""
    voice = layers.voices[candidate.voice] if candidate.voice is not None else None
    published = layers.document.published
    if voice is None or voice.cue is None or published is None or candidate.event_type in UNSAID:
        return None
    cue = layers.document.parse.char_span(*voice.cue, alignment_mode="expand")
    if cue is None or not len(cue):
        return None
    sentence = cue.root.sent
    told = choose(layers.times, layers.document, (sentence.start_char, sentence.end_char), cue.root.i)
    day = told.when if told is not None and told.when is not None else None
    if day is None or day.precision != "day" or day.start is None or day.start != day.end or day.start >= published:
        return None
    return When(start=day.start, end=day.end, precision="day", inferred=True)


def _is_count(mention: TimeMention, token: Token) -> bool:
    """ "The third attack in 2023": the year says what was counted, not when it was."""
    wide = mention.when is not None and mention.when.precision in ("month", "year")
    return wide and any(c.ent_type_ == "ORDINAL" or ORDINAL.fullmatch(c.lower_) for c in token.children)


def _close(verb: Token) -> Iterator[Token]:
    """A verb's children, and what the parse hangs on its prepositions: "captured by the army early in the war"."""
    for child in verb.children:
        yield child
        if child.dep_ in ("prep", "agent"):
            yield from (t for t in child.subtree if t.dep_ == "advmod")


def _undated(candidate: Candidate) -> bool:
    """Background, standing facts and what had happened before, told by the narrator, have no day of their own."""
    if candidate.voice is not None:
        return False
    verb = candidate.predicate
    if candidate.event_type in UNDATED or any(t.lower_ in ELSEWHEN and t.dep_ == "advmod" for t in _close(verb)):
        return True
    if candidate.event_type in STANDING and verb.pos_ not in VERBAL:
        return True
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    perfect = verb.tag_ == "VBN" and bool(auxiliaries & {"have", "has", "had"})
    if "had" in auxiliaries or (perfect and verb.dep_ == "relcl"):
        return True
    return candidate.event_type in STOCKS and (perfect or verb.tag_ in ("VBZ", "VBP"))


def _elsewhere(first: Candidate, later: Candidate, layers: Layers) -> bool:
    """Whether a later event is of another place than all that was told since the first one: another story."""
    begun, told = first.predicate.sent, later.predicate.sent
    before = [p for p in within(layers.places, begun.start_char, told.start_char) if p.is_place]
    own = [p for p in within(layers.places, told.start_char, told.end_char) if p.is_place]
    known = {p.name.casefold() for p in before}
    fine = any(p.place is not None and p.place.precision in FINE for p in before)
    if fine and own and not known.intersection(p.name.casefold() for p in own):
        return True
    villages = [p for p in own if is_village(p, layers)]
    return any(is_village(p, layers) for p in before) and any(p.name.casefold() not in known for p in villages)
