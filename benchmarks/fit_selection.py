"""Fits the weights of `codebook/data/selection.tsv`: which propositions a careful coder would code.

    fit_selection.py GOLD_DIR [--write]

Besides our own stories (tests/stories) it takes GOLD_DIR with NAME.report.json and NAME.gold.jsonl (hand-coded
claims: evidence, trigger, event_type, tier). Every
proposition that the coder finds is paired with the gold claims by overlap and type; what no gold claim fits is the
negative class, what only background (tier 3) fits is left out. Logistic regression with an L2 penalty, in numpy;
figures are cross-validated by report. Only weights are written, no text.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

from warmonitor import coding, pipeline, reading
from warmonitor.coding.claims.build import propose
from warmonitor.coding.claims.selection import FAMILY_OF
from warmonitor.records import Claim, Report

RIDGE = 4.0
ROOT = Path(__file__).parents[1]
UNLISTED = frozenset({"weak", "intent", "media", "tension"})
HEADER = (
    "# Log-odds that a careful coder codes a proposition. "
    "Fitted by benchmarks/fit_selection.py; no text of any report is in it.\n"
)
SOURCE = "fitted on hand-coded claims of nine reports and on the expected claims of our stories"


def main() -> None:
    """Fits, prints the cross-validated figures, and writes the table when asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    rows = examples(args.gold) + own_examples()
    names = sorted({f for _, features, _ in rows for f in features})
    seen = [n for n in names if sum(n in f for _, f, _ in rows) >= 5]
    matrix, labels, groups = _arrays(rows, seen)
    _report(matrix, labels, groups)
    weights = fit(matrix, labels)
    if args.write:
        table = ROOT / "warmonitor/codebook/data/selection.tsv"
        lines = [f"{name}\t{weight:.3f}\t{SOURCE}" for name, weight in zip(["bias", *seen], weights, strict=True)]
        table.write_text(HEADER + "feature\tweight\tsource\n" + "\n".join(lines) + "\n", encoding="utf-8")


def examples(gold_dir: Path) -> list[tuple[str, frozenset[str], int]]:
    """(report, features, coded by hand) of every proposition of every report."""
    desk = pipeline.build()
    rows: list[tuple[str, frozenset[str], int]] = []
    for path in sorted(gold_dir.glob("*.report.json")):
        report = _report_of(path)
        gold = [
            json.loads(line)
            for line in path.with_name(f"{report.id}.gold.jsonl").read_text(encoding="utf-8").splitlines()
        ]
        document = reading.read(report, desk.parser, desk.rules)
        proposed = propose(coding.find(document, desk.coder), desk.coder.tables)
        pairs = _pair(gold, [claim for claim, _ in proposed])
        for at, (_, features) in enumerate(proposed):
            tier = pairs.get(at)
            if tier != 3:
                rows.append((report.id, features, int(tier is not None)))
    return rows


def own_examples() -> list[tuple[str, frozenset[str], int]]:
    """The same for our stories, but for judgements and background: their expected claims leave those out."""
    sys.path.insert(0, str(ROOT / "tests"))
    from accuracy.expected import stories

    desk = pipeline.build()
    rows: list[tuple[str, frozenset[str], int]] = []
    for story in stories():
        document = reading.read(story.report, desk.parser, desk.rules)
        proposed = propose(coding.find(document, desk.coder), desk.coder.tables)
        gold = [_as_gold(expected) for expected in story.expected]
        pairs = _pair(gold, [claim for claim, _ in proposed])
        for at, (claim, features) in enumerate(proposed):
            if at in pairs or FAMILY_OF[claim.event_type] not in UNLISTED:
                rows.append((story.name, features, int(at in pairs)))
    return rows


def _as_gold(expected: Any) -> dict[str, Any]:
    span, trigger = expected.evidence.model_dump(), expected.trigger.model_dump()
    kinds = {"event_type": list(expected.event_types)}
    return {
        "content": span,
        "evidence": span,
        "trigger": trigger,
        "event_type": expected.event_types[0],
        "accept": kinds,
        "tier": 1,
    }


def _report_of(path: Path) -> Report:
    record = json.loads(path.read_text(encoding="utf-8"))
    return Report.model_validate({field: value for field, value in record.items() if field in Report.model_fields})


def _pair(gold: list[dict[str, Any]], claims: list[Claim]) -> dict[int, int]:
    """Tier of the gold claim that each proposition is paired with, best first, one to one."""
    scored = sorted(((_affinity(g, c), i, j) for i, g in enumerate(gold) for j, c in enumerate(claims)), reverse=True)
    used: set[int] = set()
    tiers: dict[int, int] = {}
    for score, i, j in scored:
        if score > 0 and i not in used and j not in tiers:
            used.add(i)
            tiers[j] = gold[i]["tier"]
    return tiers


def _affinity(gold: dict[str, Any], claim: Claim) -> float:
    where = max(_overlap(gold["content"], claim.evidence), _overlap(gold["evidence"], claim.evidence))
    kinds = {gold["event_type"], *gold.get("accept", {}).get("event_type", [])}
    kind, trigger = claim.event_type in kinds, _overlap(gold["trigger"], claim.trigger) > 0
    return 0.0 if where < 0.3 or not (kind or trigger) else where + 2 * kind + 1.5 * trigger


def _overlap(gold: dict[str, Any], span: Any) -> float:
    shared = min(gold["end"], span.end) - max(gold["start"], span.start)
    return float(max(0, shared) / max(1, min(gold["end"] - gold["start"], span.end - span.start)))


def _arrays(rows: list[tuple[str, frozenset[str], int]], names: list[str]) -> tuple[Any, Any, list[str]]:
    matrix = np.array([[1.0, *(float(n in f) for n in names)] for _, f, _ in rows])
    return matrix, np.array([y for _, _, y in rows], dtype=float), [r for r, _, _ in rows]


def fit(matrix: Any, labels: Any, ridge: float = RIDGE) -> Any:
    """Weights of a ridge-penalised logistic regression by Newton's method; the bias is not penalised."""
    weights = np.zeros(matrix.shape[1])
    penalty = np.full(matrix.shape[1], ridge)
    penalty[0] = 1e-3
    for _ in range(30):
        p = 1 / (1 + np.exp(-matrix @ weights))
        gradient = matrix.T @ (labels - p) - penalty * weights
        hessian = (matrix.T * (p * (1 - p))) @ matrix + np.diag(penalty)
        weights = weights + np.linalg.solve(hessian, gradient)
    return weights


def _report(matrix: Any, labels: Any, groups: list[str]) -> None:
    held = np.zeros(len(labels))
    for group in sorted(set(groups)):
        out = np.array([g == group for g in groups])
        held[out] = 1 / (1 + np.exp(-matrix[out] @ fit(matrix[~out], labels[~out])))
    print(f"{len(labels)} propositions, {int(labels.sum())} coded by hand")
    for cut in (0.2, 0.3, 0.4, 0.5):
        kept = held >= cut
        print(
            f"cut {cut}: keeps {labels[kept].sum() / labels.sum():.3f} of those, "
            f"{1 - labels[kept].mean():.3f} of what is kept is unwanted"
        )
    print(f"expected calibration error {_calibration_error(held, labels):.3f}")


def _calibration_error(p: Any, labels: Any, bins: int = 10) -> float:
    at = np.minimum((p * bins).astype(int), bins - 1)
    return float(
        sum(abs(p[at == b].mean() - labels[at == b].mean()) * (at == b).mean() for b in range(bins) if (at == b).any())
    )


if __name__ == "__main__":
    main()
