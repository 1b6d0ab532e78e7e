"""The ledger of commitments: ultimatums, deadlines, truces, talks, promises, and how each stands on a day."""

from __future__ import annotations

from datetime import date

from warmonitor.ledgers.fulfilment import status_of
from warmonitor.ledgers.known import Known, sources_of
from warmonitor.ledgers.pledges import Pledge, pledges
from warmonitor.ledgers.rows import CommitmentRow


def commitments(known: Known) -> tuple[CommitmentRow, ...]:
    """A row a commitment, those that end first first; what has no end comes last."""
    rows = [_row(known, pledge) for pledge in pledges(known)]
    return tuple(sorted(rows, key=lambda row: (row.expires or date.max, row.made_on or date.max, row.claims)))


def _row(known: Known, pledge: Pledge) -> CommitmentRow:
    status, settled = status_of(known, pledge)
    waits = status in ("open", "planned") and pledge.expires and known.day
    return CommitmentRow(
        kind=pledge.kind, issuer=pledge.issuer and pledge.issuer.name,
        addressee=pledge.addressee and pledge.addressee.name, parties=pledge.parties,
        demand=pledge.demand, consequence=pledge.consequence, place=pledge.place,
        made_on=pledge.made_on, expires=pledge.expires, round=pledge.round, status=status,
        days_left=(pledge.expires - known.day).days if waits and pledge.expires and known.day else None,
        as_of=known.day, settled_by=tuple(claim.id for claim in settled),
        sources=sources_of(pledge.claims), incidents=known.incidents_of(pledge.claims),
        claims=tuple(claim.id for claim in pledge.claims),
    )  # fmt: skip
