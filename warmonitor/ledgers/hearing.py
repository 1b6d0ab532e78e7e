"""Who bears whom out within one incident, and who contradicts whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from warmonitor.codebook.definitions import EventTypeRow
from warmonitor.codebook.tables import read_table
from warmonitor.ledgers.counting import own_tolls
from warmonitor.ledgers.known import PAST, Happening, Known
from warmonitor.ledgers.places import key_of, narrowest
from warmonitor.ledgers.sides import sides_of
from warmonitor.records import Claim, EventType

Families = Mapping[EventType, str]


@cache
def read_families() -> dict[EventType, str]:
    """Event type to the family it stands in."""
    return {row.code: row.family for row in read_table("event_types", EventTypeRow)}


@dataclass(frozen=True, slots=True)
class Voice:
    """What one source says of one incident."""

    source: str
    side: str
    claims: tuple[Claim, ...]


def voices(known: Known, found: Happening) -> list[Voice]:
    """The sources of an incident, in the order in which they first speak."""
    said: dict[str, list[Claim]] = {}
    for claim in found.claims:
        said.setdefault(known.source_of(claim), []).append(claim)
    return [Voice(source, known.side_of(claims[0], found), tuple(claims)) for source, claims in said.items()]


def independent(a: Voice, b: Voice) -> bool:
    """Whether the second can bear the first out: another side, and no report that retells a voice it quotes."""
    if a.source == b.source or a.side == b.side:
        return False
    for one, other in ((a, b), (b, a)):
        own = {claim.report_id for claim in one.claims if claim.claimant.kind == "reporter"}
        if own and all(claim.report_id in own for claim in other.claims):
            return False
    return True


def says_the_same(a: Voice, b: Voice, families: Families) -> bool:
    """Whether they tell one kind of thing, or give the same people's number."""
    return any(
        families[p.event_type] == families[q.event_type] and not _denied(p) and not _denied(q)
        for p in _factual(a.claims) for q in _factual(b.claims)
    ) or bool({t.toll.kind for t in own_tolls(a.claims)} & {t.toll.kind for t in own_tolls(b.claims)})  # fmt: skip


def says_the_contrary(a: Voice, b: Voice, families: Families) -> bool:
    """Whether not both can be right: one denies, names another doer, another holder, or a number out of reach."""
    if any(_opposed(p, q, families) for p in _factual(a.claims) for q in _factual(b.claims)):
        return True
    mine, theirs = list(own_tolls(a.claims)), list(own_tolls(b.claims))
    return any(
        p.toll.kind == q.toll.kind and p.victims.key == q.victims.key
        and (_above(p.toll.low, q.toll.high) or _above(q.toll.low, p.toll.high))
        for p in mine for q in theirs
    )  # fmt: skip


def _above(low: float | None, high: float | None) -> bool:
    return low is not None and high is not None and low > high


def _factual(claims: Iterable[Claim]) -> Sequence[Claim]:
    """What is told as a fact; a show is one even where it is told as what somebody came for."""
    told = (claim for claim in claims if claim.realis in PAST or claim.event_type == "propaganda")
    return [claim for claim in told if claim.stance != "no_comment"]


def _denied(claim: Claim) -> bool:
    return claim.stance == "denies" or claim.negated


def _opposed(p: Claim, q: Claim, families: Families) -> bool:
    for a, b in ((p, q), (q, p)):
        if a.event_type == "propaganda" and families[b.event_type] == "ground":
            return True
    if families[p.event_type] != families[q.event_type]:
        return False
    if _denied(p) != _denied(q):
        return True
    mine, theirs = sides_of(p.agents), sides_of(q.agents)
    if _denied(p) or not mine or not theirs or mine & theirs:
        return False
    if families[p.event_type] == "force":
        return p.event_type == q.event_type != "battle"
    return families[p.event_type] == "ground" and "withdrawal" not in (p.event_type, q.event_type) and _same_place(p, q)


def _same_place(p: Claim, q: Claim) -> bool:
    a, b = narrowest(p.places), narrowest(q.places)
    return a is not None and b is not None and key_of(a) == key_of(b)
