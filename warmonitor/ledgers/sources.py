"""The ledger of sources: what each says, how often others bear it out, whom it contradicts, and its grades."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import cast

from warmonitor.ledgers.briefs import Brief
from warmonitor.ledgers.grades import Grading, Record, credibility, graded, read_grading
from warmonitor.ledgers.hearing import (
    Voice,
    independent,
    read_families,
    says_the_contrary,
    says_the_same,
    voices,
)  # fmt: skip
from warmonitor.ledgers.known import Happening, Known
from warmonitor.ledgers.lines import Line, line_of
from warmonitor.ledgers.memory import Memory
from warmonitor.ledgers.rows import Credibility, Opponent, SourceRow, Tally
from warmonitor.records import Ruling


@dataclass(slots=True)
class Fared:
    """What became of a source's incidents."""

    checkable: int = 0
    borne_out: int = 0
    against: dict[str, list[str]] = field(default_factory=dict)
    credibility: Counter[Credibility] = field(default_factory=Counter)


@dataclass(slots=True)
class Said:
    """What a source tells of its own, and what it repeats."""

    own: list[Brief] = field(default_factory=list)
    repeated: list[Brief] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one source's account of one incident stands beside the others'."""

    source: str
    against: frozenset[str]
    credibility: Credibility
    checkable: bool
    borne_out: bool


def sources(known: Known, memory: Memory, grading: Grading | None = None) -> list[Line]:
    """A row a source, those that say most first."""
    said: dict[str, Said] = defaultdict(Said)
    for claim in known.claims:
        said[claim.source].own.append(claim)
    for claim in known.echoes:
        said[claim.source].repeated.append(claim)
    fared = _fared(known, memory)
    rules, nothing = grading or read_grading(), Fared()
    by_people = [ruling for ruling in known.rulings if ruling.source]
    make = partial(_line, known, rules, by_people)
    graded = tuple([ruling.id for ruling in by_people])
    lines = [
        memory.of(
            ("source", name), make, name, tuple(of.own), tuple(of.repeated), fared.get(name, nothing),
            known.told_by(of.own), graded,
        )
        for name, of in said.items()
    ]  # fmt: skip
    return sorted(lines, key=_most_first)


def _most_first(found: Line) -> tuple[int, str]:
    row = cast(SourceRow, found.row)
    return -row.said, row.name


def _fared(known: Known, memory: Memory) -> dict[str, Fared]:
    fared: dict[str, Fared] = defaultdict(Fared)
    for found in known.happenings:
        for verdict in memory.of(("fared", found.id), _verdicts, found):
            mine = fared[verdict.source]
            mine.credibility[verdict.credibility] += 1
            for name in verdict.against:
                mine.against.setdefault(name, []).append(found.id)
            if verdict.checkable:
                mine.checkable += 1
                mine.borne_out += verdict.borne_out
    return fared


def _verdicts(found: Happening) -> tuple[Verdict, ...]:
    heard = voices(found, read_families())
    return tuple([_verdict(voice, heard) for voice in heard])


def _verdict(voice: Voice, heard: Sequence[Voice]) -> Verdict:
    others = [other for other in heard if independent(voice, other)]
    contrary = [other for other in heard if other.side != voice.side and says_the_contrary(voice, other)]
    against = frozenset([other.source for other in contrary])
    same = [other for other in others if other.source not in against and says_the_same(voice, other)]
    sides = len({other.side for other in same}), len({other.side for other in contrary})
    grade = credibility(*sides, len(others))
    return Verdict(voice.source, against, grade, bool(others), bool(others and same and not contrary))


def _line(
    known: Known, grading: Grading, rulings: Sequence[Ruling], name: str, claims: Sequence[Brief],
    repeated: Sequence[Brief], fared: Fared, told: Sequence[Happening], _graded: object,
) -> Line:  # fmt: skip
    of = [*claims, *repeated]
    outlet = of[0].claimant.kind == "reporter" and any(claim.outlet == name for claim in of)
    record = Record(fared.checkable, fared.borne_out, fared.credibility)
    kinds = Counter([claim.claimant.kind for claim in of])
    row = SourceRow(
        name=name, kind=min(kinds, key=lambda kind: (-kinds[kind], kind)), reports=len({c.report_id for c in of}),
        said=len(claims), copied=len(repeated),
        stances=_tallied([claim.stance for claim in claims]), types=_tallied([claim.event_type for claim in claims]),
        checkable=record.checkable, borne_out=record.borne_out,
        contradicts=tuple(Opponent(name=who, incidents=tuple(ids)) for who, ids in sorted(fared.against.items())),
        reliability=graded("reliability", name, outlet=outlet, record=record, rulings=rulings, grading=grading),
        credibility=graded("credibility", name, outlet=outlet, record=record, rulings=rulings, grading=grading),
        incidents=tuple([found.id for found in told]), claims=tuple([claim.id for claim in claims]),
    )  # fmt: skip
    return line_of(known, row)


def _tallied(codes: Iterable[str]) -> tuple[Tally, ...]:
    counts = Counter(codes)
    return tuple(Tally(code=code, count=counts[code]) for code in sorted(counts, key=lambda c: (-counts[c], c)))
