"""Claims and incidents in brief: what ledgers read of them, so that all of a war can be held at once.

Parties, places, times and tolls that say the same are one object, and a brief is equal to itself alone: whoever holds
what was made of some briefs sees at once whether it would be made of the same again.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Any, TypeVar, cast

from pydantic_core import PydanticSerializationError, from_json

from warmonitor.records import (
    Claim,
    Claimant,
    EventType,
    Incident,
    Party,
    Place,
    Realis,
    Record,
    Stance,
    Toll,
    When,
)

R = TypeVar("R", bound=Record)
WHOSE = ("name", "kind")
WHO = ("name", "kind", "country", "stated")
WHERE = ("name", "country", "admin1", "lat", "lon", "precision", "role", "radius_km", "gazetteer_id")
TIME = ("start", "end", "precision", "inferred")
NUMBER = ("kind", "low", "high", "best", "bound", "group", "group_kind", "side", "scope", "part_of")
"""The fields of each that ledgers look at; beside them the words that carry a place, and the window of a toll."""

BESIDE: Mapping[type[Record], tuple[str, ...]] = {Place: ("as_written",), Toll: ("window", "as_written")}


@dataclass(slots=True, eq=False)
class Brief:
    """A claim as ledgers read it, with what is known of its report."""

    id: str
    report_id: str
    report_sha256: str
    event_type: EventType
    words: str
    """Of the evidence."""
    trigger: str
    position: tuple[int, int, int]
    """Where the evidence begins and ends and the trigger begins."""
    claimant: Claimant
    stance: Stance
    realis: Realis
    negated: bool
    agents: tuple[Party, ...]
    targets: tuple[Party, ...]
    supporters: tuple[Party, ...]
    places: tuple[Place, ...]
    time: When | None
    tolls: tuple[Toll, ...]
    deadline: date | None
    said: bytes
    """What two claims share, beside their days, if one repeats the other: words, claimant, type, places, figures."""
    dated: bytes
    """The same, with their days."""
    known: date | None = None
    """The day from which it is known."""
    outlet: str | None = None
    source: str = ""
    """Who says it: the claimant; for a report's own voice its outlet, else the report."""

    def of_report(self, known: date | None, outlet: str | None) -> Brief:
        """The claim as of a report that is known from that day, of that outlet; another one if it was of another."""
        if self.source and (known, outlet) == (self.known, self.outlet):
            return self
        found = copy(self) if self.source else self
        found.known, found.outlet = known, outlet
        name = found.claimant.name
        own = outlet or f"{name} of {found.report_id}"
        found.source = own if found.claimant.kind == "reporter" else name
        return found


@dataclass(slots=True, eq=False)
class Outline:
    """What of an incident a ledger is made of; the rest of it is long."""

    id: str
    event_type: EventType
    status: str
    days: tuple[date | None, date | None]
    claims: tuple[str, ...]
    totals: frozenset[str]
    """Claims whose announced totals count it."""
    sides: Mapping[str, str]
    """Claimant to the side whose account it gives."""


class Briefing:
    """Makes briefs and outlines of records, or of records as they are written."""

    def __init__(self) -> None:
        self._met: dict[Hashable, Record] = {}

    def claim(self, told: Claim | str) -> Brief:
        """A claim, or its JSON, in brief."""
        given = _content(told)
        evidence, trigger = given["evidence"], given["trigger"]
        places = self._all(Place, WHERE, given["places"])
        tolls = self._all(Toll, NUMBER, given["tolls"])
        claimant = self._one(Claimant, WHOSE, given["claimant"])
        event_type, stance, words = given["event_type"], given["stance"], evidence["text"]
        deadline, time = given["deadline"], self._one(When, TIME, given["time"]) if given["time"] else None
        said = _said(event_type, claimant.name, stance, words, places, tolls)
        return Brief(
            given["id"], given["report_id"], given["report_sha256"], event_type, words, trigger["text"],
            (evidence["start"], evidence["end"], trigger["start"]), claimant, stance, given["realis"],
            given["negated"], self._all(Party, WHO, given["agents"]), self._all(Party, WHO, given["targets"]),
            self._all(Party, WHO, given["supporters"]), places,
            time, tolls, date.fromisoformat(deadline) if deadline else None,
            said, said + (f"{time.start} {time.end}".encode() if time else b""),
        )  # fmt: skip

    def incident(self, found: Incident | str) -> Outline:
        """An incident, or its JSON, in outline."""
        given = _content(found)
        sides = {who: account["side"] for account in given["accounts"] for who in account["claimants"]}
        first, last = (date.fromisoformat(day) if day else None for day in (given["start"], given["end"]))
        claims, totals = tuple(given["claims"]), frozenset(given["totals"])
        return Outline(given["id"], given["event_type"], given["status"], (first, last), claims, totals, sides)

    def _all(self, kind: type[R], fields: Sequence[str], given: Sequence[Mapping[str, Any]]) -> tuple[R, ...]:
        return tuple([self._one(kind, fields, each) for each in given]) if given else ()

    def _one(self, kind: type[R], fields: Sequence[str], given: Mapping[str, Any]) -> R:
        """The object that says these things; made when they are met for the first time."""
        beside: Hashable = None
        if kind is Place:
            beside = given["as_written"] and given["as_written"]["text"]
        elif kind is Toll:
            beside = given["window"] and (given["window"]["start"], given["window"]["end"])
        key = (kind, beside, *[given.get(name) for name in fields])
        found = self._met.get(key)
        if found is None:
            needed = {name: given[name] for name in (*fields, *BESIDE.get(kind, ())) if name in given}
            found = self._met[key] = kind.model_validate(needed)
        return cast(R, found)


def _content(record: Record | str) -> dict[str, Any]:
    try:
        return cast(dict[str, Any], from_json(record if isinstance(record, str) else record.model_dump_json()))
    except (ValueError, PydanticSerializationError):  # lone surrogates, which only Python's own reader takes
        return json.loads(record) if isinstance(record, str) else record.model_dump(mode="json")


def _said(
    event_type: str, claimant: str, stance: str, words: str, places: Sequence[Place], tolls: Sequence[Toll]
) -> bytes:
    where = [(place.name, place.role) for place in places]
    figures = [(toll.kind, toll.low, toll.best, toll.high, toll.scope) for toll in tolls]
    flat = " ".join(words.split()).casefold()
    told = repr((event_type, claimant.casefold(), stance, flat, where, figures))
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=16).digest()
