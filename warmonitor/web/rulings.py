"""A person's decision becomes a ruling, unless somebody else decided since they looked."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

from warmonitor import review
from warmonitor.errors import BadRuling, NotThere, WarmonitorError
from warmonitor.monitor import Monitor
from warmonitor.records import Ruling, Span
from warmonitor.web.accounts import Person
from warmonitor.web.desk import Desk, NotAllowed
from warmonitor.web.rendering import said, short
from warmonitor.web.shapes import Decision


class Conflict(WarmonitorError):
    """Others ruled on the same thing since the person looked; nothing was written yet."""

    def __init__(self, others: tuple[Ruling, ...], seen: str) -> None:
        self.others, self.seen = others, seen
        told = "; ".join(f"{r.by} {_done(r)} at {r.at:%H:%M} {r.at.tzname() or ''}".strip() for r in others)
        super().__init__(f"{told}.")


def decide(desk: Desk, monitor: Monitor, person: Person, decision: Decision) -> Ruling:
    """Appends the ruling. Raises Conflict, BadRuling, NotThere or NotAllowed, and then nothing is written."""
    with desk.ruling:
        if decision.action == "undo":
            ruling = _undoing(monitor, person, decision)
        else:
            ruling = _ruling(monitor, person, decision)
            _check_conflict(monitor, ruling, decision.seen)
        return monitor.rule(ruling)


def on_it(monitor: Monitor, claim: str | None, incident: str | None) -> tuple[Ruling, ...]:
    """The rulings on a claim or an incident, oldest first."""
    return monitor.rulings(claim=claim) if claim else monitor.rulings(incident=incident)


def _check_conflict(monitor: Monitor, ruling: Ruling, seen: str | None) -> None:
    made = on_it(monitor, ruling.claim, ruling.incident)
    others = review.since(made, seen, ruling.by)
    standing = {one.id for one in review.in_force(made)}
    news = tuple(other for other in others if other.id in standing)
    if news:
        raise Conflict(news, made[-1].id)


def _ruling(monitor: Monitor, person: Person, decision: Decision) -> Ruling:
    claim = monitor.claim(decision.claim) if decision.claim else None
    incident = monitor.incident(decision.incident) if decision.incident else None
    words = None
    if claim and decision.start is not None and decision.end is not None:
        text = _text_of(monitor, claim.coded.report_id, claim.coded.report_sha256)
        if not 0 <= decision.start < decision.end <= len(text):
            raise BadRuling("the words are not in the report.", field="start", mend="Select them in the text.")
        words = Span(start=decision.start, end=decision.end, text=text[decision.start : decision.end])
    return Ruling(
        id=uuid.uuid4().hex[:16],
        at=datetime.now(UTC),
        by=person.name,
        role=person.rules or "coder",
        action=decision.action,
        claim=claim.coded.id if claim else None,
        incident=incident.id if incident else None,
        others=tuple(decision.others),
        field=decision.field,
        before=review.value_of(claim.claim, decision.field) if claim and decision.field else None,
        after=decision.after,
        words=words,
        why=decision.why.strip(),
        report_sha256=claim.coded.report_sha256 if claim else None,
    )


def _text_of(monitor: Monitor, report_id: str, sha256: str) -> str:
    """The text that the claim was coded of, which may be an older version."""
    for kept in reversed(monitor.versions(report_id)):
        if kept.report.sha256 == sha256:
            return kept.report.text
    return monitor.report(report_id).report.text


def _undoing(monitor: Monitor, person: Person, decision: Decision) -> Ruling:
    made = monitor.rulings()
    if decision.undoes:
        undone = next((ruling for ruling in made if ruling.id == decision.undoes), None)
    else:
        undone = review.last_of(made, person.name)
    if undone is None:
        raise NotThere("ruling", decision.undoes or f"of {person.name} to take back")
    if undone.by != person.name and person.role != "admin":
        raise NotAllowed(f"This is {undone.by}’s ruling: rule otherwise, or ask an admin to take it back.")
    return Ruling(
        id=uuid.uuid4().hex[:16], at=datetime.now(UTC), by=person.name, role=person.rules or "coder", action="undo",
        claim=undone.claim, incident=undone.incident, undoes=undone.id, why=decision.why.strip(),
    )  # fmt: skip


def _done(ruling: Ruling) -> str:
    done = {"accept": "accepted this", "reject": "rejected this", "unsure": "was unsure about this",
            "merge": "merged this", "split": "split this", "undo": "took back a ruling on this"}  # fmt: skip
    if ruling.action == "edit":
        return f"changed {ruling.field} to {short(said(ruling.after), 200)}"
    return done[ruling.action]
