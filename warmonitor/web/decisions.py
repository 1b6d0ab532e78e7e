"""One decision of a queue: what waits, what came before and what comes next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from warmonitor import review
from warmonitor.errors import InputError
from warmonitor.monitor import Monitor, Queue, Waiting
from warmonitor.records import Filter, Incident, Ruling
from warmonitor.web.asked import number
from warmonitor.web.fields import KEYS, fields
from warmonitor.web.incidents import accounts, matrix, names, standing_ids
from warmonitor.web.queues import QUEUES
from warmonitor.web.rendering import direction
from warmonitor.web.reports import Shown, as_data
from warmonitor.web.rulings import on_it
from warmonitor.web.spans import marked, paragraphs

AROUND = 1_500
"""Characters of the report shown before and after the evidence."""
NEAR_DEGREES = 0.7
NEAR_DAYS = 3
"""How far apart, on the map and in time, two incidents may lie to be offered for merging."""


@dataclass(frozen=True)
class Step:
    """Where in a queue one is. `claim` or `incident` is what is decided; without either, what stands at `at`."""

    queue: Queue | None
    at: int = 0
    claim: str | None = None
    incident: str | None = None
    hide: bool = False

    @property
    def query(self) -> str:
        """The parameters of its address."""
        given = {
            "queue": self.queue, "at": str(self.at), "claim": self.claim, "incident": self.incident,
            "hide": "agreed" if self.hide else None,
        }  # fmt: skip
        return urlencode({name: value for name, value in given.items() if value})

    @property
    def address(self) -> str:
        """Its page."""
        if self.queue:
            return f"/review/{self.queue}?{self.query}"
        return f"/review/claim/{self.claim}" if self.claim else f"/review/incident/{self.incident}"


@dataclass(frozen=True)
class Place:
    """A step with its neighbours; `gone`: what is shown waits no longer."""

    here: Step
    back: Step | None
    on: Step | None
    why: str
    gone: bool


def step_of(given: Mapping[str, str]) -> Step:
    """Reads the parameters of an address. Raises InputError."""
    queue = given.get("queue") or None
    if queue is not None and queue not in QUEUES:
        raise InputError(f"{queue[:40]!r} is no queue.", field="queue", mend=f"Queues are: {', '.join(QUEUES)}.")
    return Step(
        queue=queue,
        at=number("at", given.get("at") or "0"),
        claim=given.get("claim") or None,
        incident=given.get("incident") or None,
        hide=given.get("hide") == "agreed",
    )


def placed(monitor: Monitor, step: Step, hand: review.Hand) -> Place | None:
    """Where a step stands in its queue for a coder or a reviewer; None if nothing waits there and nothing is named."""
    if step.queue is None:
        return Place(step, None, None, "", False)
    first = max(step.at - 1, 0)
    window = monitor.queue(step.queue, limit=3, offset=first, hand=hand, hide_agreed=step.hide)
    named = step.claim or step.incident
    at = _position(window, step) if named else step.at - first
    if at is None:
        here = Step(step.queue, step.at, step.claim, step.incident, step.hide)
        before = step.at - 1 - first
        return Place(here, _at(step, window, first, before), _at(step, window, first, step.at - first), "", True)
    if not 0 <= at < len(window):
        return None
    here = _step(step, window[at], first + at)
    return Place(here, _at(step, window, first, at - 1), _at(step, window, first, at + 1), window[at].why, False)


def _position(window: Sequence[Waiting], step: Step) -> int | None:
    return next(
        (at for at, item in enumerate(window) if (item.claim, item.incident) == (step.claim, step.incident)), None
    )


def _at(step: Step, window: Sequence[Waiting], first: int, at: int) -> Step | None:
    return _step(step, window[at], first + at) if 0 <= at < len(window) else None


def _step(step: Step, item: Waiting, at: int) -> Step:
    return Step(step.queue, at, item.claim, item.incident, step.hide)


def shown(monitor: Monitor, place: Place) -> dict[str, Any]:
    """What the template of a decision needs. Raises NotThere."""
    here = place.here
    made = on_it(monitor, here.claim, here.incident) if here.claim or here.incident else ()
    values = {
        "place": place, "seen": made[-1].id if made else "", "rulings": made, "standing_ids": standing_ids(made),
    }  # fmt: skip
    if here.claim:
        return values | _claim(monitor, here.claim)
    return values | _incident(monitor, here.incident or "", made)


def _claim(monitor: Monitor, claim_id: str) -> dict[str, Any]:
    ruled = monitor.claim(claim_id)
    claim = ruled.claim
    kept = next(
        (k for k in reversed(monitor.versions(claim.report_id)) if k.report.sha256 == claim.report_sha256),
        None,
    ) or monitor.report(claim.report_id)
    text = kept.report.text
    first = _line_before(text, max(claim.evidence.start - AROUND, 0))
    last = min(claim.evidence.end + AROUND, len(text))
    spans = [mark for mark in marked(claim) if mark.start < last and mark.end > first]
    incident = incident_of(monitor, claim_id, claim.report_id)
    return {
        "kind": "claim", "ruled": ruled, "claim": claim, "kept": kept, "fields": fields(claim, ruled.coded),
        "paragraphs": paragraphs(text, spans, first, last), "incident": incident,
        "shown": Shown(first, last, len(text), kept.report.language or "", direction(kept.report)),
        "spans": [as_data(at, mark) for at, mark in enumerate(spans)], "marks": list(enumerate(spans)),
    }  # fmt: skip


def incident_of(monitor: Monitor, claim_id: str, report_id: str) -> Incident | None:
    """The incident that a claim belongs to."""
    return next((i for i in monitor.incidents_with(report_id) if claim_id in i.claims), None)


def _line_before(text: str, at: int) -> int:
    """The beginning of the line at a character, unless that is far away."""
    found = text.rfind("\n", max(at - AROUND, 0), at)
    return found + 1 if found >= 0 else at if at > AROUND else 0


def _incident(monitor: Monitor, incident_id: str, made: Sequence[Ruling]) -> dict[str, Any]:
    incident = monitor.incident(incident_id)
    known = {ruled.coded.id: ruled for ruled in monitor.ruled(incident.claims[:100])}
    return {
        "kind": "incident", "incident": incident, "known": known, "names": names(monitor, incident),
        "sides": [account.side for account in incident.accounts], "matrix": matrix(incident, known),
        "accounts": accounts(incident, known), "others": list(zip(KEYS, near(monitor, incident), strict=False)),
        "digits": dict(zip((c.coded.id for a in accounts(incident, known) for c in a.claims), KEYS, strict=False)),
        "standing": review.standing_of(review.in_force(made)), "spans": [],
    }  # fmt: skip


def near(monitor: Monitor, incident: Incident, most: int = len(KEYS)) -> tuple[Incident, ...]:
    """Incidents that may be the same: close on the map and in time, the closest first."""
    place, first, last = incident.place, incident.start or incident.end, incident.end or incident.start
    box = None
    if place and place.lat is not None and place.lon is not None:
        south, north = max(place.lat - NEAR_DEGREES, -90.0), min(place.lat + NEAR_DEGREES, 90.0)
        box = (max(place.lon - NEAR_DEGREES, -180.0), south, min(place.lon + NEAR_DEGREES, 180.0), north)
    if box is None and first is None:
        return ()
    days = timedelta(NEAR_DAYS)
    where = Filter(box=box, since=first - days if first else None, until=last + days if last else None)
    found = [i for i in monitor.incidents(where, limit=200).incidents if i.id != incident.id]
    return tuple(sorted(found, key=lambda other: _apart(incident, other))[:most])


def _apart(one: Incident, other: Incident) -> tuple[float, str]:
    far = 0.0 if one.event_type == other.event_type else 1.0
    a, b = one.place, other.place
    if a and b and a.lat is not None and b.lat is not None and a.lon is not None and b.lon is not None:
        far += abs(a.lat - b.lat) + abs(a.lon - b.lon)
    else:
        far += 1.0
    if one.start and other.start:
        far += abs((one.start - other.start).days) / NEAR_DAYS
    return far, other.id
