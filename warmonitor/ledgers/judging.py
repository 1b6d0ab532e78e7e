"""Whether a stretch of control is held, claimed or contested, and by which claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from warmonitor.ledgers.briefs import Brief
from warmonitor.ledgers.days import days_of
from warmonitor.ledgers.fights import Fights
from warmonitor.ledgers.known import Known, sources_of
from warmonitor.ledgers.rows import ControlRow
from warmonitor.ledgers.sides import sides_of
from warmonitor.ledgers.statements import GROUND, Statement
from warmonitor.ledgers.stretches import Stretch
from warmonitor.records import ClaimantKind

INDEPENDENT: frozenset[ClaimantKind] = frozenset(
    {"monitor", "journalist", "media", "un_agency", "ngo", "rescue_service", "witness"}
)
"""Claimants who speak for no side."""


def judged(known: Known, row: ControlRow, stretch: Stretch, told: Sequence[Statement], fights: Fights) -> ControlRow:
    """The row with who says so, who says otherwise, and the status that follows."""
    claims = [one.claim for one in stretch.told]
    if stretch.implied:
        return row.model_copy(update=backed(known, claims))
    beside = _beside(known, claims)
    rivals = [one.claim for one in stretch.rivals]
    denials = [one.claim for one in told if one.denied and _speaks_of(one, row, stretch)]
    against = _unique([*rivals, *denials, *_called_a_show(claims, beside, stretch)])
    fighting = [claim for claim in fights.around(row.place, beside) if _since(claim, row, stretch)]
    outlook = [one.claim for one in told if one.open and stretch.side in sides_of(one.holders) and row.current]
    claimed, contested = not _independent(claims), bool(against or fighting)
    update = backed(known, claims) | {
        "claimed": claimed, "contested": contested,
        "status": "contested" if contested else "claimed" if claimed else "held",
        "deniers": sources_of([*against, *fighting]),
        "against": _ids(against), "fighting": _ids(fighting), "outlook": _ids(outlook),
    }  # fmt: skip
    return row.model_copy(update=update)


def backed(known: Known, claims: Sequence[Brief]) -> dict[str, object]:
    """The sources, incidents and claims behind a row."""
    own = _unique(claims)
    return {"sources": sources_of(own), "incidents": known.incidents_of(own), "claims": _ids(own)}


def _independent(claims: Sequence[Brief]) -> bool:
    """Whether somebody who does not speak for the holder says so: one without a side, or the loser who admits it.

    A report's own voice counts unless the same report carries the word of a side: it then retells that.
    """
    sided = {claim.report_id for claim in claims if claim.claimant.kind not in INDEPENDENT | {"reporter"}}
    return any(
        claim.claimant.kind in INDEPENDENT
        or claim.stance == "acknowledges"
        or (claim.claimant.kind == "reporter" and claim.report_id not in sided)
        for claim in claims
    )


def _speaks_of(denial: Statement, row: ControlRow, stretch: Stretch) -> bool:
    """Whether a denial is of this stretch: of its holder, in its days."""
    named = sides_of(denial.holders)
    if named and stretch.side not in named:
        return False
    day = denial.days.latest
    first = (row.start_range[0] if row.start_range else None) or row.start
    return not ((day and first and day < first) or (day and row.end and day > row.end))


def _called_a_show(claims: Sequence[Brief], beside: Sequence[Brief], stretch: Stretch) -> list[Brief]:
    """Claims that what the holder did was a show, with what their claimants say of its ground there."""
    names = {claim.claimant.name for claim in claims}
    told = [
        claim
        for claim in beside
        if claim.claimant.name not in names and claim.stance != "denies" and stretch.side in sides_of(claim.agents)
    ]
    shows = {claim.claimant.name for claim in told if claim.event_type == "propaganda"}
    return [c for c in told if c.claimant.name in shows and (c.event_type == "propaganda" or c.event_type in GROUND)]


def _beside(known: Known, claims: Sequence[Brief]) -> list[Brief]:
    """All claims of the incidents in which these are."""
    return [claim for name in known.incidents_of(claims) for claim in known.happening(name).claims]


def _since(claim: Brief, row: ControlRow, stretch: Stretch) -> bool:
    """Whether it is fighting of the last stretch, against its holder, since it began.

    The battle in which it was taken is none of it; fighting of the first day is only if it is said to go on.
    """
    first = row.start or (row.start_range[1] if row.start_range else None)
    day = days_of(claim.time).latest
    if not row.current or first is None or day is None or day < first:
        return False
    attackers = sides_of(claim.agents) - {stretch.side}
    opened = claim.event_type == "offensive_launch" and bool(attackers)
    return opened or (claim.event_type == "battle" and (day > first or claim.realis == "ongoing"))


def _unique(claims: Iterable[Brief]) -> list[Brief]:
    return list({claim.id: claim for claim in claims}.values())


def _ids(claims: Iterable[Brief]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim.id for claim in claims))
