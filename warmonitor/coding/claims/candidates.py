"""Which propositions a document makes: one for each event that it tells, and for each statement without one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from warmonitor.codebook.tables import Row, read_table
from warmonitor.coding.claims.clauses import VERBAL, governor
from warmonitor.coding.claims.layers import Layers
from warmonitor.coding.mentions import EventMention, Voice
from warmonitor.records import Document, EventType

MEANS_OF = frozenset({"casualty_report", "property_damage", "displacement"})
WEAK = frozenset({"assessment", "background", "objective", "statement", "threat", "demand"})
CLAUSES = frozenset({"ROOT", "ccomp", "conj", "parataxis", "advcl", "relcl"})


class LightVerb(Row):
    """A verb that says little beside the event that its subject or object names."""

    word: str


def light_verbs() -> frozenset[str]:
    """Reads `light_verbs.tsv`."""
    return frozenset(row.word for row in read_table("light_verbs", LightVerb))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposition: the words that name its event, the predicate that says it, and its type."""

    start: int
    end: int
    trigger: Token
    predicate: Token
    event_type: EventType
    frame: str
    rule: str
    voice: int | None


def candidates(layers: Layers, light: frozenset[str]) -> tuple[Candidate, ...]:
    """All propositions in reading order; nothing from furniture or from before the body."""
    found: list[Candidate] = []
    for sentence in sentences(layers.document):
        found.extend(_in_sentence(sentence, layers, light))
    return tuple(found)


def sentences(document: Document) -> Iterator[Span]:
    """The sentences of the body, without furniture."""
    for sentence in document.parse.sents:
        start, end = sentence.start_char, sentence.end_char
        if end <= document.body or any(a < end and start < b for a, b in document.furniture):
            continue
        yield sentence


def _in_sentence(sentence: Span, layers: Layers, light: frozenset[str]) -> list[Candidate]:
    parse = layers.document.parse
    cues = _cues(layers, sentence)
    told: list[Candidate] = []
    events = [e for e in layers.events if sentence.start <= e.root < sentence.end]
    roots = {e.root: e for e in events}
    for event in events:
        token = parse[event.root]
        if token.i in cues and event.event_type in WEAK | {"diplomatic_tension"} and _has_claim(cues[token.i], events, token):
            continue
        if _is_means(token, roots) or _is_shadow(event, token, roots, light):
            continue
        told.append(_candidate(event, token, layers, light))
    taken = {c.predicate.i for c in told} | {c.trigger.i for c in told}
    told.extend(_statements(sentence, taken, cues, layers))
    return sorted(told, key=lambda c: (c.start, c.end))


def _cues(layers: Layers, sentence: Span) -> dict[int, Voice]:
    """Token index of every verb of saying in the sentence."""
    cues: dict[int, Voice] = {}
    for voice in layers.voices:
        if voice.cue and sentence.start_char <= voice.cue[0] < sentence.end_char:
            span = layers.document.parse.char_span(*voice.cue, alignment_mode="expand")
            if span is not None:
                cues.update({t.i: voice for t in span if t.pos_ in VERBAL or t.pos_ == "NOUN"})
    return cues


def _has_claim(voice: Voice, events: list[EventMention], cue: Token) -> bool:
    """Whether what is said names an event itself; then the saying is no claim of its own."""
    return any(a <= e.start < b and e.root != cue.i for e in events for a, b in voice.contents)


def _is_means(token: Token, roots: dict[int, EventMention]) -> bool:
    """ "killed in an air raid": the raid is how, unless it has words of its own."""
    if token.pos_ in VERBAL or any(c.dep_ in ("relcl", "acl") for c in token.children):
        return False
    above = token.head
    if above.dep_ == "prep" or above.pos_ == "ADP":
        above = above.head
    event = roots.get(above.i)
    return event is not None and event.event_type in MEANS_OF and above.i != token.i


def _is_shadow(event: EventMention, token: Token, roots: dict[int, EventMention], light: frozenset[str]) -> bool:
    """A weak or light word beside a telling one: "posted a video", "tried to retake", "offensive campaign"."""
    if token.dep_ in ("compound", "amod", "nmod") and token.head.i in roots:
        return True
    below = [roots[c.i] for c in token.children if c.i in roots and c.dep_ in ("dobj", "xcomp", "attr", "nsubjpass")]
    if event.event_type in ("assessment", "background") and below:
        return True
    if event.event_type == "media_evidence" and token.pos_ not in VERBAL:
        return roots.get(token.head.i, event).event_type == "media_evidence" and token.head.i in roots
    return token.lemma_ in light and any(e.event_type == event.event_type for e in below)


def _candidate(event: EventMention, token: Token, layers: Layers, light: frozenset[str]) -> Candidate:
    predicate, start, end = token, event.start, event.end
    if token.pos_ not in VERBAL:
        above = governor(token)
        direct = token.dep_ in ("dobj", "nsubj", "nsubjpass", "attr", "oprd")
        through = token.dep_ == "pobj" and token.head.head.i == above.i and token.head.dep_ == "prep"
        if above.i != token.i and (direct or through) and above.lemma_ in light:
            predicate = above
            if token.dep_ == "dobj" and 0 < event.start - above.idx <= 60:
                start = above.idx
    return Candidate(start, end, token, predicate, event.event_type, event.frame, event.rule, layers.voice_of(token))


def _statements(sentence: Span, taken: set[int], cues: dict[int, Voice], layers: Layers) -> Iterator[Candidate]:
    """Clauses that name no event: what is said, demanded or judged."""
    for token in sentence:
        if token.pos_ not in VERBAL or token.dep_ not in CLAUSES or token.i in taken:
            continue
        if token.i in cues and cues[token.i].stance != "no_comment":
            continue
        if _leads_to(token, taken):
            continue
        voice = layers.voice_of(token)
        event_type = _type_of_statement(token, voice, layers, cues)
        if event_type is None:
            continue
        yield Candidate(token.idx, token.idx + len(token.text), token, token, event_type, "speak", f"clause:{event_type}", voice)


def _leads_to(token: Token, taken: set[int]) -> bool:
    """A verb whose object or complement is told already: "managed to retake"."""
    return any(c.i in taken and c.dep_ in ("xcomp", "ccomp", "dobj", "nsubj", "nsubjpass", "attr") for c in token.children)


def _type_of_statement(token: Token, voice: int | None, layers: Layers, cues: dict[int, Voice]) -> EventType | None:
    words = {c.lower_ for c in token.children if c.dep_ == "aux"}
    if token.i in cues:
        return "statement"
    if voice is not None:
        if token.dep_ in ("relcl", "advcl"):
            return None
        if words & {"must", "should"} or token.lemma_ == "need" or layers.voices[voice].stance == "demands":
            return "demand"
        return "statement" if words & {"will", "would"} else "assessment"
    if token.dep_ in ("relcl", "advcl", "conj", "ccomp"):
        return None
    return "assessment" if token.lemma_ == "be" else "background"
