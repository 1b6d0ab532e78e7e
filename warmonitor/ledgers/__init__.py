"""What a monitor publishes: tolls, control, displacement, commitments, sources, each a pure function of the record.

    claims, incidents, rulings ─ as known on a day ─▶ rows, each with the claims and incidents behind it

`docs/ledgers.md` has the rules in plain words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Literal

from warmonitor.ledgers.commitments import commitments
from warmonitor.ledgers.control import control
from warmonitor.ledgers.displacement import displacement
from warmonitor.ledgers.figures import Rule
from warmonitor.ledgers.filters import matches
from warmonitor.ledgers.known import Known, gather
from warmonitor.ledgers.rows import CommitmentRow, ControlRow, DisplacementRow, Grade, Row, SourceRow, TollRow
from warmonitor.ledgers.sources import sources
from warmonitor.ledgers.tolls import Period, tolls
from warmonitor.records import Claim, Filter, Incident, Kept, Report, Ruling

__all__ = [
    "ROWS", "CommitmentRow", "ControlRow", "DisplacementRow", "Grade", "Kind", "Known", "Period", "Row", "Rule",
    "SourceRow", "TollRow", "commitments", "control", "displacement", "gather", "ledger", "matches", "sources", "tolls",
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


def ledger(
    kind: Kind,
    claims: Iterable[Claim],
    incidents: Iterable[Incident] = (),
    rulings: Iterable[Ruling] = (),
    *,
    reports: Iterable[Report | Kept] = (),
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
    known = gather(claims, incidents, rulings, reports, as_of)
    asked = where or Filter()

    def fits(row: Row) -> bool:
        return matches(row, asked, known)

    if kind == "tolls":
        return tolls(known, fits, period, rule)
    made: dict[Kind, Callable[[Known], tuple[Row, ...]]] = {
        "control": control,
        "displacement": displacement,
        "commitments": commitments,
        "sources": sources,
    }
    return tuple(filter(fits, made[kind](known)))
