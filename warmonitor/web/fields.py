"""The fields of a claim as a person rules on them: what stands there, the words for it, and what it may be."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from pydantic import JsonValue

from warmonitor import review
from warmonitor.cli import words
from warmonitor.errors import BadRuling
from warmonitor.records import (
    Bound,
    Claim,
    ClaimantKind,
    EventType,
    PartyKind,
    PlacePrecision,
    Realis,
    Span,
    Stance,
    TollKind,
)
from warmonitor.web.naming import speaker

KEYS = "123456789"
OPTIONS: dict[str, tuple[str, ...]] = {
    "event_type": get_args(EventType), "stance": get_args(Stance), "realis": get_args(Realis),
    "negated": ("true", "false"), "claimant.kind": get_args(ClaimantKind), "kind": get_args(PartyKind),
    "precision": get_args(PlacePrecision), "tolls.kind": get_args(TollKind), "bound": get_args(Bound),
}  # fmt: skip
NUMBERS = ("best", "low", "high", "lat", "lon", "radius_km")


@dataclass(frozen=True)
class Field:
    """A field that can be ruled on. `key` is the digit that chooses it."""

    path: str
    name: str
    value: str
    raw: JsonValue
    words: Span | None
    edited: bool
    options: tuple[str, ...]
    key: str = ""


def fields(claim: Claim, coded: Claim) -> tuple[Field, ...]:
    """The fields of a claim, those that are wrong most often first; the first nine have a digit."""
    found = list(_all(claim, coded))
    return tuple(
        Field(f.path, f.name, f.value, f.raw, f.words, f.edited, f.options, KEYS[at] if at < len(KEYS) else "")
        for at, f in enumerate(found)
    )


def read_value(field: str, written: str) -> JsonValue:
    """What a person wrote for a field; nothing written means that the report does not say.

    Raises BadRuling for a number that is none.
    """
    text = written.strip()
    if not text:
        return None
    if text[0] in "{[":
        try:
            value: JsonValue = json.loads(text)
        except ValueError:
            raise BadRuling("it is no JSON.", field=field, mend='Write it as {"name": "..."}.') from None
        return value
    last = field.rsplit(".", 1)[-1]
    if field == "negated":
        return text == "true"
    if last in NUMBERS:
        try:
            return float(text.replace(",", "").replace(" ", ""))
        except ValueError:
            raise BadRuling(f"{text[:40]!r} is no number.", field=field, mend="Write digits, as 12.") from None
    return text


def _all(claim: Claim, coded: Claim) -> Iterator[Field]:
    yield _field(claim, coded, "event_type", "what happened", claim.event_type.replace("_", " "))
    yield _field(claim, coded, "claimant.name", "who says so", speaker(claim.claimant.name))
    yield _field(claim, coded, "stance", "how they say it", claim.stance.replace("_", " "))
    for at, toll in enumerate(claim.tolls):
        yield _field(claim, coded, f"tolls.{at}.best", "how many", words.toll(toll))
    for at, place in enumerate(claim.places):
        name = "where" if place.role == "event" else f"place ({place.role.replace('_', ' ')})"
        yield _field(claim, coded, f"places.{at}.name", name, words.place_name(place))
    yield _field(claim, coded, "time.start", "from which day", _said(claim.time.start if claim.time else None))
    yield _field(claim, coded, "time.end", "to which day", _said(claim.time.end if claim.time else None))
    for role, name in (("agents", "who did it"), ("targets", "to whom"), ("supporters", "with whom")):
        for at, party in enumerate(getattr(claim, role)):
            yield _field(claim, coded, f"{role}.{at}.name", name, party.name)
    yield _field(claim, coded, "realis", "has it happened", claim.realis.replace("_", " "))
    yield _field(claim, coded, "negated", "is it denied", "yes: not the case" if claim.negated else "no")
    yield _field(claim, coded, "claimant.kind", "what the speaker is", claim.claimant.kind.replace("_", " "))


def _field(claim: Claim, coded: Claim, path: str, name: str, value: str) -> Field:
    raw, before = review.value_of(claim, path), review.value_of(coded, path)
    if path == "negated":
        raw = "true" if raw else "false"
        before = "true" if before else "false"
    return Field(path, name, value, raw, review.words_of(claim, path), raw != before, options(path))


def options(path: str) -> tuple[str, ...]:
    """What a field may be, if that is a list."""
    last = path.rsplit(".", 1)[-1]
    first = path.split(".", 1)[0]
    for known in (path, f"{first}.{last}", last):
        if known in OPTIONS:
            return OPTIONS[known]
    return ()


def _said(value: object) -> str:
    return "" if value is None else f"{value}"
