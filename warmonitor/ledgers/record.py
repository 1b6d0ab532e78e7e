"""The record in brief: all claims and incidents, put in as they come, and what of them is known on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain

from warmonitor.ledgers.briefs import Brief, Briefing, Outline
from warmonitor.ledgers.known import PAST, Happening, Known
from warmonitor.ledgers.memory import Memory
from warmonitor.ledgers.rulings import By, by_claim, edited, left, standing
from warmonitor.records import Claim, Incident, Kept, Report, Ruling

Whole = Callable[[str], Claim | None]
"""Gives a claim by its id as it was coded; asked for those that people edited."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a report's claims come from. `known`: its own day, else the day on which it was added."""

    report_id: str
    known: date | None = None
    outlet: str | None = None
    copy_of: str | None = None


class Record:
    """Claims by report, incidents by id, origins. What is put in again takes the place of what was there."""

    def __init__(self) -> None:
        self._briefing = Briefing()
        self._claims: dict[str, tuple[Brief, ...]] = {}
        self._incidents: dict[str, Outline] = {}
        self._origins: dict[str, Origin] = {}

    def put(self, claims: Iterable[Claim | str], reports: Iterable[str] | None = None) -> None:
        """Puts in the claims of these reports, or their JSON, instead of those that they had; without any, all claims
        that there are.
        """
        by_report: dict[str, dict[str, Brief]] = {name: {} for name in (self._claims if reports is None else reports)}
        for told in claims:
            claim = self._briefing.claim(told)
            by_report.setdefault(claim.report_id, {})[claim.id] = claim
        for name, mine in by_report.items():
            self._claims[name] = tuple(sorted(mine.values(), key=_position))

    def put_incidents(self, incidents: Iterable[Incident | str], gone: Iterable[str] | None = None) -> None:
        """Puts incidents in, or their JSON, and takes those out that are gone; without any, these are all."""
        for name in tuple(self._incidents) if gone is None else gone:
            self._incidents.pop(name, None)
        for told in incidents:
            found = self._briefing.incident(told)
            self._incidents[found.id] = found

    def put_origins(self, origins: Iterable[Report | Kept | Origin]) -> None:
        """Says where all reports come from."""
        self._origins = {origin.report_id: origin for origin in map(_origin, origins)}

    def known(self, rulings: Iterable[Ruling], whole: Whole, as_of: date | None, memory: Memory) -> Known:
        """What is known at the end of a day, all of it if no day is given; as people's rulings leave it."""
        memory.begin()
        made = standing(r for r in rulings if as_of is None or r.at.date() <= as_of)
        reports = self._as_known(as_of, by_claim(made), whole, memory)
        own, echoes = self._apart(chain.from_iterable(mine for _, mine in reports))
        happenings = _happenings(own, self._incidents.values(), made, memory)
        day = as_of or max((day for day, _ in reports if day), default=None)
        return Known(tuple(own), happenings, tuple(echoes), made, day)

    def _as_known(
        self, as_of: date | None, ruled: By, whole: Whole, memory: Memory
    ) -> list[tuple[date | None, tuple[Brief, ...]]]:
        """Each report's claims as rulings leave them, with the day from which it is known; by that day and by id."""
        found = []
        make = partial(self._told, ruled=ruled, whole=whole)
        for name, coded in self._claims.items():
            if not coded:
                continue
            origin = self._origins.get(name)
            day = (origin.known if origin else None) or _last_told(coded)
            if as_of is None or (day or as_of) <= as_of:
                outlet = origin.outlet if origin else None
                mine = [ruled[claim.id] for claim in coded if claim.id in ruled] if ruled else ()
                ids = tuple([ruling.id for made in mine for ruling in made])
                told = memory.of(("report", name), make, coded, day, outlet, ids)
                found.append((day, name, told))
        found.sort(key=lambda one: (one[0] or date.min, one[1]))
        return [(day, told) for day, _, told in found]

    def _told(
        self, coded: Sequence[Brief], day: date | None, outlet: str | None, _ids: object, ruled: By, whole: Whole
    ) -> tuple[Brief, ...]:
        """A report's claims as the rulings of these ids leave them, in the order of the text."""
        found = [self._edited(claim, ruled, whole) for claim in left(coded, ruled)]
        return tuple([claim.of_report(day, outlet) for claim in sorted(found, key=_position)])

    def _edited(self, claim: Brief, ruled: By, whole: Whole) -> Brief:
        edits = [ruling for ruling in ruled.get(claim.id, ()) if ruling.action == "edit" and ruling.field]
        coded = whole(claim.id) if edits else None
        return self._briefing.claim(edited(coded, edits)) if coded else claim

    def _apart(self, claims: Iterable[Brief]) -> tuple[list[Brief], list[Brief]]:
        """Claims in words of their own, and those that repeat a claim of a report known before."""
        own: list[Brief] = []
        echoes: list[Brief] = []
        first: dict[object, str] = {}
        original = {name: origin.copy_of for name, origin in self._origins.items() if origin.copy_of}
        copied = set(original.values())
        of_copied: set[object] = set()
        for claim in claims:
            name = claim.report_id
            before = first.get(claim.dated)
            if before is None:
                if name in original and (original[name], claim.said) in of_copied:
                    echoes.append(claim)
                    continue
                first[claim.dated] = name
            elif before != name or (name in original and (original[name], claim.said) in of_copied):
                echoes.append(claim)
                continue
            own.append(claim)
            if name in copied:
                of_copied.add((name, claim.said))
        return own, echoes


