"""Hand-coded claims: whether a coded speaker, party, place, time or toll is the gold one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from benchmarks.scoring.claims_gold import Days, GoldClaim, GoldParty, GoldPlace, GoldToll
from benchmarks.scoring.names import kilometres
from warmonitor.records import Claim, Claimant, Party, Place, Span, Toll

COMMON = frozenset(
    """the a an of and in on for to at by its his her their syrian forces force army fighters group groups government
    members people""".split()
)
LOCATING = frozenset({"event", "about", "destination", "origin"})
AROUND = LOCATING | {"container", "direction"}
DEFAULT_KM = 15


def toll_right(gold: GoldToll, coded: Toll) -> bool:
    """Kind, scope and number; a printed number may stand for a bound."""
    if (gold.kind, gold.scope or "incident") != (coded.kind, coded.scope):
        return False
    if gold.best is not None and coded.best is not None:
        return gold.best == coded.best
    return gold.low == coded.low or (gold.best is not None and gold.best in (coded.low, coded.high))


def overlap(one: Span | None, other: Span | None) -> float:
    """Characters that both have, over the shorter one."""
    if one is None or other is None:
        return 0.0
    both = min(one.end, other.end) - max(one.start, other.start)
    return max(0, both) / max(1, min(one.end - one.start, other.end - other.start))


def claimant_right(gold: GoldClaim, coded: Claim) -> bool:
    """The same speaker, or the report's own voice on both sides."""
    narrated = coded.claimant.name in ("", "narrator") or coded.claimant.kind == "reporter"
    if gold.claimant.canonical == "narrator":
        return narrated
    return not narrated and _same_party(gold.claimant, coded.claimant)


def parties_right(golds: Sequence[GoldParty], coded: Sequence[Party]) -> bool:
    """All that the gold states are there, and no other. Where it states none, silence is right too."""
    stated = [party for party in coded if party.stated]
    known = all(any(_same_party(gold, party) for gold in golds) for party in stated)
    return known and all(any(_same_party(gold, party) for party in stated) for gold in golds if gold.stated)


def place_right(golds: Sequence[GoldPlace], coded: Sequence[Place]) -> bool:
    """One of the places where it happened is there, and none that is not near."""
    wanted = [gold for gold in golds if gold.role in LOCATING]
    near = [gold for gold in golds if gold.role in AROUND]
    said = [place for place in coded if place.role in LOCATING]
    found = not wanted or any(_hit(gold, place) for gold in wanted for place in said)
    return found and all(any(_hit(gold, place) for gold in near) for place in said)


def time_right(gold: GoldClaim, coded: Claim) -> bool:
    """Start and end within what is accepted; no days where the gold has none."""
    wanted, said = gold.time, coded.time
    if wanted is None or (wanted.start is None and wanted.end is None):
        unsaid = said is None or said.start is None
        accepted = wanted.accept_start if wanted else None
        return unsaid or bool(accepted and said and _within(said.start, accepted))
    if said is None:
        return False
    starts, ends = wanted.accept_start or (wanted.start,), wanted.accept_end or (wanted.end,)
    return _within(said.start, starts) and _within(said.end, ends)


def _within(day: date | None, bounds: Days) -> bool:
    low, high = bounds[0], bounds[-1]
    if day is None:
        return low is None or high is None
    return (low is None or low <= day) and (high is None or day <= high)


def _hit(gold: GoldPlace, coded: Place) -> bool:
    away = kilometres(gold, coded)
    if away is not None and gold.precision != "road":
        return away <= (gold.tolerance_km or DEFAULT_KM)
    return _same_name(gold.canonical, coded.name) or overlap(gold.as_written, coded.as_written) > 0.5


def _same_party(gold: GoldParty, coded: Party | Claimant) -> bool:
    if overlap(gold.as_written, coded.as_written) > 0.5:
        return True
    golds = (gold.canonical, gold.as_written.text if gold.as_written else None)
    names = (coded.name, coded.as_written.text if coded.as_written else None)
    return any(_same_name(one, other) for one in golds for other in names)


def _same_name(one: str | None, other: str | None) -> bool:
    """Half of the content words of the shorter name are in the other."""
    left, right = _words(one), _words(other)
    return bool(left and right) and len(left & right) / min(len(left), len(right)) >= 0.5


def _words(name: str | None) -> set[str]:
    words = set(re.findall(r"\w+", (name or "").lower().replace("-", " ")))
    return (words - COMMON) or words
