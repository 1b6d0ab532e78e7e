"""`/reports/{id}`: the text of a report with the words of every value marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from warmonitor.errors import NotThere
from warmonitor.monitor import Monitor, RuledClaim
from warmonitor.records import Kept, Report
from warmonitor.web.answers import page
from warmonitor.web.asked import number
from warmonitor.web.desk import AMonitor, APerson, TheDesk
from warmonitor.web.naming import kind_name
from warmonitor.web.rendering import direction
from warmonitor.web.spans import Marked, marked, paragraphs, window

router = APIRouter(include_in_schema=False)
LONGEST = 999_999_999
"""Characters of the longest text that can be paged through."""


@dataclass(frozen=True)
class Shown:
    """Which part of a text is shown, and how it is written."""

    first: int
    last: int
    length: int
    lang: str
    dir: str


@router.get("/reports/{report_id:path}")
def report_page(request: Request, report_id: str, desk: TheDesk, person: APerson, monitor: AMonitor) -> HTMLResponse:
    """A report's page."""
    given = request.query_params
    version = number("version", given["version"]) if given.get("version") else None
    kept = monitor.report(report_id, version)
    claims = monitor.claims_of(report_id, kept.version)
    wanted = given.get("claim", "")
    at = number("from", given["from"], LONGEST) if given.get("from") else _start(claims, wanted)
    return page(
        request, desk, person, "report.html", name="report", title=kept.report.title or kept.report.id, kept=kept,
        versions=monitor.versions(report_id), wanted=wanted, back=given.get("incident", ""),
        names=_names(monitor, kept), **shown(kept.report, claims, at),
    )  # fmt: skip


def shown(report: Report, claims: Sequence[RuledClaim], at: int) -> dict[str, Any]:
    """What the text's template needs: the stretch around a character, cut where the spans of these claims begin."""
    first, last = window(report.text, at)
    spans = [mark for ruled in claims for mark in marked(ruled.claim) if mark.start < last and mark.end > first]
    return {
        "paragraphs": paragraphs(report.text, spans, first, last),
        "shown": Shown(first, last, len(report.text), report.language or "", direction(report)),
        "spans": [as_data(number, mark) for number, mark in enumerate(spans)],
        "values": _values(claims, spans),
    }


def as_data(number: int, mark: Marked) -> dict[str, object]:
    """A span for the script of the page."""
    name = kind_name(mark.kind)
    return {
        "span": number, "start": mark.start, "end": mark.end, "kind": mark.kind, "name": name,
        "label": f"{name}: {mark.label}", "claim": mark.claim,
    }  # fmt: skip


def _values(claims: Sequence[RuledClaim], spans: Sequence[Marked]) -> list[tuple[RuledClaim, list[tuple[int, Marked]]]]:
    by_claim: dict[str, list[tuple[int, Marked]]] = {}
    for place, mark in enumerate(spans):
        by_claim.setdefault(mark.claim, []).append((place, mark))
    return [(ruled, by_claim[ruled.claim.id]) for ruled in claims if ruled.claim.id in by_claim]


def _start(claims: Sequence[RuledClaim], wanted: str) -> int:
    return next((ruled.claim.evidence.start for ruled in claims if ruled.claim.id == wanted), 0)


def _names(monitor: Monitor, kept: Kept) -> dict[str, str]:
    if not kept.copy_of:
        return {}
    try:
        source = monitor.report(kept.copy_of).report
    except NotThere:
        return {}
    return {kept.copy_of: source.title or source.outlet or source.id}
