"""Whose proposition it is, how that one stands to it, and what the saying makes of it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from warmonitor.coding.claims.candidates import Candidate
from warmonitor.coding.claims.denoting import parties_of
from warmonitor.coding.claims.layers import Layers
from warmonitor.coding.claims.realis import Governors, Mood, mood
from warmonitor.coding.claims.refusals import RULE as REFUSAL
from warmonitor.records import Claimant, ClaimantKind, PartyKind, Realis, Stance

NARRATOR = Claimant(name="narrator", kind="reporter", chain=("narrator",))
DEEPEST = 6
"""Voices within voices that a chain names."""
OF_ACT: dict[Stance, Realis] = {"demands": "planned", "threatens": "threatened"}
OF_PARTY: dict[PartyKind, ClaimantKind] = {
    "government": "government", "state_force": "military", "foreign_force": "military", "rebel": "armed_group",
    "militia": "armed_group", "jihadist": "armed_group", "political": "official", "media": "media", "aid": "ngo",
    "civilians": "witness", "police": "official",
}  # fmt: skip


def claimant(candidate: Candidate, layers: Layers) -> Claimant:
    """The source of the innermost voice that says it, with the chain above it; else the narrator."""
    if candidate.voice is None:
        return _claimed_by(candidate, layers) or NARRATOR
    voice = layers.voices[candidate.voice]
    chain, above = [voice.name], voice.within
    while above is not None and len(chain) < DEEPEST:
        chain.append(layers.voices[above].name)
        above = layers.voices[above].within
    return Claimant(
        name=voice.name,
        kind=voice.kind,
        as_written=layers.document.span(*voice.source) if voice.source else None,
        cue=layers.document.span(*voice.cue) if voice.cue else None,
        chain=("narrator", *reversed(chain)),
    )


def stance(candidate: Candidate, layers: Layers) -> Stance:
    """The stance of its voice; a vow of force is a threat."""
    if candidate.rule == REFUSAL:
        return "threatens"
    if candidate.voice is None:
        return "asserts"
    said = layers.voices[candidate.voice].stance
    if candidate.rule.startswith("cue:") and candidate.event_type in ("threat", "ultimatum"):
        return "demands" if said == "demands" else "threatens"
    return "threatens" if candidate.event_type == "threat" and said == "promises" else said


def told_mood(candidate: Candidate, layers: Layers, governors: Governors) -> Mood:
    """Realis of the event; a cue that plans, threatens or expects colours what it says."""
    voice = None if candidate.voice is None else layers.voices[candidate.voice]
    if candidate.rule.startswith("cue:") and voice is not None:
        return Mood(OF_ACT.get(stance(candidate, layers)) or voice.realis or "occurred", False, "speech act")
    if voice is not None and voice.stance == "promises" and candidate.event_type == "threat":
        return Mood("threatened", False, "promise of a threat")
    if candidate.rule == REFUSAL:
        return Mood("threatened", False, "refusal")
    if candidate.rule == "toll:broken down":
        return Mood("occurred", False, "broken down")
    status = mood(candidate.trigger, candidate.predicate, candidate.event_type, voice is not None, governors)
    if voice is not None and voice.realis is not None and status.realis == "occurred":
        return Mood(voice.realis, status.negated, f"cue:{voice.rule}")
    return status


def _claimed_by(candidate: Candidate, layers: Layers) -> Claimant | None:
    """ "Capture claimed by Russia": whoever claims it, not the narrator, says that it happened."""
    for source in _claiming(candidate.trigger):
        for party in parties_of(source, layers):
            words = layers.document.span(source.left_edge.idx, source.idx + len(source.text))
            kind = OF_PARTY.get(party.kind, "unattributed")
            return Claimant(name=party.name, kind=kind, as_written=words, chain=("narrator", party.name))
    return None


def _claiming(token: Token) -> Iterator[Token]:
    """Nouns behind the "by" of a "claimed" beside the event."""
    for claim in (token, token.head, *token.children):
        if claim.lemma_ == "claim" and claim.tag_ == "VBN":
            for by in (*claim.children, *token.children):
                if by.dep_ == "agent" or by.lower_ == "by":
                    yield from by.children
