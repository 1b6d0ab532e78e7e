"""Claims for the tests of reconciling, said in a line."""

from __future__ import annotations

from datetime import date, timedelta

from warmonitor.records import Claim, Claimant, Party, Place, Span, Toll, When

ARIHA = Place(name="Ariha", country="SYR", admin1="Idlib", lat=35.81, lon=36.61, precision="town")
SARMIN = Place(name="Sarmin", country="SYR", admin1="Idlib", lat=35.90, lon=36.73, precision="town")
IDLIB = Place(name="Idlib", country="SYR", admin1="Idlib", lat=35.93, lon=36.63, precision="province")
MONDAY = date(2020, 3, 2)
ARMY = Party(name="Syrian army", kind="state_force", country="SYR")
RUSSIA = Party(name="Russian air force", kind="foreign_force", country="RUS")


def claim(event_type: str, at: int = 0, by: str = "narrator", day: date | None = MONDAY, **fields: object) -> Claim:
    """A claim whose evidence stands at `at`; `killed`, `place`, `agent` and `target` are short for the fields."""
    words = f"{event_type} {at}".ljust(40, ".")
    evidence = Span(start=at, end=at + len(words), text=words)
    said: dict[str, object] = {
        "id": f"{event_type}-{at}-{by}", "report_id": "r", "report_sha256": "0", "coder": "t", "event_type": event_type,
        "evidence": evidence, "trigger": evidence, "claimant": Claimant(name=by, kind=kind(by)),
    }  # fmt: skip
    if day:
        said["time"] = When(start=day, end=day, precision="day", as_written=evidence)
    if "killed" in fields:
        said["tolls"] = (toll(fields.pop("killed")),)
    for short, name in (("place", "places"), ("agent", "agents"), ("target", "targets")):
        if short in fields:
            said[name] = (fields.pop(short),)
    return Claim.model_validate(said | fields)


def kind(by: str) -> str:
    """The kind that a claimant's name suggests."""
    kinds = {"narrator": "reporter", "monitor": "monitor", "Syrian army": "military", "witness": "witness"}
    return kinds.get(by, "government")


def toll(number: object, **fields: object) -> Toll:
    """So many killed, neither more nor less."""
    words = Span(start=0, end=1, text="1")
    said = {"kind": "killed", "low": number, "high": number, "best": number, "as_written": words}
    return Toll.model_validate(said | fields)


def later(days: int) -> date:
    """So many days after Monday."""
    return MONDAY + timedelta(days=days)
