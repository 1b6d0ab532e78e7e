"""The rows of the ledgers: each says what is known, who says so, and which claims and incidents stand behind it.

Days are inclusive. `None` means that nobody says; it never means zero. A ledger without rows is empty, not zero.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from warmonitor.records import Bound, ClaimantKind, Figure, GroupKind, Place, Record, TollKind

Basis = Literal["incident", "part", "announced", "combined", "sum", "derived"]
"""Where a figure of the toll ledger is from.

incident: the own toll of one happening. part: people that another row of it counts already. announced: a running total
that a source gives over its window. combined: both sides together, never split. sum: the incidents of a period, added.
derived: a subtraction of ours, which nobody states.
"""
Status = Literal["held", "claimed", "contested"]
How = Literal["taken", "held", "cut", "left", "partly", "implied"]
"""How a side came to hold a place.

taken: it changed hands. held: it is said to hold it. cut: it closed the road. left: the one before went, nobody is said
to have come. partly: ground inside a wider area changes hands. implied: it held the place until the change after that.
"""
CommitmentKind = Literal["ultimatum", "deadline", "ceasefire", "talks", "promise"]
CommitmentStatus = Literal["open", "kept", "broken", "expired", "planned", "held"]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
Credibility = Literal["1", "2", "3", "4", "5", "6"]


class TollRow(Record):
    """A number of people or things: counted of one happening, announced over a window, added up, or derived."""

    kind: TollKind
    group: str | None = None
    """Who they are, in the codebook's names or in the words of the report."""
    group_kind: GroupKind | None = None
    side: str | None = None
    """The party that lost them; `both` for a combined toll."""
    by: str | None = None
    """Who did it, where that is what is counted: towns taken, troops deployed, strikes, arrests."""
    place: Place | None = None
    start: date | None = None
    end: date | None = None
    """The days over which it counts: of the happening, of the window, or of the period that is added up."""
    basis: Basis
    low: Figure | None = None
    best: Figure | None = None
    high: Figure | None = None
    bound: Bound = "="
    stated: bool = True
    """Whether somebody says this number; sums and derived figures are ours."""
    formula: str | None = None
    """How a number of ours is made: `19-2`, `2+5+1`."""
    told: Figure | None = None
    """Of an announced total: what the incidents that it includes come to."""
    gap: Figure | None = None
    """Of an announced total: what it has beyond them; below zero, the incidents come to more than was announced."""
    uncounted: int = 0
    """Incidents of a sum that give no number ("dozens"): they are in `low` alone."""
    sources: tuple[str, ...] = ()
    incidents: tuple[str, ...] = ()
    claims: tuple[str, ...]


class ControlRow(Record):
    """One stretch of time in which one side holds a town, a road or an area, as somebody says."""

    place: Place
    holder: str | None = None
    """None: not said, or nobody."""
    start: date | None = None
    """The day from which it holds; of a vague date the one nearest to what is said. None: not said."""
    start_range: tuple[date | None, date | None] | None = None
    """The days between which it began, where no single day is said; None on one side: open."""
    end: date | None = None
    end_range: tuple[date | None, date | None] | None = None
    current: bool
    """Nothing later is known: the stretch goes on."""
    how: How
    status: Status
    """contested before claimed, claimed before held."""
    claimed: bool
    """Only the side that holds it, or a voice of one side, says so."""
    contested: bool
    implied: bool = False
    """Nobody says it; it follows from what was said of the change after it."""
    lost_by: str | None = None
    sources: tuple[str, ...] = ()
    """Who says so."""
    deniers: tuple[str, ...] = ()
    """Who says otherwise, or that it is being fought over."""
    incidents: tuple[str, ...] = ()
    claims: tuple[str, ...]
    against: tuple[str, ...] = ()
    """Claims that it is otherwise: denials, another holder at the same time, a mere show."""
    fighting: tuple[str, ...] = ()
    """Claims of fighting there since, a counter-attack among them."""
    outlook: tuple[str, ...] = ()
    """Claims of how long it will last."""


class DisplacementRow(Record):
    """A number of people who left, were moved or came back. Tellings of one figure share a row."""

    term: str
    """The word that says how: fled, evacuated, returned."""
    group: str | None = None
    place: Place | None = None
    start: date | None = None
    end: date | None = None
    """The window."""
    low: Figure | None = None
    best: Figure | None = None
    high: Figure | None = None
    bound: Bound = "="
    stock: bool
    """A number that stands at a day (a running total); False: people of one happening."""
    tellings: int
    """How often it is told; they are one figure and are not added."""
    sources: tuple[str, ...] = ()
    incidents: tuple[str, ...] = ()
    claims: tuple[str, ...]


class CommitmentRow(Record):
    """Something that a side bound itself or another to, and how that stands."""

    kind: CommitmentKind
    issuer: str | None = None
    addressee: str | None = None
    parties: tuple[str, ...] = ()
    """Those of talks or of a truce."""
    demand: str | None = None
    """What must be done, in the report's words."""
    consequence: str | None = None
    """What is threatened or promised, in the report's words."""
    place: Place | None = None
    made_on: date | None = None
    """The last day on which it was made or renewed."""
    expires: date | None = None
    """The deadline; of talks the day for which they are planned."""
    round: int | None = None
    """Which round of talks."""
    status: CommitmentStatus
    days_left: int | None = None
    """From the day asked about to the deadline; None when it is settled, past or has no day."""
    as_of: date | None = None
    """The day for which the status holds."""
    settled_by: tuple[str, ...] = ()
    """Claims that tell that it was kept, broken or held."""
    sources: tuple[str, ...] = ()
    incidents: tuple[str, ...] = ()
    claims: tuple[str, ...]


class Tally(Record):
    """How often a code of the codebook occurs."""

    code: str
    count: int


class Grade(Record):
    """An Admiralty grade on one axis, and why. `by` names the person, or is `rule`."""

    grade: Reliability | Credibility | None = None
    by: str | None = None
    why: str
    ruling: str | None = None


class Opponent(Record):
    """A source that says the contrary, and in which incidents."""

    name: str
    incidents: tuple[str, ...]


class SourceRow(Record):
    """Who says things, how often others bear them out, and whom they contradict."""

    name: str
    kind: ClaimantKind
    reports: int
    said: int
    """Claims; copies of another's words are not among them."""
    copied: int
    stances: tuple[Tally, ...]
    types: tuple[Tally, ...]
    checkable: int
    """Incidents of which another independent source tells too."""
    borne_out: int
    """Of these, how often one of them says the same and none the contrary."""
    contradicts: tuple[Opponent, ...]
    reliability: Grade
    credibility: Grade
    incidents: tuple[str, ...] = ()
    claims: tuple[str, ...]


Row = TollRow | ControlRow | DisplacementRow | CommitmentRow | SourceRow
