"""The killed and injured of an incident: whose numbers count, and what range they leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from warmonitor.reconcile.incident.rules import Rule
from warmonitor.reconcile.incident.voices import Voice
from warmonitor.reconcile.tellings import Telling
from warmonitor.records import Claim, Count, IncidentToll, Toll

# Groups that a figure for "people" already includes.
PEOPLE = frozenset((None, "unknown"))
# Who tells of one or two victims where others tell of many tells their story, not the toll (own).
FEW, MANY = 2, 5
JOINTS = frozenset(("and", ",", ", and", "as well as", "&", "along with"))
"""What stands between figures that are to be added up."""
WITHIN_CIVILIANS = frozenset(("children", "women", "men", "media", "aid"))


@dataclass(frozen=True, slots=True)
class Figure:
    """What one claimant gives in one report."""

    tolls: tuple[Toll, ...]
    total: Count
    """All of it together."""
    first: Count
    """What is said first: later numbers are often of parts, or of more than this."""
    source: str
    known: date
    """Unknown days come before all others."""


def count(told: Sequence[Voice], kind: Literal["killed", "injured"], rule: Rule = "independent") -> Count | None:
    """The range over the claimants' own figures; None when no claim gives the incident's toll.

    Running totals, tolls of two sides together and parts of another toll never enter. `best` is chosen by the rule.
    """
    given = _given(told, kind)
    largest = max((_least(whole) for tolls in given.values() if (whole := _together(tolls))), default=0)
    few = FEW if largest > MANY else 0
    figures = [figure for tolls in given.values() if (figure := _figure(tolls, few))]
    if not figures:
        return None
    rivals = [figures[0], *(f for f in figures[1:] if of_one_group(f.tolls, figures[0].tolls))]
    return _range([part for figure in rivals for part in (figure.first, figure.total)], _best(rivals, rule))


Given = list[tuple[Voice, list[Toll]]]


def _given(told: Sequence[Voice], kind: str) -> dict[tuple[str, str], Given]:
    """The tolls of the incident by report and claimant, in the order in which they are told."""
    found: dict[tuple[str, str], Given] = {}
    for voice in told:
        claim = voice.telling.claim
        if tolls := _own(voice.telling, kind):
            found.setdefault((claim.report_id, claim.claimant.name), []).append((voice, tolls))
    return found


def _together(given: Given) -> Count | None:
    return total([toll for _, tolls in given for toll in tolls])


def _figure(given: Given, few: float) -> Figure | None:
    """The claimant's figure; None for one who tells only the story of a few of many victims."""
    firsts = (total(tolls) for _, tolls in given)
    first = next((figure for figure in firsts if figure and _least(figure) > few), None)
    whole = _together(given)
    if first is None or whole is None:
        return None
    voice = given[0][0]
    tolls = tuple(toll for _, some in given for toll in some)
    return Figure(tolls, whole, first, voice.source, voice.known or date.min)


def _best(figures: Sequence[Figure], rule: Rule) -> float | None:
    """The printed figure that the rule prefers; of equally good ones that which is told first."""
    printed = [(f.first.best, f) for f in figures if f.first.best is not None]
    if rule == "conservative":
        return min((best for best, _ in printed), default=None)
    if rule == "latest":
        return max(printed, key=lambda told: told[1].known)[0] if printed else None
    behind: dict[float, list[Figure]] = {}
    for best, figure in printed:
        behind.setdefault(best, []).append(figure)
    return max(behind, key=lambda best: _weight(behind[best]), default=None)


def _weight(figures: Sequence[Figure]) -> tuple[int, date]:
    return len({figure.source for figure in figures}), max(figure.known for figure in figures)


def claimed(telling: Telling, kind: str) -> tuple[Toll, ...]:
    """The tolls that one claim gives for the incident."""
    return tuple(_own(telling, kind))


def apart(a: Count, b: Count) -> bool:
    """Whether no number could satisfy both."""
    low = max(a.low or 0, b.low or 0)
    return any(high is not None and high < low for high in (a.high, b.high))


def of_one_group(tolls: Sequence[Toll], others: Sequence[Toll]) -> bool:
    """Whether both count the same people: eight dead fighters here are no rival of a hundred dead villagers there."""
    mine, theirs = ({_bucket(toll) for toll in figures} for figures in (tolls, others))
    return bool(mine & theirs) or bool((mine ^ theirs) <= {None, "civilians"})


def _own(telling: Telling, kind: str) -> list[Toll]:
    """The tolls of the incident that the claim puts forward."""
    if telling.claim.stance == "denies" or telling.claim.negated or not telling.actual:
        return []
    return joined(telling.claim, [toll for toll in telling.tolls if toll.kind == kind and toll.side != "both"])


