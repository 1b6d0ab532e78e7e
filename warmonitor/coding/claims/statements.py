"""What a clause is that names no event: a demand, a statement, a judgement or background."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from warmonitor.coding.claims.clauses import VERBAL, arguments, governor
from warmonitor.coding.claims.deeds import HARMLESS
from warmonitor.coding.claims.denoting import parties_of
from warmonitor.coding.claims.layers import Layers, within
from warmonitor.coding.claims.realis import conditional
from warmonitor.coding.mentions import EventMention, Voice
from warmonitor.records import EventType, PartyKind, Stance

OBLIGING = frozenset({"must", "should", "ought"})
WILLING = frozenset({"will", "would", "wo", "'ll"})


ACTS: Mapping[Stance, EventType] = {
    "demands": "demand", "threatens": "threat", "no_comment": "statement", "accuses": "diplomatic_tension",
    "denies": "statement", "claims_responsibility": "statement",
}  # fmt: skip
FORCE: frozenset[EventType] = frozenset({
    "offensive_launch", "attack", "air_strike", "shelling", "battle", "bombing", "suicide_bombing", "chemical_attack",
    "shooting", "abduction",
})  # fmt: skip
HARMING: frozenset[EventType] = frozenset({"casualty_report", "execution", "property_damage"})
"""For what else one claims responsibility: "for the murder of the judge"."""
GOING_ON = frozenset({"continue", "keep", "start", "begin"})
""" "Would continue to strike"."""
DEADLY: frozenset[EventType] = frozenset({"execution", "territory_gain"})
"""What else one side may say that it will do to another."""
HARD = frozenset({"territory_gain", "territory_loss", "territory_status", "road_control", "battle", "attack"})
"""What such a word names happens whether or not it is also a word of saying: "contested"."""
REFUSED = frozenset({"not", "fail", "fails", "refuse", "refuses", "without", "continue", "continues"})
"""Words of a condition that is met by stopping or by doing what has not been done."""
RESUMED = frozenset({"operation", "attack", "strike", "war", "fighting", "campaign", "offensive", "bombing", "raid"})
HALTING = frozenset({"close", "block", "halt", "suspend", "retaliate", "respond", "expel", "cut"})
"""What one side does to another without a shot."""
ANSWERING = frozenset({"respond", "retaliate", "reply", "react"})
FREEING = frozenset({"release", "free", "return", "exchange", "swap", "hand"})
"""What is done with hostages that harms nobody."""
WARNING: frozenset[Stance] = frozenset({"predicts", "asserts"})
STATE: frozenset[PartyKind] = frozenset({"government", "state_force", "foreign_force"})
MIGHTY = frozenset({"government", "military", "armed_group", "official"})
"""Speakers whose "we" can do harm."""
ARTICLE = 6
"""Characters by which a party's words may begin before those of the source: "the", "these"."""
CONDITIONS = frozenset({"if", "unless", "until"})
ONLY_WHEN_EMPTY = frozenset({"accuses", "denies", "claims_responsibility"})
"""Stances whose saying is an event of its own only where what is said is no clause: "accused Moscow of bad faith"."""


def speech_acts(cues: Mapping[int, int], events: Mapping[int, EventMention], layers: Layers) -> dict[int, int]:
    """The sayings that are events themselves: the first token of each cue, and its voice."""
    acts: dict[int, int] = {}
    for token, voice in sorted(cues.items()):
        said = layers.voices[voice]
        if token in events and events[token].event_type in HARD:
            continue
        clause = _says_a_clause(said, layers)
        bare = token in events and not clause
        menacing = vows_force(said, events, token, layers) or menaces(said, events, token, layers)
        if voice in acts.values() or (said.stance not in ACTS and not bare and not menacing):
            continue
        tells = any(a <= e.start < b and i != token for i, e in events.items() for a, b in said.contents)
        if said.stance == "accuses" and _charged_with_a_thing(layers.document.parse[token], events):
            acts[token] = voice
            continue
        if said.stance == "claims_responsibility" and not clause and _names_force(said, events, token, HARMING):
            continue
        if said.stance == "accuses" and not clause and _traces_force(said, events, token):
            continue
        if not clause or said.stance not in ONLY_WHEN_EMPTY or not (tells or _says_who(said, layers)):
            acts[token] = voice
    return acts


