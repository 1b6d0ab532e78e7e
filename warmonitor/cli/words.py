"""Values of records in words that fit a line."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from warmonitor.records import Claim, Count, Incident, Party, Place, Toll, When, Window

BOUNDS = {"=": "", ">=": "at least ", ">": "more than ", "<=": "up to ", "<": "nearly ", "~": "some "}


def days(when: When | None) -> str:
    """A time at its own precision; one without days in the report's words."""
    if when is None:
        return ""
    if when.start is None and when.end is None:
        return f"“{when.as_written.text}”" if when.as_written else ""
    shown = _range(when)
    return f"{shown} (inferred)" if when.inferred else shown


def _range(when: When) -> str:
    start, end = when.start, when.end
    if start and end and when.precision == "month" and (start.year, start.month) == (end.year, end.month):
        return f"{start:%Y-%m}"
    if start and end and when.precision == "year" and start.year == end.year:
        return f"{start.year}"
    if start == end:
        return f"{start}"
    return f"{start or '…'} to {end or '…'}"


def incident_days(incident: Incident) -> str:
    """The days of an incident, or nothing."""
    if incident.start is None and incident.end is None:
        return ""
    if incident.start == incident.end:
        return f"{incident.start}"
    return f"{incident.start or '…'} to {incident.end or '…'}"


def parties(claim: Claim) -> str:
    """Who to whom: `rebels → Syrian army`."""
    agents, targets = _names(claim.agents), _names(claim.targets)
    supported = f" (with {_names(claim.supporters)})" if claim.supporters else ""
    return f"{agents}{supported} → {targets}".strip() if targets else f"{agents}{supported}"


def _names(given: Iterable[Party]) -> str:
    return ", ".join(party.name for party in given if party.stated)


def places(claim: Claim) -> str:
    """Where it happened; without that, what place it is about."""
    at = [place for place in claim.places if place.role == "event"] or [p for p in claim.places if p.role == "about"]
    return ", ".join(place_name(place) for place in at)


def place_name(place: Place) -> str:
    """A place with how closely it is known, if less than a town."""
    near = {"near_town": "near ", "district": "district of ", "province": "province of "}.get(place.precision, "")
    region = place.admin1 or ""
    within = f", {region}" if region and not near and _letters(region) not in _letters(place.name) else ""
    named = place.name.lower().endswith((" province", " district", " governorate", " region"))
    return f"{'' if named else near}{place.name}{within}"


def _letters(name: str) -> str:
    """A name without accents, marks and spaces: Şa‘dah and Sa'dah are one."""
    return "".join(char for char in unicodedata.normalize("NFKD", name.lower()) if char.isascii() and char.isalpha())


def toll(of: Toll) -> str:
    """A toll as one would say it: `at least 9 killed (civilians), in all from 2020-02-01 to 2020-02-27`."""
    what = of.kind.replace("_", " ") + (f" ({of.group})" if of.group else "")
    if of.kind == "other":
        what = of.group or "things"
    scope = f", in all{_over(of.window)}" if of.scope == "cumulative" else ""
    return f"{figure(of.low, of.high, of.best, of.bound)} {what}{scope}"


def _over(window: Window | None) -> str:
    """The days that a running total counts over."""
    start, end = (window.start, window.end) if window else (None, None)
    if start and start == end:
        return f" on {start}"
    return (f" from {start}" if start else "") + (f" to {end}" if end else "")


def figure(low: float | None, high: float | None, best: float | None, bound: str) -> str:
    """A number with its bounds."""
    if low is not None and high is not None and low != high:
        return f"{_plain(low)} to {_plain(high)}"
    number = next((n for n in (best, low, high) if n is not None), None)
    return "an unknown number of" if number is None else f"{BOUNDS.get(bound, '')}{_plain(number)}"


def _plain(number: float) -> str:
    """4,300,000 and 2.5, never 4.3e+06."""
    return f"{number:,.0f}" if number == int(number) else f"{number:,g}"


def count(of: Count | None, word: str) -> str:
    """The killed or injured of an incident, as all its claims bound them."""
    if of is None:
        return ""
    bound = ">=" if of.high is None else "<=" if of.low is None else "="
    return f"{figure(of.low, of.high, of.best, bound)} {word}"
