"""Which propositions a document makes: one for each event that it tells, and for each statement without one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from warmonitor.codebook.tables import Row, read_table
from warmonitor.coding.claims.clauses import VERBAL, arguments, governor, heading, heads_a_line, in_headline
from warmonitor.coding.claims.denoting import parties_of
from warmonitor.coding.claims.layers import Layers
from warmonitor.coding.claims.realis import conditional
from warmonitor.coding.claims.refusals import RULE, is_refused, refusals
from warmonitor.coding.claims.shadows import ARRANGED, shadowed
from warmonitor.coding.claims.statements import FORCE, act_of, grants_time, speech_acts, statement_type
from warmonitor.coding.events.senses import STRIKE_NOUNS
from warmonitor.coding.mentions import EventMention
from warmonitor.records import Document, EventType, When

CLAUSES = frozenset({"ROOT", "ccomp", "conj", "parataxis", "advcl", "relcl"})
ARGUMENTS = frozenset({
    "xcomp", "ccomp", "dobj", "nsubj", "nsubjpass", "attr", "acomp", "csubj", "advcl", "prep", "oprd", "agent",
})  # fmt: skip
SIDE_CLAUSES = frozenset({"relcl", "advcl", "conj", "parataxis"})
GROUND: frozenset[EventType] = frozenset({"territory_gain", "territory_loss", "road_control", "withdrawal"})
OWNED = frozenset(
    {"responsibility", "involvement", "role", "part", "it", "this", "that", "which", "attack", "strike", "strikes"}
)
"""What is denied or claimed, where the use of force told last is meant."""
BY_MEANS: frozenset[EventType] = frozenset({
    "air_strike", "shelling", "suicide_bombing", "chemical_attack",
})  # fmt: skip
AIMED = frozenset({"on", "against", "at"})
POINTING = frozenset({"the", "this", "these", "that", "those"})
HEADING, FEW = 40, 3
"""Characters and words of a line that only heads others: "DISPLACEMENT"."""
DIRECT = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "oprd"})


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
    day: When | None = None
    """The day that the report is about, where it is not the day of the report."""


def candidates(layers: Layers, light: frozenset[str]) -> tuple[Candidate, ...]:
    """All propositions in reading order; nothing from furniture or from before the body."""
    found: list[Candidate] = []
    happened: EventType | None = None
    known = set[EventType]()
    for sentence in sentences(layers.document):
        for candidate in _in_sentence(sentence, layers, light):
            if candidate.event_type == "territory_gain" and _is_held_since(candidate.trigger):
                candidate = replace(candidate, event_type="territory_status")
            if candidate.event_type == "attack" and len(known) == 1 and _points_back(candidate.trigger):
                candidate = replace(candidate, event_type=next(iter(known)))
            known |= {candidate.event_type} & BY_MEANS
            if candidate.event_type in FORCE:
                happened = candidate.event_type
            elif candidate.event_type in GROUND:
                happened = None  # "the army denied this": that the village was taken
            found.append(_of_what_happened(candidate, happened, layers))
    return tuple(found)


def _is_held_since(verb: Token) -> bool:
    """ "Which Russia has occupied since March 2022": ground that is held."""
    perfect = any(c.dep_ in ("aux", "auxpass") and c.lower_ in ("has", "have", "been") for c in verb.children)
    return verb.lemma_ == "occupy" and perfect and any(c.lower_ == "since" for c in verb.children)


def _points_back(trigger: Token) -> bool:
    """ "The attack killed ten", "the raids targeted a market": the strike that the report has told before.

    Where it has told of two kinds, no one knows which.
    """
    subject = next((c for c in trigger.children if c.dep_ == "nsubj"), None)
    noun = trigger if trigger.pos_ not in VERBAL else subject
    if noun is None or noun.lemma_.lower() not in STRIKE_NOUNS:
        return False
    aimed = (thing for c in noun.children if c.lower_ in AIMED for thing in c.children if thing.dep_ == "pobj")
    if any(thing.ent_type_ not in ("DATE", "TIME") for thing in aimed):
        return False  # "in response to the attack on the town": another one
    return any(c.dep_ == "det" and c.lower_ in POINTING for c in noun.children)


def _of_what_happened(candidate: Candidate, happened: EventType | None, layers: Layers) -> Candidate:
    """ "denied responsibility": a denial or a claim of responsibility is about the use of force told last."""
    if happened is None or candidate.event_type != "statement" or candidate.voice is None:
        return candidate
    voice = layers.voices[candidate.voice]
    owned = voice.stance in ("denies", "claims_responsibility") and candidate.rule.startswith("cue:")
    words = {word for a, b in voice.contents for word in layers.document.text[a:b].lower().split()}
    return replace(candidate, event_type=happened) if owned and words & OWNED else candidate


def sentences(document: Document) -> Iterator[Span]:
    """The sentences of the body, without furniture."""
    for sentence in document.parse.sents:
        start, end = sentence.start_char, sentence.end_char
        if end <= document.body or any(a < end and start < b for a, b in document.furniture):
            continue
        counts = any(token.like_num for token in sentence)  # "214 families displaced" is a row of a table
        if end - start <= HEADING and len(sentence) <= FEW and in_headline(sentence.root) and not counts:
            continue
        yield sentence


def _in_sentence(sentence: Span, layers: Layers, light: frozenset[str]) -> list[Candidate]:
    parse = layers.document.parse
    cues = _cues(layers, sentence)
    events = {e.root: e for e in layers.events if sentence.start <= e.root < sentence.end}
    spoken = speech_acts(cues, events, layers)
    told = [_spoken(parse[i], at, events.get(i), layers) for i, at in spoken.items()]
    acts = frozenset(c.voice for c in told if c.event_type in ("demand", "ultimatum", "threat"))
    refused = [verb for verb in refusals(sentence) if layers.voice_of(verb) not in acts and _by_somebody(verb, layers)]
    told += [_refusal(verb, layers) for verb in refused]
    told += [
        _candidate(event, parse[root], layers, light)
        for root, event in events.items()
        if not (root in spoken and event.event_type == "humanitarian" and parse[root].pos_ in VERBAL)
        and not shadowed(event, parse[root], events, cues, light)
        and not _says_nothing(event, parse[root], layers)
        and not is_refused(parse[root], refused)
        and (layers.voice_of(parse[root]) not in acts or conditional(parse[root]))
    ]
    taken = {c.predicate.i for c in told} | {c.trigger.i for c in told}
    taken |= {toll.predicate for toll in layers.tolls}
    taken |= {root for root, event in events.items() if event.event_type == "casualty_report"}
    taken |= {token.i for verb in refused for token in verb.subtree if is_refused(token, refused)}
    told.extend(_statements(sentence, taken, cues, acts, layers))
    return sorted(told, key=lambda c: (c.start, c.end))


def _says_nothing(event: EventMention, token: Token, layers: Layers) -> bool:
    """ "Unable to give a toll": a word for a number of dead without the number."""
    if token.lemma_.lower() not in ("toll", "fatality") or event.event_type != "casualty_report":
        return False
    sentence = token.sent
    return not any(sentence.start_char <= toll.start < sentence.end_char for toll in layers.tolls)


def _cues(layers: Layers, sentence: Span) -> dict[int, int]:
    """The voice of every word of saying in the sentence, by token index."""
    cues: dict[int, int] = {}
    for at, voice in enumerate(layers.voices):
        if voice.cue and sentence.start_char <= voice.cue[0] < sentence.end_char:
            span = layers.document.parse.char_span(*voice.cue, alignment_mode="expand")
            if span is not None:
                words = [t for t in span if t.pos_ in VERBAL or t.pos_ == "NOUN"]
                telling = [t for t in words if t.dep_ not in ("aux", "auxpass")]  # "had threatened" is a threatening
                cues.update({t.i: at for t in telling or words})
    return cues


def _candidate(event: EventMention, token: Token, layers: Layers, light: frozenset[str]) -> Candidate:
    predicate, start, end = token, event.start, event.end
    if token.pos_ not in VERBAL:
        top = heading(token)
        above = governor(top)
        through = top.dep_ == "pobj" and top.head.head.i == above.i and top.head.dep_ == "prep"
        if above.i != token.i and ((top.dep_ in DIRECT or through) and _says_it_happens(above, event, light)):
            predicate = above
            if top.dep_ == "dobj" and 0 < event.start - above.idx <= 60:
                start = above.idx
    return Candidate(start, end, token, predicate, event.event_type, event.frame, event.rule, layers.voice_of(token))


def _says_it_happens(verb: Token, event: EventMention, light: frozenset[str]) -> bool:
    """Whether the verb says that it happens ("erupted", "there were"), or what becomes of an arrangement."""
    if verb.lemma_ == "be":
        return any(c.dep_ == "expl" for c in verb.children) or event.event_type in ARRANGED
    return verb.lemma_ in light or event.event_type in ARRANGED


def _statements(
    sentence: Span, taken: set[int], cues: dict[int, int], acts: frozenset[int | None], layers: Layers
) -> Iterator[Candidate]:
    """Clauses that name no event: what is said, demanded or judged."""
    for token in sentence:
        clause = token.pos_ in VERBAL and token.text[0].isalpha() and (token.dep_ in CLAUSES or heads_a_line(token))
        if not clause or token.i in taken or token.i in cues or _is_title(token):
            continue
        voice, granted = layers.voice_of(token), grants_time(token, layers)
        if (voice is not None and voice in acts) or (not granted and _leads_to(token, taken)):
            continue
        stance = voice is not None and layers.voices[voice].stance
        event_type = "ultimatum" if granted else statement_type(token, stance)
        if event_type is not None:
            frame = "act" if granted else "speak"
            rule = f"clause:{event_type}"
            yield Candidate(token.idx, token.idx + len(token.text), token, token, event_type, frame, rule, voice)


def _by_somebody(verb: Token, layers: Layers) -> bool:
    """ "Hospital staff would not let visitors in" threatens nobody."""
    return layers.voice_of(verb) is not None or any(parties_of(arguments(verb).doer, layers))


def _refusal(verb: Token, layers: Layers) -> Candidate:
    return Candidate(
        verb.idx, verb.idx + len(verb.text), verb, verb, "threat", "speak", RULE, layers.voice_of(verb)
    )


def _is_title(token: Token) -> bool:
    """ "FLASH UPDATE No. 4": a word that the parser takes for an order, at the head of a line that is no sentence."""
    return token.tag_ == "VB" and token.dep_ == "ROOT" and token.is_sent_start is True and in_headline(token)


def _spoken(cue: Token, voice: int, event: EventMention | None, layers: Layers) -> Candidate:
    """A demand, a threat, an accusation or a refusal to comment: the saying itself is the event."""
    event_type = act_of(layers.voices[voice], event.event_type if event else None, layers)
    return Candidate(
        cue.idx, cue.idx + len(cue.text), cue, cue, event_type, "speak", f"cue:{layers.voices[voice].rule}", voice
    )


def _leads_to(token: Token, taken: set[int]) -> bool:
    """A verb whose subject, object or complement is told already: "managed to retake", "it remains to be seen if"."""
    return any(_tells(child, taken) for child in token.children if child.dep_ in ARGUMENTS)


def _tells(token: Token, taken: set[int]) -> bool:
    """Whether an argument, but for the side clauses in it, holds what is told already."""
    if token.i in taken:
        return True
    return any(_tells(child, taken) for child in token.children if child.dep_ not in SIDE_CLAUSES)
