"""Reports, claims, episodes and incidents for the tests of the store, said in a line."""

from __future__ import annotations

from datetime import UTC, date, datetime

from warmonitor.records import (
    Claim,
    Claimant,
    Count,
    Episode,
    Filter,
    Incident,
    Kept,
    Party,
    Place,
    Report,
    Span,
    Toll,
    When,
)

MONDAY = date(2020, 3, 2)
ADDED = datetime(2020, 3, 9, 8, 30, tzinfo=UTC)
CODER = "rules 1"
SARMIN = Place(
    name="Sarmin", country="SYR", admin1="Idlib", lat=35.9, lon=36.73, precision="town", radius_km=2,
    gazetteer_id="geonames:1",
)  # fmt: skip
ADEN = Place(
    name="Aden", country="YEM", admin1="Aden", lat=12.79, lon=45.02, precision="town", gazetteer_id="geonames:2"
)
FIJI = Place(name="Lau", country="FJI", lat=-18.2, lon=-178.8, precision="region")
ANYWHERE = Filter()
TEXT = "Colonel Amal Rasho said that shelling of the market in Sarmin on Monday killed 12 people."


def report(name: str = "r1", text: str = TEXT, **fields: object) -> Report:
    """A report of Monday in the Evening Post."""
    said: dict[str, object] = {"published": MONDAY, "outlet": "Evening Post", "title": "Shells on a market"}
    return Report.model_validate({"id": name, "text": text, **said, **fields})


def kept(told: Report, coder: str = CODER, added: datetime = ADDED) -> Kept:
    """A report to keep."""
    return Kept(report=told, version=0, added=added, coder=coder)


def span(words: str, text: str = TEXT) -> Span:
    """Where words stand in a text."""
    start = text.index(words)
    return Span(start=start, end=start + len(words), text=words)


def claim(told: Report, position: int = 0, coder: str = CODER, **fields: object) -> Claim:
    """A claim of shelling, by the words of the report's first sentence; `place` and `day` are short for the fields."""
    text = told.text
    evidence = Span(start=0, end=len(text), text=text)
    first = text.split()[0]
    said: dict[str, object] = {
        "id": f"{told.sha256[:6]}-{told.id}-{position}", "report_id": told.id, "report_sha256": told.sha256,
        "coder": coder, "event_type": "shelling", "evidence": evidence, "trigger": span(first, text),
        "claimant": Claimant(name="Amal Rasho", kind="military", as_written=span(first, text)),
    }  # fmt: skip
    if "place" in fields:
        said["places"] = (fields.pop("place"),)
    if day := fields.pop("day", MONDAY):
        said["time"] = When.model_validate({"start": day, "end": day, "precision": "day"})
    return Claim.model_validate(said | fields)


def full_claim(told: Report) -> Claim:
    """A claim with all that a claim may have, of the text that is given here."""
    return claim(
        told,
        evidence=span("shelling of the market in Sarmin on Monday killed 12 people"),
        trigger=span("shelling"),
        claimant=Claimant(name="Amal Rasho", kind="military", as_written=span("Colonel Amal Rasho"), cue=span("said")),
        agents=(Party(name="Amal Rasho", as_written=span("Rasho"), kind="state_force", country="SYR"),),
        targets=(Party(name="people", as_written=span("people"), kind="civilians"),),
        places=(SARMIN.model_copy(update={"as_written": span("Sarmin")}),),
        time=When(start=MONDAY, end=MONDAY, precision="day", as_written=span("on Monday")),
        tolls=(Toll(kind="killed", low=12, high=12, best=12, as_written=span("12 people")),),
    )


def episode(name: str, told: Report, *claims: Claim, keys: tuple[str, ...] = ("war 1 at 1:1",)) -> Episode:
    """An episode of a report."""
    return Episode(id=name, report_id=told.id, claims=tuple(c.id for c in claims), known=MONDAY, keys=keys)


def incident(name: str, *claims: Claim, **fields: object) -> Incident:
    """An incident of Monday in Sarmin; `killed` is a number."""
    said: dict[str, object] = {
        "id": name, "event_type": "shelling", "start": MONDAY, "end": MONDAY, "place": SARMIN,
        "status": "single_source", "claims": tuple(c.id for c in claims), "prominence": 0.5,
        "reports": tuple(dict.fromkeys(c.report_id for c in claims)),
    }  # fmt: skip
    if "killed" in fields:
        number = fields.pop("killed")
        said["killed"] = Count.model_validate({"low": number, "high": number, "best": number})
    return Incident.model_validate(said | fields)
