"""What is known on a day: the claims, the happenings they tell of, and which of them only repeat others' words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from warmonitor.ledgers.rulings import ruled, standing
from warmonitor.records import Claim, ClaimantKind, EventType, Incident, Kept, Report, Ruling

PAST = ("occurred", "ongoing")
ONLOOKERS: frozenset[ClaimantKind] = frozenset(
    {"reporter", "journalist", "media", "monitor", "un_agency", "ngo", "rescue_service", "witness", "unattributed"}
)
"""Kinds of claimants of whom two are two voices; those of one belligerent are one."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a report's claims come from. `known`: its own day, else the day on which it was added."""

    report_id: str
    known: date | None = None
    outlet: str | None = None
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """What of an incident a ledger is made of; the rest of it is long."""

    id: str
    event_type: EventType
    status: str
    days: tuple[date | None, date | None]
    claims: tuple[str, ...]
    totals: frozenset[str]
    sides: Mapping[str, str]
    """Claimant to the side whose account it gives."""


@dataclass(frozen=True, slots=True)
class Happening:
    """An incident, as far as it is known: its claims in the order of reports and words."""

    id: str
    event_type: EventType
    claims: tuple[Claim, ...]
    totals: frozenset[str]
    """Claims whose announced totals count it."""
    days: tuple[date | None, date | None]
    """Its days as it was reconciled, if all its claims are known."""
    sides: Mapping[str, str]
    """Claimant to the side whose account it gives."""


