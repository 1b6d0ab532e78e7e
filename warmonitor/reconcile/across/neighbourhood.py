"""The episodes that can be one happening with some given ones, at any remove.

Episodes that are placed are linked to each other where they are alike. One that is vague about the place or the day has
at most one link: to the placed one that it fits best, if it fits no other happening nearly as well; else to other vague
ones that are left over. So a vague report never ties two happenings together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from warmonitor.reconcile.across.lookup import Lookup
from warmonitor.reconcile.across.sights import Sight, sight
from warmonitor.reconcile.across.walk import APART, CLEAR, EDGE, LEAST, Walk
from warmonitor.reconcile.happenings import Happenings
from warmonitor.records import Episode


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Whole components: nothing outside is linked to anything inside."""

    members: tuple[Sight, ...]
    """In the order of all episodes."""
    pairs: dict[tuple[int, int], float]
    """Points of the members, by number, that share a key and are both placed or both left over."""
    anchors: dict[int, int]
    """Vague members, by number, to the placed one that each goes with."""


def neighbourhood(
    seeds: Iterable[Episode],
    lookup: Lookup,
    happenings: Happenings,
    tied: Mapping[str, frozenset[str]],
    *,
    new: Iterable[Episode] = (),
    day: date | None = None,
) -> Neighbourhood:
    """Everything that is linked to the seeds or tied to them by rulings, of what was known by the day.

    `new` are episodes that came or went: vague ones around them, which may now fit elsewhere, are seeds too.
    """
    walk = Walk(lookup, happenings, day)
    stirred = _stirred(new, Walk(lookup, happenings, day))
    frontier = list({seen.episode.id: seen for seen in walk.meet([*seeds, *stirred])}.values())
    reached = {seen.episode.id: seen for seen in frontier}
    while frontier:
        _learn(walk, frontier)
        names = {other for seen in frontier for other in tied.get(seen.episode.id, ()) if other not in reached}
        found = [*walk.meet(lookup.episodes(ids=sorted(names))), *(b for a in frontier for b in _links(walk, a))]
        frontier = list({seen.episode.id: seen for seen in found if seen.episode.id not in reached}.values())
        reached.update((seen.episode.id, seen) for seen in frontier)
    return _numbered(walk, sorted(reached.values(), key=lambda seen: seen.rank))


def _stirred(new: Iterable[Episode], walk: Walk) -> list[Episode]:
    """The vague episodes that may go with one of the new ones, or no longer with what they went with.

    The walk is one of its own: what went is not to be met on another.
    """
    placed = [seen for seen in map(sight, new) if not seen.vague]
    walk.learn(placed)
    return [vague.episode for seen in placed for vague in walk.like(seen, LEAST - CLEAR, vague=True)]


def _learn(walk: Walk, frontier: Iterable[Sight]) -> None:
    """Looks up what the links of these depend on: their neighbours, and the neighbours of the vague among those."""
    walk.learn(frontier)
    asked = (other for seen in frontier for other in walk.like(seen, EDGE if seen.vague else LEAST, vague=True))
    walk.learn(list(asked))


def _links(walk: Walk, one: Sight) -> list[Sight]:
    if not one.vague:
        placed = walk.like(one, EDGE, vague=False)
        return [*placed, *(vague for vague in walk.like(one, LEAST, vague=True) if walk.anchor(vague) is one)]
    anchor = walk.anchor(one)
    if anchor:
        return [anchor]
    return [other for other in walk.like(one, EDGE, vague=True) if walk.anchor(other) is None]


def _numbered(walk: Walk, members: list[Sight]) -> Neighbourhood:
    number = {seen.episode.id: at for at, seen in enumerate(members)}
    anchors = {
        at: number[anchor.episode.id]
        for at, seen in enumerate(members)
        if seen.vague and (anchor := walk.anchor(seen)) is not None
    }
    pairs = {
        (at, later): walk.points(seen, other)
        for at, seen in enumerate(members)
        if at not in anchors
        for other in walk.near(seen)
        if other.vague == seen.vague
        if (later := number.get(other.episode.id, -1)) > at and later not in anchors
    }
    pairs.update((pair, APART) for pair in _of_one_report(members, anchors))
    return Neighbourhood(tuple(members), pairs, anchors)


def _of_one_report(members: Sequence[Sight], anchors: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """The pairs of numbers that one report tells as two, whether they share a key or not."""
    of_report: dict[str, list[int]] = defaultdict(list)
    for at, seen in enumerate(members):
        if at not in anchors:
            of_report[seen.report_id].append(at)
    return (pair for numbers in of_report.values() for pair in combinations(numbers, 2))
