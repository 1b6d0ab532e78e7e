"""The tasks by name: what each needs of the program, and how it is scored."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal, TypeVar

from benchmarks.scoring import (
    airwars,
    attribution,
    control,
    displacement,
    fakes,
    places,
    subevents,
    times,
)
from benchmarks.scoring.airwars_fused import fused
from benchmarks.scoring.counts import GoldRecord, Score
from benchmarks.scoring.muc import task as muc
from warmonitor.records import Attribution, Claim, Incident, Report, TimeExpression, Toponym

Need = Literal["claims", "incidents", "times", "places", "quotes"]
G = TypeVar("G", bound=GoldRecord)


@dataclass(frozen=True)
class Made:
    """What the program made of the reports of a task; only what the task needs is filled."""

    reports: Sequence[Report] = ()
    claims: Sequence[Claim] = ()
    incidents: Sequence[Incident] = ()
    times: Sequence[TimeExpression] = ()
    places: Sequence[Toponym] = ()
    quotes: Sequence[Attribution] = ()


@dataclass(frozen=True)
class Task:
    """`score` takes the path of the golds and what was made."""

    need: Need
    score: Callable[[Path, Made], Score]


def golds(path: Path, kind: type[G]) -> list[G]:
    """The golds of a file, one a line."""
    with path.open(encoding="utf-8") as lines:
        return [kind.model_validate_json(line) for line in lines if line.strip()]


def _airwars(wanted: Sequence[airwars.Gold], claims: Iterable[Claim], incidents: Sequence[Incident]) -> Score:
    alone = airwars.score(wanted, claims, incidents)
    return Score(alone.reports, alone.figures | fused(wanted, incidents))


def _of_claims(kind: type[G], score: Callable[[Sequence[G], Iterable[Claim]], Score], path: Path, made: Made) -> Score:
    return score(golds(path, kind), made.claims)


def _of_incidents(
    kind: type[G],
    score: Callable[[Sequence[G], Iterable[Claim], Sequence[Incident]], Score],
    path: Path,
    made: Made,
) -> Score:
    return score(golds(path, kind), made.claims, made.incidents)


def _muc(path: Path, made: Made) -> Score:
    return muc.score(golds(path, muc.Gold), made.claims, made.incidents, made.reports, muc.place_types(path.parent))


TASKS: dict[str, Task] = {
    "fakes": Task("incidents", partial(_of_incidents, fakes.Gold, fakes.score)),
    "airwars": Task("incidents", partial(_of_incidents, airwars.Gold, _airwars)),
    "displacement": Task("claims", partial(_of_claims, displacement.Gold, displacement.score)),
    "control": Task("claims", partial(_of_claims, control.Gold, control.score)),
    "types": Task("claims", partial(_of_claims, subevents.Gold, subevents.score)),
    "muc": Task("incidents", _muc),
    "time": Task("times", lambda path, made: times.score(golds(path, times.Gold), made.times)),
    "places": Task("places", lambda path, made: places.score(golds(path, places.Gold), made.places)),
    "attribution": Task("quotes", lambda path, made: attribution.score(golds(path, attribution.Gold), made.quotes)),
}
