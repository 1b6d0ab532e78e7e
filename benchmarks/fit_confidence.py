"""Fits `codebook/data/field_confidence.tsv`: how probable it is that a field of a claim is right.

    fit_confidence.py GOLD_DIR [--write]

GOLD_DIR holds NAME.report.json and NAME.gold.jsonl (hand-coded claims); our own stories are taken besides. Every coded
claim that is paired with a hand-coded one is an example for each of its fields. One logistic regression a field, with
an L2 penalty. The reliability table and the expected calibration error, with its interval over resampled reports, are
of probabilities that were fitted without the report that they are of. Only weights are written, no text.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.fit_selection import fit
from benchmarks.scoring.claims import UNSCORED, pair
from benchmarks.scoring.claims_facts import facts
from benchmarks.scoring.claims_gold import GoldClaim
from benchmarks.scoring.claims_matching import toll_right
from warmonitor import pipeline
from warmonitor.coding.claims.confidence import RATED, Rated, field_features
from warmonitor.records import Claim, Report

ROOT = Path(__file__).parents[1]
BINS = 10
RESAMPLED = 1000
RIDGE = 12.0
"""Stronger than for the selection: there are fewer examples of a field than of propositions."""
LEAST = 8
"""Examples that must have a feature before it gets a weight."""
HEADER = (
    "# Log-odds that a field of a claim is right, by how it was filled (coding/claims/confidence.py). "
    "Fitted by benchmarks/fit_confidence.py; no text of any report is in it.\n"
)
SOURCE = "fitted on hand-coded claims of nine reports and on the expected claims of our stories"
GOLD_NAMES = {"places": "place"}
"""Fields that the hand-coded claims call otherwise."""


@dataclass(frozen=True)
class Example:
    """A field of a coded claim, and whether it is right."""

    report: str
    field: Rated
    features: frozenset[str]
    right: bool


def main() -> None:
    """Fits, prints the reliability table, and writes the weights when asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    desk = pipeline.build()
    examples = [*of_gold(args.gold, desk), *of_stories(desk)]
    report(examples)
    if args.write:
        lines = [
            f"{name}\t{feature}\t{weight:.3f}\t{SOURCE}"
            for name in RATED
            for feature, weight in weights([e for e in examples if e.field == name]).items()
        ]
        table = ROOT / "warmonitor/codebook/data/field_confidence.tsv"
        table.write_text(HEADER + "field\tfeature\tweight\tsource\n" + "\n".join(lines) + "\n", encoding="utf-8")


def of_gold(folder: Path, desk: pipeline.Pipeline) -> Iterator[Example]:
    """The fields of claims that are paired with hand-coded ones."""
    reports = [Report.model_validate_json(path.read_bytes()) for path in sorted(folder.glob("*.report.json"))]
    for coded in desk.code(reports):
        assert not isinstance(coded, Exception), coded
        lines = (folder / f"{coded.report.id}.gold.jsonl").read_text(encoding="utf-8").splitlines()
        golds = [GoldClaim.model_validate_json(line) for line in lines if line.strip()]
        for i, j in pair(golds, coded.found).own.items():
            if golds[i].tier == UNSCORED:
                continue
            found = facts(golds[i], coded.found[j])
            for name in RATED:
                fact = found.get(GOLD_NAMES.get(name, name))
                right = fact is None or not (fact.wrong or fact.missed)
                if name == "tolls" and golds[i].merge_group:
                    right = _group_right(golds, golds[i], coded.found[j])
                yield Example(coded.report.id, name, field_features(name, coded.found[j]), right)


def _group_right(golds: list[GoldClaim], one: GoldClaim, claim: Claim) -> bool:
    """Whether a claim that may carry the numbers of several hand-coded ones has this one's, and none of another."""
    group = [toll for gold in golds if gold.merge_group == one.merge_group for toll in gold.tolls]
    had = all(toll.vague or any(toll_right(toll, coded) for coded in claim.tolls) for toll in one.tolls)
    return had and all(any(toll_right(toll, coded) for toll in group) for coded in claim.tolls)


