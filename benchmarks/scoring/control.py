"""Who holds a town: statements of Wikipedia's table on the war in Ukraine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from benchmarks.scoring.counts import GoldRecord, Score, Tally
from benchmarks.scoring.incidents import FORCE
from benchmarks.scoring.sides import party_sides
from benchmarks.scoring.spans import by_report
from warmonitor.records import Claim

CONTESTING = FORCE | {"territory_status", "road_control", "deployment", "threat"}
MOVES = ("territory_gain", "territory_loss")


class Gold(GoldRecord):
    """The last holder of a town, the days in which it took it, and what came after that."""

    holder: str | None
    date: tuple[date, date] | None
    claimed: bool
    contested: bool


def score(golds: Sequence[Gold], claims: Iterable[Claim]) -> Score:
    """The headline counts statements of which holder, date and both flags are right."""
    tally, of = Tally(), by_report(claims)
    for gold in golds:
        _count(tally, gold, sorted((claim for claim in of[gold.report_id] if not claim.negated), key=_at))
    return Score(len(golds), {"whole statement": tally.mean(["whole statement"]), **tally.figures()})


def _count(tally: Tally, gold: Gold, claims: Sequence[Claim]) -> None:
    moves = [claim for claim in claims if claim.event_type in MOVES and not _told(claim)]
    last = max(moves, key=_when, default=None)
    after = [claim for claim in claims if last is None or _at(claim) > _at(last)]
    side = party_sides(last.agents) & {"russia", "ukraine"} if last else set()
    wants_date = gold.date is not None and gold.holder is not None
    dated = tally.add("its date", _dated(gold, last), wants_date)
    claimed, contested = any(map(_told, after)), any(claim.event_type in CONTESTING for claim in after)
    flags = tally.add("flags", claimed == gold.claimed and contested == gold.contested)
    held = side == ({gold.holder} if gold.holder else set())
    tally.add("last holder", held, gold.holder is not None)
    tally.add("no transfer: none predicted", not moves, gold.holder is None)
    tally.add("claimed, where it is", claimed, gold.claimed)
    tally.add("contested, where it is", contested, gold.contested)
    tally.add("whole statement", flags and held and (dated or not wants_date))


def _told(claim: Claim) -> bool:
    """Whether someone else than the narrator says it, or it has not simply happened."""
    narrated = claim.claimant.kind == "reporter" and claim.stance == "asserts"
    return not narrated or claim.realis not in ("occurred", "ongoing")


def _at(claim: Claim) -> int:
    return claim.evidence.start


def _when(claim: Claim) -> tuple[date, int]:
    """The last day of a claim, undated ones first, then where it stands."""
    day = (claim.time.end or claim.time.start) if claim.time else None
    return day or date.min, _at(claim)


def _dated(gold: Gold, last: Claim | None) -> bool:
    if gold.date is None or last is None or last.time is None:
        return False
    first, final = last.time.start or last.time.end, last.time.end or last.time.start
    return first is not None and final is not None and gold.date[0] <= first and final <= gold.date[1]