@dataclass(frozen=True)
class Known:
    """All that a ledger is made of. Claims that only repeat another report's words are in `echoes` alone."""

    claims: tuple[Claim, ...]
    happenings: tuple[Happening, ...]
    echoes: tuple[Claim, ...]
    origins: Mapping[str, Origin]
    rulings: tuple[Ruling, ...]
    days: Mapping[str, date | None]
    """Report to the day from which it is known."""
    statuses: Mapping[str, str]
    """Incident to how it stands: undisputed, disputed, single_source."""
    day: date | None
    """The day asked about; else the last day on which something became known."""

    @cached_property
    def _by_id(self) -> dict[str, Claim]:
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def _incidents_by_claim(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for happening in self.happenings:
            for claim in happening.claims:
                found.setdefault(claim.id, []).append(happening.id)
        return found

    @cached_property
    def _happenings_by_id(self) -> dict[str, Happening]:
        return {found.id: found for found in self.happenings}

    def happening(self, name: str) -> Happening:
        """A happening by its id."""
        return self._happenings_by_id[name]

    @cached_property
    def _by_type(self) -> dict[EventType, list[Claim]]:
        found: dict[EventType, list[Claim]] = {}
        for claim in self.claims:
            found.setdefault(claim.event_type, []).append(claim)
        return found

    def of_types(self, *types: EventType) -> list[Claim]:
        """The claims of these types, type by type."""
        return [claim for kind in types for claim in self._by_type.get(kind, ())]

    @cached_property
    def _counting(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for happening in self.happenings:
            for claim_id in happening.totals:
                found.setdefault(claim_id, []).append(happening.id)
        return found

    def counted_by(self, claim_id: str) -> list[str]:
        """The happenings that a claim's announced total counts, as they were reconciled."""
        return self._counting.get(claim_id, [])

    def claim(self, claim_id: str) -> Claim | None:
        """A claim by its id, if it is known."""
        return self._by_id.get(claim_id)

    def incidents_of(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """Ids of the happenings that these claims tell of, in their order."""
        return tuple(dict.fromkeys(name for claim in claims for name in self._incidents_by_claim.get(claim.id, ())))

    def source_of(self, claim: Claim) -> str:
        """Who says it: the claimant; for a report's own voice its outlet, else the report."""
        if claim.claimant.kind != "reporter":
            return claim.claimant.name
        origin = self.origins.get(claim.report_id)
        return (origin.outlet if origin else None) or f"{claim.claimant.name} of {claim.report_id}"

    def side_of(self, claim: Claim, found: Happening) -> str:
        """Whose voice it is in a happening: the source, or for a belligerent's voices the side that they share."""
        source = self.source_of(claim)
        return source if claim.claimant.kind in ONLOOKERS else found.sides.get(claim.claimant.name, source)

    def since(self, claim: Claim) -> date | None:
        """The day from which a claim is known."""
        return self.days.get(claim.report_id)

    def sources_of(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """Who says these, each once, in their order."""
        return tuple(dict.fromkeys(map(self.source_of, claims)))


def gather(
    claims: Iterable[Claim],
    incidents: Iterable[Incident],
    rulings: Iterable[Ruling],
    reports: Iterable[Report | Kept | Origin],
    as_of: date | None,
) -> Known:
    """What is known at the end of a day, whatever order it is handed in; all of it if no day is given."""
    origins = {origin.report_id: origin for origin in map(_origin, reports)}
    told = {claim.id: claim for claim in claims}
    days = _known_days(told.values(), origins)
    made = standing(r for r in rulings if as_of is None or r.at.date() <= as_of)
    kept = [claim for claim in told.values() if as_of is None or (days[claim.report_id] or as_of) <= as_of]
    ordered = sorted(ruled(kept, made), key=lambda c: (days[c.report_id] or date.min, c.report_id, *_position(c)))
    given = [_outline(found) for found in incidents]
    own, echoes = _apart(ordered, origins)
    return Known(
        claims=tuple(own),
        happenings=_happenings(own, given, made),
        echoes=tuple(echoes),
        origins=origins,
        rulings=made,
        days=days,
        statuses={found.id: found.status for found in given},
        day=as_of or max((day for day in days.values() if day), default=None),
    )


def _outline(found: Incident) -> Outline:
    sides = {who: account.side for account in found.accounts for who in account.claimants}
    days = found.start, found.end
    return Outline(found.id, found.event_type, found.status, days, found.claims, frozenset(found.totals), sides)


def _origin(report: Report | Kept | Origin) -> Origin:
    if isinstance(report, Origin):
        return report
    if isinstance(report, Report):
        return Origin(report.id, report.published, report.outlet)
    told = report.report
    return Origin(told.id, told.published or report.added.date(), told.outlet, report.copy_of)


def _position(claim: Claim) -> tuple[int, int, int, str, str]:
    return (claim.evidence.start, claim.evidence.end, claim.trigger.start, claim.event_type, claim.id)


def _known_days(claims: Iterable[Claim], origins: Mapping[str, Origin]) -> dict[str, date | None]:
    """The day from which each report is known; of a report without a day, the last day that it tells of as past."""
    found: dict[str, date | None] = {}
    undated: set[str] = set()
    for claim in claims:
        name = claim.report_id
        if name not in found:
            found[name] = origins[name].known if name in origins else None
            if found[name] is None:
                undated.add(name)
        if name in undated and claim.time and claim.time.end and claim.realis in PAST:
            found[name] = max(found[name] or date.min, claim.time.end)
    return found


def _apart(claims: Sequence[Claim], origins: Mapping[str, Origin]) -> tuple[list[Claim], list[Claim]]:
    """Claims in words of their own, and those that repeat a claim of a report known before."""
    own: list[Claim] = []
    echoes: list[Claim] = []
    first: dict[tuple[object, ...], str] = {}
    copied = {origin.copy_of for origin in origins.values() if origin.copy_of}
    of_copied: set[tuple[object, ...]] = set()
    for claim in claims:
        name = claim.report_id
        origin = origins.get(name)
        said = _said(claim)
        dated = (*said, claim.time and (claim.time.start, claim.time.end))
        if first.get(dated, name) != name or (origin and origin.copy_of and (origin.copy_of, *said) in of_copied):
            echoes.append(claim)
            continue
        own.append(claim)
        first.setdefault(dated, name)
        if name in copied:
            of_copied.add((name, *said))
    return own, echoes


def _said(claim: Claim) -> tuple[object, ...]:
    """What two claims share, beside their days, if one repeats the other: words, claimant, type, places, figures."""
    words = " ".join(claim.evidence.text.split()).casefold()
    places = tuple([(place.name, place.role) for place in claim.places])
    figures = tuple([(toll.kind, toll.low, toll.best, toll.high, toll.scope) for toll in claim.tolls])
    return claim.event_type, claim.claimant.name.casefold(), claim.stance, words, places, figures


def _happenings(
    claims: Sequence[Claim], incidents: Iterable[Outline], rulings: Sequence[Ruling]
) -> tuple[Happening, ...]:
    """The incidents with the claims of theirs that are known, as rulings join, part and drop them."""
    order = {claim.id: at for at, claim in enumerate(claims)}
    members = {found.id: (found, set(found.claims)) for found in incidents}
    dropped: set[str] = set()
    for ruling in rulings:
        if ruling.incident not in members:
            continue
        if ruling.action == "merge":
            for other in ruling.others:
                if other in members and other != ruling.incident:
                    members[ruling.incident][1].update(members.pop(other)[1])
        elif ruling.action == "split":
            found, ids = members[ruling.incident]
            off = ids & set(ruling.others)
            if off and off != ids:
                ids -= off
                members[f"{found.id}/{ruling.id}"] = (found, off)
        elif ruling.action in ("accept", "reject"):
            (dropped.add if ruling.action == "reject" else dropped.discard)(ruling.incident)
    made = []
    for name, (found, ids) in members.items():
        told = tuple([claims[at] for at in sorted([order[i] for i in ids if i in order])])
        if told and name not in dropped:
            days = found.days if len(told) == len(found.claims) else (None, None)
            made.append(Happening(name, found.event_type, told, found.totals, days, found.sides))
    return tuple(sorted(made, key=lambda h: (order[h.claims[0].id], h.id)))
