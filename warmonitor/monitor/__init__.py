"""The monitor's day: reports go into the store, incidents, ledgers and people's rulings come out.

    with open_monitor() as monitor:
        monitor.add(read("reports/"))
        for incident in monitor.incidents(Filter(place="Saraqib")).incidents:
            ...

It wires the store with the rooms, as `pipeline.py` wires the way of one report; `cli` and `web` are thin over it.
"""

from __future__ import annotations

from warmonitor.monitor.holding import Held
from warmonitor.monitor.monitor import Monitor
from warmonitor.monitor.opening import create, open_monitor
from warmonitor.monitor.results import (
    Added,
    Copy,
    Known,
    LedgerKind,
    Page,
    Problem,
    Queue,
    Reconciled,
    Redacted,
    RuledClaim,
    Status,
    Waiting,
)
from warmonitor.reconcile import Rule
from warmonitor.store import Outline, Outlines, outline

__all__ = [
    "Added",
    "Copy",
    "Held",
    "Known",
    "LedgerKind",
    "Monitor",
    "Outline",
    "Outlines",
    "Page",
    "Problem",
    "Queue",
    "Reconciled",
    "Redacted",
    "Rule",
    "RuledClaim",
    "Status",
    "Waiting",
    "create",
    "open_monitor",
    "outline",
]
