"""The episodes that can be one happening with some given ones, at any remove.

Episodes that are placed are linked to each other where they are alike. One that is vague about the place or the day has
at most one link to them: to the placed one that it fits best, if it fits no other happening nearly as well. What fits
none goes with the vague one that is most alike to it, if that has a link; else with other vague ones that are left
over. So a vague report never ties two happenings together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from warmonitor.reconcile.across.sights import Sight
from warmonitor.reconcile.across.walk import APART, CLEAR, EDGE, LEAST, Walk
from warmonitor.records import Episode

Tied = Mapping[str, frozenset[str]]
"""By the id of an episode, those that people merged it with."""


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Whole components: nothing outside is linked to anything inside."""

    members: tuple[Sight, ...]
    """In the order of all episodes."""
    pairs: dict[tuple[int, int], float]
    """Points of the members, by number, that share a key and are both placed or both left over."""
    anchors: dict[int, int]
    """Vague members, by number, to the placed one that each goes with."""


def neighbourhood(seeds: Iterable[Episode], walk: Walk, tied: Tied) -> Neighbourhood:
    """Everything that is linked to the seeds or tied to them by rulings."""
    return _around(list(walk.meet(seeds)), walk, tied)


def neighbourhoods(episodes: Iterable[Episode], walk: Walk, tied: Tied) -> Iterator[Neighbourhood]:
    """Every component of these episodes by itself, so that no more than one is held at a time."""
    reached = set[int]()
    for seen in sorted(walk.meet(episodes), key=lambda seen: seen.rank):
        if seen.number not in reached:
            found = _around([seen], walk, tied)
            reached.update(member.number for member in found.members)
            yield found


def stirred(changed: Iterable[Episode], walk: Walk) -> list[Episode]:
    """The vague episodes around some that came or went: they may now go with others than before.

    What went is met on the walk: it takes one of its own.
    """
    met = walk.meet(changed)
    walk.learn(met)
    found = {o.number: o for one in met for o in walk.like(one, EDGE if one.vague else LEAST - CLEAR, vague=True)}
    own = {one.number for one in met}
    return [other.episode for other in found.values() if other.number not in own]


def _around(frontier: list[Sight], walk: Walk, tied: Tied) -> Neighbourhood:
    reached = {seen.number: seen for seen in frontier}
    while frontier:
        _learn(walk, frontier)
        names = {other for seen in frontier for other in tied.get(seen.episode.id, ())}
        found = [*walk.look_up(names), *(b for a in frontier for b in _links(walk, a))]
        frontier = list({seen.number: seen for seen in found if seen.number not in reached}.values())
        reached.update((seen.number, seen) for seen in frontier)
    return _numbered(walk, sorted(reached.values(), key=lambda seen: seen.rank))


def _learn(walk: Walk, frontier: Sequence[Sight]) -> None:
    """Looks up what the links of these depend on: their neighbours, those of the vague among them, and theirs."""
    walk.learn(frontier)
    asked = [other for seen in frontier for other in walk.like(seen, EDGE if seen.vague else LEAST, vague=True)]
    walk.learn(asked)
    followed = [seen for seen in frontier if seen.vague]
    walk.learn([other for seen in (*asked, *followed) for other in walk.like(seen, EDGE, vague=True)])


def _links(walk: Walk, one: Sight) -> list[Sight]:
    if not one.vague:
        placed = walk.like(one, EDGE, vague=False)
        return [*placed, *(vague for vague in walk.like(one, LEAST, vague=True) if walk.anchor(vague) is one)]
    anchor, others = walk.anchor(one), walk.like(one, EDGE, vague=True)
    if anchor:
        return [anchor, *(other for other in others if walk.leader(other) is one)]
    leader = walk.leader(one)
    return [leader] if leader else [other for other in others if walk.holds(other) is None]


def _numbered(walk: Walk, members: list[Sight]) -> Neighbourhood:
    number = {seen.number: at for at, seen in enumerate(members)}
    anchors = {
        at: number[anchor.number]
        for at, seen in enumerate(members)
        if seen.vague and (anchor := walk.holds(seen)) is not None
    }
    pairs = {
        (at, later): walk.points(seen, other)
        for at, seen in enumerate(members)
        if at not in anchors
        for other in walk.near(seen, vague=seen.vague)
        if (later := number.get(other.number, -1)) > at and later not in anchors
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
