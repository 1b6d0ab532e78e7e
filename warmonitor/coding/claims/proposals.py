"""The propositions of a document with the words that say them and the tolls that belong to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from warmonitor.coding.claims.candidates import Candidate, candidates
from warmonitor.coding.claims.clauses import VERBAL, extent, governor, misread_as_noun
from warmonitor.coding.claims.counts import DEFAULT, home, joined_tolls
from warmonitor.coding.claims.layers import Layers
from warmonitor.coding.claims.when import main_day
from warmonitor.coding.mentions import TollMention

Range = tuple[int, int]
SHELTERING = frozenset({"accommodate", "house", "host", "lodge", "rehouse", "shelter", "live"})
"""Said of the displaced, these tell of their condition, not of a flight."""
FIGURES = frozenset({"toll", "fatality"})
"""Words for a number of dead, which say nothing without it: "gave a toll of 22 dead" is told by its dead."""
DIRECT = frozenset({"nsubj", "nsubjpass", "attr", "dobj"})


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposition, the clause that says it, and the indices of its tolls."""

    candidate: Candidate
    span: Range
    tolls: tuple[int, ...]
    nested: bool
    """Whether the clause of another proposition of the sentence holds this one."""


def proposals(layers: Layers, light: frozenset[str]) -> list[Proposal]:
    """All propositions of a document in the order of their clauses."""
    told = list(candidates(layers, light))
    heads = frozenset(c.predicate.i for c in told)
    spans = [_clause(c, heads, layers) for c in told]
    counts = _counts(told, spans, heads, layers)
    again = joined_tolls(told, counts, layers)
    for one, other in again.items():
        counts[other] = counts[other] + counts.pop(one)
    spans = [_with_tolls(c, spans[i], counts.get(i, []), layers) for i, c in enumerate(told)]
    empty = {i for i, c in enumerate(told) if c.trigger.lemma_.lower() in FIGURES and not counts.get(i)}
    day = main_day(told, spans, layers)
    beside = _by_sentence(told)
    return [
        Proposal(
            replace(told[i], day=day),
            spans[i],
            tuple(counts.get(i, ())),
            _nested(spans[i], [spans[j] for j in beside[_sentence(told[i])]]),
        )
        for i in sorted(set(range(len(told))) - again.keys() - empty, key=lambda i: (spans[i], told[i].start))
    ]


def _sentence(candidate: Candidate) -> int:
    return int(candidate.predicate.sent.start)


def _by_sentence(told: Sequence[Candidate]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for i, candidate in enumerate(told):
        found[_sentence(candidate)].append(i)
    return found


def _nested(span: Range, others: list[Range]) -> bool:
    return any(a <= span[0] and span[1] <= b and (a, b) != span for a, b in others)


def _clause(candidate: Candidate, heads: frozenset[int], layers: Layers) -> Range:
    """The clause that says it, without the claims inside it (`heads`), within the words of its voice."""
    voice = layers.voices[candidate.voice] if candidate.voice is not None else None
    if voice is not None and candidate.rule.startswith("cue:") and voice.contents:
        last = candidate.end if voice.rule == "relative" else voice.contents[-1][1]
        return voice.contents[0][0], last
    head = candidate.predicate
    if misread_as_noun(head):
        head = head.head
    elif head.pos_ not in VERBAL:
        above = governor(head)
        if above.i != head.i and above.i not in heads and head.dep_ in DIRECT:
            head = above
    start, end = extent(head, heads)
    start, end = min(start, candidate.start), max(end, candidate.end)
    for a, b in voice.contents if voice is not None else ():
        if a <= candidate.trigger.idx < b:
            return max(a, start), min(b, end)
    return start, end


def _with_tolls(candidate: Candidate, span: Range, tolls: list[int], layers: Layers) -> Range:
    """A clause reaches over the tolls that it carries: "10 were killed and 45 injured"."""
    (start, end), sentence = span, candidate.predicate.sent
    for toll in (layers.tolls[i] for i in tolls):
        if sentence.start_char <= toll.start and toll.end <= sentence.end_char:
            word = layers.document.parse[toll.predicate]
            start, end = min(start, toll.start), max(end, toll.end, word.idx + len(word.text))
    return start, end


def _counts(told: list[Candidate], spans: list[Range], heads: frozenset[int], layers: Layers) -> dict[int, list[int]]:
    """Toll indices by proposition; a toll without one makes its own."""
    counts: dict[int, list[int]] = {}
    beside = _by_sentence(told)
    for index, toll in enumerate(layers.tolls):
        sentence = int(layers.document.parse[toll.predicate].sent.start)
        said = layers.voice_of(layers.document.parse[toll.predicate])
        at = home(toll, told, spans, [i for i in beside[sentence] if said is None or told[i].voice == said])
        if at is None and toll.kind != "other":
            candidate = _from_toll(toll, layers)
            at = len(told)
            told.append(candidate)
            spans.append(_clause(candidate, heads, layers))
            beside[sentence].append(at)
        if at is not None:
            counts.setdefault(at, []).append(index)
    return counts


def _from_toll(toll: TollMention, layers: Layers) -> Candidate:
    token: Token = layers.document.parse[toll.predicate]
    event_type, frame = DEFAULT[toll.kind]
    if toll.kind == "displaced" and token.lemma_ in SHELTERING:
        event_type, frame = "humanitarian", "flee"
    if frame == "suffer" and [t.lower_ for t in token.doc[token.i + 1 : token.i + 3]] == ["to", "death"]:
        frame = "act"  # "hacked to death 14 people"
    start, end, voice = token.idx, token.idx + len(token.text), layers.voice_of(token)
    return Candidate(start, end, token, token, event_type, frame, f"toll:{toll.rule}", voice)
