"""Days told by how long: "two days after the raid", "has been under fire for three weeks"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Span, Token

from warmonitor.coding.claims.candidates import Candidate
from warmonitor.coding.claims.clauses import VERBAL
from warmonitor.coding.claims.layers import Layers
from warmonitor.coding.mentions import TimeMention
from warmonitor.records import TimePrecision, When

LENGTH = re.compile(r"P(\d+)([DWMY])")
DAYS = {"D": 1.0, "W": 7.0, "M": 30.44, "Y": 365.25}
GRAINS: dict[str, TimePrecision] = {"D": "day", "W": "week", "M": "month", "Y": "year"}
LASTING, SINCE_THEN = "duration", "hours_after"
"""Rules of the grammar of times that read a length, and a length before "after"."""
HAVING = frozenset({"have", "has", "'ve", "'s", "’ve", "’s"})
FOR = frozenset({"for", "over", "in"})


def told_by_length(candidate: Candidate, layers: Layers, news: date) -> TimeMention | None:
    """The length that dates an event, with its days: counted back from `news`, the day that the sentence tells of."""
    sentence = candidate.predicate.sent
    for mention in _around(layers.times, sentence):
        length = LENGTH.match(mention.value)
        words = layers.document.parse.char_span(mention.start, mention.end, alignment_mode="expand")
        if length is None or words is None:
            continue
        back = timedelta(round(int(length[1]) * DAYS[length[2]]))
        if mention.rule.startswith(SINCE_THEN) and _is_behind(candidate, words):
            day = news - back
            return replace(mention, when=When(start=day, end=day, precision=GRAINS[length[2]]))
        if mention.rule.startswith(LASTING) and _goes_on(candidate, words):
            return replace(mention, when=When(start=news - back, end=news, precision="vague"))
    return None


def _around(times: tuple[TimeMention, ...], sentence: Span) -> Iterator[TimeMention]:
    return (t for t in times if sentence.start_char <= t.start < sentence.end_char)


def _is_behind(candidate: Candidate, words: Span) -> bool:
    """ "Two days after jets hit the town, ...": whether it is what the days are counted from."""
    after = words[-1]
    clause = after.head if after.dep_ == "mark" else after
    return clause.i == candidate.trigger.i or clause.is_ancestor(candidate.trigger)


def _goes_on(candidate: Candidate, words: Span) -> bool:
    """ "Has been shelled for two weeks": whether the length is of a perfect, and of the event's own verb."""
    if words.root.dep_ != "pobj" or words.root.head.lower_ not in FOR:
        return False
    verb = candidate.predicate
    while verb.pos_ not in VERBAL and verb.head.i != verb.i:
        verb = verb.head
    above: Token = words.root.head.head
    while above.i not in (verb.i, candidate.trigger.i) and above.pos_ not in VERBAL and above.head.i != above.i:
        above = above.head
    return above.i in (verb.i, candidate.trigger.i) and any(c.lower_ in HAVING for c in verb.children)
