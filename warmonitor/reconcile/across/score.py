"""How much speaks for two episodes of different reports being one happening: what, where, when, who, how many."""

from __future__ import annotations

from functools import lru_cache

from warmonitor.reconcile.across.sights import Cast, Scene, Sight, Tally
from warmonitor.reconcile.copies.wording import shared
from warmonitor.reconcile.happenings import Happenings
from warmonitor.reconcile.parties import any_same
from warmonitor.reconcile.whereabouts import FINE, kilometres, nearness, reach
from warmonitor.records import EventType, Place

Types = tuple[EventType, ...]
NEVER = -9.0  # points of what cannot be one happening
TYPE = 2.0
NAMED, OTHER_MEANS = 4, 0.4  # how specific a type of event is that another is not, and how well they still fit
SAME_PLACE, BESIDE, AROUND, NEARBY, ELSEWHERE = 3.0, 1.5, 0.5, -3.5, -6.0
TWO_TOWNS = -1.0  # one province, in which each names another town: a list of both may be meant, or a mistake
REGION = 60  # km over which one place is taken for another: a village for one of its name, or for the next town
SAME_DAY, NEXT_DAY, MAYBE_DAY, LONG_TIME, NO_TIME, OTHER_DAY = 1.5, -0.5, 0.7, 0.0, -3.0, -5.0
SLIP = 4  # days by which a report may be mistaken; what is told of another week is another happening
SHARP = 1  # days over which a time still names a day: a night, "on Monday or Tuesday"
AGENT, OTHER_AGENT, TARGET, OTHER_TARGET = 0.7, -2.0, 0.5, -0.4
SAME_NUMBER, FEW_NUMBER, RANGES, NUMBERS_APART, FAR_APART = 1.5, 0.5, 0.4, -0.3, -1.0
RARE = 4  # a number from which equal ones are rarely chance
TIMES = 3  # how many times as large a number is that is hardly the same toll at another hour
FIGURE = 1.0
# A shared name, one of the place of both, which counts as such too, and the most that names count.
NAME, PLACE_NAME, NAMES = 2.0, 0.4, 4.0
WORDING, SOME_WORDING = 4.0, 1.5
COPIED, QUOTED = 0.5, 0.2  # shares of a wording
OTHER_REALIS = -3.0
PAIRS = 200_000  # of scenes and of casts that are remembered: some 20 MB


class Scorer:
    """Points of pairs of episodes; what many pairs share is compared once."""

    def __init__(self, happenings: Happenings) -> None:
        self._happenings = happenings
        self._fits: dict[tuple[Types, Types], float] = {}

    def points(self, a: Sight, b: Sight) -> float:
        """How much speaks for two being one; NEVER where the kind of event rules it out."""
        fit = self._fit(a.types, b.types)
        if fit == 0.0:
            return NEVER
        points = TYPE * fit + _where(a.scene, b.scene) + _when(a, b) + _who(a.cast, b.cast)
        if points < NEVER:
            return NEVER
        points += _numbers(a, b) + FIGURE * (not a.figures.isdisjoint(b.figures)) + _names(a, b)
        if a.episode.gist.actual != b.episode.gist.actual:
            points += OTHER_REALIS
        return points + _wording(a, b)

    def _fit(self, mine: Types, theirs: Types) -> float:
        found = self._fits.get((mine, theirs))
        if found is None:
            found = self._fits[mine, theirs] = _fit(mine, theirs, self._happenings)
        return found


def _fit(mine: Types, theirs: Types, happenings: Happenings) -> float:
    """How well the kinds of event fit: two means of force that are named are hardly one, a vague word is either."""
    fit = max(happenings.fit(one, other) for one in mine for other in theirs)
    named, other = ({k for k in kinds if happenings.types[k].specific >= NAMED} for kinds in (mine, theirs))
    return min(fit, OTHER_MEANS) if named and other and not named & other else fit


def _wording(a: Sight, b: Sight) -> float:
    if a.wording.isdisjoint(b.wording):
        return 0.0
    common = shared(a.prints, b.prints)
    return WORDING if common >= COPIED else SOME_WORDING if common >= QUOTED else 0.0


def _names(a: Sight, b: Sight) -> float:
    common = a.names & b.names
    if not common:
        return 0.0
    places = sum(name in a.scene.names and name in b.scene.names for name in common)
    return min(NAMES, PLACE_NAME * places + NAME * (len(common) - places))


@lru_cache(maxsize=PAIRS)
def _where(a: Scene, b: Scene) -> float:
    if a.spot is None or b.spot is None:
        return 0.0
    found = nearness(a.spot, b.spot)
    if found == "apart":
        return NEARBY if any(_away(p, q) <= REGION for p in a.places for q in b.places) else ELSEWHERE
    if found != "unknown" and a.fine and b.fine and nearness(a.fine, b.fine) == "apart":
        return TWO_TOWNS
    if found == "same":
        return SAME_PLACE if any(p.precision in FINE for p in a.places) else AROUND
    if found == "within":
        return BESIDE if any(_beside(p, q) for p in a.places for q in b.places) else AROUND
    return 0.0


def _beside(a: Place, b: Place) -> bool:
    """Two places that one can go to, no farther from each other than both are known."""
    return a.precision in FINE and b.precision in FINE and _away(a, b) <= max(reach(a), reach(b))


def _away(a: Place, b: Place) -> float:
    """Kilometres between two places; endless if one is not known."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return float("inf")
    return kilometres(a.lat, a.lon, b.lat, b.lon)


def _when(a: Sight, b: Sight) -> float:
    mine, theirs = a.days, b.days
    if mine is None or theirs is None:
        return 0.0
    if mine.long or theirs.long:
        return LONG_TIME if (mine.first, mine.last) == (theirs.first, theirs.last) else NO_TIME
    apart = max(mine.first - theirs.last, theirs.first - mine.last)
    if apart > 1:
        return OTHER_DAY if apart <= SLIP else NEVER
    if apart == 1:
        return NEXT_DAY
    sharp = max(mine.last - mine.first, theirs.last - theirs.first) <= SHARP
    return SAME_DAY if mine.firm and theirs.firm and sharp else MAYBE_DAY


@lru_cache(maxsize=PAIRS)
def _who(a: Cast, b: Cast) -> float:
    points = 0.0
    if a.agents and b.agents:
        points += AGENT if any_same(a.agents, b.agents) else OTHER_AGENT
    if a.targets and b.targets:
        points += TARGET if any_same(a.targets, b.targets) else OTHER_TARGET
    return points


def _numbers(a: Sight, b: Sight) -> float:
    theirs = b.tolls
    return sum(_toll(count, theirs[kind]) for kind, count in a.tolls.items() if kind in theirs)


def _toll(a: Tally, b: Tally) -> float:
    (best, low, high), (other, lowest, highest) = a, b
    if best is not None and best == other:
        return SAME_NUMBER if best >= RARE else FEW_NUMBER
    if low <= highest and lowest <= high:
        return RANGES
    return FAR_APART if max(low, lowest) > TIMES * min(high, highest) else NUMBERS_APART