def joined(claim: Claim, tolls: Sequence[Toll]) -> list[Toll]:
    """The tolls, with those that the words add up as one: "a woman and two children" are three.

    "Three people, a woman and two children" are three as well: the first is all of the others.
    """
    found: list[list[Toll]] = []
    for toll in sorted(tolls, key=lambda t: t.as_written.start):
        if found and _between(claim, found[-1][-1], toll) in JOINTS:
            found[-1].append(toll)
        else:
            found.append([toll])
    return [_added_up(claim, run) for run in found]


def _added_up(claim: Claim, run: Sequence[Toll]) -> Toll:
    counts = [toll.best for toll in run]
    joints = [_between(claim, a, b) for a, b in pairwise(run)]
    if not set(joints) - {","} or None in counts:
        return run[0]
    broken_down = joints[0] == "," and run[0].group_kind in (None, "civilians")
    if broken_down and counts[0] == sum(count or 0 for count in counts[1:]):
        return run[0]
    low, high = (_added([getattr(toll, end) for toll in run]) for end in ("low", "high"))
    kinds = {toll.group_kind for toll in run}
    kind = run[0].group_kind if len(kinds) == 1 else "civilians" if kinds <= WITHIN_CIVILIANS | {"civilians"} else None
    return run[0].model_copy(update={"low": low, "high": high, "best": _added(counts), "group_kind": kind})


def _between(claim: Claim, one: Toll, other: Toll) -> str | None:
    """The words between two tolls of one claim, without spaces; None where they are not in its evidence."""
    start = claim.evidence.start
    first, last = one.as_written.end - start, other.as_written.start - start
    return claim.evidence.text[first:last].strip() if 0 <= first <= last <= len(claim.evidence.text) else None


def total(tolls: Sequence[Toll]) -> Count | None:
    """One claimant's figure: the largest for people as a whole, or the sum over groups that do not overlap."""
    largest: dict[str | None, Toll] = {}
    for toll in tolls:
        if _size(toll) is None:
            continue
        group = _bucket(toll)
        if group not in largest or (_size(toll) or 0) > (_size(largest[group]) or 0):
            largest[group] = toll
    parts = [toll for group, toll in largest.items() if group not in PEOPLE]
    whole = [toll for group, toll in largest.items() if group in PEOPLE]
    summed = _sum(parts)
    candidates = [*([summed] if summed else []), *(_as_count(toll) for toll in whole)]
    return max(candidates, key=lambda c: c.best or c.low or c.high or 0, default=None)


def _least(figure: Count) -> float:
    return next((value for value in (figure.best, figure.low, figure.high) if value is not None), 0)


def _bucket(toll: Toll) -> str | None:
    if toll.group_kind in WITHIN_CIVILIANS or toll.group_kind == "civilians":
        return "civilians"
    return None if toll.group_kind in PEOPLE else f"{toll.group_kind} {toll.side or ''}"


def _size(toll: Toll) -> float | None:
    return next((value for value in (toll.best, toll.low, toll.high) if value is not None), None)


def _as_count(toll: Toll) -> Count:
    return Count(low=toll.low, high=toll.high, best=toll.best)


def _sum(tolls: Sequence[Toll]) -> Count | None:
    if not tolls:
        return None
    return Count(
        low=_added([toll.low for toll in tolls]),
        high=_added([toll.high for toll in tolls]),
        best=_added([toll.best for toll in tolls]),
    )


def _added(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


def _range(figures: Sequence[Count], best: float | None) -> Count:
    """From the lowest to the highest; an open end stays open only where the highest figure leaves it open."""
    lows = [value for f in figures if (value := f.low if f.low is not None else f.best) is not None]
    top = max(figures, key=_least)
    high = top.high if top.high is not None or all(f == top for f in figures) else top.best or top.low
    return Count(low=min(lows, default=None), high=high, best=best)


def incident_tolls(members: Sequence[Telling]) -> tuple[IncidentToll, ...]:
    """Every toll of the claims, equal ones once, with the claims behind each; `part_of` is left to the claims."""
    found: dict[tuple[object, ...], tuple[Toll, list[str]]] = {}
    for telling in members:
        for toll in telling.claim.tolls:
            key = (toll.kind, toll.low, toll.high, toll.best, toll.bound, toll.group, toll.side, toll.scope)
            found.setdefault(key, (toll, []))[1].append(telling.claim.id)
    return tuple(
        IncidentToll(**toll.model_copy(update={"part_of": None}).model_dump(), claims=tuple(dict.fromkeys(ids)))
        for toll, ids in found.values()
    )
