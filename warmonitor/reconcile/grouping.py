"""Which claims of one report tell one happening."""

from __future__ import annotations

from collections.abc import Sequence

from warmonitor.reconcile.happenings import Happenings
from warmonitor.reconcile.likeness import likeness
from warmonitor.reconcile.tellings import Telling

ENOUGH = 3.0  # points from which a claim joins a group
NEAREST = 0.6  # what the most alike member counts beside the mean of all: no chains from one happening to the next
WORST = -6.0  # points below which a member speaks no louder
CLOSE = 300  # characters within which a remark is about the happening beside it

Group = list[Telling]


def group(tellings: Sequence[Telling], happenings: Happenings) -> tuple[tuple[Telling, ...], ...]:
    """The tellings by happening, in the order in which they are first told; remarks beside none are left out."""
    groups: list[Group] = []
    for part in ("happening", "consequence"):
        for telling in tellings:
            if telling.happening.part == part:
                _place(telling, groups, happenings)
    for telling in tellings:
        if telling.happening.part == "remark":
            _attach(telling, groups)
    for members in groups:
        members.sort(key=lambda t: (t.start, t.end, t.claim.id))
    return tuple(tuple(members) for members in sorted(groups, key=lambda g: (g[0].start, g[0].end, g[0].claim.id)))


def _place(telling: Telling, groups: list[Group], happenings: Happenings) -> None:
    best, chosen = ENOUGH, None
    for members in groups:
        points = _belonging(telling, members, happenings)
        if points > best:
            best, chosen = points, members
    if chosen is None:
        groups.append([telling])
    else:
        chosen.append(telling)


def _belonging(telling: Telling, members: Group, happenings: Happenings) -> float:
    """Between the likeness to the nearest member and the mean over all of them."""
    points = [max(WORST, likeness(telling, other, happenings)) for other in members]
    return NEAREST * max(points) + (1 - NEAREST) * sum(points) / len(points)


def _attach(telling: Telling, groups: list[Group]) -> None:
    """A remark belongs to the happening in whose words, or next to whose words, it stands."""
    near = [(_gap(telling, other), at) for at, members in enumerate(groups) for other in members]
    if near:
        gap, at = min(near)
        if gap <= CLOSE:
            groups[at].append(telling)


def _gap(a: Telling, b: Telling) -> int:
    return max(0, max(a.start, b.start) - min(a.end, b.end))
