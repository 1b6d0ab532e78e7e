"""Statements on one place, in time: stretches in which one side holds it.

A later change by the other side is a change; two sides that are said to hold it at one time contradict each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from warmonitor.ledgers.sides import Side, side_of, sides_of
from warmonitor.ledgers.statements import Statement
from warmonitor.records import Party

NOBODY: Side = ("nobody", "")
Range = tuple[date | None, date | None]


@dataclass(slots=True)
class Stretch:
    """One side holds the place, as these statements say; `side` NOBODY: the holder is not said."""

    side: Side
    told: list[Statement]
    rivals: list[Statement] = field(default_factory=list)
    """Statements that another side holds it at the same time."""
    implied: bool = False
    """Nobody names the holder; a later loss does."""
    prior: bool = False
    """Nothing is told of it but that it ended."""
    holder: Party | None = None

    @property
    def losers(self) -> list[Party]:
        """From whom it was taken, as its statements say."""
        return [party for told in self.told for party in told.losers]


def stretches(told: Sequence[Statement]) -> list[Stretch]:
    """The stretches of one place, oldest first. Denials and outlooks are not among the statements."""
    found: list[Stretch] = []
    for day in _by_day([one for one in told if one.effect != "partly"]):
        for stretch in _of_day(day):
            last = found[-1] if found else None
            if last and last.side == stretch.side != NOBODY:
                last.told += stretch.told
                last.rivals += stretch.rivals
            else:
                found.append(stretch)
    for stretch in found:
        stretch.holder = _commonest([p for one in stretch.told for p in one.holders if side_of(p) == stretch.side])
    return _with_implied(found)


def start_of(stretch: Stretch, partly: Sequence[Statement] = ()) -> tuple[date | None, Range | None]:
    """From which day it holds, and between which days that began if no single day is said.

    `partly` tells of ground inside an area that changed hands on the way.
    """
    if stretch.prior:
        return None, None
    changes = [one for one in stretch.told if one.effect != "hold"] or stretch.told
    exact = [one.days.day for one in changes if one.days.exact]
    if days := [day for day in exact if day]:
        return min(days), None
    vague = [one.days for one in changes if one.days.dated and one.days.latest]
    if vague:
        best = min(vague, key=lambda days: days.latest or date.max)
        return best.day, (best.earliest, best.latest)
    held = [one.days for one in stretch.told if one.days.dated and one.days.day]
    latest = min((one.days.latest for one in stretch.told if one.days.latest), default=None)
    if held:
        first = min(days.day for days in held if days.day)
        return first, None if latest == first else (None, first)
    began = [one.days.earliest for one in partly if one.days.dated and one.days.earliest and latest]
    return latest, (min(began, default=None), latest) if latest else None


def _by_day(told: Sequence[Statement]) -> list[list[Statement]]:
    """The statements by the last day on which what they tell can have been."""
    days: dict[date | None, list[Statement]] = {}
    for one in told:
        days.setdefault(one.days.latest, []).append(one)
    return [days[day] for day in sorted(days, key=lambda day: day or date.min)]


def _of_day(told: Sequence[Statement]) -> list[Stretch]:
    """The stretches that begin with one day: what is vague or without a day of its own first; of two sides at once,
    the one that more sources tell of, the other as its rival.
    """
    sides: dict[Side, list[Statement]] = {}
    for one in told:
        for side in sorted(sides_of(one.holders)) or [NOBODY]:
            sides.setdefault(side, []).append(one)
    _without_names(sides)
    found = []
    for sure in (False, True):  # what may have been earlier comes before what was on that very day
        group = {side: mine for side, mine in sides.items() if any(one.days.exact for one in mine) == sure}
        if group:
            first, *others = sorted(group, key=lambda s: (-_weight(group[s]), s))
            found.append(Stretch(first, list(group[first]), [one for other in others for one in group[other]]))
    return found


def _without_names(sides: dict[Side, list[Statement]]) -> None:
    """What is told without its taker goes to the taker who is told of that day, if that is not the loser."""
    for one in sides.pop(NOBODY, []):
        losers = sides_of(one.losers)
        takers = [side for side in sides if side not in losers and side != NOBODY]
        sides.setdefault(takers[0] if len(takers) == 1 else NOBODY, []).append(one)


def _weight(told: Sequence[Statement]) -> int:
    return len({one.claim.claimant.name for one in told})


def _with_implied(found: Sequence[Stretch]) -> list[Stretch]:
    """The stretches with the holders that later losses imply."""
    made: list[Stretch] = []
    for stretch in found:
        loser = _commonest(stretch.losers)
        before = made[-1] if made else None
        if loser and before and before.side == NOBODY and side_of(loser) not in sides_of(before.losers):
            before.side, before.holder, before.implied = side_of(loser), loser, True
        elif (
            loser and (before is None or before.side not in sides_of(stretch.losers)) and side_of(loser) != stretch.side
        ):
            naming = [one for one in stretch.told if side_of(loser) in sides_of(one.losers)]
            made.append(Stretch(side_of(loser), naming, implied=True, prior=True, holder=loser))
        made.append(stretch)
    return made


def _commonest(parties: Sequence[Party]) -> Party | None:
    """The party that is named most often; of equals the one named first."""
    counts = Counter(side_of(party) for party in parties)
    if not counts:
        return None
    side = min(counts, key=lambda s: (-counts[s], s))
    names = Counter(party.name for party in parties if side_of(party) == side)
    name = max(names, key=lambda n: names[n])  # of equals the first
    return next(party for party in parties if party.name == name)
