"""Which claims of one report tell one happening."""

from __future__ import annotations

from collections.abc import Sequence

from warmonitor.reconcile.happenings import Happenings
from warmonitor.reconcile.tellings import Telling
from warmonitor.reconcile.within.likeness import MANY, SAME_TOLL, likeness
from warmonitor.reconcile.within.others import foreign
from warmonitor.reconcile.within.substance import is_told

ENOUGH = 3.0  # points from which a claim joins a group
NEAREST = 0.6  # what the most alike member counts beside the mean of all: no chains from one happening to the next
WORST = -6.0  # points below which a member speaks no louder
CLOSE = 300  # characters within which a remark is about the happening beside it
ANSWERS = frozenset(("denies", "acknowledges", "accuses", "claims_responsibility", "no_comment"))
"""Stances of a remark that are about the happening beside it, whomever they name."""
ANSWERED = frozenset(("force", "toll", "ground", "detention", "abuse", "relief", "displacement"))
"""Families of happenings for which somebody has to answer."""

Group = list[Telling]


class Points:
    """Likeness of any two tellings, reckoned once for each pair."""

    def __init__(self, happenings: Happenings) -> None:
        self._happenings = happenings
        self._known: dict[tuple[str, str], float] = {}

    def between(self, a: Telling, b: Telling) -> float:
        """The points, not below WORST."""
        pair = (a.claim.id, b.claim.id)
        if pair not in self._known:
            self._known[pair] = max(WORST, likeness(a, b, self._happenings))
        return self._known[pair]

    def belonging(self, telling: Telling, members: Group) -> float:
        """Between the likeness to the nearest member and the mean over all of them."""
        points = [self.between(telling, other) for other in members]
        return NEAREST * max(points) + (1 - NEAREST) * sum(points) / len(points)

    def alike(self, a: Group, b: Group) -> float:
        """The mean, over the smaller group, of how its members belong to the larger.

        Tolls speak only for groups without a happening: whose dead they are is what is asked.
        """
        small, large = sorted((_happenings(a) or a, _happenings(b) or b), key=len)
        points = sum(self.belonging(telling, large) for telling in small) / len(small)
        return points + SAME_TOLL * _one_toll(_numbers(a), _numbers(b))


def _numbers(members: Group) -> set[tuple[str, float]]:
    """The figures of the incident that are too large to be like another's by chance."""
    return {(toll.kind, toll.best) for t in members for toll in t.tolls if toll.best is not None and toll.best >= MANY}


def _one_toll(mine: set[tuple[str, float]], theirs: set[tuple[str, float]]) -> bool:
    """Whether the largest number of either is one of the other: smaller ones are often equal by chance."""
    largest = {max(some, key=lambda told: (told[1], told[0])) for some in (mine, theirs) if some}
    return bool(largest & mine & theirs)


def _happenings(members: Group) -> Group:
    return [telling for telling in members if telling.happening.part == "happening"]


def group(tellings: Sequence[Telling], happenings: Happenings) -> tuple[tuple[Telling, ...], ...]:
    """The tellings by happening, in the order in which they are first told.

    Remarks beside none, and words about violence that tell of no happening, are left out.
    """
    points, groups = Points(happenings), list[Group]()
    for part in ("happening", "consequence"):
        for telling in tellings:
            if telling.happening.part == part:
                _place(telling, groups, points)
    _merge(groups, points)
    groups[:] = [part for members in groups for part in _sifted(members, points)]
    groups[:] = [members for members in groups if is_told(members)]
    for telling in tellings:
        if telling.happening.part == "remark":
            _attach(telling, groups)
    for members in groups:
        members.sort(key=_order)
    return tuple(tuple(members) for members in sorted(groups, key=lambda members: _order(members[0])))


def _sifted(members: Group, points: Points) -> list[Group]:
    """The group without what counts the dead of other happenings, and those by themselves."""
    off = foreign(sorted(members, key=_order))
    if not off:
        return [members]
    others: list[Group] = []
    for telling in off:
        _place(telling, others, points)
    return [[telling for telling in members if telling not in off], *others]


def _order(telling: Telling) -> tuple[int, int, str]:
    return telling.start, telling.end, telling.claim.id


def _place(telling: Telling, groups: list[Group], points: Points) -> None:
    best, chosen = ENOUGH, None
    for members in groups:
        belonging = points.belonging(telling, members)
        if belonging > best:
            best, chosen = belonging, members
    if chosen is None:
        groups.append([telling])
    else:
        chosen.append(telling)


def _merge(groups: list[Group], points: Points) -> None:
    """Joins groups that turned out to tell one happening, the most alike first, until none are alike enough."""
    pairs = ((a, b) for b in range(len(groups)) for a in range(b))
    alike = {(a, b): value for a, b in pairs if (value := points.alike(groups[a], groups[b])) > 0}
    while alike:
        (first, second), most = max(alike.items(), key=lambda pair: (pair[1], -pair[0][0], -pair[0][1]))
        if most <= ENOUGH:
            break
        groups[first] += groups[second]
        groups[second] = []
        alike = {pair: value for pair, value in alike.items() if second not in pair}
        for a, b in alike:
            if first in (a, b):
                alike[a, b] = points.alike(groups[a], groups[b])
    groups[:] = [members for members in groups if members]


def _attach(telling: Telling, groups: list[Group]) -> None:
    """A remark belongs to the happening in whose words it stands; one that names nobody or answers, to that beside."""
    answer = telling.claim.stance in ANSWERS
    told = ((at, other) for at, members in enumerate(groups) for other in members)
    near = [(_gap(telling, other), at) for at, other in told if not answer or other.happening.family in ANSWERED]
    if near:
        gap, at = min(near)
        if gap <= (0 if _of_others(telling) else CLOSE):
            groups[at].append(telling)


def _of_others(remark: Telling) -> bool:
    """Whether a remark names somebody without answering for what happened."""
    return bool(remark.agents or remark.targets) and remark.claim.stance not in ANSWERS


def _gap(a: Telling, b: Telling) -> int:
    return max(0, max(a.start, b.start) - min(a.end, b.end))
