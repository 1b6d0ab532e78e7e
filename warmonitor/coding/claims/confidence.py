"""How probable it is that each field of a claim says what a careful coder would write: a logistic model a field.

The weights stand in `field_confidence.tsv`, fitted by `benchmarks/fit_confidence.py`. An empty field has a probability
too: that the report does not say it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from warmonitor.codebook.tables import Row, read_table
from warmonitor.coding.claims.selection import FAMILY_OF
from warmonitor.records import Claim

Rated = Literal[
    "event_type", "claimant", "stance", "realis", "negated", "agents", "targets", "places", "time", "tolls"
]  # fmt: skip
RATED: tuple[Rated, ...] = (
    "event_type", "claimant", "stance", "realis", "negated", "agents", "targets", "places", "time", "tolls",
)  # fmt: skip
REASON_OF: Mapping[str, str] = {"agents": "parties", "targets": "parties"}
"""The reason that stands for a field of another name."""


class FieldWeight(Row):
    """What a feature adds to the log-odds that a field is right."""

    field: Rated
    feature: str
    weight: float


@dataclass(frozen=True)
class Reliance:
    """Weights by field and feature."""

    weights: Mapping[tuple[str, str], float]

    def of(self, claim: Claim) -> dict[str, float]:
        """The probability of each rated field, to three digits."""
        return {name: round(self._probability(name, claim), 3) for name in RATED}

    def _probability(self, name: Rated, claim: Claim) -> float:
        known = ("bias", *sorted(field_features(name, claim)))
        score = sum(self.weights.get((name, feature), 0.0) for feature in known)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def reliance() -> Reliance:
    """Reads `field_confidence.tsv`."""
    rows = read_table("field_confidence", FieldWeight)
    return Reliance({(row.field, row.feature): row.weight for row in rows})


def field_features(name: Rated, claim: Claim) -> frozenset[str]:
    """What is known of how a field was filled: the family of the event, whose words, the rule, and how much it says."""
    rules = {r.rule.split(":")[0] for r in claim.reasons if r.field == REASON_OF.get(name, name)}
    common = {
        f"family:{FAMILY_OF[claim.event_type]}",
        "voiced" if claim.claimant.name != "narrator" else "narrator",
        "sure" if claim.confidence >= 0.9 else "unsure" if claim.confidence < 0.7 else "likely",
        *(f"rule:{rule}" for rule in rules),
    }
    return frozenset(common | _told(name, claim))


def _told(name: Rated, claim: Claim) -> set[str]:
    match name:
        case "agents" | "targets":
            parties = claim.agents if name == "agents" else claim.targets
            return {f"parties:{min(2, len(parties))}", *(f"kind:{party.kind}" for party in parties)}
        case "places":
            at = [place for place in claim.places if place.role in ("event", "about")]
            unsure = any(place.probability is not None and place.probability < 0.7 for place in at)
            return {f"places:{min(2, len(at))}", *(f"precision:{p.precision}" for p in at), *["doubtful"] * unsure}
        case "time":
            when = claim.time
            return {"undated"} if when is None else {"inferred" if when.inferred else "written", when.precision}
        case "tolls":
            return {f"tolls:{min(2, len(claim.tolls))}", *(f"scope:{toll.scope}" for toll in claim.tolls)}
        case "claimant":
            return {f"speaker:{claim.claimant.kind}", f"depth:{min(3, len(claim.claimant.chain))}"}
        case "stance":
            return {f"stance:{claim.stance}"}
        case "realis":
            return {f"realis:{claim.realis}"}
        case "negated":
            return {"negated"} if claim.negated else {"affirmed"}
        case "event_type":
            return {f"type:{claim.event_type}"}
