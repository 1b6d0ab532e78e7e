"""The ledger of sources: what each says, how often others bear it out, whom it contradicts, and its grades."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from warmonitor.ledgers.grades import Grading, Record, credibility, graded, read_grading
from warmonitor.ledgers.hearing import (
    independent,
    read_families,
    says_the_contrary,
    says_the_same,
    voices,
)  # fmt: skip
from warmonitor.ledgers.known import Known
from warmonitor.ledgers.rows import Credibility, Opponent, SourceRow, Tally
from warmonitor.records import Claim, Ruling


@dataclass(slots=True)
class Fared:
    """What became of a source's incidents."""

    checkable: list[str] = field(default_factory=list)
    borne_out: list[str] = field(default_factory=list)
    against: dict[str, list[str]] = field(default_factory=dict)
    credibility: Counter[Credibility] = field(default_factory=Counter)


def sources(known: Known, grading: Grading | None = None) -> tuple[SourceRow, ...]:
    """A row a source, those that say most first."""
    said: dict[str, list[Claim]] = {}
    for claim in known.claims:
        said.setdefault(known.source_of(claim), []).append(claim)
    repeated: dict[str, list[Claim]] = {}
    for claim in known.echoes:
        name = known.source_of(claim)
        said.setdefault(name, [])
        repeated.setdefault(name, []).append(claim)
    fared = _fared(known)
    rules = grading or read_grading()
    by_people = [ruling for ruling in known.rulings if ruling.source]
    rows = [
        _row(known, name, claims, repeated.get(name, ()), fared.get(name, Fared()), rules, by_people)
        for name, claims in said.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.said, row.name)))


def _fared(known: Known) -> dict[str, Fared]:
    families = read_families()
    fared: dict[str, Fared] = {}
    for found in known.happenings:
        heard = voices(known, found, families)
        for voice in heard:
            others = [other for other in heard if independent(voice, other)]
            contrary = [other for other in heard if other.side != voice.side and says_the_contrary(voice, other)]
            against = {other.source for other in contrary}
            same = [other for other in others if other.source not in against and says_the_same(voice, other)]
            mine = fared.setdefault(voice.source, Fared())
            sides = len({other.side for other in same}), len({other.side for other in contrary})
            mine.credibility[credibility(*sides, len(others))] += 1
            for name in against:
                mine.against.setdefault(name, []).append(found.id)
            if others:
                mine.checkable.append(found.id)
                mine.borne_out += [found.id] if same and not contrary else []
    return fared


def _row(
    known: Known, name: str, claims: Sequence[Claim], repeated: Sequence[Claim], fared: Fared, grading: Grading,
    rulings: Sequence[Ruling],
) -> SourceRow:  # fmt: skip
    of = [*claims, *repeated]
    outlet = of[0].claimant.kind == "reporter" and any(
        (origin := known.origins.get(claim.report_id)) and origin.outlet == name for claim in of
    )
    record = Record(len(fared.checkable), len(fared.borne_out), fared.credibility)
    kinds = Counter(claim.claimant.kind for claim in of)
    return SourceRow(
        name=name, kind=min(kinds, key=lambda kind: (-kinds[kind], kind)), reports=len({c.report_id for c in of}),
        said=len(claims), copied=len(repeated),
        stances=_tallied(claim.stance for claim in claims), types=_tallied(claim.event_type for claim in claims),
        checkable=record.checkable, borne_out=record.borne_out,
        contradicts=tuple(Opponent(name=who, incidents=tuple(ids)) for who, ids in sorted(fared.against.items())),
        reliability=graded("reliability", name, outlet=outlet, record=record, rulings=rulings, grading=grading),
        credibility=graded("credibility", name, outlet=outlet, record=record, rulings=rulings, grading=grading),
        incidents=known.incidents_of(claims), claims=tuple(claim.id for claim in claims),
    )  # fmt: skip


def _tallied(codes: Iterable[str]) -> tuple[Tally, ...]:
    counts = Counter(codes)
    return tuple(Tally(code=code, count=counts[code]) for code in sorted(counts, key=lambda c: (-counts[c], c)))