def _says_a_clause(voice: Voice, layers: Layers) -> bool:
    """Whether what is said has a verb: "condemned the strike" says none."""
    spans = (layers.document.parse.char_span(a, b, alignment_mode="expand") for a, b in voice.contents)
    return any(
        t.pos_ in VERBAL and t.dep_ not in ("amod", "compound") for span in spans if span is not None for t in span
    )


def _traces_force(voice: Voice, events: Mapping[int, EventMention], cue: int) -> bool:
    """ "attributed the strike to Israel": what is told is the strike."""
    return voice.rule == "object_as" and _names_force(voice, events, cue)


def _names_force(
    voice: Voice, events: Mapping[int, EventMention], cue: int, more: frozenset[EventType] = frozenset()
) -> bool:
    """ "Claimed the ambush", "claimed responsibility for the attack": what is told is the deed."""
    forceful = (e for i, e in events.items() if i != cue and e.event_type in FORCE | more)
    return any(a <= e.start < b for e in forceful for a, b in voice.contents)


def _charged_with_a_thing(cue: Token, events: Mapping[int, EventMention]) -> bool:
    """ "accused Moscow of bad faith": no deed that is told as an event of its own."""
    of = (c for c in cue.children if c.dep_ == "prep" and c.lower_ == "of")
    charges = [c for prep in of for c in prep.children if c.dep_ == "pobj"]
    nouns = (c for c in charges if c.pos_ == "NOUN" and c.i not in events)
    return any(all(inner.dep_ != "dobj" for inner in c.children) for c in nouns)


def _says_who(voice: Voice, layers: Layers) -> bool:
    """Whether what is said has a verb with a subject: "denied that there were camps"."""
    spans = (layers.document.parse.char_span(a, b, alignment_mode="expand") for a, b in voice.contents)
    return any(t.dep_ in ("nsubj", "nsubjpass", "expl") for span in spans if span is not None for t in span)


def vows_force(voice: Voice, events: Mapping[int, EventMention], cue: int, layers: Layers) -> bool:
    """A promise of force is a threat: "promised to launch an operation"."""
    if voice.stance != "promises":
        return False
    if next(_halting(voice, layers), None) is not None:
        return True
    parse = layers.document.parse
    forceful = (parse[i] for i, event in events.items() if event.event_type in FORCE and i != cue)
    return any(_holds(voice, token) and not _is_condition(token) and not _is_freed(token) for token in forceful)


def _is_freed(token: Token) -> bool:
    """ "Would release 12 hostages"."""
    return token.pos_ not in VERBAL and governor(token).lemma_ in FREEING


def _is_condition(token: Token) -> bool:
    """ "Would resume deliveries if the fighting stopped": what is no more than the condition."""
    verb = token if token.pos_ in VERBAL else governor(token)
    return conditional(verb)


def menaces(voice: Voice, events: Mapping[int, EventMention], cue: int, layers: Layers) -> bool:
    """A warning of what one's own side will do is a threat: "the minister warned that the army would attack"."""
    if voice.stance not in WARNING or voice.source is None:
        return False
    first, last = voice.source
    own = [p for p in within(layers.parties, first - ARTICLE, last + 1) if p.end > first]
    entities, countries = {p.entity for p in own}, {p.country for p in own if p.country}
    for verb in _menacing(voice, events, cue, layers):
        doer = arguments(verb).doer
        own_deed = doer is not None and doer.lower_ == "we" and voice.kind in MIGHTY
        if own_deed or any(
            d.kind not in HARMLESS and (d.entity in entities or (d.country in countries and d.kind in STATE))
            for d in parties_of(doer, layers)
        ):
            return voice.stance == "predicts" or _is_conditioned(verb)
    return False