def gather(
    claims: Iterable[Claim],
    incidents: Iterable[Incident],
    rulings: Iterable[Ruling],
    reports: Iterable[Report | Kept | Origin],
    as_of: date | None,
) -> Known:
    """What is known at the end of a day, whatever order it is handed in; all of it if no day is given."""
    told = {claim.id: claim for claim in claims}
    record = Record()
    record.put(told.values())
    record.put_incidents(incidents)
    record.put_origins(reports)
    return record.known(rulings, told.get, as_of, Memory())


def _origin(report: Report | Kept | Origin) -> Origin:
    if isinstance(report, Origin):
        return report
    if isinstance(report, Report):
        return Origin(report.id, report.published, report.outlet)
    told = report.report
    return Origin(told.id, told.published or report.added.date(), told.outlet, report.copy_of)


def _position(claim: Brief) -> tuple[int, int, int, str, str]:
    return (*claim.position, claim.event_type, claim.id)


def _last_told(claims: Iterable[Brief]) -> date | None:
    """The last day of which a report tells as past: from then on it is known, if nothing else says so."""
    ends = [claim.time.end for claim in claims if claim.time and claim.time.end and claim.realis in PAST]
    return max(ends, default=None)


@dataclass(frozen=True, slots=True)
class _Pass:
    """What the last pass was made of, and what came of it: a happening of each incident that is known."""

    claims: Mapping[str, Brief]
    members: Mapping[str, tuple[Outline, Iterable[str]]]
    found: Mapping[str, Happening]


def _happenings(
    claims: Sequence[Brief], incidents: Iterable[Outline], rulings: Sequence[Ruling], memory: Memory
) -> tuple[Happening, ...]:
    """The incidents with the claims of theirs that are known, as rulings join, part and drop them."""
    members: dict[str, tuple[Outline, Iterable[str]]] = {found.id: (found, found.claims) for found in incidents}
    dropped = _rearranged(members, rulings)
    order = {claim.id: at for at, claim in enumerate(claims)}
    by_id = {claim.id: claim for claim in claims}
    last: _Pass = memory.last("happenings", _Pass({}, {}, {}))
    before = last.claims
    changed = {name for name, claim in by_id.items() if before.get(name) is not claim} | (before.keys() - by_id.keys())
    found = {}
    for name, (incident, ids) in members.items():
        if last.members.get(name) == (incident, ids) and changed.isdisjoint(ids):
            happening = last.found.get(name)
        else:
            told = tuple([claims[at] for at in sorted({order[one] for one in ids if one in order})])
            happening = _happening(name, incident, told) if told else None
        if happening:
            found[name] = happening
    memory.note("happenings", _Pass(by_id, members, found))
    left = [happening for name, happening in found.items() if name not in dropped]
    return tuple(sorted(left, key=lambda one: (order[one.claims[0].id], one.id)))


def _happening(name: str, found: Outline, told: tuple[Brief, ...]) -> Happening:
    days = found.days if len(told) == len(found.claims) else (None, None)
    status = found.status if name == found.id else None
    return Happening(name, found.event_type, status, told, found.totals, days, found.sides)


def _rearranged(members: dict[str, tuple[Outline, Iterable[str]]], rulings: Iterable[Ruling]) -> set[str]:
    """Joins and parts incidents as people ruled; the ids of those that they dropped."""
    dropped: set[str] = set()
    for ruling in rulings:
        if ruling.incident not in members:
            continue
        found, ids = members[ruling.incident]
        if ruling.action == "merge":
            for other in ruling.others:
                if other in members and other != ruling.incident:
                    ids = {*ids, *members.pop(other)[1]}
            members[ruling.incident] = found, ids
        elif ruling.action == "split":
            off = set(ids).intersection(ruling.others)
            if off and off != set(ids):
                members[ruling.incident] = found, set(ids) - off
                members[f"{found.id}/{ruling.id}"] = found, off
        elif ruling.action in ("accept", "reject"):
            (dropped.add if ruling.action == "reject" else dropped.discard)(ruling.incident)
    return dropped