def of_stories(desk: pipeline.Pipeline) -> Iterator[Example]:
    """The fields of claims that are paired with the expected ones of our stories, where a story asks for them."""
    sys.path.insert(0, str(ROOT / "tests"))
    from accuracy.expected import stories
    from accuracy.scoring import judge, score, tolls_right

    for story in stories():
        (coded,) = desk.code([story.report])
        assert not isinstance(coded, Exception), coded
        for wanted, claim, _ in score(story, coded.found).pairs:
            answers = {**judge(wanted, claim), "tolls": tolls_right(wanted, claim, story.expected)}
            for name, right in answers.items():
                if right is not None and name in RATED:
                    rated: Rated = name
                    yield Example(story.name, rated, field_features(rated, claim), right)


def weights(examples: list[Example]) -> dict[str, float]:
    """By feature, the bias first."""
    names = _names(examples)
    return dict(zip(["bias", *names], fit(*_arrays(examples, names), RIDGE), strict=True))


def held_out(examples: list[Example]) -> Any:
    """The probability of each example by weights that were fitted without its report, in the order of the examples."""
    probabilities = np.zeros(len(examples))
    for name in RATED:
        mine = [at for at, e in enumerate(examples) if e.field == name]
        for out in sorted({examples[at].report for at in mine}):
            rest = [examples[at] for at in mine if examples[at].report != out]
            there = [at for at in mine if examples[at].report == out]
            names = _names(rest)
            matrix, _ = _arrays([examples[at] for at in there], names)
            probabilities[there] = 1 / (1 + np.exp(-matrix @ fit(*_arrays(rest, names), RIDGE)))
    return probabilities


def report(examples: list[Example]) -> None:
    """Prints how often fields of each probability were right, and the expected calibration error."""
    p, right = held_out(examples), np.array([e.right for e in examples], dtype=float)
    at = np.minimum((p * BINS).astype(int), BINS - 1)
    print("probability   fields   mean probability   were right")
    for b in range(BINS):
        if (at == b).any():
            print(f"{b / BINS:.1f} to {(b + 1) / BINS:.1f}  {(at == b).sum():7}   {p[at == b].mean():16.3f}   "
                  f"{right[at == b].mean():10.3f}")  # fmt: skip
    low, high = _interval(examples, p, right)
    print(f"expected calibration error {calibration_error(p, right):.3f} (95 % interval {low:.3f} to {high:.3f})")
    for name in RATED:
        mine = np.array([e.field == name for e in examples])
        error = calibration_error(p[mine], right[mine])
        print(f"  {name:11} {int(mine.sum()):5} fields, {right[mine].mean():.3f} right, error {error:.3f}")


def calibration_error(p: Any, right: Any) -> float:
    """The mean distance between probability and share of right ones over ten bins of equal width."""
    at = np.minimum((p * BINS).astype(int), BINS - 1)
    return float(
        sum(abs(p[at == b].mean() - right[at == b].mean()) * (at == b).mean() for b in range(BINS) if (at == b).any())
    )


def _interval(examples: list[Example], p: Any, right: Any) -> tuple[float, float]:
    """The middle 95 % of the error over reports drawn with replacement, seeded."""
    by_report = defaultdict[str, list[int]](list)
    for at, example in enumerate(examples):
        by_report[example.report].append(at)
    groups, draw = [np.array(g) for _, g in sorted(by_report.items())], np.random.default_rng(0)
    errors = []
    for _ in range(RESAMPLED):
        taken = np.concatenate([groups[g] for g in draw.integers(0, len(groups), len(groups))])
        errors.append(calibration_error(p[taken], right[taken]))
    low, high = np.quantile(errors, [0.025, 0.975])
    return float(low), float(high)


def _names(examples: list[Example]) -> list[str]:
    counts = defaultdict[str, int](int)
    for example in examples:
        for feature in example.features:
            counts[feature] += 1
    return sorted(feature for feature, n in counts.items() if n >= LEAST)


def _arrays(examples: list[Example], names: list[str]) -> tuple[Any, Any]:
    matrix = np.array([[1.0, *(float(n in e.features) for n in names)] for e in examples])
    return matrix, np.array([e.right for e in examples], dtype=float)


if __name__ == "__main__":
    main()
