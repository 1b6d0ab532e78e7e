"""How probable it is that a careful coder would code a proposition: a logistic model over a few plain features.

The weights stand in `selection.tsv`, fitted by `benchmarks/fit_selection.py`; a proposition under `CUT` is left out.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from warmonitor.codebook.tables import Row, read_table
from warmonitor.coding.claims.candidates import Candidate
from warmonitor.coding.claims.clauses import VERBAL, heading
from warmonitor.records import Claim, EventType

CUT = 0.35
"""An unwanted claim costs four wrong facts, a wanted one brings seven right ones; best by cross-validation."""

FAMILIES: Mapping[str, tuple[EventType, ...]] = {
    "force": (
        "battle",
        "air_strike",
        "shelling",
        "suicide_bombing",
        "bombing",
        "chemical_attack",
        "shooting",
        "attack",
    ),
    "offensive": ("offensive_launch",),
    "ground": ("territory_gain", "territory_loss", "territory_status", "road_control", "withdrawal"),
    "posture": ("deployment", "military_support"),
    "people": ("abduction", "arrest", "execution", "sexual_violence", "protest", "riot", "displacement"),
    "casualty": ("casualty_report",),
    "humanitarian": ("humanitarian", "property_damage"),
    "commitment": ("ultimatum", "threat", "demand"),
    "politics": ("diplomatic_meeting", "agreement", "ceasefire", "sanction", "violation"),
    "tension": ("diplomatic_tension", "statement", "propaganda"),
    "media": ("media_evidence",),
    "intent": ("objective",),
    "weak": ("assessment", "background"),
}
FAMILY_OF: Mapping[EventType, str] = {event: family for family, events in FAMILIES.items() for event in events}


DEFINITE = frozenset({"the", "this", "these", "its", "their", "such", "his"})


class Weight(Row):
    """A feature and what it adds to the log-odds."""

    feature: str
    weight: float


@dataclass(frozen=True)
class Selection:
    """Weights by feature."""

    weights: Mapping[str, float]

    def probability(self, features: frozenset[str]) -> float:
        """That a careful coder would code a proposition with these features."""
        score = self.weights.get("bias", 0.0) + sum(self.weights.get(f, 0.0) for f in sorted(features))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def selection() -> Selection:
    """Reads `selection.tsv`."""
    return Selection({row.feature: row.weight for row in read_table("selection", Weight)})


def features(
    candidate: Candidate, claim: Claim, nested: bool, told: frozenset[str], sentence_told: bool
) -> frozenset[str]:
    """What is known of a proposition: its shape in the sentence, its family, whose it is, and which fields it fills.

    `nested`: another proposition's clause holds it; `told`: the families that earlier sentences have told of;
    `sentence_told`: an earlier proposition of the sentence is of the same family.
    """
    shape, family = _shape(candidate), FAMILY_OF[candidate.event_type]
    known = {
        f"shape:{shape}",
        f"family:{family}",
        f"{shape}|{family}",
        f"stance:{claim.stance}",
        f"realis:{claim.realis}",
    }
    flags = {
        "voiced": candidate.voice is not None,
        "nested": nested,
        "agents": bool(claim.agents),
        "targets": bool(claim.targets),
        "tolls": bool(claim.tolls),
        "stated place": any(
            r.field == "places" and r.words is not None and _covers(claim, r.words.start) for r in claim.reasons
        ),
        "stated time": claim.time is not None and not claim.time.inferred,
        "be": candidate.predicate.lemma_ == "be",
        "plural noun": candidate.trigger.tag_ in ("NNS", "NNPS"),
        "in the lead": candidate.trigger.i < 0.15 * len(candidate.trigger.doc),
        "question": candidate.predicate.sent.text.rstrip().endswith("?"),
        "we or I": any(c.dep_ == "nsubj" and c.lower_ in ("we", "i", "you") for c in candidate.predicate.children),
        "same before in sentence": sentence_told,
        "purpose": candidate.predicate.tag_ == "VB" and candidate.predicate.dep_ in ("advcl", "xcomp", "acl"),
        "noun in phrase": candidate.trigger.pos_ not in VERBAL and candidate.trigger.dep_ == "pobj",
        "weak in voice": family == "weak" and candidate.voice is not None,
        "bare": _is_bare(candidate),
        "told before": family in told,
        "noun told before": family in told and candidate.trigger.pos_ not in VERBAL,
        "definite told before": family in told and any(c.lower_ in DEFINITE for c in candidate.trigger.children),
        "pronoun subject": any(
            c.dep_ in ("nsubj", "nsubjpass") and c.pos_ == "PRON" for c in candidate.predicate.children
        ),
        "deep": _depth(candidate) > 3,
        "inferred place": bool(claim.places)
        and not any(
            r.field == "places" and r.words is not None and _covers(claim, r.words.start) for r in claim.reasons
        ),
        "definite": any(c.lower_ in DEFINITE for c in candidate.trigger.children),
        "of many": any(c.lower_ in ("any", "no", "such", "other") for c in candidate.trigger.children),
        "short": claim.evidence.end - claim.evidence.start < 25,
        "long": claim.evidence.end - claim.evidence.start > 160,
        "negated": claim.negated,
    }
    return frozenset(known | {name for name, holds in flags.items() if holds})


def _is_bare(candidate: Candidate) -> bool:
    """A noun with at most an article and an adjective, and no verb that says that it happens."""
    noun = candidate.trigger
    return noun.pos_ not in VERBAL and candidate.predicate.i == noun.i and sum(1 for _ in noun.subtree) <= 3


def _depth(candidate: Candidate) -> int:
    """Verbs between the proposition and the top of its sentence."""
    token, depth = candidate.predicate, 0
    while token.head.i != token.i:
        token = token.head
        depth += token.pos_ in VERBAL
    return depth


def _covers(claim: Claim, at: int) -> bool:
    return claim.evidence.start <= at < claim.evidence.end


def _shape(candidate: Candidate) -> str:
    token = candidate.trigger
    if candidate.rule.startswith("clause:"):
        return f"clause {token.dep_}"
    if candidate.rule.startswith("toll:"):
        return "toll"
    if token.pos_ in VERBAL:
        return f"verb {token.dep_}"
    if candidate.predicate.i != token.i:
        return "noun of light verb"
    if token.pos_ == "ADJ":
        return f"adjective {token.dep_}"
    top = heading(token)
    return f"noun {top.dep_}" + (" conj" if token.dep_ == "conj" else "")
