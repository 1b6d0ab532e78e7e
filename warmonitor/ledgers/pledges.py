"""Claims that tell of one commitment, put together: who issued it to whom, what it demands, when it ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from warmonitor.ledgers.briefs import Brief
from warmonitor.ledgers.days import first_day
from warmonitor.ledgers.known import PAST, Known
from warmonitor.ledgers.places import may_be_within, narrowest, plain
from warmonitor.ledgers.rows import CommitmentKind
from warmonitor.ledgers.sides import fighting, side_of, sides_of
from warmonitor.records import ClaimantKind, EventType, Party, Place

BINDING: dict[EventType, CommitmentKind] = {
    "ultimatum": "ultimatum", "ceasefire": "ceasefire", "diplomatic_meeting": "talks",
}  # fmt: skip
RULERS: frozenset[ClaimantKind] = frozenset({"government", "military", "armed_group", "official"})
ONE_TRUCE = timedelta(days=3)
"""Days between tellings of one truce or of one round of talks, where no incident joins them."""
ROUNDS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
ROUND = re.compile(rf"\b({'|'.join(ROUNDS)}|(\d+)(?:st|nd|rd|th))\s+(?:\w+\s+)?rounds?\b", re.IGNORECASE)
CONDITION = re.compile(r"\b(?:if|unless)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pledge:
    """One commitment, with all claims that tell of it; `seeds` are those that make it."""

    kind: CommitmentKind
    claims: tuple[Brief, ...]
    seeds: tuple[Brief, ...]
    issuer: Party | None
    addressee: Party | None
    parties: tuple[str, ...]
    demand: str | None
    consequence: str | None
    place: Place | None
    made_on: date | None
    expires: date | None
    round: int | None


def pledges(known: Known) -> list[Pledge]:
    """The commitments that the claims tell of."""
    groups: list[tuple[CommitmentKind, list[Brief]]] = []
    near: dict[tuple[object, ...], list[int]] = {}
    binding = [(kind, claim) for claim in known.claims if (kind := _kind(claim))]
    for kind, claim in sorted(binding, key=lambda pair: pair[0] == "deadline"):  # a bare deadline may join an ultimatum
        keys = list(_keys(known, kind, claim))
        candidates = sorted({at for key in keys for at in near.get(key, ())})
        at = next((at for at in candidates if any(_one(kind, claim, other) for other in groups[at][1])), None)
        if at is None:
            at = len(groups)
            groups.append((kind, []))
        groups[at][1].append(claim)
        for key in keys:
            near.setdefault(key, []).append(at)
    return [_pledge(known, kind, members) for kind, members in groups]


def _keys(known: Known, kind: CommitmentKind, claim: Brief) -> Iterator[tuple[object, ...]]:
    """What two claims on one commitment share at least one of: an incident, a deadline, a day."""
    for name in known.incidents_of([claim]):
        yield _family(kind), "incident", name
    if _family(kind) == "deadline" and claim.deadline:
        yield "deadline", claim.deadline
    day = first_day(claim.time)
    if kind in ("ceasefire", "talks") and day:
        for days in range(-ONE_TRUCE.days, ONE_TRUCE.days + 1) if kind == "ceasefire" else (0,):
            yield kind, day + timedelta(days=days)


def _kind(claim: Brief) -> CommitmentKind | None:
    """What the claim commits somebody to, if anything."""
    if claim.stance in ("denies", "no_comment"):
        return None
    kind = BINDING.get(claim.event_type)
    if kind:
        return kind
    if claim.deadline and claim.realis not in PAST:
        return "deadline"
    if claim.stance == "promises" and claim.realis not in PAST and not claim.negated:
        return "promise"
    return None


def _family(kind: CommitmentKind) -> str:
    return "deadline" if kind == "ultimatum" else kind


def _one(kind: CommitmentKind, a: Brief, b: Brief) -> bool:
    """Whether two claims that share a key tell of one commitment."""
    if a.deadline and b.deadline and a.deadline != b.deadline:
        return False
    if _family(kind) == "deadline":
        return a.deadline != b.deadline or a.report_id == b.report_id or _share(a, b)
    if kind == "promise":
        return a.event_type == b.event_type and a.claimant.name == b.claimant.name
    return _near(a, b) and _share(a, b) and (a.realis in PAST) == (b.realis in PAST)


def _share(a: Brief, b: Brief) -> bool:
    """Whether they name one side at least, or one of them names none."""
    mine, theirs = sides_of((*a.agents, *a.targets)), sides_of((*b.agents, *b.targets))
    return bool(mine & theirs) or not mine or not theirs


def _near(a: Brief, b: Brief) -> bool:
    p, q = (first_day(claim.time) for claim in (a, b))
    days = p is None or q is None or abs(p - q) <= (ONE_TRUCE if a.event_type == "ceasefire" else timedelta(0))
    places = [narrowest(claim.places) for claim in (a, b)]
    return days and (may_be_within(*places) or may_be_within(*reversed(places)))


def _pledge(known: Known, kind: CommitmentKind, members: Sequence[Brief]) -> Pledge:
    seeds = [claim for claim in members if BINDING.get(claim.event_type) == kind] or list(members)
    # Whoever issues it says best to whom and what; the others are heard where that leaves something open.
    ranked = sorted(seeds, key=lambda c: c.claimant.kind not in RULERS)
    issuer = _first(_issuer(claim) for claim in ranked)
    own = [claim for claim in ranked if issuer is None or side_of(issuer) in sides_of(claim.agents)] or ranked
    addressee = _first(
        p for claim in own for p in fighting(claim.targets) if issuer is None or side_of(p) != side_of(issuer)
    )
    demand, consequence = _terms(known, members, ranked[0])
    joint = kind in ("ceasefire", "talks")
    named = [p.name for claim in members for p in (*claim.agents, *claim.targets) if p.stated]
    place = next((found for claim in own if (found := narrowest(claim.places))), None)
    return Pledge(
        kind=kind, claims=tuple(members), seeds=tuple(seeds),
        issuer=None if joint else issuer, addressee=None if joint else addressee,
        parties=tuple(dict.fromkeys(named)) if joint else (),
        demand=None if joint else demand, consequence=None if joint else consequence,
        place=place and plain(place), made_on=_made(kind, seeds), expires=_expires(kind, members),
        round=next((n for claim in members if (n := round_of(claim.words))), None),
    )  # fmt: skip


def _issuer(claim: Brief) -> Party | None:
    """Who binds: the one who acts; where none is named, whoever speaks with power over it."""
    named = fighting(claim.agents)
    if named:
        return named[0]
    return Party(name=claim.claimant.name, kind="government") if claim.claimant.kind in RULERS else None


def _first(parties: Iterable[Party | None]) -> Party | None:
    return next((party for party in parties if party), None)


def _terms(known: Known, members: Sequence[Brief], first: Brief) -> tuple[str | None, str | None]:
    """The demand and the consequence, in the report's words: what stands behind "if" is demanded, the rest follows."""
    conditions = [c for c in members if c.event_type not in BINDING and c.report_id == first.report_id]
    words = first.words
    split = CONDITION.search(words)
    demand = conditions[0].words if conditions else words
    if inside := CONDITION.search(demand):
        demand = demand[inside.end() :]
    threats = [
        claim
        for claim in known.of_types("threat")
        if claim.report_id == first.report_id and claim.claimant.name == first.claimant.name
    ]
    before = _flat(words[: split.start()]) if split else None
    return _flat(demand), before or next((_flat(claim.words) for claim in threats), None)


