"""Hand-coded claims: every field of every claim is a fact, right or wrong.

A gold and a coded claim are paired one to one by where they stand and what they say. Claims left over on either side
cost their facts. The headline is the mean F1 over the reports.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.scoring.claims_facts import Facts, facts, owed, toll_facts
from benchmarks.scoring.claims_gold import GoldClaim
from benchmarks.scoring.claims_matching import claimant_right, overlap, toll_right
from benchmarks.scoring.coding import Desk
from benchmarks.scoring.counts import Score
from benchmarks.scoring.spans import by_report
from warmonitor.records import Claim, Report

SHARED = frozenset("claimant claimant_kind stance realis negated place time".split())
"""What one coded claim may owe to a second gold claim of its merge group."""
CHARGED = ("event_type", "claimant", "stance", "realis")
"""What a claim costs that nobody expected."""
LEAST_SHARED = 0.3
UNSCORED = 3
"""The tier of background and judgements."""


@dataclass
class Pairs:
    """Gold to coded claims: one to one, and those that share a coded claim with another of their group."""

    own: dict[int, int] = field(default_factory=dict)
    shared: dict[int, int] = field(default_factory=dict)

    def of(self, gold: int) -> int | None:
        """The coded claim of a gold one."""
        return self.own.get(gold, self.shared.get(gold))


def score_folder(folder: Path, desk: Desk) -> Score:
    """Codes every NAME.report.json of a folder and scores it against NAME.gold.jsonl."""
    reports = [Report.model_validate_json(path.read_bytes()) for path in sorted(folder.glob("*.report.json"))]
    of = by_report(desk.of("claims", reports, "claims").claims)
    each = {f"fact F1, {report.id}": fact_f1(_golds(folder, report), of[report.id]) for report in reports}
    return Score(len(reports), {"mean fact F1": round(sum(each.values()) / max(1, len(each)), 1), **each})


def fact_f1(golds: Sequence[GoldClaim], coded: Sequence[Claim]) -> float:
    """F1 of the facts of one report in percent, to one digit."""
    facts = Facts()
    for one in totals(golds, coded).values():
        facts.add(one)
    share = 2 * facts.right / (2 * facts.right + facts.wrong + facts.missed) if facts.right else 0.0
    return round(100 * share, 1)


def totals(golds: Sequence[GoldClaim], coded: Sequence[Claim]) -> dict[str, Facts]:
    """The facts of one report by field."""
    pairs, out = pair(golds, coded), defaultdict[str, Facts](Facts)
    for i, gold in enumerate(golds):
        if gold.tier != UNSCORED:
            for name, found in _facts_of(gold, i, pairs, coded).items():
                out[name].add(found)
    for group in {gold.merge_group for gold in golds if gold.merge_group and gold.tier != UNSCORED}:
        out["tolls"].add(_tolls_of_group(golds, coded, pairs, group))
    for j, extra in enumerate(coded):
        if j not in pairs.own.values():
            out["tolls"].wrong += len(extra.tolls)
            for name in CHARGED:
                out[name].wrong += 1
    return out


def pair(golds: Sequence[GoldClaim], coded: Sequence[Claim]) -> Pairs:
    """The likest first."""
    likeness = {(i, j): affinity(gold, claim) for i, gold in enumerate(golds) for j, claim in enumerate(coded)}
    pairs, used = Pairs(), set[int]()
    for (i, j), like in sorted(likeness.items(), key=lambda found: (found[1], *found[0]), reverse=True):
        if like > 0 and i not in pairs.own and j not in used:
            pairs.own[i] = j
            used.add(j)
    for i, gold in enumerate(golds):
        if i not in pairs.own and gold.merge_group:
            kin = (j for k, j in pairs.own.items() if golds[k].merge_group == gold.merge_group)
            partners = [j for j in kin if likeness[i, j] > 0]
            if partners:
                pairs.shared[i] = partners[-1]
    return pairs


def affinity(gold: GoldClaim, coded: Claim) -> float:
    """How well a coded claim fits a gold one; 0 if it is of other words or another thing."""
    if coded.evidence.end - coded.evidence.start > 3 * (gold.evidence.end - gold.evidence.start) + 200:
        return 0.0  # a paragraph is no evidence for a clause
    where = max(overlap(gold.content, coded.evidence), overlap(gold.evidence, coded.evidence))
    trigger, kind = overlap(gold.trigger, coded.trigger) > 0, coded.event_type in gold.types
    if where < LEAST_SHARED or not (kind or trigger):
        return 0.0
    tolls = sum(any(toll_right(toll, found) for found in coded.tolls) for toll in gold.tolls)
    return where + 2 * kind + 1.5 * trigger + tolls + 0.5 * claimant_right(gold, coded)


def _golds(folder: Path, report: Report) -> list[GoldClaim]:
    lines = (folder / f"{report.id}.gold.jsonl").read_text(encoding="utf-8").splitlines()
    return [GoldClaim.model_validate_json(line) for line in lines if line.strip()]


def _facts_of(gold: GoldClaim, i: int, pairs: Pairs, coded: Sequence[Claim]) -> dict[str, Facts]:
    """The facts of one gold claim; the tolls of a merge group are counted together, elsewhere."""
    j = pairs.of(i)
    found = owed(gold) if j is None else facts(gold, coded[j])
    if j is not None and i not in pairs.own:
        found = {name: one for name, one in found.items() if name in SHARED or name == "tolls"}
    return {name: one for name, one in found.items() if name != "tolls" or not gold.merge_group}


def _tolls_of_group(golds: Sequence[GoldClaim], coded: Sequence[Claim], pairs: Pairs, group: str | None) -> Facts:
    """One coded claim may carry what several gold claims say."""
    members = [i for i, gold in enumerate(golds) if gold.merge_group == group]
    wanted = [toll for i in members if golds[i].tier != UNSCORED for toll in golds[i].tolls]
    partners = {pairs.of(i) for i in members} - {None}
    return toll_facts(wanted, [toll for j in sorted(k for k in partners if k is not None) for toll in coded[j].tolls])
