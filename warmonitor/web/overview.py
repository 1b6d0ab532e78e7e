"""`/`: map, timeline and table of incidents under the filter of the address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from warmonitor.errors import NotThere
from warmonitor.monitor import Monitor
from warmonitor.web.answers import page, part
from warmonitor.web.asked import Asked, asked
from warmonitor.web.desk import AMonitor, APerson, TheDesk
from warmonitor.web.looking import Look
from warmonitor.web.rendering import day

router = APIRouter(include_in_schema=False)
SIZE = 50
"""Rows of the table on one page."""
DAYS = 62
"""Days up to which the table of the timeline has a row a day; above, a row a month."""


@dataclass(frozen=True)
class Stretch:
    """A row of the timeline's table."""

    name: str
    since: date
    until: date
    incidents: int
    disputed: int


@router.get("/")
def overview(request: Request, desk: TheDesk, person: APerson, monitor: AMonitor) -> HTMLResponse:
    """The overview."""
    wanted = asked(request.query_params.multi_items())
    look = desk.looking.at(wanted, monitor)
    values = table(monitor, wanted, look) | timeline(wanted, look)
    return page(request, desk, person, "overview.html", name="overview", title="Overview", **values)


@router.get("/part/incidents")
def incidents_part(request: Request, desk: TheDesk, _person: APerson, monitor: AMonitor) -> HTMLResponse:
    """The table of incidents alone."""
    wanted = asked(request.query_params.multi_items())
    return part(desk, "incidents_part.html", **table(monitor, wanted, desk.looking.at(wanted, monitor)))


@router.get("/part/timeline")
def timeline_part(request: Request, desk: TheDesk, _person: APerson, monitor: AMonitor) -> HTMLResponse:
    """The timeline's table alone."""
    wanted = asked(request.query_params.multi_items())
    return part(desk, "timeline_part.html", **timeline(wanted, desk.looking.at(wanted, monitor)))


@router.get("/find")
def find(request: Request, _person: APerson, monitor: AMonitor) -> Response:
    """Leads to the incident, report or claim of an id; other words become a search in the evidence."""
    wanted = request.query_params.get("q", "").strip()[:200]
    for kind, address in (("incident", "/incidents/"), ("report", "/reports/"), ("claim", "/review/claim/")):
        try:
            found = _known(monitor, kind, wanted)
        except NotThere:
            continue
        return RedirectResponse(address + found, 303)
    return RedirectResponse("/" + asked([("text", wanted)]).address(), 303)


def _known(monitor: Monitor, kind: str, wanted: str) -> str:
    if kind == "incident":
        return monitor.incident(wanted).id
    if kind == "report":
        return monitor.report(wanted).report.id
    return monitor.claim(wanted).coded.id


def table(monitor: Monitor, wanted: Asked, look: Look) -> dict[str, Any]:
    """What the table of incidents shows."""
    ids = look.ids(wanted.offset, SIZE)
    incidents = monitor.incidents_of(ids, wanted.rule) if look.then is None else [look.then[name] for name in ids]
    return {
        "asked": wanted, "incidents": incidents, "total": look.total, "offset": wanted.offset, "size": SIZE,
        "undated": look.undated, "unplaced": look.unplaced,
    }  # fmt: skip


def timeline(wanted: Asked, look: Look) -> dict[str, Any]:
    """What the table of the timeline shows."""
    bars = look.bars
    by_month = len(bars) > DAYS
    return {"asked": wanted, "bars": _months(bars) if by_month else _days(bars), "by_month": by_month}


def _days(bars: Iterable[tuple[date, int, int]]) -> list[Stretch]:
    return [Stretch(day(of), of, of, incidents, disputed) for of, incidents, disputed in bars]


def _months(bars: Iterable[tuple[date, int, int]]) -> list[Stretch]:
    months: dict[date, tuple[int, int]] = {}
    for of, incidents, disputed in bars:
        before = months.get(of.replace(day=1), (0, 0))
        months[of.replace(day=1)] = (before[0] + incidents, before[1] + disputed)
    return [Stretch(f"{first:%B} {first.year}", first, _last(first), *counts) for first, counts in months.items()]


def _last(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
