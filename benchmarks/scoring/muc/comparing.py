"""Responses against keys: which template answers which, and what every slot earns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from itertools import product

from benchmarks.scoring.muc.fills import Template, fills
from benchmarks.scoring.muc.judging import judge, tag_credit
from benchmarks.scoring.muc.tables import scoring

BY_TAG, BY_TAG_OF_STRINGS = 10.0, 0.3
"""Set fills and numbers are aligned by their cross-reference before anything else."""
OPTIONAL_COST = 0.05
"""An optional key template is answered after one that is asked for."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Fills of a slot: possible, actual, correct, partly correct, incorrect, spurious, missing."""

    possible: int = 0
    actual: int = 0
    correct: int = 0
    partial: int = 0
    incorrect: int = 0
    spurious: int = 0
    missing: int = 0

    def __add__(self, other: Counts) -> Counts:
        """The fills of both."""
        return Counts(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))

    def f1(self) -> float:
        """F of recall and precision in percent; a partly correct fill counts half."""
        return 100 * (self.correct + 0.5 * self.partial) / max(1.0, (self.possible + self.actual) / 2)


BySlot = dict[str, Counts]


def compare(keys: Mapping[str, Sequence[Template]], responses: Mapping[str, Sequence[Template]]) -> BySlot:
    """Counts by slot over all messages of the keys; an optional template is never missing."""
    scored = [pair for message, wanted in keys.items() for pair in _message(wanted, responses.get(message, ()))]
    return {slot: total(one[slot] for one in scored) for slot in scoring().slots}


def total(counts: Iterable[Counts]) -> Counts:
    """All of them together."""
    return sum(counts, Counts())


def _message(keys: Sequence[Template], responses: Sequence[Template]) -> list[BySlot]:
    pairs = _answers(keys, responses)
    scored = [_pair(keys[i], responses[j]) for i, j in pairs.items()]
    scored += [_pair(None, response) for j, response in enumerate(responses) if j not in pairs.values()]
    return scored + [_pair(key, None) for i, key in enumerate(keys) if i not in pairs and not _optional(key)]


def _optional(key: Template) -> bool:
    return "OPTIONAL" in key["id"][0]


def _answers(keys: Sequence[Template], responses: Sequence[Template]) -> dict[int, int]:
    """Which response answers which key: they agree, at least half, in type and in a perpetrator or target."""
    weights = {}
    for (i, key), (j, response) in product(enumerate(keys), enumerate(responses)):
        slots = _pair(key, response)
        if _agree(slots["inc-type"]) and any(_agree(slots[slot]) for slot in scoring().content):
            whole = total(slots.values())
            share = (whole.correct + 0.25 * whole.partial) / whole.possible
            weights[i, j] = share - OPTIONAL_COST * _optional(key)
    return _paired(weights)


def _agree(counts: Counts) -> bool:
    return counts.correct + counts.partial > 0


def _pair(key: Template | None, response: Template | None) -> BySlot:
    return {slot: _slot(slot, key, response) for slot in scoring().slots}


def _slot(slot: str, key: Template | None, response: Template | None) -> Counts:
    wanted, got = fills(key, slot), fills(response, slot)
    tag = BY_TAG_OF_STRINGS if scoring().slots[slot] == "str" else BY_TAG
    credit = {(i, j): judge(slot, a, b) for i, a in enumerate(wanted) for j, b in enumerate(got)}
    pairs = _paired({
        (i, j): earned + 0.01 * (not wanted[i].optional) + tag * tag_credit(wanted[i], got[j])
        for (i, j), earned in credit.items()
    })  # fmt: skip
    earned = [credit[pair] for pair in pairs.items()]
    missing = sum(not fill.optional for i, fill in enumerate(wanted) if i not in pairs)
    return Counts(
        len(pairs) + missing, len(got), earned.count(1.0), earned.count(0.5), earned.count(0.0),
        len(got) - len(pairs), missing,
    )  # fmt: skip


def _paired(weights: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """One-to-one pairs, the heaviest first."""
    out: dict[int, int] = {}
    for i, j in sorted(weights, key=lambda pair: (-weights[pair], pair)):
        if i not in out and j not in out.values():
            out[i] = j
    return out
