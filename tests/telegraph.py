"""A coder for tests of what comes after coding: it reads reports whose every line is one claim.

    monitor: air_strike at Ariha on 2020-03-02 killed 9
    Syrian army: denies air_strike at Ariha on 2020-03-02

It takes no time, so that tests can be about many reports; its claims carry the words of the report like real ones.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import date

from warmonitor.errors import BadReport, InputError
from warmonitor.pipeline import Coded
from warmonitor.records import Claim, Claimant, ClaimantKind, Party, Place, Report, Span, Toll, When
from warmonitor.version import CODER

LINE = re.compile(
    r"(?P<by>[^:\n]+): (?P<denies>denies )?(?P<type>\w+) at (?P<place>[A-Z]\w+)(?: by (?P<agent>[A-Z]\w+))?"
    r"(?: on (?P<day>\S+))?(?: killed (?P<killed>\d+))?"
)
TOWNS = {"Ariha": (35.81, 36.61), "Sarmin": (35.90, 36.73), "Saraqib": (35.86, 36.80), "Maarrat": (35.64, 36.68)}
KINDS: dict[str, ClaimantKind] = {
    "narrator": "reporter", "monitor": "monitor", "Syrian army": "military", "Turkey": "government",
    "rebels": "armed_group",
}  # fmt: skip


HEADER = re.compile(r"date (\d{4}-\d\d-\d\d)$", re.M)
"""A first line that dates a report which was handed in without a day."""


class Telegraph:
    """Codes reports line by line; `coded` counts them."""

    def __init__(self) -> None:
        self.coded = 0

    def code(self, reports: Iterable[Report | InputError]) -> Iterator[Coded[Claim] | InputError]:
        """The claims of each report; a report with a line that begins with `?` cannot be coded."""
        for report in reports:
            if isinstance(report, InputError):
                yield report
            elif report.text.startswith("?"):
                yield BadReport("coding it failed.", f"report {report.id!r}", mend="Please tell its authors.")
            else:
                self.coded += 1
                claims = tuple(_claim(report, found) for found in LINE.finditer(report.text))
                header = HEADER.match(report.text)
                yield Coded(report, claims, report.published or (date.fromisoformat(header[1]) if header else None))


def _claim(report: Report, found: re.Match[str]) -> Claim:
    evidence = _span(found, 0)
    name = f"{report.id} {evidence.text} {report.text[: evidence.start].count(evidence.text)}"
    lat, lon = TOWNS[found["place"]]
    claimant = Claimant(name=found["by"], kind=KINDS.get(found["by"], "official"), as_written=_span(found, "by"))
    place = Place(
        name=found["place"], as_written=_span(found, "place"), country="SYR", admin1="Idlib", lat=lat, lon=lon,
        precision="town",
    )  # fmt: skip
    day = date.fromisoformat(found["day"]) if found["day"] else None
    return Claim.model_validate(
        {
            "id": hashlib.sha256(name.encode()).hexdigest()[:16],
            "report_id": report.id,
            "report_sha256": report.sha256,
            "coder": CODER,
            "event_type": found["type"],
            "evidence": evidence,
            "trigger": _span(found, "type"),
            "claimant": claimant,
            "stance": "denies" if found["denies"] else "asserts",
            "agents": _agents(found),
            "places": (place,),
            "time": When(start=day, end=day, precision="day", as_written=_span(found, "day")) if day else None,
            "tolls": _tolls(found),
        }
    )


def _agents(found: re.Match[str]) -> tuple[Party, ...]:
    return (Party(name=found["agent"], as_written=_span(found, "agent")),) if found["agent"] else ()


def _tolls(found: re.Match[str]) -> tuple[Toll, ...]:
    if not found["killed"]:
        return ()
    number = int(found["killed"])
    return (Toll(kind="killed", low=number, best=number, high=number, as_written=_span(found, "killed")),)


def _span(found: re.Match[str], part: str | int) -> Span:
    return Span(start=found.start(part), end=found.end(part), text=found[part])
