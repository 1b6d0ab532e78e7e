"""The codebook: what each code means, and what ACLED calls it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from pydantic import BaseModel, ConfigDict

from warmonitor.codebook.tables import Row, read_table
from warmonitor.records import Acled, ClaimantKind, EventType, PartyKind, Realis, Stance, TollKind


class Definition(Protocol):
    """A row that defines a code."""

    @property
    def code(self) -> str:
        """As records have it."""

    @property
    def definition(self) -> str:
        """What it means."""

    @property
    def source(self) -> str:
        """Where the definition is from."""


class EventTypeRow(Row):
    """An event type, the family that it stands in, and what it covers."""

    code: EventType
    family: str
    definition: str


class StanceRow(Row):
    """How a claimant stands to a proposition."""

    code: Stance
    definition: str


class RealisRow(Row):
    """Whether what is claimed has happened."""

    code: Realis
    definition: str


class ClaimantKindRow(Row):
    """A kind of speaker."""

    code: ClaimantKind
    definition: str


class PartyKindRow(Row):
    """A kind of actor, victim or supporter."""

    code: PartyKind
    definition: str


class TollKindRow(Row):
    """What a number counts."""

    code: TollKind
    definition: str


class AcledRow(Row):
    """ACLED's words for an event type, under conditions on the claim's parties and words."""

    event_type: EventType
    agents: str = ""
    targets: str = ""
    words: str = ""
    acled_event_type: str
    acled_sub_event_type: str

    @cached_property
    def _kinds(self) -> tuple[frozenset[str], frozenset[str]]:
        return frozenset(self.agents.split()), frozenset(self.targets.split())

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        words = "|".join(re.escape(word.replace("_", " ")) for word in self.words.split())
        return re.compile(rf"\b(?:{words})\w{{0,3}}\b" if words else "", re.IGNORECASE)

    def fits(self, agents: Collection[PartyKind], targets: Collection[PartyKind], evidence: str) -> bool:
        """Whether a claim with such parties and words meets the conditions."""
        acting, suffering = self._kinds
        if (acting and acting.isdisjoint(agents)) or (suffering and suffering.isdisjoint(targets)):
            return False
        return self._pattern.search(evidence) is not None


class Entry(BaseModel):
    """A code of the codebook for readers: in which list it stands and what it means."""

    model_config = ConfigDict(frozen=True)

    list: str
    code: str
    definition: str
    acled: str = ""
    """What ACLED calls it, the commonest case first."""
    source: str


@dataclass(frozen=True)
class Codebook:
    """All definitions, in the order in which the tables give them."""

    event_types: tuple[EventTypeRow, ...]
    stances: tuple[StanceRow, ...]
    realis: tuple[RealisRow, ...]
    claimant_kinds: tuple[ClaimantKindRow, ...]
    party_kinds: tuple[PartyKindRow, ...]
    toll_kinds: tuple[TollKindRow, ...]
    acled_rows: dict[EventType, tuple[AcledRow, ...]]

    def acled(
        self,
        event_type: EventType,
        agents: Collection[PartyKind] = (),
        targets: Collection[PartyKind] = (),
        evidence: str = "",
    ) -> Acled | None:
        """ACLED's words for a claim of this type with parties of these kinds; None where ACLED has no place for it."""
        for row in self.acled_rows.get(event_type, ()):
            if row.fits(agents, targets, evidence):
                return Acled(event_type=row.acled_event_type, sub_event_type=row.acled_sub_event_type)
        return None


    def entries(self) -> Iterator[Entry]:
        """All codes, list by list."""
        for row in self.event_types:
            names = (f"{r.acled_event_type}: {r.acled_sub_event_type}" for r in self.acled_rows.get(row.code, ()))
            words, where = "; ".join(dict.fromkeys(names)), f"event type, {row.family}"
            yield Entry(list=where, code=row.code, definition=row.definition, acled=words, source=row.source)
        lists: dict[str, Sequence[Definition]] = {
            "stance": self.stances,
            "realis": self.realis,
            "kind of claimant": self.claimant_kinds,
            "kind of party": self.party_kinds,
            "kind of toll": self.toll_kinds,
        }
        for name, rows in lists.items():
            for other in rows:
                yield Entry(list=name, code=other.code, definition=other.definition, source=other.source)


def codebook() -> Codebook:
    """The codebook, read from its tables."""
    rows: dict[EventType, tuple[AcledRow, ...]] = {}
    for row in read_table("acled", AcledRow):
        rows[row.event_type] = (*rows.get(row.event_type, ()), row)
    return Codebook(
        event_types=read_table("event_types", EventTypeRow),
        stances=read_table("stances", StanceRow),
        realis=read_table("realis", RealisRow),
        claimant_kinds=read_table("claimant_kinds", ClaimantKindRow),
        party_kinds=read_table("party_kinds", PartyKindRow),
        toll_kinds=read_table("toll_kinds", TollKindRow),
        acled_rows=rows,
    )
