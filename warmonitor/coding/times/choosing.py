"""Which time expression dates an event: "X said Thursday they regained the city" dates the saying."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Doc, Token

from warmonitor.coding.mentions import TimeMention
from warmonitor.coding.times.attachment import Tie, attach
from warmonitor.records import Document, When

TIMELESS = ("former", "often", "set", "per", "weekdays", "duration_long", "past", "future")
"""Rules whose expressions date nothing."""
WEAK = ("now", "recent", "was", "the_time", "part", "clock", "clock_hour")
"""Rules whose expressions date an event only where no better one does."""

SCORES: Mapping[Tie, float] = {
    "own": 3.0,
    "since": 2.5,
    "shared": 2.0,
    "same_time": 1.8,
    "other_time": 0.0,
    "none": 0.0,
}
"""How sure each tie is, in the order in which they are believed."""
INSIDE = 0.4
"""More for an expression within the words of the claim."""
ALONE = 1.0
"""For the only dated expression within the words of the claim, however the parse hangs it."""
THRESHOLD = 0.9


def choose(
    mentions: tuple[TimeMention, ...],
    document: Document,
    clause: tuple[int, int],
    predicate: int,
    cue: tuple[int, int] | None = None,
) -> TimeMention | None:
    """The mention that dates the event of a clause; None where the sentence has none for it.

    `clause` is offsets in `document.text`, `predicate` the token index of the word that names the event, `cue` the
    offsets of the verb of saying that the clause hangs on, if any: what hangs on that verb dates the saying. Call it
    with the verb of saying as predicate to date the saying. Behind "since", the days reach to the report.
    """
    if not 0 <= predicate < len(document.parse):
        return None
    event = document.parse[predicate]
    if cue and cue[0] <= event.idx < cue[1]:
        cue = None
    able = [
        mention for mention in _around(mentions, clause, event) if _dates(mention) and not _said(mention, document, cue)
    ]
    inside = [mention for mention in able if clause[0] <= mention.start < clause[1] and mention.when]
    best, chosen = THRESHOLD, None
    for mention in able:
        score, dated = _scored(mention, event, document, cue)
        score += INSIDE * (clause[0] <= mention.start < clause[1]) + ALONE * (inside == [mention] and score >= 0)
        score -= _rule(mention) in WEAK
        if score > best:
            best, chosen = score, dated
    return chosen


def _scored(
    mention: TimeMention, event: Token, document: Document, cue: tuple[int, int] | None
) -> tuple[float, TimeMention]:
    words = document.parse.char_span(mention.start, mention.end, alignment_mode="expand")
    if words is None or not len(words):
        return 0.0, mention
    if not document.parse.has_annotation("DEP"):  # without a parse only a single time of the clause is believed
        return 0.0, mention
    if _since_word(words.start, event, document.parse):
        return SCORES["since"], _since(mention, document)
    attached = attach(words.root, event)
    if attached.tie != "own" and cue and cue[0] <= attached.governor.idx < cue[1]:
        return -1.0, mention
    if attached.tie == "other_time":
        return -1.0, mention
    dated = _since(mention, document) if attached.tie == "since" else mention
    return SCORES[attached.tie] - 0.05 * attached.steps, dated


def _since_word(first: int, event: Token, parse: Doc) -> bool:
    """ "has raged since shelling of the town began in May": by the words, as parsers often hang such clauses wrong."""
    for i in range(first - 2, max(first - SINCE_REACH, 0) - 1, -1):
        if parse[i].lower_ == "since":
            return event.i < i
        if parse[i].is_sent_start:
            return False
    return False


SINCE_REACH = 20
"""Words between "since" and the time of its clause, at most."""


def _around(mentions: tuple[TimeMention, ...], clause: tuple[int, int], event: Token) -> Iterator[TimeMention]:
    """The mentions of the clause and of the sentence that holds its event."""
    try:
        sentence = event.sent
        start, end = min(clause[0], sentence.start_char), max(clause[1], sentence.end_char)
    except ValueError:
        start, end = clause
    for i in range(bisect_left(mentions, start, key=lambda mention: mention.start), len(mentions)):
        if mentions[i].start >= end:
            return
        yield mentions[i]


def _rule(mention: TimeMention) -> str:
    return mention.rule.partition(",")[0]


def _dates(mention: TimeMention) -> bool:
    """Durations without days and sets date nothing."""
    return _rule(mention) not in TIMELESS and (mention.when is not None or not mention.value.startswith("P"))


def _said(mention: TimeMention, document: Document, cue: tuple[int, int] | None) -> bool:
    """ "said Thursday", "said on Thursday that": what follows the verb of saying at once dates the saying."""
    return (
        cue is not None
        and document.text[cue[1] : mention.start].strip() in ("", "on", "late", "late on")
        and (cue[1] <= mention.start)
    )


def _since(mention: TimeMention, document: Document) -> TimeMention:
    """From the time of the mention to the day of the report."""
    when, published = mention.when, document.published
    if when is None or when.start is None or published is None or when.start > published:
        return mention
    reach = When(start=when.start, end=published, precision="days" if when.precision == "day" else when.precision)
    return replace(mention, when=reach, rule=f"{_rule(mention)}, since")
