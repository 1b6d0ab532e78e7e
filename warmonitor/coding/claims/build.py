"""From propositions to claims: every field with its words and the rule that filled it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from warmonitor.codebook import Codebook
from warmonitor.coding.claims import speakers, writing
from warmonitor.coding.claims.confidence import Reliance
from warmonitor.coding.claims.frames import RoleVerbs
from warmonitor.coding.claims.layers import Layers
from warmonitor.coding.claims.proposals import Proposal, proposals
from warmonitor.coding.claims.realis import Governors, Mood
from warmonitor.coding.claims.roles import counted, roles
from warmonitor.coding.claims.selection import CUT, FAMILY_OF, Selection, features
from warmonitor.coding.claims.subevents import Signs, acled, signs
from warmonitor.coding.claims.undone import in_order
from warmonitor.coding.claims.when import Past, of_the_war, running, when
from warmonitor.coding.claims.where import Whereabouts, places
from warmonitor.records import Claim, EventType, Stance
from warmonitor.version import CODER


@dataclass(frozen=True)
class Tables:
    """Word tables that the assembly of claims needs."""

    light: frozenset[str]
    governors: Governors
    selection: Selection
    reliance: Reliance
    verbs: RoleVerbs
    codebook: Codebook


@dataclass
class Progress:
    """What the reading has met so far: places, ids given, and the sentences that told of each family of events."""

    at: Whereabouts = field(default_factory=Whereabouts)
    past: Past = field(default_factory=Past)
    ids: dict[str, int] = field(default_factory=dict)
    first_told: dict[str, int] = field(default_factory=dict)
    last_told: dict[str, int] = field(default_factory=dict)


def build(layers: Layers, tables: Tables) -> tuple[Claim, ...]:
    """All claims of one document in reading order; ids follow from report, evidence and event type."""
    kept = []
    for claim, known in _once(propose(layers, tables)):
        probability = tables.selection.probability(known)
        if probability >= CUT:
            sure = claim.model_copy(update={"confidence": round(probability, 3)})
            kept.append(sure.model_copy(update={"field_confidence": tables.reliance.of(sure)}))
    return tuple(in_order(kept))


def propose(layers: Layers, tables: Tables) -> list[tuple[Claim, frozenset[str]]]:
    """Every proposition as a claim, with the features by which it is kept or left out."""
    told_by, progress = signs(layers.document, tables.codebook.sub_events), Progress()
    made = []
    for proposal in proposals(layers, tables.light):
        claim = _claim(proposal, layers, tables, progress, told_by)
        made.append((claim, _features(proposal, claim, progress)))
    return made


def _once(proposed: list[tuple[Claim, frozenset[str]]]) -> list[tuple[Claim, frozenset[str]]]:
    """Without the bare clauses whose words a saying that is an event of its own has already: "denied that it was"."""
    said = {_place(c) for c, known in proposed if _rule(c).startswith("cue:")}
    return [both for both in proposed if not (_rule(both[0]).startswith("clause:") and _place(both[0]) in said)]


def _place(claim: Claim) -> tuple[int, int]:
    return claim.evidence.start, claim.evidence.end


def _rule(claim: Claim) -> str:
    return next((reason.rule for reason in claim.reasons if reason.field == "event_type"), "")


def _features(proposal: Proposal, claim: Claim, progress: Progress) -> frozenset[str]:
    family, sentence = FAMILY_OF[claim.event_type], int(proposal.candidate.predicate.sent.start)
    before = frozenset(f for f, first in progress.first_told.items() if first < sentence)
    again = progress.last_told.get(family) == sentence
    progress.first_told.setdefault(family, sentence)
    progress.last_told[family] = sentence
    return features(proposal.candidate, claim, proposal.nested, before, again)


def _claim(proposal: Proposal, layers: Layers, tables: Tables, progress: Progress, told_by: Signs) -> Claim:
    candidate, span, document = proposal.candidate, proposal.span, layers.document
    evidence, trigger = document.span(*span), document.span(candidate.start, candidate.end)
    status, said = speakers.told_mood(candidate, layers, tables.governors), speakers.stance(candidate, layers)
    who = counted(roles(candidate, span, layers, tables.verbs), (layers.tolls[i] for i in proposal.tolls), layers)
    dated = progress.past.read(candidate, when(candidate, span, layers), layers)
    where = places(candidate, span, layers, progress.at, of_the_war(candidate, dated, document.published))
    sha256, tolls = document.report.sha256, writing.tolls(proposal, dated, layers)
    return Claim(
        id=_id(f"{document.report.id}:{sha256}:{evidence.start}:{evidence.end}", candidate.event_type, progress),
        report_id=document.report.id,
        report_sha256=sha256,
        coder=CODER,
        event_type=candidate.event_type,
        evidence=evidence,
        trigger=trigger,
        claimant=speakers.claimant(candidate, layers),
        stance=said,
        realis=status.realis,
        negated=status.negated,
        agents=tuple(writing.party(p, document) for p in who.agents),
        targets=tuple(writing.party(p, document) for p in who.targets),
        supporters=tuple(writing.party(p, document) for p in who.supporters),
        places=tuple(writing.place(p, role, document) for p, role in where),
        time=running(dated.when, tolls),
        tolls=tolls,
        deadline=writing.deadline(candidate, span, layers),
        acled=acled(candidate, span, who, told_by, tables.codebook.sub_events) if _happened(status, said) else None,
        reasons=writing.reasons(candidate, status, who, dated, where, document),
    )


def _happened(status: Mood, stance: Stance) -> bool:
    """Whether it is told as something that was: ACLED has no place for what is denied, planned or feared."""
    return status.realis in ("occurred", "ongoing") and not status.negated and stance != "denies"


def _id(words: str, event_type: EventType, progress: Progress) -> str:
    """Of report, words and type, so that it holds across versions of the coder, and copies of a text keep apart.

    A second claim of the same words counts up.
    """
    key = f"{words}:{event_type}"
    progress.ids[key] = progress.ids.get(key, -1) + 1
    return hashlib.sha256(f"{key}:{progress.ids[key]}".encode()).hexdigest()[:16]
