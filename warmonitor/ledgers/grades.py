"""Admiralty grades: how reliable a source is and how credible what it says, two axes, for organisations only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from warmonitor.codebook.definitions import AdmiraltyRow
from warmonitor.codebook.tables import Row, read_table
from warmonitor.ledgers.rows import Credibility, Grade
from warmonitor.records import ClaimantKind, GroupKind, Ruling

Axis = Literal["reliability", "credibility"]
IMPERSONAL: frozenset[ClaimantKind] = frozenset({"reporter"})


class Body(Row):
    """A row of the tables of organisations and outlets."""

    name: str
    canonical: str
    kind: ClaimantKind
    country: str | None = None


class Government(Row):
    """A row of the table of governments."""

    name: str
    form: str
    country: str
    canonical: str


class Actor(Row):
    """A row of the table of actors."""

    id: str
    name: str | None = None
    kind: GroupKind
    country: str | None = None
    aliases: str | None = None


@dataclass(frozen=True, slots=True)
class Grading:
    """The rule of grades, and the names that are known to be organisations'."""

    grades: tuple[AdmiraltyRow, ...]
    organisations: frozenset[str]


@cache
def read_grading() -> Grading:
    """The table of grades and the names of organisations, outlets, governments and armed groups."""
    names: set[str] = set()
    for table in ("organisations", "outlets"):
        for body in read_table(table, Body):
            names |= {body.name, body.canonical}
    for government in read_table("governments", Government):
        names |= {government.name, government.canonical} if government.form != "adjective" else set()
    for actor in read_table("actors", Actor):
        names |= {actor.name or "", *(alias.rstrip("!~") for alias in (actor.aliases or "").split("|"))}
    return Grading(read_table("admiralty", AdmiraltyRow), frozenset(name.casefold() for name in names if name))


@dataclass(frozen=True, slots=True)
class Record:
    """How a source fared: incidents that others tell of too, those that they bear out, and each one's credibility."""

    checkable: int
    borne_out: int
    credibility: Mapping[Credibility, int]


def graded(
    axis: Axis, name: str, *, outlet: bool, record: Record, rulings: Sequence[Ruling], grading: Grading
) -> Grade:
    """The grade on one axis: what a person ruled last, else what the rule gives; persons have none."""
    if not outlet and name.casefold() not in grading.organisations:
        return Grade(why="Only organisations that are known by name are graded; persons never are.")
    allowed = {row.code for row in grading.grades if row.axis == axis}
    for ruling in reversed(rulings):
        if (
            ruling.source
            and ruling.source.casefold() == name.casefold()
            and ruling.field == axis
            and ruling.after in allowed
        ):
            why = ruling.why or "No reason was given."
            return Grade.model_validate({"grade": ruling.after, "by": ruling.by, "why": why, "ruling": ruling.id})
    return _by_reliability(record, grading) if axis == "reliability" else _by_credibility(record, grading)


def _by_reliability(record: Record, grading: Grading) -> Grade:
    share = record.borne_out / record.checkable if record.checkable else 0
    for row in grading.grades:
        if row.axis != "reliability" or row.least_checkable is None:
            continue
        if record.checkable >= row.least_checkable and share >= (row.least_share or 0):
            why = f"{record.borne_out} of {record.checkable} incidents that others tell of too were borne out."
            return Grade.model_validate({"grade": row.code, "by": "rule", "why": why})
    return Grade(why="No rule gives a grade.")


def _by_credibility(record: Record, grading: Grading) -> Grade:
    """The grade that most of its incidents have; of equals the worse."""
    if not record.credibility:
        return Grade(grade="6", by="rule", why="It tells of no incident.")
    grade = max(record.credibility, key=lambda g: (record.credibility[g], g))
    why = f"So {record.credibility[grade]} of its {sum(record.credibility.values())} incidents stand."
    return Grade(grade=grade, by="rule", why=why)


def credibility(same: int, contrary: int, others: int) -> Credibility:
    """How credible one account is: how many independent others say the same, how many the contrary."""
    if contrary:
        return "4" if same >= contrary else "5"
    if same:
        return "1" if same > 1 else "2"
    return "3" if others else "6"
