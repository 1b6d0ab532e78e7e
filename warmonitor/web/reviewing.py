"""`/review`: the queues, and one decision a screen."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from warmonitor.errors import BadRuling, InputError
from warmonitor.monitor import Monitor
from warmonitor.review import Hand
from warmonitor.web.accounts import Person
from warmonitor.web.answers import page, part
from warmonitor.web.decisions import Step, placed, shown, step_of
from warmonitor.web.desk import AMonitor, APerson, AWriter, Desk, TheDesk, check_token
from warmonitor.web.fields import read_value
from warmonitor.web.queues import ABOUT
from warmonitor.web.rulings import Conflict, decide
from warmonitor.web.shapes import Decision

router = APIRouter(include_in_schema=False)
GOES_ON = ("accept", "reject", "unsure", "merge", "split")


@router.get("/review")
def queues_page(request: Request, desk: TheDesk, person: APerson, monitor: AMonitor) -> HTMLResponse:
    """The queues and how many wait in each."""
    waiting = monitor.queue_sizes(_hand(person))
    found = [(name, *ABOUT[name], size) for name, size in waiting.items()]
    return page(request, desk, person, "queues.html", name="review", title="Review", queues=found)


@router.get("/part/decision")
def decision_part(request: Request, desk: TheDesk, person: APerson, monitor: AMonitor) -> HTMLResponse:
    """A decision alone."""
    step = step_of(request.query_params)
    return part(desk, "decision_part.html", csrf=desk.token(request), **_values(monitor, person, step))


@router.get("/review/claim/{claim_id}")
def claim_page(request: Request, claim_id: str, desk: TheDesk, person: APerson, monitor: AMonitor) -> Response:
    """A claim outside the queues."""
    return _page(request, desk, person, monitor, Step(None, claim=monitor.claim(claim_id).coded.id))


@router.get("/review/incident/{incident_id}")
def incident_page(request: Request, incident_id: str, desk: TheDesk, person: APerson, monitor: AMonitor) -> Response:
    """An incident outside the queues."""
    return _page(request, desk, person, monitor, Step(None, incident=monitor.incident(incident_id).id))


@router.get("/review/{queue}")
def queue_page(request: Request, queue: str, desk: TheDesk, person: APerson, monitor: AMonitor) -> Response:
    """A decision of a queue."""
    return _page(request, desk, person, monitor, step_of({**request.query_params, "queue": queue}))


@router.post("/review/rulings")
def rule(
    request: Request,
    desk: TheDesk,
    person: AWriter,
    monitor: AMonitor,
    action: Annotated[str, Form(max_length=20)],
    csrf: Annotated[str, Form()] = "",
    queue: Annotated[str, Form()] = "",
    at: Annotated[str, Form()] = "0",
    hide: Annotated[str, Form()] = "",
    claim: Annotated[str, Form()] = "",
    incident: Annotated[str, Form()] = "",
    seen: Annotated[str, Form()] = "",
    field: Annotated[str, Form()] = "",
    after: Annotated[str, Form()] = "",
    start: Annotated[str, Form()] = "",
    end: Annotated[str, Form()] = "",
    others: Annotated[list[str] | None, Form()] = None,
    why: Annotated[str, Form(max_length=5_000)] = "",
) -> Response:
    """A ruling by the plain form: the next decision if it was made, the same one with what is wrong if not."""
    check_token(request, desk, csrf)
    given = {"queue": queue, "at": at, "hide": hide, "claim": claim, "incident": incident}
    step = step_of(given)
    place = placed(monitor, step, _hand(person))
    try:
        decision = _decision(action, claim, incident, seen, field, after, start, end, others or [], why)
        made = decide(desk, monitor, person, decision)
    except Conflict as conflict:
        return _page(request, desk, person, monitor, step, conflict=conflict, status=409)
    except InputError as error:
        return _page(request, desk, person, monitor, step, wrong=error, status=422)
    if action == "undo":
        back = Step(step.queue, step.at, made.claim, made.incident, step.hide)
        return RedirectResponse(back.address, 303)
    if action in GOES_ON and step.queue:
        return RedirectResponse(place.on.address if place and place.on else f"/review/{step.queue}?at=0", 303)
    return RedirectResponse(step.address, 303)


def _decision(
    action: str, claim: str, incident: str, seen: str, field: str, after: str, start: str, end: str,
    others: list[str], why: str,
) -> Decision:  # fmt: skip
    if action not in (*GOES_ON, "edit", "undo"):
        raise BadRuling(f"{action!r} is no decision.", field="action")
    on_nothing = action == "undo"
    editing = action == "edit"
    return Decision.model_validate({
        "action": action, "claim": None if on_nothing else claim or None, "others": others,
        "incident": None if on_nothing else incident or None, "seen": seen or None, "why": why,
        "field": (field or None) if editing else None, "after": read_value(field, after) if editing else None,
        "start": int(start) if editing and start.isdigit() else None,
        "end": int(end) if editing and end.isdigit() else None,
    })  # fmt: skip


def _page(
    request: Request, desk: Desk, person: Person, monitor: Monitor, step: Step, *, conflict: Conflict | None = None,
    wrong: InputError | None = None, status: int = 200,
) -> Response:  # fmt: skip
    values = _values(monitor, person, step) | {"conflict": conflict, "wrong": wrong}
    if conflict:
        values["seen"] = conflict.seen
    title = ABOUT[step.queue][0] if step.queue else "Review"
    return page(request, desk, person, "queue.html", name="queue", title=title, status=status, **values)


def _hand(person: Person) -> Hand:
    return person.rules or "reviewer"


def _values(monitor: Monitor, person: Person, step: Step) -> dict[str, Any]:
    place = placed(monitor, step, _hand(person))
    shared = {
        "step": step, "about": ABOUT[step.queue] if step.queue else ("Review", ""),
        "may_rule": person.rules is not None, "rules_as": person.rules, "conflict": None, "wrong": None,
    }  # fmt: skip
    if place is None:
        return shared | {"kind": "nothing", "place": None, "spans": [], "seen": ""}
    return shared | shown(monitor, place)
