"""Who bears whom out within one incident, and who contradicts whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from warmonitor.codebook.definitions import EventTypeRow
from warmonitor.codebook.tables import read_table
from warmonitor.ledgers.briefs import Brief
from warmonitor.ledgers.counting import Counted, own_tolls
from warmonitor.ledgers.known import PAST, Happening
from warmonitor.ledgers.places import key_of, narrowest
from warmonitor.ledgers.sides import Side, sides_of
from warmonitor.records import EventType, TollKind

Families = Mapping[EventType, str]


@cache
def read_families() -> dict[EventType, str]:
    """Event type to the family it stands in."""
    return {row.code: row.family for row in read_table("event_types", EventTypeRow)}


@dataclass(frozen=True, slots=True)
class Fact:
    """What a claim tells as a fact, as far as another may contradict it. Those that say the same are one."""

    event_type: EventType
    family: str
    denied: bool
    doers: frozenset[Side]
    place: tuple[str, str, str] | None
    """The narrowest place of what was done to ground; None of anything else."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What one source says of one incident."""

    source: str
    side: str
    own: frozenset[str]
    """The reports that speak in its own name."""
    reports: frozenset[str]
    facts: frozenset[Fact]
    told: frozenset[str]
    """Families of what it tells and does not deny."""
    tolls: tuple[Counted, ...]
    counts: frozenset[TollKind]
    """What its numbers count."""


def voices(found: Happening, families: Families) -> list[Voice]:
    """The sources of an incident, in the order in which they first speak."""
    said: dict[str, list[Brief]] = {}
    for claim in found.claims:
        said.setdefault(claim.source, []).append(claim)
    return [_voice(source, found.side_of(claims[0]), claims, families) for source, claims in said.items()]


def _voice(source: str, side: str, claims: Sequence[Brief], families: Families) -> Voice:
    facts = frozenset(_facts(claims, families))
    numbers = tuple(own_tolls(claims))
    return Voice(
        source=source, side=side,
        own=frozenset([claim.report_id for claim in claims if claim.claimant.kind == "reporter"]),
        reports=frozenset([claim.report_id for claim in claims]),
        facts=facts, told=frozenset([fact.family for fact in facts if not fact.denied]),
        tolls=numbers, counts=frozenset([told.toll.kind for told in numbers]),
    )  # fmt: skip


def _facts(claims: Iterable[Brief], families: Families) -> Iterator[Fact]:
    """What is told as a fact; a show is one even where it is told as what somebody came for."""
    for claim in claims:
        if claim.stance != "no_comment" and (claim.realis in PAST or claim.event_type == "propaganda"):
            family = families[claim.event_type]
            place = narrowest(claim.places) if family == "ground" else None
            denied = claim.stance == "denies" or claim.negated
            yield Fact(claim.event_type, family, denied, sides_of(claim.agents), key_of(place) if place else None)


def independent(a: Voice, b: Voice) -> bool:
    """Whether the second can bear the first out: another side, and no report that retells a voice it quotes."""
    if a.source == b.source or a.side == b.side:
        return False
    return not (a.own and b.reports <= a.own) and not (b.own and a.reports <= b.own)


def says_the_same(a: Voice, b: Voice) -> bool:
    """Whether they tell one kind of thing, or give the same people's number."""
    return not a.told.isdisjoint(b.told) or not a.counts.isdisjoint(b.counts)


def says_the_contrary(a: Voice, b: Voice) -> bool:
    """Whether not both can be right: one denies, names another doer, another holder, or a number out of reach."""
    if any(_opposed(p, q) for p in a.facts for q in b.facts):
        return True
    return not a.counts.isdisjoint(b.counts) and any(
        p.toll.kind == q.toll.kind and p.victims.key == q.victims.key
        and (_above(p.toll.low, q.toll.high) or _above(q.toll.low, p.toll.high))
        for p in a.tolls for q in b.tolls
    )  # fmt: skip


def _above(low: float | None, high: float | None) -> bool:
    return low is not None and high is not None and low > high


def _opposed(p: Fact, q: Fact) -> bool:
    if "propaganda" in (p.event_type, q.event_type) and "ground" in (p.family, q.family):
        return True
    if p.family != q.family:
        return False
    if p.denied != q.denied:
        return True
    if p.denied or not p.doers or not q.doers or p.doers & q.doers:
        return False
    if p.family == "force":
        return p.event_type == q.event_type != "battle"
    return p.family == "ground" and "withdrawal" not in (p.event_type, q.event_type) and p.place == q.place is not None
