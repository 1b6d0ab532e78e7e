"""The scorer of hand-coded claims."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from benchmarks.scoring.claims import fact_f1, pair
from benchmarks.scoring.claims_gold import GoldClaim
from warmonitor.records import Claim, Party, Place, Span, Toll, When

Make = Callable[..., Claim]


def _gold(at: int = 0, tier: int = 1, group: str | None = None, **fields: Any) -> GoldClaim:
    """Two dead in the shelling of a town, said by the report itself."""
    clause = Span(start=at, end=at + 7, text="said so")
    usual: dict[str, Any] = {
        "id": f"C{at}",
        "tier": tier,
        "merge_group": group,
        "evidence": clause,
        "content": clause,
        "trigger": Span(start=at, end=at + 4, text="said"),
        "claimant": {"canonical": "narrator", "kind": "reporter"},
        "stance": "asserts",
        "realis": "occurred",
        "negated": False,
        "event_type": "shelling",
        "agents": [{"canonical": "the 4th Brigade"}],
        "targets": [],
        "places": [{"canonical": "Saada", "lat": 16.94, "lon": 43.76, "precision": "town", "role": "event"}],
        "time": {"start": "2020-05-01", "end": "2020-05-01"},
        "tolls": [{"kind": "killed", "low": 2, "high": 2, "best": 2, "bound": "="}],
        "accept": {"event_type": ["attack", None]},
    }
    return GoldClaim.model_validate({**usual, **fields})


def _same(claim: Make, party: Callable[..., Party], place: Callable[..., Place], toll: Callable[..., Toll]) -> Claim:
    day = When(start=date(2020, 5, 1), end=date(2020, 5, 1), precision="day")
    return claim(
        "shelling",
        agents=[party("4th Brigade")],
        places=[place("Sa'dah", 16.9, 43.8)],
        time=day,
        tolls=[toll("killed", 2)],
    )


def test_the_gold_as_coded_is_worth_a_hundred(
    claim: Make, party: Callable[..., Party], place: Callable[..., Place], toll: Callable[..., Toll]
) -> None:
    coded = _same(claim, party, place, toll)
    assert fact_f1([_gold()], [coded]) == 100.0
    assert fact_f1([_gold()], [coded.model_copy(update={"event_type": "attack"})]) == 100.0
    assert fact_f1([_gold()], [coded.model_copy(update={"negated": True})]) < 100.0


def test_nothing_coded_is_worth_nothing() -> None:
    assert fact_f1([_gold()], []) == 0.0


def test_a_claim_that_nobody_expected_costs(
    claim: Make, party: Callable[..., Party], place: Callable[..., Place], toll: Callable[..., Toll]
) -> None:
    coded = _same(claim, party, place, toll)
    assert fact_f1([_gold()], [coded, claim("battle", 90)]) < 100.0


def test_background_neither_earns_nor_costs(
    claim: Make, party: Callable[..., Party], place: Callable[..., Place], toll: Callable[..., Toll]
) -> None:
    coded = _same(claim, party, place, toll)
    background = claim("background", 90)
    assert fact_f1([_gold(), _gold(90, tier=3, event_type="background")], [coded, background]) == 100.0


def test_two_gold_claims_of_a_group_may_be_one_coded_claim(claim: Make) -> None:
    golds = [_gold(group="M1"), _gold(group="M1")]
    pairs = pair(golds, [claim("shelling")])
    assert (len(pairs.own), len(pairs.shared)) == (1, 1)


def test_a_paragraph_is_no_evidence_for_a_clause(claim: Make) -> None:
    paragraph = Span(start=0, end=400, text="x" * 400)
    assert pair([_gold()], [claim("shelling", evidence=paragraph)]).own == {}
