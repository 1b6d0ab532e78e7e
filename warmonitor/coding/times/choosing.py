"""Which time expression dates an event: "X said Thursday they regained the city" dates the saying."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from warmonitor.coding.mentions import TimeMention
from warmonitor.records import Document, When

SAME_TIME = frozenset({"when", "as", "while", "where"})
"""Conjunctions whose clause happens at the time of the main clause."""
TIMELESS = ("former", "often", "set", "per", "weekdays", "duration_long")
"""Rules whose expressions date nothing."""
WEAK = ("now", "recent", "was", "the_time", "past", "future", "part")
"""Rules whose expressions date an event only where no better one does."""


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
    parse = document.parse
    if not 0 <= predicate < len(parse):
        return None
    event = parse[predicate]
    best: tuple[float, TimeMention] | None = None
    for mention in _around(mentions, clause, event):
        if mention.rule.split(",")[0] in TIMELESS:
            continue
        score, dated = _fit(mention, event, parse, document, cue)
        score += 0.3 * (clause[0] <= mention.start < clause[1]) + 0.6 * (mention.when is not None)
        score -= 1.2 * (mention.rule.split(",")[0] in WEAK)
        if score > THRESHOLD and (best is None or score > best[0]):
            best = score, dated
    return best[1] if best else None


THRESHOLD = 1.0
"""Less than the weakest attachment that dates an event, with days known: a shared time over a conjunction."""


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


def _fit(
    mention: TimeMention, event: Token, parse: Doc, document: Document, cue: tuple[int, int] | None
) -> tuple[float, TimeMention]:
    """How well a mention fits an event by the way from it to the event in the parse, and the mention so dated."""
    words = parse.char_span(mention.start, mention.end, alignment_mode="expand")
    if words is None or not len(words):
        return 0.0, mention
    path = _path(words.root)
    governor = next((token for token in path if _governs(token)), path[-1])
    if event in path[: path.index(governor) + 1]:
        return 3.0 - 0.05 * path.index(event), mention
    if cue and cue[0] <= governor.idx < cue[1]:
        return 0.0, mention
    return _over_clauses(mention, event, governor, path, document)


def _path(token: Token) -> list[Token]:
    """A token and its heads, to the root of the sentence."""
    path = [token]
    while path[-1].head != path[-1] and len(path) < LONGEST_PATH:
        path.append(path[-1].head)
    return path


LONGEST_PATH = 60
"""Deeper than the parse of any sentence that is one."""


def _governs(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "compound", "aux", "auxpass")


def _over_clauses(
    mention: TimeMention, event: Token, governor: Token, path: list[Token], document: Document
) -> tuple[float, TimeMention]:
    mark = _mark(governor)
    if event in path and event != governor:
        if mark == "since":
            return 2.5, _since(mention, document)
        return (2.0 if mark in SAME_TIME or governor.dep_ == "pcomp" else 0.6), mention
    up = _path(event)
    if governor in up:
        return _shared(event, governor, up), mention
    if event.dep_ in ("relcl", "acl") and event.head in path[: path.index(governor)]:
        return 2.2, mention
    return 0.0, mention


def _shared(event: Token, governor: Token, up: list[Token]) -> float:
    """The event hangs below the word that the time hangs on: by "and", as its object, or in a clause of its own."""
    between = up[: up.index(governor)]
    if all(token.dep_ == "conj" for token in between):
        return 1.6
    if not any(_governs(token) for token in between):
        return 2.3
    if all(token.dep_ in ("conj", "xcomp", "prep", "pcomp", "advcl", "acl", "pobj", "dobj") for token in between):
        return 1.3
    return 0.0


def _mark(verb: Token) -> str:
    """The conjunction that opens the clause of a verb; the preposition before a participle."""
    for child in verb.lefts:
        if child.dep_ in ("mark", "advmod") and child.lower_ in CONJUNCTIONS:
            return child.lower_
    return verb.head.lower_ if verb.dep_ == "pcomp" else ""


CONJUNCTIONS = frozenset({"since", "when", "as", "while", "where", "after", "before", "until", "till", "once"})


def _since(mention: TimeMention, document: Document) -> TimeMention:
    """From the time of the mention to the day of the report."""
    when, published = mention.when, document.published
    if when is None or when.start is None or published is None or when.start > published:
        return mention
    reach = When(start=when.start, end=published, precision="days" if when.precision == "day" else when.precision)
    return replace(mention, when=reach, rule=f"{mention.rule}, since")
