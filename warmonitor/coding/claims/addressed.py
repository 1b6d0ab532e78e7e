"""Who says it, and to whom: the parties of demands, threats and accusations."""

from __future__ import annotations

from spacy.tokens import Token

from warmonitor.coding.claims.candidates import Candidate
from warmonitor.coding.claims.clauses import arguments
from warmonitor.coding.claims.deeds import HARMLESS
from warmonitor.coding.claims.denoting import after, parties_of
from warmonitor.coding.claims.layers import Layers, within
from warmonitor.coding.mentions import PartyMention

ARTICLE = 4
"""Characters of a "The " that a party's words have and a source's name has not."""
OWN = frozenset({"government", "state_force", "foreign_force"})
"""Whom nobody of the same country threatens."""


def of_speech(candidate: Candidate, layers: Layers) -> tuple[list[PartyMention], list[PartyMention]]:
    """Who says it and to whom it is said, demanded or imputed: "urged Russia to", "accused Moscow of"."""
    voice = layers.voices[candidate.voice] if candidate.voice is not None else None
    saying = sayers(candidate, layers)
    args = arguments(candidate.trigger, frozenset())
    doers, addressed = list(parties_of(args.doer, layers)), list(parties_of(args.undergoer, layers))
    if voice is not None and voice.stance == "accuses":
        return [p for p in addressed if p.kind not in HARMLESS] or doers or saying[:1], []
    held = {p.entity for p in (*doers, *saying)}
    own = {p.country for p in (*doers, *saying) if p.country}
    threat = candidate.event_type in ("threat", "ultimatum") or (voice and voice.stance in ("threatens", "promises"))
    contents = voice.contents if voice is not None and threat else ()
    meant = [p for a, b in contents for p in within(layers.parties, a, b) if p.entity not in held]
    meant = [p for p in meant if p.kind not in OWN or p.country not in own]  # "any attack on its posts"
    asked = meant[:1] or list(after(candidate.trigger, ("on", "to", "for", "against"), layers))
    if not asked and candidate.event_type == "demand":
        asked = [p for p in _told_to(candidate.trigger, layers) if p.entity not in held]
    known = {p.entity for p in saying}
    if known and known.isdisjoint(p.entity for p in doers):  # "said Russia had bombed it and urged allies to act"
        doers = saying[:1]
    return doers, addressed or asked


def of_refusal(verb: Token, layers: Layers) -> tuple[list[PartyMention], list[PartyMention]]:
    """Who will not put up with it, and with whom: "Israel will not allow Iran to", "would not tolerate the militia"."""
    args = arguments(verb)
    doers = list(parties_of(args.doer, layers))
    held, last = {p.entity for p in doers}, max(t.idx + len(t.text) for t in verb.subtree)
    return doers, [p for p in within(layers.parties, verb.idx, last) if p.entity not in held][:1]


def _told_to(cue: Token, layers: Layers) -> list[PartyMention]:
    """ "Demanded that Congo negotiate": who is to do it."""
    clauses = [c for c in cue.children if c.dep_ == "ccomp" and c.i > cue.i]
    subjects = [c for clause in clauses[:1] for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")]
    return [party for subject in subjects for party in parties_of(subject, layers)]


def sayers(candidate: Candidate, layers: Layers) -> list[PartyMention]:
    """The parties that the source of the voice names."""
    voice = layers.voices[candidate.voice] if candidate.voice is not None else None
    if voice is None or not voice.source:
        return []
    first, end = voice.source
    return within(layers.parties, max(0, first - ARTICLE), end)


def commanded(noun: Token, layers: Layers) -> list[PartyMention]:
    """ "The deadline set by the council for the rebels": whom an ultimatum or a demand is for."""
    made = [c for t in noun.subtree for c in t.children if c.dep_ in ("acl", "relcl") and c.tag_ == "VBN"]
    return [p for word in (noun, *made) for p in after(word, ("for", "to"), layers)]
