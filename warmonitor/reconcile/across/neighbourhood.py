"""The episodes that can be one happening with some given ones, at any remove, and how alike each two of them are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from warmonitor.reconcile.across.lookup import Lookup
from warmonitor.reconcile.across.score import score
from warmonitor.reconcile.across.sights import Sight, sight
from warmonitor.reconcile.happenings import Happenings
from warmonitor.records import Episode

EDGE = 4.5  # points from which two episodes may be one happening
WORST = -4.0  # points below which a pair speaks no louder
ONE_REPORT = 1.5  # points less for two episodes that their own report tells apart


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Whole components: no episode outside is alike enough to one inside."""

    members: tuple[Sight, ...]
    """In the order of all episodes."""
    pairs: dict[tuple[int, int], float]
    """Points of the members, by number, that share a key."""


def neighbourhood(
    seeds: Iterable[Episode],
    lookup: Lookup,
    happenings: Happenings,
    tied: Mapping[str, frozenset[str]],
    day: date | None = None,
) -> Neighbourhood:
    """Everything that can be one happening with the seeds, or is tied to them; of what was known by the day."""
    walk = _Walk(lookup, happenings, day)
    frontier = walk.meet(seeds)
    reached = {seen.episode.id: seen for seen in frontier}
    while frontier:
        walk.learn(frontier)
        names = {other for seen in frontier for other in tied.get(seen.episode.id, ()) if other not in reached}
        found = [*walk.meet(lookup.episodes(ids=sorted(names))), *(b for a in frontier for b in walk.like(a))]
        frontier = list({seen.episode.id: seen for seen in found if seen.episode.id not in reached}.values())
        reached.update((seen.episode.id, seen) for seen in frontier)
    members = tuple(sorted(reached.values(), key=lambda seen: seen.rank))
    return Neighbourhood(members, walk.pairs(members))


class _Walk:
    """What was seen on the way, each episode and each pair once."""

    def __init__(self, lookup: Lookup, happenings: Happenings, day: date | None) -> None:
        self._lookup, self._happenings, self._day = lookup, happenings, day
        self._seen: dict[str, Sight] = {}
        self._by_key: dict[str, list[Sight]] = defaultdict(list)
        self._asked: set[str] = set()
        self._points: dict[tuple[str, str], float] = {}

    def meet(self, episodes: Iterable[Episode]) -> list[Sight]:
        """The episodes as they are compared, those that were not known by the day left out."""
        met = []
        for episode in episodes:
            if self._day is not None and episode.known is not None and episode.known > self._day:
                continue
            if episode.id not in self._seen:
                self._seen[episode.id] = seen = sight(episode)
                for key in seen.keys:
                    self._by_key[key].append(seen)
            met.append(self._seen[episode.id])
        return met

    def learn(self, frontier: Iterable[Sight]) -> None:
        """Looks up all that share a key with these."""
        keys = {key for seen in frontier for key in seen.keys} - self._asked
        self._asked |= keys
        self.meet(self._lookup.neighbours(sorted(keys)))

    def like(self, one: Sight) -> list[Sight]:
        """Those that may be one happening with it."""
        others = {other.episode.id: other for key in one.keys for other in self._by_key[key]}
        others.pop(one.episode.id, None)
        return [other for other in others.values() if self._between(one, other) >= EDGE]

    def _between(self, a: Sight, b: Sight) -> float:
        one, other = (a, b) if a.rank < b.rank else (b, a)
        pair = one.episode.id, other.episode.id
        if pair not in self._points:
            points = score(one, other, self._happenings)
            if one.episode.report_id == other.episode.report_id:
                points = min(points, EDGE) - ONE_REPORT
            self._points[pair] = max(WORST, points)
        return self._points[pair]

    def pairs(self, members: tuple[Sight, ...]) -> dict[tuple[int, int], float]:
        """The points of all pairs of members that share a key, by the members' numbers."""
        number = {seen.episode.id: at for at, seen in enumerate(members)}
        known = ((number.get(a), number.get(b), points) for (a, b), points in self._points.items())
        return {(a, b): points for a, b, points in known if a is not None and b is not None}
