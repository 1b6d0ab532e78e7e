"""What each side says of an incident."""

from __future__ import annotations

from collections.abc import Sequence

from warmonitor.reconcile.incident.voices import Voice, sources
from warmonitor.records import Account

QUOTED = 2  # pieces of evidence by which an account is told


def accounts(told: Sequence[Voice]) -> tuple[Account, ...]:
    """One account a side, in the order in which they first speak; `says` is in the words of the claims."""
    by_side: dict[str, list[Voice]] = {}
    for voice in told:
        by_side.setdefault(voice.side, []).append(voice)
    return tuple(_account(side, of_side) for side, of_side in by_side.items())


def _account(side: str, told: Sequence[Voice]) -> Account:
    claims = [voice.telling.claim for voice in told]
    return Account(
        side=side,
        claimants=tuple(dict.fromkeys(claim.claimant.name for claim in claims)),
        says=_says(told),
        claims=tuple(claim.id for claim in claims),
        sources=sources(told),
    )


def _says(told: Sequence[Voice]) -> str:
    tellings = [(at, voice.telling) for at, voice in enumerate(told)]
    weighty = sorted(
        tellings, key=lambda p: (not p[1].tolls, p[1].claim.stance == "asserts", -p[1].happening.specific, p[0])
    )
    chosen = sorted(weighty[:QUOTED], key=lambda p: p[0])
    return "; ".join(f"{t.claim.stance}: {' '.join(t.claim.evidence.text.split())}" for _, t in chosen)
