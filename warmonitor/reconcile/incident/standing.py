"""Whether those who tell a field of an incident agree on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Generic, TypeVar

from warmonitor.reconcile.incident.voices import Voice, sources
from warmonitor.records import Reading, Standing, Told

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Said(Generic[V]):
    """A value that a claim gives, as it is compared and as it is shown."""

    voice: Voice
    value: V
    shown: str


Agree = Callable[[Said[V], Said[V]], bool]


def reading(field: str, said: Sequence[Said[V]], agree: Agree[V]) -> Reading:
    """How the field stands: contested where two sources give no values that can both be true."""
    return Reading(field=field, standing=_standing(said, agree), told=_told(said))


def _standing(said: Sequence[Said[V]], agree: Agree[V]) -> Standing:
    by_source: dict[str, list[Said[V]]] = {}
    for one in said:
        by_source.setdefault(one.voice.source, []).append(one)
    if not by_source:
        return "unknown"
    if len(by_source) == 1:
        return "single"
    told = [list({one.shown: one for one in values}.values()) for values in by_source.values()]
    apart = (not any(agree(a, b) for a in mine for b in theirs) for mine, theirs in combinations(told, 2))
    return "contested" if any(apart) else "agreed"


def _told(said: Sequence[Said[V]]) -> tuple[Told, ...]:
    """The values, that of most independent sources first."""
    by_value: dict[str, list[Voice]] = {}
    for one in said:
        by_value.setdefault(one.shown, []).append(one.voice)
    values = (
        Told(
            value=shown,
            sides=tuple(dict.fromkeys(voice.side for voice in told)),
            claims=tuple(dict.fromkeys(voice.telling.claim.id for voice in told)),
            sources=sources(told),
        )
        for shown, told in by_value.items()
    )
    return tuple(sorted(values, key=lambda value: -value.sources))
