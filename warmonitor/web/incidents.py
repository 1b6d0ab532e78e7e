"""`/incidents/{id}`: the accounts of one happening side by side, and what was known of it when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from warmonitor import review
from warmonitor.errors import NotThere
from warmonitor.monitor import Monitor, RuledClaim
from warmonitor.records import Account, Claim, Incident, Ruling
from warmonitor.web.answers import page
from warmonitor.web.asked import asked
from warmonitor.web.desk import AMonitor, APerson, TheDesk

router = APIRouter(include_in_schema=False)
MOST_CLAIMS = 300
"""Claims that an incident's page shows; the rest are behind its JSON."""


@dataclass(frozen=True)
class Value:
    """A value that one side gives for a field, and a claim that says so."""

    text: str
    claim: Claim | None
    sources: int


@dataclass(frozen=True)
class Row:
    """A field, with what each side says of it."""

    field: str
    standing: str
    cells: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True)
class Told:
    """An account with its claims as they were ruled on."""

    side: str
    says: str
    sources: int
    claims: tuple[RuledClaim, ...]


@router.get("/incidents/{incident_id}.json")
def as_json(request: Request, incident_id: str, _person: APerson, monitor: AMonitor) -> Response:
    """An incident as `docs/contract.md` says."""
    wanted = asked(request.query_params.multi_items())
    incident = monitor.incident(incident_id, as_of=wanted.as_of, rule=wanted.rule)
    if incident.id != incident_id:
        return RedirectResponse(f"/incidents/{incident.id}.json{wanted.address()}", _moved(incident, incident_id))
    return Response(incident.model_dump_json(), media_type="application/json")


@router.get("/incidents/{incident_id}")
def incident_page(request: Request, incident_id: str, desk: TheDesk, person: APerson, monitor: AMonitor) -> Response:
    """An incident's page."""
    wanted = asked(request.query_params.multi_items())
    incident = monitor.incident(incident_id, as_of=wanted.as_of, rule=wanted.rule)
    if incident.id != incident_id:
        return RedirectResponse(f"/incidents/{incident.id}{wanted.address()}", _moved(incident, incident_id))
    known = {ruled.coded.id: ruled for ruled in monitor.ruled(incident.claims[:MOST_CLAIMS])}
    about = monitor.rulings(incident=incident.id)
    by_id = {r.id: r for r in (*about, *(r for ruled in known.values() for r in ruled.rulings))}
    made = sorted(by_id.values(), key=lambda ruling: ruling.at)
    sides = tuple(account.side for account in incident.accounts)
    return page(
        request, desk, person, "incident.html", name="incident", title=title(incident), asked=wanted,
        incident=incident, known=known, names=names(monitor, incident), sides=sides,
        matrix=matrix(incident, known), accounts=accounts(incident, known), totals=_totals(monitor, incident),
        history=monitor.history(incident.id), rulings=made, standing_ids=standing_ids(made),
        standing=review.standing_of(review.in_force(about)),
    )  # fmt: skip


def title(incident: Incident) -> str:
    """An incident as one would call it."""
    parts = [incident.event_type.replace("_", " ").capitalize(), incident.place.name if incident.place else ""]
    return ", ".join(filter(None, [*parts, f"{incident.start or ''}"]))


def matrix(incident: Incident, known: Mapping[str, RuledClaim]) -> tuple[Row, ...]:
    """A row a field, a cell a side; an empty cell is silence."""
    sides = [account.side for account in incident.accounts]
    rows = []
    for reading in incident.readings:
        cells = tuple(
            tuple(
                Value(told.value.replace("_", " "), _of_side(told.claims, side, incident.accounts, known), told.sources)
                for told in reading.told
                if side in told.sides
            )
            for side in sides
        )
        rows.append(Row(reading.field, reading.standing, cells))
    return tuple(rows)


def _of_side(
    claims: Sequence[str], side: str, accounts: Sequence[Account], known: Mapping[str, RuledClaim]
) -> Claim | None:
    """A claim of this side if there is one: its words are opened."""
    own = {claim for account in accounts if account.side == side for claim in account.claims}
    found = next((known[c] for c in claims if c in own and c in known), None)
    found = found or next((known[c] for c in claims if c in known), None)
    return found.claim if found else None


def accounts(incident: Incident, known: Mapping[str, RuledClaim]) -> tuple[Told, ...]:
    """The accounts with their claims; claims that no account names come last, in one of their own."""
    told = [Told(a.side, a.says, a.sources, tuple(known[c] for c in a.claims if c in known)) for a in incident.accounts]
    named = {claim for account in incident.accounts for claim in account.claims}
    rest = tuple(known[c] for c in incident.claims if c in known and c not in named)
    if rest:
        told.append(Told("Others", "Claims of the incident that belong to no side.", len(rest), rest))
    return tuple(told)


def names(monitor: Monitor, incident: Incident) -> dict[str, str]:
    """Report ids to names that say more."""
    found = {}
    for report_id in incident.texts:
        try:
            report = monitor.report(report_id).report
        except NotThere:
            continue
        day = f"{report.published}" if report.published else ""
        found[report_id] = ", ".join(filter(None, (report.outlet, day))) or report.title or report.id
    return found


def standing_ids(rulings: Sequence[Ruling]) -> frozenset[str]:
    """Ids of the rulings that nobody has undone."""
    return frozenset(ruling.id for ruling in review.in_force(rulings))


def _totals(monitor: Monitor, incident: Incident) -> tuple[Claim, ...]:
    return tuple(ruled.claim for ruled in monitor.ruled(incident.totals[:20]))


def _moved(incident: Incident, asked_for: str) -> int:
    """For good if it was merged; for now if only the beginning of its id was asked for."""
    return 307 if incident.id.startswith(asked_for) else 308
