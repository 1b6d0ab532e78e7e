"""What an incident says of one report: whose it is, how many died."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from warmonitor.records import Claim, Count, Incident, Toll

FORCE = frozenset(
    "battle air_strike shelling suicide_bombing bombing chemical_attack shooting attack offensive_launch".split()
)


def numbers(toll: Toll | Count) -> set[float]:
    """The figures of a toll."""
    return {number for number in (toll.low, toll.best, toll.high) if number is not None}


def of_report(incidents: Iterable[Incident], report_id: str) -> list[Incident]:
    """Those that the report tells of, most prominent first."""
    return [incident for incident in incidents if report_id in incident.reports]


def killed(incident: Incident, claims: Iterable[Claim]) -> float | None:
    """Its number of dead; where it joins several reports, the largest of this report's own claims in it."""
    count: Toll | Count | None = incident.killed
    if len(incident.reports) > 1:
        mine = [
            toll
            for claim in claims
            if claim.id in incident.claims
            for toll in claim.tolls
            if toll.kind == "killed" and toll.scope == "incident"
        ]
        count = max(mine, key=lambda toll: max(numbers(toll), default=0), default=None)
    return None if count is None else count.best if count.best is not None else count.low


def main_incident(incidents: Sequence[Incident], claims: Sequence[Claim]) -> Incident | None:
    """The most prominent incident that has dead, else the most prominent one."""
    with_dead = (incident for incident in incidents if killed(incident, claims) is not None)
    return next(with_dead, incidents[0] if incidents else None)
