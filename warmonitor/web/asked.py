"""The filter that lives in the address: words to a Filter and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast, get_args
from urllib.parse import urlencode

from pydantic import ValidationError

from warmonitor.errors import InputError
from warmonitor.monitor import Rule
from warmonitor.records import EventType, Filter

Tray = Literal["undated", "unplaced"]
Status = Literal["undisputed", "disputed", "single_source"]
TYPES: tuple[str, ...] = get_args(EventType)
STATUSES: tuple[str, ...] = get_args(Status)
RULES: tuple[str, ...] = get_args(Rule)
TRAYS: tuple[str, ...] = get_args(Tray)
WORDS = ("place", "actor", "source", "text")
DAYS = ("since", "until", "as_of")
CHOICES = {"type": TYPES, "status": STATUSES}
LONGEST = 200
"""Characters of a word that is asked for."""
FARTHEST = 1_000_000


@dataclass(frozen=True)
class Asked:
    """What an address asks for."""

    where: Filter
    as_of: date | None = None
    rule: Rule | None = None
    tray: Tray | None = None
    offset: int = 0

    def pairs(self, **changed: object) -> list[tuple[str, str]]:
        """The parameters of the address, with some changed; None takes one out. `offset` starts anew if any is."""
        where = self.where
        written: dict[str, object] = {
            "place": where.place, "actor": where.actor, "source": where.source, "text": where.text,
            "since": where.since, "until": where.until, "type": where.types, "status": where.status,
            "box": ",".join(f"{part:g}" for part in where.box) if where.box else None,
            "as_of": self.as_of, "rule": self.rule, "tray": self.tray, "offset": None if changed else self.offset,
        }  # fmt: skip
        written.update(changed)
        found: list[tuple[str, str]] = []
        for name, value in written.items():
            values = value if isinstance(value, tuple) else (value,)
            found.extend((name, str(each)) for each in values if each)
        return found

    def address(self, **changed: object) -> str:
        """The parameters as a query string with its question mark; empty if nothing is asked for."""
        query = urlencode(self.pairs(**changed))
        return f"?{query}" if query else ""

    @property
    def narrows(self) -> bool:
        """Whether anything but the page of the table is asked for."""
        return any(name != "offset" for name, _ in self.pairs())


def asked(parameters: Iterable[tuple[str, str]]) -> Asked:
    """Reads the parameters of an address; those that it does not know are left alone.

    Raises InputError that names the parameter for a value that does not fit.
    """
    given: dict[str, list[str]] = {}
    for name, value in parameters:
        if value.strip():
            given.setdefault(name, []).append(value.strip())
    days = {name: _day(name, given) for name in DAYS}
    _check_order(days)
    tray = cast("Tray | None", _choice("tray", given, TRAYS))
    try:
        where = Filter(
            **{name: _word(name, given) for name in WORDS},
            since=days["since"],
            until=days["until"],
            types=cast("tuple[EventType, ...]", _choices("type", given)),
            status=cast("tuple[Status, ...]", _choices("status", given)),
            box=_box(given),
            dated=False if tray == "undated" else None,
            placed=False if tray == "unplaced" else None,
        )
    except ValidationError as error:
        raise InputError(str(error.errors(include_url=False)[0]["msg"])) from error
    return Asked(
        where=where,
        as_of=days["as_of"],
        rule=cast("Rule | None", _choice("rule", given, RULES)),
        tray=tray,
        offset=number("offset", given.get("offset", ["0"])[-1]),
    )


def number(name: str, written: str, most: int = FARTHEST) -> int:
    """A whole number from 0 to `most`; raises InputError that names the parameter."""
    if not (written.isascii() and written.isdigit() and len(written) < 10 and int(written) <= most):
        raise InputError(f"{written[:40]!r} is no number from 0 to {most}.", field=name)
    return int(written)


def _word(name: str, given: Mapping[str, list[str]]) -> str | None:
    words = given.get(name, [""])[-1]
    if len(words) > LONGEST:
        raise InputError(f"it is longer than {LONGEST} characters.", field=name, mend="Look for fewer words.")
    return words.replace("\0", "") or None


def _day(name: str, given: Mapping[str, list[str]]) -> date | None:
    if name not in given:
        return None
    written = given[name][-1]
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise InputError(f"{written[:40]!r} is no day.", field=name, mend="Write it as 2024-05-01.") from None


def _check_order(days: Mapping[str, date | None]) -> None:
    since, until = days["since"], days["until"]
    if since and until and since > until:
        raise InputError(f"the period ends on {until}, before it begins.", field="since", mend="Swap the two days.")


def _choice(name: str, given: Mapping[str, list[str]], known: tuple[str, ...]) -> str | None:
    if name not in given:
        return None
    written = given[name][-1]
    if written not in known:
        raise InputError(f"{written[:40]!r} is not known.", field=name, mend=f"Known are: {', '.join(known)}.")
    return written


def _choices(name: str, given: Mapping[str, list[str]]) -> tuple[str, ...]:
    known, wanted = CHOICES[name], given.get(name, [])
    for written in wanted:
        if written not in known:
            raise InputError(f"{written[:40]!r} is not known.", field=name, mend=f"Known are: {', '.join(known)}.")
    return tuple(dict.fromkeys(wanted))


def _box(given: Mapping[str, list[str]]) -> tuple[float, float, float, float] | None:
    if "box" not in given:
        return None
    mend = "Write it as west,south,east,north in degrees: 35.5,32.3,42.4,37.3."
    try:
        west, south, east, north = (float(part) for part in given["box"][-1].split(","))
    except ValueError:
        raise InputError("it is no box.", field="box", mend=mend) from None
    if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90):
        raise InputError("the box is not on the globe.", field="box", mend=mend)
    return west, south, east, north
