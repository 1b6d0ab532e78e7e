"""Fields of a claim by their path: `event_type`, `claimant.name`, `tolls.0.best`, `places.+` for one more."""

from __future__ import annotations

from typing import Any

from pydantic import JsonValue, ValidationError

from warmonitor.errors import BadRuling
from warmonitor.records import Claim, Span

PLAIN = ("event_type", "stance", "realis", "negated", "deadline")
PARTS = {"claimant": ("name", "kind"), "time": ("start", "end", "precision")}
ITEMS = {
    "agents": ("name", "kind", "country"),
    "targets": ("name", "kind", "country"),
    "supporters": ("name", "kind", "country"),
    "places": ("name", "country", "admin1", "lat", "lon", "precision", "role", "radius_km", "gazetteer_id"),
    "tolls": ("kind", "best", "low", "high", "bound", "group", "group_kind", "side", "scope", "window", "part_of"),
}
OF_ONE_PLACE = ("country", "admin1", "lat", "lon", "radius_km", "gazetteer_id", "probability")
"""What belongs to the place that was meant before, and is unknown of one that is only named."""
MORE = "+"
MEND = "Fields are listed in docs/desk.md: event_type, claimant.name, places.0.name, tolls.0.best, tolls.+ and so on."


def edited(claim: Claim, field: str, after: JsonValue, words: Span | None = None) -> Claim:
    """The claim with another value in a field, carried by `words`; null takes an item or a value away.

    Raises BadRuling if there is no such field or the value does not fit it.
    """
    written: dict[str, Any] = claim.model_dump(mode="json")
    _put(written, field, after, words)
    try:
        return Claim.model_validate(written)
    except ValidationError as error:
        wrong = error.errors(include_url=False)[0]
        where = ".".join(map(str, wrong["loc"])) or field
        raise BadRuling(f"{after!r} does not fit: {wrong['msg']}.", f"claim {claim.id}", field=where) from error


def value_of(claim: Claim, field: str) -> JsonValue:
    """What a field says now; null if it says nothing, or if the field is of an item yet to be added."""
    at: Any = claim.model_dump(mode="json")
    for step in _steps(claim.id, field):
        if isinstance(at, list):
            at = at[int(step)] if step != MORE and int(step) < len(at) else None
        else:
            at = at.get(step) if isinstance(at, dict) else None
    value: JsonValue = at
    return value


def words_of(claim: Claim, field: str) -> Span | None:
    """The words that carry a field now: its own, else those that name the event."""
    first, *rest = _steps(claim.id, field)
    if first == "claimant":
        return claim.claimant.as_written
    if first == "time":
        return claim.time.as_written if claim.time else None
    if first == "stance":
        return claim.claimant.cue
    if first in ITEMS:
        items: tuple[Any, ...] = getattr(claim, first)
        at = rest[0]
        found: Span | None = items[int(at)].as_written if at != MORE and int(at) < len(items) else None
        return found
    return claim.trigger if first in ("event_type", "realis", "negated") else None


def _steps(claim_id: str, field: str) -> tuple[str, ...]:
    steps = tuple(field.split("."))
    first, rest = steps[0], steps[1:]
    if first in PLAIN and not rest:
        return steps
    if first in PARTS and len(rest) == 1 and rest[0] in PARTS[first]:
        return steps
    if first in ITEMS and rest and _is_item(rest[0]):
        whole, part = len(rest) == 1, len(rest) == 2 and rest[0] != MORE and rest[1] in ITEMS[first]
        if whole or part:
            return steps
    raise BadRuling("there is no such field.", f"claim {claim_id}", field=field[:80], mend=MEND)


def _is_item(step: str) -> bool:
    return step == MORE or (len(step) < 4 and step.isascii() and step.isdigit())


def _put(written: dict[str, Any], field: str, after: JsonValue, words: Span | None) -> None:
    first, *rest = _steps(written["id"], field)
    carried = words.model_dump(mode="json") if words else None
    if not rest:
        written[first] = after
    elif first in PARTS:
        _part(written, first, rest[0], after, carried)
    else:
        _item(written, field, rest, after, carried)


def _part(written: dict[str, Any], first: str, name: str, after: JsonValue, carried: object) -> None:
    part = written[first] = dict(written[first] or {"precision": "day"})
    part[name] = after
    if first == "time":
        part["inferred"] = False
        if part.get("start") is None and part.get("end") is None and name != "precision":
            written["time"] = None
            return
    if carried:
        part["as_written"] = carried


def _item(written: dict[str, Any], field: str, rest: list[str], after: JsonValue, carried: object) -> None:
    items: list[Any] = written[field.split(".")[0]]
    if rest[0] == MORE:
        if not isinstance(after, dict):
            mend = 'Give an object, such as {"name": "..."}.'
            raise BadRuling("an item to add is an object.", f"claim {written['id']}", field=field, mend=mend)
        items.append({**after, "as_written": carried})
        return
    at = int(rest[0])
    if at >= len(items):
        raise BadRuling("the claim has no such item.", f"claim {written['id']}", field=field, mend=MEND)
    if len(rest) == 1 and after is None:
        del items[at]
    elif len(rest) == 1 and isinstance(after, dict):
        items[at] = {**items[at], **after, **({"as_written": carried} if carried else {})}
    elif len(rest) == 2:
        items[at][rest[1]] = after
        if carried:
            items[at]["as_written"] = carried
        if rest[1] == "best":
            _bounded(items[at])
        if field.startswith("places.") and rest[1] == "name":
            items[at].update(dict.fromkeys(OF_ONE_PLACE), others=[])
    else:
        raise BadRuling("an item is an object or null.", f"claim {written['id']}", field=field, mend=MEND)


def _bounded(toll: dict[str, Any]) -> None:
    """The printed number moves the bounds that it is."""
    best, bound = toll["best"], toll["bound"]
    if bound in ("=", "~", ">=") or (toll["low"] is not None and best is not None and toll["low"] > best):
        toll["low"] = best
    if bound in ("=", "~", "<=") or (toll["high"] is not None and best is not None and toll["high"] < best):
        toll["high"] = best
