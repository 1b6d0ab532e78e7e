"""What makes an incident of claims: somebody or something befallen, or a place and a day."""

from __future__ import annotations

import pytest

from reconcile.telling import ARIHA, ARMY, MONDAY, claim
from warmonitor.reconcile import reconcile
from warmonitor.records import Party

VILLAGERS = Party(name="Villagers", kind="civilians", country="SYR")


@pytest.mark.parametrize(
    "said",
    [
        {"target": VILLAGERS, "day": MONDAY},
        {"target": VILLAGERS, "agent": ARMY, "day": None},
        {"killed": 4, "day": None},
        {"place": ARIHA, "day": MONDAY},
        {"agent": ARMY, "day": MONDAY},
        {"agent": ARMY, "place": ARIHA, "day": None},
    ],
)
def test_a_happening_befalls_someone_or_is_somewhere_at_some_time(said: dict[str, object]) -> None:
    assert len(reconcile([claim("attack", **said)])) == 1  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "said", [{"day": None}, {"day": MONDAY}, {"agent": ARMY, "day": None}, {"target": VILLAGERS, "day": None}]
)
def test_violence_as_such_is_no_happening(said: dict[str, object]) -> None:
    assert reconcile([claim("attack", **said)]) == ()  # type: ignore[arg-type]


def test_what_befalls_nobody_needs_no_victim() -> None:
    assert len(reconcile([claim("withdrawal", day=None, agent=ARMY)])) == 1


def test_a_remark_about_another_actor_is_left_out() -> None:
    strike = claim("air_strike", place=ARIHA, killed=3)
    own, foreign = claim("assessment", 50), claim("assessment", 120, agent=ARMY)
    (incident,) = reconcile([strike, own, foreign])
    assert own.id in incident.claims
    assert foreign.id not in incident.claims


def test_an_answer_is_about_the_happening_beside_it() -> None:
    strike = claim("air_strike", place=ARIHA, killed=3)
    denial = claim("statement", 80, by="Syrian army", agent=ARMY, stance="denies")
    (incident,) = reconcile([strike, denial])
    assert denial.id in incident.claims
    assert incident.status == "disputed"


def test_what_is_only_planned_has_not_happened() -> None:
    assert reconcile([claim("attack", target=VILLAGERS, day=MONDAY, realis="planned")]) == ()