def _menacing(voice: Voice, events: Mapping[int, EventMention], cue: int, layers: Layers) -> Iterator[Token]:
    """The verbs of what is said that tell of force, or of closing and halting on a condition, to come."""
    parse = layers.document.parse
    forceful = (parse[i] for i, event in events.items() if event.event_type in FORCE | DEADLY and i != cue)
    verbs = [token if token.pos_ in VERBAL else governor(token) for token in forceful if _holds(voice, token)]
    verbs += _halting(voice, layers)
    verbs = [t.head if t.dep_ == "xcomp" and t.head.lemma_ in GOING_ON else t for t in verbs]
    verbs = [verb for verb in verbs if verb.lemma_ not in FREEING]
    yield from (verb for verb in verbs if any(c.lower_ in WILLING | {"would"} for c in verb.children))


def _halting(voice: Voice, layers: Layers) -> Iterator[Token]:
    spans = (layers.document.parse.char_span(a, b, alignment_mode="expand") for a, b in voice.contents)
    words = (token for span in spans if span is not None for token in span)
    yield from (t for t in words if _is_halting(t) and (_is_conditioned(t) or _answers(t)))


def _answers(verb: Token) -> bool:
    """ "Would respond to any deployment of troops"."""
    to = (c for c in verb.children if verb.lemma_ in ANSWERING and c.lower_ == "to")
    return any(c.lower_ == "any" for prep in to for thing in prep.children for c in thing.children)


def _is_halting(verb: Token) -> bool:
    """ "Would close the strait", "would resume its operations"; nobody is threatened with the return of aid."""
    if verb.lemma_ == "resume":
        return any(c.dep_ == "dobj" and c.lemma_.lower() in RESUMED for c in verb.children)
    return verb.lemma_ in HALTING


def _holds(voice: Voice, token: Token) -> bool:
    return any(a <= token.idx < b for a, b in voice.contents)


def _is_conditioned(verb: Token) -> bool:
    """ "It would strike if attacked", "until the siege is lifted", "would kill all who help it unless they leave"."""
    told = any(mark.lower_ in CONDITIONS for c in verb.children if c.dep_ == "advcl" for mark in c.children)
    return told or any(token.lower_ == "unless" for token in verb.subtree)


def act_of(voice: Voice, named: EventType | None, layers: Layers) -> EventType:
    """The event that a saying is; a threat or demand with a deadline or a condition that must be met is an ultimatum.

    `named` is the event that the cue itself names, if any.
    """
    if voice.stance in ("threatens", "demands", "promises", *WARNING) and voice.contents:
        low, high = voice.contents[0][0], voice.contents[-1][1]
        if any(t.deadline and t.when is not None for t in within(layers.times, low, high)):
            return "ultimatum"
        words = layers.document.text[low:high].lower()
        if voice.stance != "demands" and _must_be_met(words):
            return "ultimatum"
    if voice.stance == "claims_responsibility" and named in FORCE:
        return named
    return ACTS.get(voice.stance) or named or "threat"


def _must_be_met(words: str) -> bool:
    """Whether a threat can be averted by doing something: "unless they leave", "if they do not leave"."""
    _, condition, what = words.partition(" if ")
    denied = any(word in REFUSED or word.endswith(("n't", "n’t")) for word in what.split())
    return " unless " in words or (bool(condition) and denied)


def grants_time(token: Token, layers: Layers) -> bool:
    """ "has given Damascus until Saturday to withdraw": an ultimatum, if a deadline hangs on the verb."""
    if token.lemma_ not in ("give", "grant", "set", "have"):
        return False
    last = max(t.idx for t in token.subtree)
    return any(t.deadline for t in within(layers.times, token.idx, last + 40))


def statement_type(token: Token, stance: Stance | bool) -> EventType | None:
    """The type of a clause by its verb; `stance` is that of the voice that says it, False for the narrator's own.

    None: too little to be a claim (the narrator's side clauses).
    """
    words = {c.lower_ for c in token.children if c.dep_ == "aux"}
    if token.lemma_ == "claim" and token.tag_ == "VBN" and any(c.dep_ == "agent" for c in token.children):
        return "territory_gain"  # "Claimed by Russia on 3 July": the ground that the line is about
    if not stance:
        if token.dep_ in ("relcl", "advcl", "conj", "ccomp"):
            return None
        return "assessment" if token.lemma_ == "be" else "background"
    if token.dep_ in ("relcl", "advcl"):
        return None
    if words & OBLIGING or token.lemma_ == "need" or stance == "demands":
        return "demand"
    return "statement" if words & WILLING else "assessment"
