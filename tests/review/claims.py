"""Claims and rulings to review, in few words."""

from __future__ import annotations

from datetime import UTC, datetime

from warmonitor.records import Claim, Claimant, Party, Place, Report, Ruling, Span, Toll

NOON = datetime(2020, 3, 9, 12, tzinfo=UTC)
TEXT = "The observatory said that shelling killed nine people in Ariha on Monday."


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words), text=words)


def claim(name: str = "c1", text: str = TEXT) -> Claim:
    return Claim(
        id=name,
        report_id="r1",
        report_sha256=Report(id="r1", text=text).sha256,
        coder="test 1",
        event_type="shelling",
        evidence=span("shelling killed nine people in Ariha", text),
        trigger=span("shelling", text),
        claimant=Claimant(name="observatory", kind="monitor", as_written=span("The observatory", text)),
        agents=(Party(name="army", as_written=None),),
        places=(Place(name="Ariha", as_written=span("Ariha", text), lat=35.8, lon=36.6, precision="town"),),
        tolls=(Toll(kind="killed", low=9, high=9, best=9, as_written=span("nine people", text)),),
    )


def ruling(name: str, action: str, **fields: object) -> Ruling:
    given = {"id": name, "at": NOON, "by": "Rana", "action": action, "claim": "c1", **fields}
    return Ruling.model_validate(given)


def edit(name: str, field: str, after: object, words: str = "nine people", **fields: object) -> Ruling:
    return ruling(name, "edit", field=field, after=after, words=span(words).model_dump(), **fields)
