"""What each side says of an incident, and whether they agree."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Literal

from warmonitor.reconcile.incident.counting import of_one_group, total
from warmonitor.reconcile.parties import Side, any_same, name_words, same_side, side
from warmonitor.reconcile.tellings import Telling
from warmonitor.records import Account, Claimant, ClaimantKind, Count

Status = Literal["undisputed", "disputed", "single_source"]
# Kinds of claimants that speak for no belligerent, and the side that they are shown under.
ONLOOKERS: dict[ClaimantKind, str] = {
    "reporter": "reporters", "journalist": "reporters", "media": "reporters", "monitor": "monitors",
    "un_agency": "monitors", "ngo": "monitors", "rescue_service": "people there", "witness": "people there",
    "activist": "people there", "unattributed": "unnamed sources",
}  # fmt: skip
QUOTED = 2  # pieces of evidence by which an account is told


def accounts(members: Sequence[Telling]) -> tuple[Account, ...]:
    """One account a side, in the order in which they first speak; `says` is in the words of the claims."""
    voices: dict[str, list[Telling]] = {}
    for telling in members:
        voices.setdefault(_side(telling.claim.claimant, members), []).append(telling)
    return tuple(
        Account(side=side, claimants=tuple(dict.fromkeys(t.claim.claimant.name for t in told)), says=_says(told))
        for side, told in voices.items()
    )


def _side(claimant: Claimant, members: Sequence[Telling]) -> str:
    """An onlooker's kind, or the belligerent that the claimant's name names, or the claimant."""
    if claimant.kind in ONLOOKERS:
        return ONLOOKERS[claimant.kind]
    speaker = Side(claimant.name.casefold(), name_words(claimant.name), claimant.kind, None)
    parties = (
        party
        for telling in members
        for party in (*telling.claim.agents, *telling.claim.targets)
        if party.stated and party.kind not in ("civilians", "media", "aid")
    )
    return next((party.name for party in parties if same_side(speaker, side(party))), claimant.name)


def _says(told: Sequence[Telling]) -> str:
    weighty = sorted(told, key=lambda t: (not t.tolls, t.claim.stance == "asserts", -t.happening.specific, t.start))
    chosen = sorted(weighty[:QUOTED], key=lambda t: t.start)
    return "; ".join(f"{t.claim.stance}: {' '.join(t.claim.evidence.text.split())}" for t in chosen)


def status(members: Sequence[Telling]) -> Status:
    """Disputed when a claimant denies it, the figures exclude each other, or two name different actors."""
    by_name: dict[str, list[Telling]] = {}
    for telling in members:
        by_name.setdefault(telling.claim.claimant.name, []).append(telling)
    if len(by_name) == 1:
        return "single_source"
    if any(t.claim.stance == "denies" for t in members):
        return "disputed"
    told = list(by_name.values())
    return "disputed" if any(_differ(a, b) for a, b in combinations(told, 2)) else "undisputed"


def _differ(a: Sequence[Telling], b: Sequence[Telling]) -> bool:
    ours, others = ([toll for t in told for toll in t.tolls if toll.kind == "killed"] for told in (a, b))
    mine, theirs = total(ours), total(others)
    if mine and theirs and of_one_group(ours, others) and _apart(mine, theirs):
        return True
    return any(
        p.agents and q.agents and p.claim.event_type == q.claim.event_type and not any_same(p.agents, q.agents)
        for p in a if p.happening.family == "force" for q in b
    )  # fmt: skip


def _apart(a: Count, b: Count) -> bool:
    """Whether no number could satisfy both."""
    low = max(a.low or 0, b.low or 0)
    return any(high is not None and high < low for high in (a.high, b.high))
