"""Claims and incidents for the tests of ledgers, said in a line."""

from __future__ import annotations

from datetime import date

from warmonitor.records import Claim, Claimant, ClaimantKind, Incident, Party, Place, Report, Span, Toll, When, Window

THURSDAY = date(2021, 4, 15)
"""The day of the reports, unless a test says another."""
ARMY = Party(name="Norland army", kind="state_force", country="XNO")
REBELS = Party(name="Norland rebels", kind="rebel", country="XNO")
FRONT = Party(name="Forest Front", kind="rebel", country="XNO")
GUARDS = Party(name="Sudland guards", kind="foreign_force", country="XSU")
POLICE = Party(name="Sudland police", kind="police", country="XSU")
PREMIER = Party(name="Anna Berg", kind="government", country="XSU")
VILLAGERS = Party(name="villagers", kind="civilians", country="XNO")
ASKA = Place(name="Aska", country="XNO", admin1="Hills", lat=51.0, lon=6.0, precision="town", gazetteer_id="own:1")
BORG = Place(name="Borg", country="XNO", admin1="Hills", lat=51.6, lon=6.0, precision="town", gazetteer_id="own:2")
HILLS = Place(
    name="Hills", country="XNO", admin1="Hills", lat=51.3, lon=6.0, precision="province", gazetteer_id="own:3"
)  # fmt: skip
ROAD = Place(name="E9", country="XNO", lat=51.2, lon=6.1, precision="road", gazetteer_id="own:9")
KINDS: dict[str, ClaimantKind] = {
    "narrator": "reporter", "Norland army": "military", "rebels": "armed_group", "War Watch": "monitor",
    "State TV": "state_media", "Anna Berg": "government", "resident": "witness", "Reuters": "media",
}  # fmt: skip


def said(
    event_type: str,
    at: int = 0,
    by: str = "narrator",
    day: date | None = THURSDAY,
    report: str = "r1",
    **fields: object,
) -> Claim:
    """A claim whose evidence stands at `at`; `agent`, `target`, `place`, `toll`, `trigger` are short for the fields."""
    words = str(fields.pop("words", f"{event_type} {at} of {report}"))
    trigger = str(fields.pop("trigger", words))
    claim: dict[str, object] = {
        "id": f"{event_type}-{at}-{by}-{report}", "report_id": report, "report_sha256": "0", "coder": "t",
        "event_type": event_type, "claimant": Claimant(name=by, kind=KINDS.get(by, "official")),
        "evidence": Span(start=at, end=at + len(words), text=words),
        "trigger": Span(start=at, end=at + len(trigger), text=trigger),
    }  # fmt: skip
    if day:
        claim["time"] = When(start=day, end=day, precision="day", as_written=claim["evidence"])
    for short, name in (("place", "places"), ("agent", "agents"), ("target", "targets"), ("toll", "tolls")):
        if short in fields:
            claim[name] = (fields.pop(short),)
    return Claim.model_validate(claim | fields)


def toll(number: float | None, kind: str = "killed", **fields: object) -> Toll:
    """So many killed, neither more nor less."""
    given = {"kind": kind, "low": number, "high": number, "best": number, "as_written": Span(start=0, end=1, text="1")}
    return Toll.model_validate(given | fields)


def so_far(number: float, since: date, until: date = THURSDAY, kind: str = "killed", **fields: object) -> Toll:
    """A running total."""
    return toll(number, kind, scope="cumulative", window=Window(start=since, end=until), **fields)


def vaguely(start: date, end: date, precision: str = "days") -> When:
    """A time between two days."""
    return When.model_validate(
        {"start": start, "end": end, "precision": precision, "as_written": Span(start=0, end=1, text="x")}
    )


def unsaid(day: date = THURSDAY) -> When:
    """The day of the report, where no words give one."""
    return When(start=day, end=day, precision="day", inferred=True)


def incident(*claims: Claim, name: str = "i1", **fields: object) -> Incident:
    """An incident of these claims."""
    given: dict[str, object] = {
        "id": name, "event_type": claims[0].event_type, "status": "undisputed", "prominence": 0.5,
        "claims": tuple(claim.id for claim in claims), "reports": tuple({claim.report_id: 0 for claim in claims}),
    }  # fmt: skip
    return Incident.model_validate(given | fields)


def report(name: str = "r1", published: date | None = THURSDAY, outlet: str | None = None) -> Report:
    """A report without a text: ledgers read none."""
    return Report(id=name, text="", published=published, outlet=outlet)
