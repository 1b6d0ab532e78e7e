"""A war in which somebody put what they liked into names and rulings."""

from __future__ import annotations

from datetime import UTC, date, datetime

from warmonitor.monitor import Monitor
from warmonitor.records import Report, Ruling

KINDS = ("tolls", "control", "displacement", "commitments", "sources")


def spoilt(monitor: Monitor, text: str) -> list[str]:
    """Puts a text into all names and rulings that people can write, and gives the pages that then show it."""
    told = "monitor: battle at Ariha by Rebels killed 2"
    monitor.add([Report(id="long", outlet=text, title=text, published=date(2020, 3, 6), text=told)])
    (ruled,) = monitor.claims_of("long")
    claim = ruled.coded
    made = (("claimant.name", text), ("agents.0.name", text), ("places.0.name", text), ("agents.+", {"name": text}))
    for at, (field, after) in enumerate(made):
        monitor.rule(
            Ruling(
                id=f"r{at}", at=datetime(2020, 3, 9, 12, at, tzinfo=UTC), by=text, role="reviewer", action="edit",
                claim=claim.id, field=field, after=after, words=claim.evidence, why=text,
            )
        )  # fmt: skip
    (incident,) = monitor.incidents_with("long")
    about = Ruling(
        id="r9", at=datetime(2020, 3, 9, 13, tzinfo=UTC), by=text, action="unsure", incident=incident.id, why=text
    )
    monitor.rule(about)
    return [
        "/", f"/incidents/{incident.id}", "/reports/long", f"/review/claim/{claim.id}", "/part/incidents",
        f"/review/incident/{incident.id}", "/review/flagged", "/review/new", *(f"/ledgers/{kind}" for kind in KINDS),
    ]  # fmt: skip
