"""One incident out of the claims that tell it."""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Sequence
from datetime import date

from warmonitor.reconcile.accounts import accounts, status
from warmonitor.reconcile.counting import count, incident_tolls
from warmonitor.reconcile.parties import same_side, side
from warmonitor.reconcile.tellings import Telling
from warmonitor.reconcile.whereabouts import FINEST
from warmonitor.records import EventType, Incident, Party, Place


def incident(members: Sequence[Telling], prominence: float) -> Incident:
    """The incident that these tellings tell; `members` in the order of the text, at least one."""
    named = _event_type(members)
    core = [t for t in members if t.claim.event_type == named]
    start, end = _days(core, members)
    return Incident(
        id=_id(core[0]),
        event_type=named,
        start=start,
        end=end,
        place=_place(core) or _place(members),
        agents=_parties((*core, *members), "agents"),
        targets=_parties((*core, *members), "targets"),
        killed=count(members, "killed"),
        injured=count(members, "injured"),
        tolls=incident_tolls(members),
        status=status(members),
        claims=tuple(t.claim.id for t in members),
        reports=tuple(dict.fromkeys(t.claim.report_id for t in members)),
        prominence=prominence,
        accounts=accounts(members),
    )


def _id(anchor: Telling) -> str:
    """From the first claim that names the event: further claims that join later leave it as it is."""
    return "i-" + hashlib.sha256(f"incident {anchor.claim.report_id} {anchor.claim.id}".encode()).hexdigest()[:16]


def _event_type(members: Sequence[Telling]) -> EventType:
    """The most specific type, unless a less specific one is told far more often; among equals the first."""
    told = Counter(t.claim.event_type for t in members)

    def rank(t: Telling) -> tuple[bool, float]:
        return t.happening.part == "happening", t.happening.specific + 0.5 * math.log2(told[t.claim.event_type])

    return max(members, key=rank).claim.event_type


def _days(core: Sequence[Telling], members: Sequence[Telling]) -> tuple[date | None, date | None]:
    """The days that the claims give most often, those read from words before those inferred."""
    for told in ([t for t in core if t.dated], [t for t in members if t.dated], core, members):
        spans = Counter((t.first_day, t.last_day) for t in told if t.first_day or t.last_day)
        if spans:
            return spans.most_common(1)[0][0]
    return None, None


def _place(members: Sequence[Telling]) -> Place | None:
    """The most precise place; among equally precise ones the one told most often, then first."""
    places = [t.spot.place for t in members if t.spot]
    told = Counter(place.gazetteer_id or place.name for place in places)
    ranked = sorted(
        enumerate(places),
        key=lambda n: (n[1].lat is None, FINEST.index(n[1].precision), -told[n[1].gazetteer_id or n[1].name], n[0]),
    )
    return ranked[0][1] if ranked else None


def _cannot_have(party: Party, telling: Telling) -> bool:
    """Those who suffer and those who report use no force."""
    return telling.happening.family in ("force", "ground", "toll") and party.kind in ("civilians", "media", "aid")


def _parties(members: Sequence[Telling], role: str) -> tuple[Party, ...]:
    """The stated parties of that role, each once, most often told first; a denied actor is no actor."""
    kept: list[Party] = []
    votes: list[int] = []
    for telling in members:
        if telling.happening.part == "remark" or telling.claim.stance == "denies" or telling.claim.negated:
            continue
        for party in telling.claim.agents if role == "agents" else telling.claim.targets:
            if not party.stated or (role == "agents" and _cannot_have(party, telling)):
                continue
            at = next((n for n, other in enumerate(kept) if same_side(side(party), side(other))), None)
            if at is None:
                kept.append(party)
                votes.append(1)
            else:
                votes[at] += 1
    order = sorted(range(len(kept)), key=lambda n: (-votes[n], n))
    return tuple(kept[n] for n in order)
