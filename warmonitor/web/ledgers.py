"""`/ledgers/{kind}`: what a monitor publishes, as tables under the filter of the address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from warmonitor.errors import NotThere
from warmonitor.ledgers import ControlRow, Row, Rows, TollRow
from warmonitor.monitor import LedgerKind
from warmonitor.records import Place
from warmonitor.web.answers import page
from warmonitor.web.asked import asked
from warmonitor.web.desk import AMonitor, APerson, TheDesk
from warmonitor.web.rendering import report_address

router = APIRouter(include_in_schema=False)
KINDS: tuple[LedgerKind, ...] = get_args(LedgerKind)
ABOUT: dict[LedgerKind, str] = {
    "tolls": "Running totals that sources announce, against the incidents that they count; never added to each other.",
    "control": "Who is said to hold which town, from when to when, and who says otherwise.",
    "commitments": "What sides bound themselves or each other to, and how that stands.",
    "displacement": "People who left, were moved or came back; tellings of one figure share a row.",
    "sources": "Who says things, how often others bear them out, whom they contradict.",
}
MOST = 300
"""Rows of one table on the page, or places of the map of control; the JSON has all of them."""


@dataclass(frozen=True)
class Town:
    """A place and the stretches of time in which it is held."""

    place: Place
    stretches: tuple[ControlRow, ...]


@dataclass(frozen=True)
class Section:
    """Tolls of one sort."""

    name: str
    about: str
    rows: tuple[TollRow, ...]
    left_out: int


BASES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Announced totals", "What a source gives over a window, beside what its incidents come to.", ("announced",)),
    ("Sums of ours", "Incidents of a period, added; nobody states them.", ("sum",)),
    ("Combined and derived", "Both sides together, and what follows by subtraction.", ("combined", "derived")),
    ("Incidents", "The toll of one happening.", ("incident",)),
)


@router.get("/ledgers")
def ledgers_page() -> Response:
    """Leads to the first ledger."""
    return RedirectResponse("/ledgers/tolls", 303)


@router.get("/claims/{claim_id}")
def words_of_claim(claim_id: str, _person: APerson, monitor: AMonitor) -> Response:
    """Leads to the words of a claim in its report."""
    return RedirectResponse(report_address(monitor.claim(claim_id).claim), 303)


@router.get("/ledgers/{kind}")
def ledger_page(request: Request, kind: str, desk: TheDesk, person: APerson, monitor: AMonitor) -> HTMLResponse:
    """A ledger's page."""
    if kind not in KINDS:
        raise NotThere("ledger", kind, f"Ledgers are: {', '.join(KINDS)}.")
    name: LedgerKind = kind
    wanted = asked(request.query_params.multi_items())
    rows = monitor.ledger(name, wanted.where, as_of=wanted.as_of)
    places = towns(rows) if name == "control" else ()
    number = len(places or rows)
    return page(
        request, desk, person, "ledger.html", name="ledger", title=f"Ledger of {name}", ledger=name, kinds=KINDS,
        about=ABOUT[name], asked=wanted, rows=rows[:MOST], left_out=max(number - MOST, 0),
        sections=sections(rows) if name == "tolls" else (), towns=lately(places),
    )  # fmt: skip


def sections(rows: Rows) -> tuple[Section, ...]:
    """Tolls by what they are based on; only the rows that are shown are read."""
    found = []
    for name, about, bases in BASES:
        mine = rows.part(*bases)
        if mine:
            shown = tuple(row for row in mine[:MOST] if isinstance(row, TollRow))
            found.append(Section(name, about, shown, max(len(mine) - MOST, 0)))
    return tuple(found)


def towns(rows: Iterable[Row]) -> tuple[Town, ...]:
    """Stretches of control by place, each place's in the order of time."""
    by_place: dict[str, list[ControlRow]] = {}
    for row in rows:
        if isinstance(row, ControlRow):
            by_place.setdefault(row.place.gazetteer_id or row.place.name, []).append(row)
    return tuple([Town(found[0].place, tuple(sorted(found, key=_begins))) for found in by_place.values()])


def lately(places: Iterable[Town]) -> tuple[Town, ...]:
    """Of many places those that changed hands last, by name."""
    last = sorted(places, key=lambda town: _begins(town.stretches[-1]), reverse=True)[:MOST]
    return tuple(sorted(last, key=lambda town: town.place.name))


def _begins(row: ControlRow) -> str:
    return f"{row.start or (row.start_range or ('',))[0] or ''}"
