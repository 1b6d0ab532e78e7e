"""What a monitor publishes: tolls, control, displacement, commitments, sources, each a pure function of the record.

    claims, incidents, rulings ─ as known on a day ─▶ rows, each with the claims and incidents behind it

`docs/ledgers.md` has the rules in plain words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, cast

from warmonitor.ledgers.commitments import commitments
from warmonitor.ledgers.control import control
from warmonitor.ledgers.displacement import displacement
from warmonitor.ledgers.facets import Facets
from warmonitor.ledgers.figures import Rule
from warmonitor.ledgers.known import Known
from warmonitor.ledgers.lines import Line, Rows, chosen, line_of
from warmonitor.ledgers.memory import Memory
from warmonitor.ledgers.record import Origin, Record, gather
from warmonitor.ledgers.rows import CommitmentRow, ControlRow, DisplacementRow, Grade, Row, SourceRow, TollRow
from warmonitor.ledgers.rulings import mattering
from warmonitor.ledgers.sources import sources
from warmonitor.ledgers.tolls import Period, sums, tolls
from warmonitor.records import Claim, Filter, Incident, Kept, Report, Ruling

__all__ = [
    "ROWS", "CommitmentRow", "ControlRow", "DisplacementRow", "Facets", "Grade", "Kind", "Known", "Line", "Memory",
    "Origin", "Period", "Record", "Row", "Rows", "Rule", "SourceRow", "TollRow", "arranged", "chosen", "draw_up",
    "drawn_up", "ledger", "mattering", "summed",
]  # fmt: skip

Kind = Literal["tolls", "control", "displacement", "commitments", "sources"]
ROWS: dict[Kind, type[TollRow | ControlRow | DisplacementRow | CommitmentRow | SourceRow]] = {
    "tolls": TollRow,
    "control": ControlRow,
    "displacement": DisplacementRow,
    "commitments": CommitmentRow,
    "sources": SourceRow,
}
"""The type of each ledger's rows."""
LAST = ("announced", "combined", "derived")
"""What of the toll ledger comes after the sums."""


def ledger(
    kind: Kind,
    claims: Iterable[Claim],
    incidents: Iterable[Incident] = (),
    rulings: Iterable[Ruling] = (),
    *,
    reports: Iterable[Report | Kept | Origin] = (),
    as_of: date | None = None,
    where: Filter | None = None,
    period: Period = "month",
    rule: Rule = "independent",
) -> tuple[Row, ...]:
    """The rows of one ledger, as known at the end of a day; without a day all that is known, and open questions are
    asked of the last day on which something became known.

    `reports` say from which day a claim is known, under which outlet, and which report copies which; a claim of a
    report that is not among them is known from the last day that its report tells of. The order of anything handed in
    does not matter. `where` leaves rows out, it changes none, but sums of tolls are of the incidents that it leaves.
    `period` is what tolls are added up by, `rule` which of several figures of an incident is called best.
    """
    told = tuple(claims)
    asked = (where.text if where and where.text else "").casefold()
    having = {claim.id for claim in told if asked in claim.evidence.text.casefold()}
    lines = drawn_up(kind, told, incidents, rulings, reports=reports, as_of=as_of, rule=rule)
    left = list(chosen(lines, where or Filter(), having.__contains__))
    return tuple(line.row for line in (arranged(left, summed(left, period)) if kind == "tolls" else left))


def drawn_up(
    kind: Kind,
    claims: Iterable[Claim],
    incidents: Iterable[Incident] = (),
    rulings: Iterable[Ruling] = (),
    *,
    reports: Iterable[Report | Kept | Origin] = (),
    as_of: date | None = None,
    rule: Rule = "independent",
) -> list[Line]:
    """All lines of a ledger but the sums of tolls, which are of the incidents that a filter leaves, by a period."""
    return draw_up(kind, gather(claims, incidents, rulings, reports, as_of), rule, Memory())


def draw_up(kind: Kind, known: Known, rule: Rule, memory: Memory) -> list[Line]:
    """All lines of a ledger but the sums. With the memory of the last time, made of another state of the same record,
    only what has changed since is worked out; the lines are the same with any.
    """
    memory.begin()
    if kind == "tolls":
        return tolls(known, rule, memory)
    if kind == "control":
        return control(known, memory)
    if kind == "sources":
        return sources(known, memory)
    return [line_of(known, row) for row in (displacement(known) if kind == "displacement" else commitments(known))]


def summed(lines: Iterable[Line], period: Period = "month", memory: Memory | None = None) -> list[Line]:
    """The sums of the incidents' own tolls among these lines, over two incidents or more; with the memory of the last
    time only those that changed are added up.
    """
    memory = memory or Memory()
    memory.begin()
    own = [(cast(TollRow, line.row), line.facets.group) for line in lines if line.part == "incident"]
    found = sums([(row, group) for row, group in own if group is not None], period, memory)
    return [Line(row, Facets(), row.basis) for row in found]


def arranged(lines: Iterable[Line], sums: Iterable[Line]) -> Iterator[Line]:
    """The lines of the toll ledger with sums before what is announced."""
    last: list[Line] = []
    for line in lines:
        if line.part in LAST:
            last.append(line)
        else:
            yield line
    yield from sums
    yield from last
