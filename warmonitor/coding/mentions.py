"""What the finders of the coding room hand to each other: mentions, in offsets of the document's repaired copy."""

from __future__ import annotations

from dataclasses import dataclass

from warmonitor.records import (
    Bound,
    ClaimantKind,
    EventType,
    GroupKind,
    PartyKind,
    Place,
    Realis,
    Scope,
    Stance,
    TollKind,
    When,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression. `value` is TimeML; `when` its days (None: a duration, a set, or not anchorable)."""

    start: int
    end: int
    value: str
    when: When | None
    """`when.as_written` is None here; the claim that uses it fills it in."""
    rule: str
    """The rule of the grammar that read it."""
    deadline: bool = False
    """"by Friday", "until the end of February": the end of a period granted, not the day of an event."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A toponym, or a described place ("the city", "the road") that stands for one named before."""

    start: int
    end: int
    place: Place | None
    """None: not resolved (coordinates null). `role` is not decided here; `as_written` is None here."""
    name: str
    rule: str
    is_place: bool = True
    """False: it bears a place's name but means a government, a desk, an outlet or a person."""


@dataclass(frozen=True, slots=True)
class PartyMention:
    """A noun phrase (or adjective, or pronoun) that denotes a party."""

    start: int
    end: int
    root: int
    """Token index of its head in `document.parse`."""
    entity: str
    """Key that all mentions of one party in a report share (codebook id, or the lower-cased name)."""
    name: str
    kind: PartyKind
    country: str | None
    rule: str
    supporters: tuple[PartyMention, ...] = ()
    """ "Turkish-backed", "backed by Russia": who supports it, as said within the phrase."""
    person: bool = False


@dataclass(frozen=True, slots=True)
class TollMention:
    """A number of people or things hurt, moved, taken or sent."""

    start: int
    end: int
    """The words that become `as_written`: number and what is counted."""
    root: int
    """Token index of the counted noun (or of the number)."""
    predicate: int
    """Token index of the word that gives the kind ("killed", "wounded", "fled")."""
    kind: TollKind
    low: float | None
    high: float | None
    best: float | None
    bound: Bound
    group: str | None
    group_kind: GroupKind | None
    scope: Scope
    rule: str
    part_of: int | None = None
    """Index, in the tuple of all toll mentions of the document, of the toll that includes it."""
    both_sides: bool = False


@dataclass(frozen=True, slots=True)
class Voice:
    """An attribution: who (source) says (cue) what (contents)."""

    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    contents: tuple[tuple[int, int], ...]
    name: str
    """The claimant's name: canonical where known, else the full name given earlier in the report."""
    kind: ClaimantKind
    stance: Stance
    realis: Realis | None
    """What the cue does to its content ("threatened to", "plans to"); None: nothing."""
    rule: str
    within: int | None = None
    """Index, in the tuple of all voices of the document, of the voice whose content holds this one."""


@dataclass(frozen=True, slots=True)
class EventMention:
    """A trigger with its sense: a word or words that name an event."""

    start: int
    end: int
    root: int
    """Token index of its head."""
    event_type: EventType
    frame: str
    """Which arguments are agent and target: a frame of `coding/events/lexicon.py`."""
    rule: str
