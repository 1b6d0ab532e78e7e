"""Hand-coded claims: the facts of a pair, field by field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.scoring.claims_gold import GoldClaim, GoldToll
from benchmarks.scoring.claims_matching import claimant_right, parties_right, place_right, time_right, toll_right
from warmonitor.records import Claim, Toll


@dataclass
class Facts:
    """Facts that are right, wrong (said, and not so) and missed (so, and not said)."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, other: Facts) -> None:
        """Counts the other's too."""
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed


def facts(gold: GoldClaim, coded: Claim) -> dict[str, Facts]:
    """By field, of a pair; fields that neither has are left out."""
    answers = _always(gold, coded)
    if gold.agents or coded.agents:
        answers["agents"] = parties_right(gold.agents, coded.agents)
    if gold.targets or coded.targets:
        answers["targets"] = parties_right(gold.targets, coded.targets)
    if gold.places or coded.places:
        answers["place"] = place_right(gold.places, coded.places)
    if (gold.time and gold.time.start) or coded.time:
        answers["time"] = time_right(gold, coded)
    if gold.deadline or coded.deadline:
        answers["deadline"] = gold.deadline == coded.deadline
    out = {name: Facts(right=1) if right else Facts(wrong=1, missed=1) for name, right in answers.items()}
    return {**out, "tolls": toll_facts(gold.tolls, coded.tolls)}


def owed(gold: GoldClaim) -> dict[str, Facts]:
    """What a gold claim costs that nobody coded."""
    present = {
        "agents": gold.agents,
        "targets": gold.targets,
        "place": gold.places,
        "time": gold.time and gold.time.start,
        "deadline": gold.deadline,
        "negated": gold.negated,
    }
    always = ("event_type", "claimant", "claimant_kind", "stance", "realis")
    names = [*always, *(name for name, there in present.items() if there)]
    return {**{name: Facts(missed=1) for name in names}, "tolls": toll_facts(gold.tolls, ())}


def toll_facts(golds: Sequence[GoldToll], coded: Sequence[Toll]) -> Facts:
    """Each number is a fact; vague ones are neither owed nor charged."""
    left, right = list(coded), 0
    for gold in golds:
        match = next((toll for toll in left if toll_right(gold, toll)), None)
        if match:
            left = [toll for toll in left if toll is not match]
            right += not gold.vague
    wrong = sum(toll.best is not None or toll.bound != "~" for toll in left)
    return Facts(right, wrong, sum(not gold.vague for gold in golds) - right)


def _always(gold: GoldClaim, coded: Claim) -> dict[str, bool]:
    return {
        "event_type": coded.event_type in gold.types,
        "claimant": claimant_right(gold, coded),
        "claimant_kind": coded.claimant.kind in {*gold.accept.claimant_kind, gold.claimant.kind},
        "stance": coded.stance in {*gold.accept.stance, gold.stance},
        "realis": coded.realis in {*gold.accept.realis, gold.realis},
        "negated": coded.negated == gold.negated,
    }
