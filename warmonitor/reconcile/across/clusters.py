"""Which episodes of one component are one happening: a function of the episodes alone, not of how they came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush

NEAREST = 0.4  # what the most alike pair counts beside the mean of all: a chain of neighbours is no happening
STRANGERS = -1.0  # points of a pair that shares no key


def clusters(count: int, pairs: Mapping[tuple[int, int], float], enough: float) -> list[list[int]]:
    """The numbers 0 to count - 1 in groups, by joining the two most alike until none are alike enough.

    `pairs` has the points of the pairs (smaller number first) that are known; equal points join the first ones first.
    """
    groups = _Groups(count, pairs)
    heap = [(-groups.alike(a, b), a, b, 1, 1) for a, b in pairs]
    heapify(heap)
    while heap:
        points, a, b, mine, theirs = heappop(heap)
        if -points <= enough:
            break
        if groups.sizes(a, b) != (mine, theirs):
            continue
        for other in groups.join(a, b):
            first, second = min(a, other), max(a, other)
            heappush(heap, (-groups.alike(first, second), first, second, *groups.sizes(first, second)))
    return groups.members()


class _Groups:
    """Groups that know how alike they are to those that they share a pair with."""

    def __init__(self, count: int, pairs: Mapping[tuple[int, int], float]) -> None:
        self._held: list[list[int]] = [[at] for at in range(count)]
        self._links: list[dict[int, tuple[float, int, float]]] = [{} for _ in range(count)]
        for (a, b), points in pairs.items():
            self._links[a][b] = self._links[b][a] = (points, 1, points)

    def sizes(self, a: int, b: int) -> tuple[int, int]:
        """How many each holds; 0 for one that was joined to another."""
        return len(self._held[a]), len(self._held[b])

    def alike(self, a: int, b: int) -> float:
        """Between the likest pair and the mean of all."""
        total, known, most = self._links[a][b]
        every = len(self._held[a]) * len(self._held[b])
        return NEAREST * most + (1 - NEAREST) * (total + STRANGERS * (every - known)) / every

    def join(self, a: int, b: int) -> Sequence[int]:
        """Puts b into a, the smaller number; the groups that a shares a pair with now."""
        self._held[a] += self._held[b]
        self._held[b] = []
        mine, theirs = self._links[a], self._links[b]
        self._links[b] = {}
        for other, (total, known, most) in theirs.items():
            if other == a:
                continue
            had = mine.get(other, (0.0, 0, most))
            mine[other] = self._links[other][a] = (had[0] + total, had[1] + known, max(had[2], most))
            del self._links[other][b]
        mine.pop(b, None)
        return sorted(mine)

    def members(self) -> list[list[int]]:
        """The groups, each in order, by their first member."""
        return sorted(sorted(held) for held in self._held if held)
