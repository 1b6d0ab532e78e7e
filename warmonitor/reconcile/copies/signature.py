"""MinHash signatures of whole texts, by which copies are found among many reports without reading them all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rensa import RMinHash

from warmonitor.reconcile.copies.wording import shingles, words

NUMBERS = 64  # of a signature: the share of equal ones is off by 6 points at most times, which candidates can bear
BAND = 4  # equal numbers in a row that make a candidate: of texts that share half, 64 in 100 do; a fifth, 3 in 100
SEED = 11  # any number, always the same
ALIKE = 0.3  # share of equal numbers from which the sentences are looked at


def signature(text: str) -> tuple[int, ...]:
    """The MinHash of the text's runs of words; empty for a text too short to be known by its wording."""
    runs = shingles(words(text))
    if not runs:
        return ()
    sketch = RMinHash(num_perm=NUMBERS, seed=SEED)
    sketch.update(sorted(" ".join(run) for run in runs))
    return tuple(sketch.digest())


def bands(signature: Sequence[int]) -> tuple[str, ...]:
    """Keys of a signature: reports that share one may be copies."""
    starts = range(0, len(signature), BAND)
    return tuple(f"{at:02d}-" + "-".join(f"{n:x}" for n in signature[at : at + BAND]) for at in starts)


def alike(one: Sequence[int], others: Mapping[str, Sequence[int]]) -> tuple[str, ...]:
    """The reports whose signatures are so like this one that their sentences are worth comparing, the likest first."""
    shares = {name: _share(one, other) for name, other in others.items()}
    return tuple(sorted((name for name, share in shares.items() if share >= ALIKE), key=lambda n: (-shares[n], n)))


def _share(one: Sequence[int], other: Sequence[int]) -> float:
    if not one or len(one) != len(other):
        return 0.0
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)
