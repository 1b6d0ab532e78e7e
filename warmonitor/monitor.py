"""The monitor's day: reports go into the store, incidents, ledgers and people's rulings come out.

    with open_monitor() as monitor:
        monitor.add(read("reports/"))
        for incident in monitor.incidents(Filter(place="Saraqib")).incidents:
            ...

It wires the store with the rooms, as `pipeline.py` wires the way of one report; `cli` and `web` are thin over it.
"""

from __future__ import annotations

from dataclasses import dataclass

from warmonitor.records import Incident


@dataclass(frozen=True)
class Added:
    """What adding reports came to."""

    new: int
    changed: int
    same: int
    failed: int


@dataclass(frozen=True)
class Page:
    """Some of the incidents that were asked for."""

    incidents: tuple[Incident, ...]
    total: int
    offset: int
