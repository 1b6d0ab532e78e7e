"""The filter options, the same for every command that asks the store: `@filtered` gives them to a command."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from warmonitor.cli.options import day
from warmonitor.errors import SettingsError

if TYPE_CHECKING:
    from warmonitor.records import EventType, Filter


class Status(StrEnum):
    """How the accounts of an incident stand to each other."""

    UNDISPUTED = "undisputed"
    DISPUTED = "disputed"
    SINGLE_SOURCE = "single_source"


@dataclass(frozen=True)
class Asked:
    """The filter options, as they are given."""

    place: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only there: a name or a gazetteer id; a region has all in it.")
    ] = None
    actor: Annotated[str | None, typer.Option(metavar="NAME", help="Only where this party acts or suffers.")] = None
    since: Annotated[
        date | None, typer.Option(parser=day, metavar="DATE", help="Only from this day on, as 2020-02-27.")
    ] = None
    until: Annotated[date | None, typer.Option(parser=day, metavar="DATE", help="Only up to this day.")] = None
    type: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="Only this event type; may be given repeatedly.")
    ] = None
    status: Annotated[
        list[Status] | None, typer.Option(help="Only incidents that stand so; may be given repeatedly.")
    ] = None
    source: Annotated[str | None, typer.Option(metavar="NAME", help="Only what this claimant or outlet tells.")] = None
    text: Annotated[str | None, typer.Option(metavar="WORDS", help="Only with these words in the evidence.")] = None

    def filter(self) -> Filter:
        """What is asked for. Raises SettingsError if it contradicts itself or names no known type."""
        from warmonitor.records import Filter

        if self.since and self.until and self.since > self.until:
            raise SettingsError(f"--since {self.since} is after --until {self.until}: no day is in between.")
        return Filter(
            place=self.place,
            actor=self.actor,
            since=self.since,
            until=self.until,
            types=tuple(_known(code) for code in self.type or ()),
            status=tuple(standing.value for standing in self.status or ()),
            source=self.source,
            text=self.text,
        )


def filtered(command: Callable[..., int]) -> Callable[..., int]:
    """Gives a command the filter options in the place of its parameter `where`."""
    asked = inspect.signature(Asked, eval_str=True).parameters
    parameters: list[inspect.Parameter] = []
    for parameter in inspect.signature(command, eval_str=True).parameters.values():
        parameters += asked.values() if parameter.name == "where" else [parameter]

    @wraps(command)
    def call(**given: Any) -> int:
        where = Asked(**{name: given.pop(name) for name in asked})
        return command(where=where, **given)

    keywords = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in parameters]
    call.__signature__ = inspect.Signature(keywords)  # type: ignore[attr-defined]
    call.__annotations__ = {parameter.name: parameter.annotation for parameter in keywords}
    return call


def _known(code: str) -> EventType:
    from warmonitor.records import EventType

    codes: tuple[EventType, ...] = get_args(EventType)
    wanted = code.strip().lower().replace("-", "_").replace(" ", "_")
    for known in codes:
        if known == wanted:
            return known
    near = get_close_matches(wanted, codes, 3, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else "`warmonitor codebook` lists them."
    raise SettingsError(f"--type {code!r}: there is no such event type; {hint}")
