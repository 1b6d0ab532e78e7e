"""How much of a report is about an incident: 1 what it was written for, 0 a word in passing."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import date

from warmonitor.reconcile.incident.counting import claimed
from warmonitor.reconcile.tellings import Telling
from warmonitor.records import Report

# What each sign adds; they sum to 1. News puts first what it is about, and tells it at the greatest length.
LEAD, LENGTH, TOLL, WEIGHT, TITLE = 0.35, 0.15, 0.2, 0.2, 0.1
LEAD_FADES = 900  # characters after which the place in the text counts 1/e
OLD_DAYS, OLD = 45, 0.45  # an incident older than this is background
UNREAL = 0.6  # planned, threatened, supposed


def prominence(members: Sequence[Telling], longest: int, today: date | None, report: Report | None) -> float:
    """Between 0 and 1, to three digits. `longest` is the number of claims of the report's largest incident."""
    first = min(t.start for t in members)
    points = LEAD * math.exp(-first / LEAD_FADES)
    points += LENGTH * math.log2(1 + len(members)) / math.log2(1 + longest)
    points += TOLL * any(claimed(t, "killed") for t in members)
    points += WEIGHT * max(t.happening.weight for t in members)
    points += TITLE * _in_title(members, report)
    if not any(t.actual for t in members):
        points *= UNREAL
    if today and _age(members, today) > OLD_DAYS:
        points *= OLD
    return round(min(1.0, points), 3)


def _age(members: Sequence[Telling], today: date) -> int:
    days = [t.last_day or t.first_day for t in members if t.dated]
    return min(((today - day).days for day in days if day), default=0)


def _in_title(members: Sequence[Telling], report: Report | None) -> float:
    """The share of the title's longer words that stand in the claims' evidence."""
    if report is None or not report.title:
        return 0.0
    title = set(re.findall(r"\w{4,}|\d+", report.title.casefold()))
    told = set(re.findall(r"\w{4,}|\d+", " ".join(t.claim.evidence.text for t in members).casefold()))
    return len(title & told) / len(title) if title else 0.0
