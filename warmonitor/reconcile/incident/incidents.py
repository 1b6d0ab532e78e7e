"""One incident out of the claims that tell it."""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Literal

from warmonitor.reconcile.happenings import Happenings
from warmonitor.reconcile.incident.accounts import accounts
from warmonitor.reconcile.incident.counting import count, incident_tolls
from warmonitor.reconcile.incident.readings import readings
from warmonitor.reconcile.incident.rules import Rule
from warmonitor.reconcile.incident.scene import scene
from warmonitor.reconcile.incident.sides import ONLOOKERS, scene_of
from warmonitor.reconcile.incident.voices import Origin, Voice, sources, voices
from warmonitor.reconcile.parties import same_name, same_side, side
from warmonitor.reconcile.tellings import Telling
from warmonitor.records import EventType, Incident, Party, Reading

LEAD = 500  # characters: the headline and the first sentences, which name the event with care
LED = 3  # what a claim in them counts beside one further down
BY_MEANS = 3.5  # how specific a type is that only the means tell: less than a claim of the type itself
DAY, WEEK = timedelta(days=1), timedelta(days=7)
Status = Literal["undisputed", "disputed", "single_source"]
DISPUTED = ("status", "agents", "killed", "injured")  # fields whose contradiction is a dispute; a place may be vague
FORCEFUL = ("force", "ground", "toll")  # families of happenings in which someone uses force


def incident(
    members: Sequence[Telling],
    prominence: float,
    happenings: Happenings,
    origins: Mapping[str, Origin] = {},
    rule: Rule = "independent",
) -> Incident:
    """The incident that these tellings tell: report by report, in the order of each text; at least one.

    `origins` says of the reports whose text they are and since when they are known.
    """
    told = voices(members, scene_of(members, happenings.speakers, happenings.countries), origins)
    found = outline(members, told, prominence, rule)
    stands, behind = readings(told, found, happenings), sources(told)
    return found.model_copy(
        update={
            "tolls": incident_tolls(members),
            "accounts": accounts(told),
            "sources": behind,
            "readings": stands,
            "status": _status(stands, behind),
        }
    )


def outline(members: Sequence[Telling], told: Sequence[Voice], prominence: float, rule: Rule) -> Incident:
    """What, where, when, who and how many, without the accounts of the sides."""
    named = _event_type(members)
    core = [t for t in members if t.claim.event_type == named] or [t for t in members if t.means == named]
    start, end = _days(core, members)
    return Incident(
        id=_id(core[0]),
        event_type=named,
        start=start,
        end=end,
        place=scene(core, members),
        agents=_parties((*core, *members), "agents"),
        targets=_parties((*core, *members), "targets"),
        killed=count(told, "killed", rule),
        injured=count(told, "injured", rule),
        status="single_source",
        claims=tuple(t.claim.id for t in members),
        reports=tuple(dict.fromkeys(t.claim.report_id for t in members)),
        prominence=prominence,
    )


def _status(stands: Sequence[Reading], sources: int) -> Status:
    """Disputed when sources contradict each other on whether it is so, who did it, or how many were hurt."""
    if any(reading.standing == "contested" and reading.field in DISPUTED for reading in stands):
        return "disputed"
    return "single_source" if sources == 1 else "undisputed"


def _id(anchor: Telling) -> str:
    """From the first claim that names the event: further claims that join later leave it as it is."""
    return "i-" + hashlib.sha256(f"incident {anchor.claim.report_id} {anchor.claim.id}".encode()).hexdigest()[:16]


def _event_type(members: Sequence[Telling]) -> EventType:
    """The most specific type, unless a less specific one is told far more often; among equals the first.

    Where people were killed, what killed them comes before what else went on: arrests, a protest, a withdrawal.
    """
    members = _what_killed(members)
    told: Counter[EventType] = Counter()
    for telling in members:
        for kind in _kinds(telling):
            told[kind] += LED if telling.start < LEAD else 1
    ranked = [(_rank(t, kind, told), n, kind) for n, t in enumerate(members) for kind in _kinds(t)]
    return max(ranked, key=lambda r: (r[0], -r[1]))[2]


def _what_killed(members: Sequence[Telling]) -> Sequence[Telling]:
    """Those that may name an incident in which people were killed; all, where nobody was or nothing else is told."""
    if not any(toll.kind == "killed" and toll.best != 0 for t in members if t.actual for toll in t.tolls):
        return members
    first = [t for t in members if t.happening.yields is None and t.happening.part != "remark"]
    return first or members


def _kinds(telling: Telling) -> tuple[EventType, ...]:
    """Its own type, and that of the means of force that its words name."""
    own = telling.claim.event_type
    return (own, telling.means) if telling.means is not None and telling.means != own else (own,)


def _rank(telling: Telling, kind: EventType, told: Counter[EventType]) -> tuple[bool, float]:
    if kind == telling.means:
        return True, BY_MEANS + 0.5 * math.log2(told[kind])
    return telling.happening.part == "happening", telling.happening.specific + 0.5 * math.log2(told[kind])


def _days(core: Sequence[Telling], members: Sequence[Telling]) -> tuple[date | None, date | None]:
    """The days that most claims give: a day before a week before a season, read from words before inferred."""
    members = [t for t in members if t.happening.part != "remark"] or members
    ranked = [
        [t for t in told if t.dated == dated and _within(t, days)]
        for dated, days in ((True, DAY), (True, WEEK), (False, WEEK))
        for told in (core, members)
    ]
    for told in (*ranked, [t for t in core if t.dated], core, members):
        spans = Counter((t.first_day, t.last_day) for t in told if t.first_day or t.last_day)
        if spans:
            return spans.most_common(1)[0][0]
    return None, None


def _within(telling: Telling, days: timedelta) -> bool:
    first, last = telling.first_day, telling.last_day
    return first is not None and last is not None and last - first <= days


def _cannot_have(party: Party, telling: Telling) -> bool:
    """Those who suffer and those who report use no force."""
    onlooker = telling.claim.claimant.kind in ONLOOKERS and same_name(party.name, telling.claim.claimant.name)
    return telling.happening.family in FORCEFUL and (onlooker or party.kind in ("civilians", "media", "aid"))


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
