"""What event types are to incidents, read from the codebook."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from warmonitor.codebook.tables import Row, read_table
from warmonitor.reconcile.copies.outlets import Outlets, read_outlets
from warmonitor.reconcile.everyday import read_everyday
from warmonitor.reconcile.lands import Country, read_countries
from warmonitor.reconcile.speakers import Speakers, read_speakers
from warmonitor.records import EventType

Part = Literal["happening", "consequence", "remark"]


class Happening(Row):
    """A row of `happenings.tsv`: the family, part, specificity and weight of an event type."""

    event_type: EventType
    family: str
    part: Part
    specific: int
    yields: Literal["deaths"] | None = None
    weight: float


class Means(Row):
    """A row of `means.tsv`: a word for a means of force, and the event type of its use."""

    word: str
    event_type: EventType


class FamilyPair(Row):
    """A row of `happening_pairs.tsv`: how well two families fit into one happening (0 to 1)."""

    family: str
    other: str
    fit: float


@dataclass(frozen=True, slots=True)
class Happenings:
    """What every event type is to an incident, which families fit together, and the countries of parties."""

    types: dict[EventType, Happening]
    pairs: dict[tuple[str, str], float]
    countries: dict[str, Country] = field(default_factory=dict)
    """By ISO alpha-3 code."""
    means: dict[str, EventType] = field(default_factory=dict)
    speakers: Speakers = field(default_factory=Speakers)
    """For whom claimants speak."""
    outlets: Outlets = field(default_factory=Outlets)
    """Whose texts reports are."""
    everyday: frozenset[str] = frozenset()
    """Names, as bare letters, that are told of too much to tell one happening from others."""

    def means_of(self, words: str) -> EventType | None:
        """The event type that words name by the means ("killed by a drone"), if they name means of one type only."""
        found = {self.means[word] for word in re.findall(r"[a-z]+", words.lower()) if word in self.means}
        return found.pop() if len(found) == 1 else None

    def fit(self, a: EventType, b: EventType) -> float:
        """How well two event types tell one happening: 1 the same type, 0 not at all."""
        if a == b:
            return 1.0
        return self.pairs.get((self.types[a].family, self.types[b].family), 0.0)


@cache
def read_happenings() -> Happenings:
    """The codebook's word on event types and incidents. Raises CodebookError when a table breaks its rules."""
    types: dict[EventType, Happening] = {row.event_type: row for row in read_table("happenings", Happening)}
    pairs = {(row.family, row.family): 0.8 for row in types.values() if row.part != "remark"}
    for row in read_table("happening_pairs", FamilyPair):
        pairs[row.family, row.other] = pairs[row.other, row.family] = row.fit
    means: dict[str, EventType] = {row.word: row.event_type for row in read_table("means", Means)}
    return Happenings(
        types=types, pairs=pairs, countries=read_countries(), means=means, speakers=read_speakers(),
        outlets=read_outlets(), everyday=read_everyday(),
    )  # fmt: skip
