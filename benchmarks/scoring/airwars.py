"""Airwars: place, day, tolls, belligerent and kind of strike of the incident that a text is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from pydantic import BaseModel

from benchmarks.scoring.counts import GoldRecord, Score, Tally
from benchmarks.scoring.incidents import of_report
from benchmarks.scoring.names import kilometres, names_of, same_place
from benchmarks.scoring.sides import party_sides, sides
from warmonitor.records import Claim, Count, Incident

HEADLINE = ("place 10 km", "date 1 day", "killed overlap", "injured overlap", "belligerent", "strike type")
STRIKES = (
    ("artillery", frozenset({"shelling"})),
    ("airstrike", frozenset({"air_strike"})),
    ("drone", frozenset({"air_strike"})),
    ("ground", frozenset("battle arrest shooting attack offensive_launch abduction execution".split())),
)
NEAR_KM = 10
SLACK = timedelta(days=1)
LONGEST = timedelta(days=3)
"""A time that is longer is no date."""
Bounds = tuple[float | None, float | None]


class GoldIncident(BaseModel):
    """A coded incident; tolls are a least and a most."""

    code: str
    date: date
    place: str
    lat: float | None
    lon: float | None
    killed: Bounds
    injured: Bounds
    belligerent: str
    strike: str


class Gold(GoldRecord):
    """One text and the incidents that it is a source of."""

    incidents: tuple[GoldIncident, ...]


def score(golds: Sequence[Gold], _claims: Iterable[Claim], incidents: Sequence[Incident]) -> Score:
    """The headline is the mean of six fields of the most prominent incident of each text."""
    tally = Tally()
    for gold in golds:
        mine = of_report(incidents, gold.report_id)
        tries = [fields(wanted, mine[0] if mine else None) for wanted in gold.incidents]
        for name, right in max(tries, key=lambda found: (sum(found.values()), -len(found))).items():
            tally.add(name, right)
    figures = {"mean of six fields": tally.mean(HEADLINE), **tally.figures()}
    return Score(len(golds), figures)


def fields(gold: GoldIncident, found: Incident | None) -> dict[str, bool]:
    """Right or wrong, by those fields that the gold incident has."""
    out: dict[str, bool] = {}
    if gold.lat is not None:
        away = kilometres(gold, found.place) if found and found.place else None
        out["place 10 km"] = away is not None and away <= NEAR_KM
    out["place name"] = same_place(gold.place.split(",")[0], *names_of(found.place if found else None))
    out["date 1 day"] = found is not None and _dated(gold.date, found)
    for kind, bounds in (("killed", gold.killed), ("injured", gold.injured)):
        if bounds != (None, None):
            out[f"{kind} overlap"] = overlap(bounds, getattr(found, kind, None))
    out["belligerent"] = bool(sides(*gold.belligerent.split(", ")) & party_sides(found.agents if found else ()))
    types = {kind for word, kinds in STRIKES if word in gold.strike.lower() for kind in kinds}
    return {**out, "strike type": found is not None and found.event_type in types} if types else out


def overlap(gold: Bounds, found: Count | None) -> bool:
    """Whether the two ranges share a number; an open end is read as its printed number, no toll as zero."""
    low, high = gold
    if found is None:
        return high == 0
    ends = [number for number in (found.low, found.best, found.high) if number is not None]
    most, least = high if high is not None else low, low if low is not None else high
    return bool(ends) and most is not None and least is not None and min(ends) <= most and max(ends) >= least


def _dated(day: date, found: Incident) -> bool:
    first, last = found.start or found.end, found.end or found.start
    if first is None or last is None:
        return False
    return first - SLACK <= day <= last + SLACK and last - first <= LONGEST