def _flat(words: str) -> str:
    return " ".join(words.split())


def _made(kind: CommitmentKind, seeds: Sequence[Brief]) -> date | None:
    """The last day on which it was made; of talks and truces the first day that is told of as past."""
    said = [claim for claim in seeds if kind != "talks" or claim.realis in PAST]
    days = _said_days(said)
    return (min if kind in ("ceasefire", "talks") else max)(days, default=None)


def _expires(kind: CommitmentKind, members: Sequence[Brief]) -> date | None:
    deadlines = [claim.deadline for claim in members if claim.deadline]
    if deadlines:
        return max(deadlines)
    if kind == "talks":
        return min(_said_days([claim for claim in members if claim.realis not in PAST]), default=None)
    if kind == "ceasefire":
        times = [claim.time for claim in members if claim.time and not claim.time.inferred]
        return max((t.end for t in times if t.end and t.start and t.end > t.start), default=None)
    return None


def _said_days(claims: Iterable[Brief]) -> list[date]:
    """The days that words of the claims give."""
    return [day for claim in claims if claim.time and not claim.time.inferred and (day := first_day(claim.time))]


def round_of(words: str) -> int | None:
    """The number of a round of talks: "a second round" is 2."""
    found = ROUND.search(words)
    if not found:
        return None
    return int(found[2]) if found[2] else ROUNDS.index(found[1].lower()) + 1
