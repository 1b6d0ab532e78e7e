"""Claims as people's rulings leave them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from warmonitor.ledgers.briefs import Brief
from warmonitor.records import Claim, Ruling


def standing(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """The rulings that hold, in the order in which they were made: those undone, and the undoing, are left out."""
    ordered = sorted(rulings, key=lambda r: (r.at, r.id))
    undone: set[str] = set()
    for ruling in reversed(ordered):  # an undoing that was itself undone undoes nothing
        if ruling.action == "undo" and ruling.undoes and ruling.id not in undone:
            undone.add(ruling.undoes)
    return tuple(ruling for ruling in ordered if ruling.action != "undo" and ruling.id not in undone)


def mattering(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """Of the rulings that hold those that can change a ledger, in order: not that somebody was unsure, nor that what
    nobody had rejected was accepted.
    """
    rejected: set[tuple[str | None, str | None]] = set()
    found = []
    for ruling in rulings:
        on = ruling.claim, ruling.incident
        if ruling.action == "reject":
            rejected.add(on)
        quiet = ruling.action == "unsure" or (ruling.action == "accept" and on not in rejected)
        if ruling.source or not quiet:
            found.append(ruling)
    return tuple(found)


By = Mapping[str, Sequence[Ruling]]
"""The rulings that hold, by the claim that they are on."""


def by_claim(rulings: Iterable[Ruling]) -> By:
    """The rulings on each claim, in order; `rulings` are those that hold."""
    found: dict[str, list[Ruling]] = {}
    for ruling in rulings:
        if ruling.claim:
            found.setdefault(ruling.claim, []).append(ruling)
    return found


def left(claims: Iterable[Brief], rulings: By) -> Iterator[Brief]:
    """The claims that nobody rejected last, as far as a ruling on the same text says."""
    for claim in claims:
        mine = _on(claim.report_sha256, rulings.get(claim.id, ()))
        decided = [ruling for ruling in mine if ruling.action in ("accept", "reject")]
        if not decided or decided[-1].action == "accept":
            yield claim


def edited(claim: Claim, rulings: Iterable[Ruling]) -> Claim:
    """The claim with edits made, as far as they are of its text. An edit that leaves no sound claim is left out."""
    for ruling in _on(claim.report_sha256, rulings):
        if ruling.action == "edit" and ruling.field:
            claim = _edited(claim, ruling.field, ruling.after)
    return claim


def _on(sha256: str, rulings: Iterable[Ruling]) -> list[Ruling]:
    """Those that were made on this text of the report: a ruling on another does not hold."""
    return [ruling for ruling in rulings if ruling.report_sha256 in (None, sha256)]


def _edited(claim: Claim, field: str, after: object) -> Claim:
    content = claim.model_dump(mode="json")
    try:
        _put(content, field.split("."), after)
        return Claim.model_validate(content)
    except (ValidationError, LookupError, TypeError, ValueError):
        return claim


def _put(content: Any, path: list[str], value: object) -> None:
    """Sets the value at a path: `tolls.0.best` is the best figure of the first toll."""
    for key in path[:-1]:
        content = content[int(key) if isinstance(content, list) else key]
    content[int(path[-1]) if isinstance(content, list) else path[-1]] = value
