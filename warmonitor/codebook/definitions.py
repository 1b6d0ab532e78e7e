"""The codebook: what each code means, and what ACLED calls it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from pydantic import BaseModel, ConfigDict

from warmonitor.codebook.acled import SubEvents, sub_events
from warmonitor.codebook.tables import Row, read_table
from warmonitor.records import ClaimantKind, EventType, PartyKind, Realis, Stance, TollKind


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


class FigureRuleRow(Row):
    """A rule of which figure of several is called best."""

    code: str
    definition: str


class AdmiraltyRow(Row):
    """A grade of one axis, and the rule by which the program gives it."""

    axis: Literal["reliability", "credibility"]
    code: str
    definition: str
    least_checkable: int | None = None
    """Incidents that others tell of too, at least; None: only people give this grade, or it is not of that axis."""
    least_share: float | None = None
    """Of these, how many were borne out, at least."""


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
    figure_rules: tuple[FigureRuleRow, ...]
    admiralty: tuple[AdmiraltyRow, ...]
    sub_events: SubEvents

    def entries(self) -> Iterator[Entry]:
        """All codes, list by list."""
        for row in self.event_types:
            names = (f"{name.event_type}: {name.sub_event_type}" for name in self.sub_events.names(row.code))
            words, where = "; ".join(dict.fromkeys(names)), f"event type, {row.family}"
            yield Entry(list=where, code=row.code, definition=row.definition, acled=words, source=row.source)
        lists: dict[str, Sequence[Definition]] = {
            "stance": self.stances,
            "realis": self.realis,
            "kind of claimant": self.claimant_kinds,
            "kind of party": self.party_kinds,
            "kind of toll": self.toll_kinds,
            "best figure": self.figure_rules,
            "reliability of a source": [row for row in self.admiralty if row.axis == "reliability"],
            "credibility of what a source says": [row for row in self.admiralty if row.axis == "credibility"],
        }
        for name, rows in lists.items():
            for other in rows:
                yield Entry(list=name, code=other.code, definition=other.definition, source=other.source)


def codebook() -> Codebook:
    """The codebook, read from its tables."""
    event_types = read_table("event_types", EventTypeRow)
    return Codebook(
        event_types=event_types,
        stances=read_table("stances", StanceRow),
        realis=read_table("realis", RealisRow),
        claimant_kinds=read_table("claimant_kinds", ClaimantKindRow),
        party_kinds=read_table("party_kinds", PartyKindRow),
        toll_kinds=read_table("toll_kinds", TollKindRow),
        figure_rules=read_table("figure_rules", FigureRuleRow),
        admiralty=read_table("admiralty", AdmiraltyRow),
        sub_events=sub_events([row.code for row in event_types]),
    )
