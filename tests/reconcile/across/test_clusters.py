"""Groups by how alike their members are, whatever order the pairs come in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from warmonitor.reconcile.across.clusters import clusters

PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
    st.integers(-8, 18).map(lambda n: n / 2),
)


def test_those_that_are_alike_come_together() -> None:
    assert clusters(4, {(0, 1): 7.0, (2, 3): 7.0, (1, 2): -4.0}, 4.0) == [[0, 1], [2, 3]]


def test_a_chain_does_not_run_on() -> None:
    chain = {(at, at + 1): 5.0 for at in range(5)} | {(at, at + 2): -4.0 for at in range(4)}
    assert max(len(group) for group in clusters(6, chain, 4.0)) == 2


@given(PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_the_pairs_does_not_matter(pairs: dict[tuple[int, int], float], random: object) -> None:
    shuffled = list(pairs.items())
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert clusters(8, pairs, 4.0) == clusters(8, dict(shuffled), 4.0)


@given(PAIRS)
def test_everyone_is_in_one_group(pairs: dict[tuple[int, int], float]) -> None:
    assert sorted(at for group in clusters(8, pairs, 4.0) for at in group) == list(range(8))
