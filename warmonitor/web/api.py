"""`/api/...`: everything that the desk shows, as JSON."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from pydantic import TypeAdapter
from starlette.responses import JSONResponse, Response

from warmonitor.export import write
from warmonitor.ledgers import ROWS
from warmonitor.monitor import Known, LedgerKind, Outline, Page, Queue, RuledClaim
from warmonitor.records import Incident, Ruling
from warmonitor.version import VERSION
from warmonitor.web.asked import number
from warmonitor.web.asking import Wanted
from warmonitor.web.cells import view
from warmonitor.web.desk import AMonitor, APerson, AWriter, TheDesk, check_token
from warmonitor.web.rulings import Conflict, decide, on_it
from warmonitor.web.shapes import (
    Candidates,
    Decision,
    Failed,
    Health,
    Labels,
    QueuePart,
    QueueShown,
    ReportShown,
    Timeline,
    View,
)
from warmonitor.web.sheet import written

router = APIRouter(responses={422: {"model": Failed, "description": "a value does not fit"}})
MOST = 1_000
"""Incidents that one answer brings."""
RULINGS = TypeAdapter(tuple[Ruling, ...])
HISTORY = TypeAdapter(tuple[Known, ...])
ABSENT: dict[int | str, dict[str, Any]] = {404: {"model": Failed, "description": "it is not there"}}


@router.get("/health", response_model=Health)
def health(monitor: AMonitor) -> Response:
    """Whether the desk and its store answer."""
    monitor.rulings(claim="")
    return JSONResponse({"ok": True, "version": VERSION})


@router.get("/api/points", response_model=View)
def points(
    desk: TheDesk, _person: APerson, monitor: AMonitor, wanted: Wanted,
    zoom: Annotated[float, Query(ge=0, le=24, description="Of the map, as MapLibre counts.")] = 2.0,
) -> Response:  # fmt: skip
    """What a window of the map (`box`) shows: incidents, or cells of incidents where there are many."""
    look = desk.looking.at(wanted, monitor)
    found = view(look.sheet, look.chosen, zoom)
    shown = {
        "total": found.total, "clustered": bool(found.cells), "cells": [vars(cell) for cell in found.cells],
        "points": [_point(outline) for outline in found.points],
    }  # fmt: skip
    return _json(json.dumps(shown, ensure_ascii=False, separators=(",", ":")))


@router.get("/api/timeline", response_model=Timeline)
def timeline(desk: TheDesk, _person: APerson, monitor: AMonitor, wanted: Wanted) -> Response:
    """How many incidents began on each day, and how many have no day or no place."""
    look = desk.looking.at(wanted, monitor)
    bars = [{"day": f"{day}", "incidents": all_, "disputed": some} for day, all_, some in look.bars]
    return JSONResponse({"bars": bars, "undated": look.undated, "unplaced": look.unplaced})


@router.get("/api/labels", response_model=Labels)
def labels(
    desk: TheDesk, _person: APerson, wanted: Wanted, zoom: Annotated[float, Query(ge=0, le=24)] = 2.0
) -> Response:
    """Names of countries, regions and towns for a window of the map (`box`), from the gazetteer."""
    found = desk.places.labels(wanted.where.box or (-180.0, -90.0, 180.0, 90.0), zoom)
    return _json(json.dumps({"labels": [label._asdict() for label in found]}, ensure_ascii=False), keep=3600)


@router.get("/api/places", response_model=Candidates)
def places(desk: TheDesk, _person: APerson, name: Annotated[str, Query(min_length=1, max_length=200)]) -> Response:
    """Places that a name may mean, from the gazetteer, the likeliest first: to choose from when a place is edited."""
    found = desk.places.search(name.strip()) if name.strip() else ()
    return _json(Candidates(places=found).model_dump_json(), keep=3600)


@router.get("/api/incidents", response_model=Page)
def incidents(
    _person: APerson, monitor: AMonitor, wanted: Wanted, limit: Annotated[int, Query(ge=1, le=MOST)] = 50
) -> Response:
    """Incidents, latest first."""
    found = monitor.incidents(wanted.where, as_of=wanted.as_of, rule=wanted.rule, limit=limit, offset=wanted.offset)
    return _json(found.model_dump_json())


@router.get("/api/incidents/{incident_id}", response_model=Incident, responses=ABSENT)
def incident(_person: APerson, monitor: AMonitor, incident_id: str, wanted: Wanted) -> Response:
    """An incident; its id differs from the one that was asked for if that was merged into it."""
    return _json(monitor.incident(incident_id, as_of=wanted.as_of, rule=wanted.rule).model_dump_json())


@router.get("/api/incidents/{incident_id}/history", response_model=tuple[Known, ...], responses=ABSENT)
def history(_person: APerson, monitor: AMonitor, incident_id: str) -> Response:
    """What was known of an incident when."""
    return _json(HISTORY.dump_json(monitor.history(incident_id)))


@router.get("/api/reports/{report_id:path}", response_model=ReportShown, responses=ABSENT)
def report(_person: APerson, monitor: AMonitor, report_id: str, version: int | None = None) -> Response:
    """A report with its text and its claims; the newest version unless another is asked for."""
    kept = monitor.report(report_id, version)
    shown = ReportShown(
        report=kept.report, version=kept.version, added=kept.added, coder=kept.coder, copy_of=kept.copy_of,
        versions=[other.version for other in monitor.versions(report_id)],
        claims=monitor.claims_of(report_id, kept.version),
    )  # fmt: skip
    return _json(shown.model_dump_json())


@router.get("/api/claims/{claim_id}", response_model=RuledClaim, responses=ABSENT)
def claim(_person: APerson, monitor: AMonitor, claim_id: str) -> Response:
    """A claim as it was coded, as people left it, and what they ruled."""
    return _json(monitor.claim(claim_id).model_dump_json())


@router.get("/api/ledgers/{kind}")
def ledger(_person: APerson, monitor: AMonitor, kind: LedgerKind, wanted: Wanted) -> Response:
    """The rows of a ledger; docs/ledgers.md says what they mean."""
    rows = monitor.ledger(kind, wanted.where, as_of=wanted.as_of)
    out = BytesIO()
    out.write(f'{{"kind":"{kind}","rows":'.encode())
    write(rows, ROWS[kind], "json", out)
    out.write(b"}")
    return _json(out.getvalue())


@router.get("/api/queues", response_model=list[QueueShown])
def queues(person: APerson, monitor: AMonitor) -> Response:
    """How many wait for a person, queue by queue."""
    found = monitor.queue_sizes(person.rules or "reviewer")
    shown = [{"queue": name, "waiting": size} for name, size in found.items()]
    return JSONResponse(shown)


@router.get("/api/queues/{queue}", response_model=QueuePart)
def queue(
    person: APerson, monitor: AMonitor, queue: Queue, offset: str = "0",
    limit: Annotated[int, Query(ge=1, le=MOST)] = 50, hide: str = "",
) -> Response:  # fmt: skip
    """What waits in a queue, the most pressing first."""
    start = number("offset", offset)
    hand, hidden = person.rules or "reviewer", hide == "agreed"
    waiting = list(monitor.queue(queue, limit=limit, offset=start, hand=hand, hide_agreed=hidden))
    return _json(QueuePart(queue=queue, offset=start, waiting=waiting).model_dump_json())


@router.get("/api/rulings", response_model=tuple[Ruling, ...])
def rulings(_person: APerson, monitor: AMonitor, claim: str | None = None, incident: str | None = None) -> Response:
    """What people ruled, oldest first: all of it, or on one claim or incident."""
    made = on_it(monitor, claim, incident) if claim or incident else monitor.rulings()
    return _json(RULINGS.dump_json(made))


@router.post(
    "/api/rulings",
    response_model=Ruling,
    status_code=201,
    responses={
        403: {"model": Failed, "description": "the person may not"},
        404: {"model": Failed, "description": "what is ruled on is not there"},
        409: {"model": Failed, "description": "somebody else decided since `seen`"},
    },
)
def rule(request: Request, desk: TheDesk, person: AWriter, monitor: AMonitor, decision: Decision) -> Response:
    """Appends a ruling. Needs the header `X-CSRF-Token` (in `meta[name=csrf]` of every page)."""
    check_token(request, desk, None)
    try:
        made = decide(desk, monitor, person, decision)
    except Conflict as conflict:
        return _conflict(conflict)
    return Response(made.model_dump_json(), 201, media_type="application/json")


def _point(of: Outline) -> dict[str, Any]:
    return {
        "id": of.id, "lat": of.lat, "lon": of.lon, "radius_km": of.radius_km, "precision": of.precision,
        "event_type": of.event_type, "start": written(of.first_day), "end": written(of.last_day), "status": of.status,
        "killed": of.killed,
    }  # fmt: skip


def _conflict(conflict: Conflict) -> Response:
    wrong = {
        "what": str(conflict), "field": None, "mend": "Look at it again, and confirm if you still decide so.",
        "rulings": [ruling.model_dump(mode="json") for ruling in conflict.others], "seen": conflict.seen,
    }  # fmt: skip
    return JSONResponse({"error": wrong}, 409)


def _json(written: str | bytes, keep: int = 0) -> Response:
    headers = {"Cache-Control": f"private, max-age={keep}"} if keep else {}
    return Response(written, media_type="application/json", headers=headers)
