"""The killed and injured of an incident: whose numbers count, and what range they leave."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from warmonitor.reconcile.tellings import Telling
from warmonitor.records import Count, IncidentToll, Toll

# Groups that a figure for "people" already includes.
PEOPLE = frozenset((None, "unknown"))
# Who tells of one or two victims where others tell of many tells their story, not the toll (own).
FEW, MANY = 2, 5
WITHIN_CIVILIANS = frozenset(("children", "women", "men", "media", "aid"))


def count(members: Sequence[Telling], kind: Literal["killed", "injured"]) -> Count | None:
    """The range over the claimants' own figures; None when no claim gives the incident's toll.

    Running totals, tolls of two sides together and parts of another toll never enter. `best` is the figure that the
    report gives first.
    """
    by_claim = [(t.claim.claimant.name, tolls) for t in members if (tolls := _own(t, kind))]
    told: dict[str, list[Toll]] = {}
    for claimant, tolls in by_claim:
        told.setdefault(claimant, []).extend(tolls)
    largest = max((_least(figure) for tolls in told.values() if (figure := total(tolls))), default=0)
    few = FEW if largest > MANY else 0
    first = next((tolls for _, tolls in by_claim if (f := total(tolls)) and _least(f) > few), None)
    if first is None:
        return None
    rivals = [first, *(tolls for tolls in told.values() if of_one_group(tolls, first))]
    return _range([figure for tolls in rivals if (figure := total(tolls)) and _least(figure) > few])


def of_one_group(tolls: Sequence[Toll], others: Sequence[Toll]) -> bool:
    """Whether both count the same people: eight dead fighters here are no rival of a hundred dead villagers there."""
    mine, theirs = ({_bucket(toll) for toll in figures} for figures in (tolls, others))
    return bool(mine & theirs) or bool((mine ^ theirs) <= {None, "civilians"})


def _own(telling: Telling, kind: str) -> list[Toll]:
    """The tolls of the incident that the claim puts forward."""
    if telling.claim.stance == "denies" or telling.claim.negated or not telling.actual:
        return []
    return [toll for toll in telling.tolls if toll.kind == kind and toll.side != "both"]


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


def _range(figures: Sequence[Count]) -> Count:
    """From the lowest to the highest; `best` is the first that has one.

    An open end stays open only where the highest figure leaves it open.
    """
    best = next((f.best for f in figures if f.best is not None), None)
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
