"""What is looked up on the way through a neighbourhood: each episode once, each pair scored once."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from warmonitor.reconcile.across.lookup import Lookup
from warmonitor.reconcile.across.score import Scorer
from warmonitor.reconcile.across.sights import Sight, sight
from warmonitor.reconcile.happenings import Happenings
from warmonitor.records import Episode

EDGE = 4.7  # points from which two episodes that are placed may be one happening
LEAST = 3.2  # points from which a vague one may be that which it fits best
KIN = 3.0  # points from which two happenings are near enough for a vague report to mean either
CLEAR = 0.9  # points by which it must fit that better than any other happening
FAME = 0.7  # of the logarithm of the number of reports of a happening: the odds that it is the one that is meant
WORST = -4.0  # points below which a pair speaks no louder
PAIR = 32  # bits of a number of an episode
APART = -math.inf  # points of two episodes that one report tells as two: they never meet


class Walk:
    """Episodes by their keys, and how alike they are; of what was known by a day, if one is given."""

    def __init__(self, lookup: Lookup, happenings: Happenings, day: date | None = None) -> None:
        self._lookup, self._scorer, self._day = lookup, Scorer(happenings), day
        self._seen: dict[str, Sight] = {}
        self._by_key: tuple[dict[str, list[Sight]], dict[str, list[Sight]]] = (defaultdict(list), defaultdict(list))
        self._asked: set[str] = set()
        self._points: dict[int, float] = {}
        self._anchors: dict[str, Sight | None] = {}

    def meet(self, episodes: Iterable[Episode]) -> list[Sight]:
        """The episodes as they are compared, those that were not known by the day left out."""
        met = []
        for episode in episodes:
            if self._day is not None and episode.known is not None and episode.known > self._day:
                continue
            if episode.id not in self._seen:
                self._seen[episode.id] = seen = sight(episode, len(self._seen))
                for key in episode.keys:
                    self._by_key[seen.vague][key].append(seen)
            met.append(self._seen[episode.id])
        return met

    def look_up(self, ids: Iterable[str]) -> list[Sight]:
        """The episodes of these ids."""
        return self.meet(self._lookup.episodes(ids=sorted(ids)))

    def learn(self, some: Iterable[Sight]) -> None:
        """Looks up all that share a key with these, before they are asked about."""
        keys = {key for seen in some for key in seen.episode.keys} - self._asked
        if keys:
            self._asked |= keys
            self.meet(self._lookup.neighbours(sorted(keys)))

    def near(self, one: Sight, *, vague: bool) -> list[Sight]:
        """Those of the vague, or of the placed ones, that share a key with it; two placed ones one that is not wide."""
        shared = one.episode.keys if one.vague or vague else one.close_keys
        others = {other.number: other for key in shared for other in self._by_key[vague].get(key, ())}
        others.pop(one.number, None)
        return list(others.values())

    def like(self, one: Sight, least: float, *, vague: bool) -> list[Sight]:
        """Those of them that are as alike to it as that."""
        return [other for other in self.near(one, vague=vague) if self.points(one, other) >= least]

    def points(self, a: Sight, b: Sight) -> float:
        """How alike two are."""
        pair = min(a.number, b.number) << PAIR | max(a.number, b.number)
        if pair not in self._points:
            self._points[pair] = self._compared(a, b)
        return self._points[pair]

    def _compared(self, a: Sight, b: Sight) -> float:
        if a.report_id == b.report_id:
            return APART
        one, other = (a, b) if a.rank < b.rank else (b, a)
        return max(WORST, self._scorer.points(one, other))

    def anchor(self, vague: Sight) -> Sight | None:
        """The placed episode that a vague one fits best; None if it fits none, or another happening as well."""
        name = vague.episode.id
        if name not in self._anchors:
            self._anchors[name] = self._find_anchor(vague)
        return self._anchors[name]

    def leader(self, vague: Sight) -> Sight | None:
        """The vague one that one without an anchor goes with: the most alike to it, if that has an anchor."""
        if self.anchor(vague) is not None:
            return None
        others = self.like(vague, EDGE, vague=True)
        most = min(others, key=lambda other: (-self.points(vague, other), other.rank), default=None)
        anchor = self.anchor(most) if most else None
        return most if anchor is not None and anchor.report_id != vague.report_id else None

    def holds(self, vague: Sight) -> Sight | None:
        """The placed episode that a vague one goes with, by itself or with another."""
        leader = self.leader(vague)
        return self.anchor(leader or vague)

    def _find_anchor(self, vague: Sight) -> Sight | None:
        if vague.days is not None and vague.days.long:
            return None  # "since January" is no time of one happening
        others = (o for o in self.like(vague, LEAST - CLEAR, vague=False) if o.report_id != vague.report_id)
        happenings = _together(sorted(others, key=lambda other: other.rank), self)
        fits = [(self._fit(vague, group), group) for group in happenings]
        fits.sort(key=lambda fit: (-fit[0], fit[1][0].rank))
        if not fits or (len(fits) > 1 and fits[1][0] > fits[0][0] - CLEAR):
            return None
        best = min(fits[0][1], key=lambda other: (-self.points(vague, other), other.rank))
        return best if self.points(vague, best) >= LEAST else None

    def _fit(self, vague: Sight, group: Sequence[Sight]) -> float:
        """How well it fits a happening: what many tell is the likelier to be meant."""
        return max(self.points(vague, other) for other in group) + FAME * math.log(len(group))


def _together(some: Sequence[Sight], walk: Walk) -> list[list[Sight]]:
    """Those that are alike, at any remove, as groups."""
    groups: list[list[Sight]] = []
    for one in some:
        mine = [group for group in groups if any(walk.points(one, other) >= KIN for other in group)]
        groups = [group for group in groups if group not in mine]
        groups.append([one, *(other for group in mine for other in group)])
    return [sorted(group, key=lambda other: other.rank) for group in groups]
