"""How much speaks for two claims of one report telling the same happening."""

from __future__ import annotations

import re
from datetime import timedelta

from warmonitor.reconcile.happenings import Happenings
from warmonitor.reconcile.parties import any_same
from warmonitor.reconcile.tellings import Telling
from warmonitor.reconcile.whereabouts import FINE, Spot, nearness
from warmonitor.reconcile.within.victims import named_alike, named_apart
from warmonitor.records import EventType

# Points for and against: a type that fits and one thing more (same place, same clause, same toll) is enough.
TYPE = 2.0
SAME_CLAUSE, SAME_SENTENCE, NEXT_SENTENCE = 2.0, 1.0, 1.0
BACK, FURTHER = 1.2, 600  # "the victim", "the three men" so many characters behind whom they are, at most
NEAR = 60  # characters between two pieces of evidence that usually stand in one sentence
NEXT = 250  # ... in neighbouring sentences
PLACE = {"same": 1.5, "within": 0.7, "unknown": 0.0, "apart": -4.0}
LISTED = 0.0  # for a town and a list of towns with it: what befell all of them is hardly what befell the one
SAME_DAYS, OTHER_DAYS = 0.8, -4.0
STRETCH = -3.0  # a day, and a month or more: one happening, and the many that it is counted with
PARTY, OTHER_PARTY = 0.7, -1.0
OTHER_VICTIMS, SAME_VICTIM = -3.0, 2.0
SAME_TOLL, OTHER_TOLL = 2.0, -3.0
COUNTED = frozenset(("toll", "force"))
OTHER_REALIS = -2.0
TURNED = -4.0  # a place taken and a place retaken are two happenings, however near each other they are told
CHANGES: frozenset[EventType] = frozenset(("territory_gain", "territory_loss", "road_control"))
MONTH = timedelta(28)
INFERRED = 7  # days by which a day may be off that no words of the clause give: often it is the day of the report
VICTIM = re.compile(
    r"the (?:victims?|two|three|four|deceased|(?:two |three |four |five |six )?(?:men|women|hostages|victims|captives))"
)
MANY = 3  # a number from which two like ones are hardly chance


def likeness(a: Telling, b: Telling, happenings: Happenings) -> float:
    """Points; negative where place, days or kind of event rule it out."""
    fit = happenings.fit(a.claim.event_type, b.claim.event_type)
    if fit == 0.0:
        return -9.0
    points = TYPE * fit + _standing(a, b) + _places(a, b) + _days(a, b) + _parties(a, b) + _facts(a, b)
    return points + BACK * _points_back(*sorted((a, b), key=lambda t: t.start))


def _points_back(first: Telling, then: Telling) -> bool:
    """Whether the later one calls those whom it befell no more than "the victim", "the three men"."""
    if not 0 <= then.start - first.end <= FURTHER or not first.actual or not then.actual:
        return False
    written = [party.as_written.text.casefold() for party in then.claim.targets if party.as_written is not None]
    return bool(written) and all(VICTIM.fullmatch(text) for text in written)


def _places(a: Telling, b: Telling) -> float:
    found = nearness(a.spot, b.spot)
    return LISTED if found == "same" and _lists(a) != _lists(b) else PLACE[found]


def _lists(telling: Telling) -> bool:
    """Whether it names several towns: what befell all of them is told, not one happening."""
    if telling.spot is None:
        return False
    told = [place for place in (telling.spot.place, *telling.spot.others) if place.precision in FINE]
    return any(nearness(Spot(told[0]), Spot(other)) == "apart" for other in told[1:])


def _standing(a: Telling, b: Telling) -> float:
    gap = max(a.start, b.start) - min(a.end, b.end)
    if gap <= 0:
        return SAME_CLAUSE
    return SAME_SENTENCE if gap <= NEAR else NEXT_SENTENCE if gap <= NEXT else 0.0


def _days(a: Telling, b: Telling) -> float:
    if a.first_day is None or b.first_day is None:
        return 0.0
    a_end, b_end = a.last_day or a.first_day, b.last_day or b.first_day
    apart = max(b.first_day - a_end, a.first_day - b_end)
    firm = a.dated and b.dated
    if apart > timedelta(days=0 if firm else 1):
        return OTHER_DAYS if firm or apart > timedelta(INFERRED) else 0.0
    long = max(a_end - a.first_day, b_end - b.first_day)
    short = min(a_end - a.first_day, b_end - b.first_day)
    if long - short <= timedelta(7):
        return SAME_DAYS
    counted = short <= timedelta(7) and long >= MONTH and firm
    return STRETCH if counted else -SAME_DAYS


def _parties(a: Telling, b: Telling) -> float:
    points = 0.0
    for mine, theirs in ((a.agents, b.agents), (a.targets, b.targets)):
        if mine and theirs:
            points += PARTY if any_same(mine, theirs) else OTHER_PARTY
    points += OTHER_VICTIMS if named_apart(a, b) else SAME_VICTIM if named_alike(a, b) else 0.0
    return points + (TURNED if _turned(a, b) else 0.0)


def _turned(a: Telling, b: Telling) -> bool:
    """Whether ground changes hands in one and back in the other: another takes it, or who takes it loses it there."""
    if not {a.claim.event_type, b.claim.event_type} <= CHANGES or any_same(a.agents, b.agents):
        return False
    return bool(a.agents and b.agents) or any_same(a.agents, b.targets) or any_same(a.targets, b.agents)


def _facts(a: Telling, b: Telling) -> float:
    points = 0.0 if a.actual == b.actual else OTHER_REALIS
    if a.running != b.running and COUNTED & {a.happening.family, b.happening.family}:
        points += OTHER_TOLL  # a running total, of dead or of strikes, is not that of the incident before it
    if a.claim.tolls and b.claim.tolls:
        mine = {(t.kind, t.best) for t in a.claim.tolls if t.best is not None}
        theirs = {(t.kind, t.best) for t in b.claim.tolls if t.best is not None}
        if mine & theirs and a.running == b.running:
            points += SAME_TOLL if max(best or 0 for _, best in mine & theirs) >= MANY else SAME_TOLL / 2
    return points
