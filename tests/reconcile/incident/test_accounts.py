"""What each side says, and whether they agree."""

from __future__ import annotations

from reconcile.telling import ARIHA, ARMY, RUSSIA, claim
from warmonitor.reconcile import read_happenings
from warmonitor.reconcile.incident.accounts import accounts, status
from warmonitor.reconcile.tellings import Telling, tellings
from warmonitor.records import Claim, Party

TABLE = read_happenings()
STRIKE = claim("air_strike", 0, place=ARIHA, agent=RUSSIA)


def told(*claims: Claim) -> tuple[Telling, ...]:
    return tellings(claims, TABLE)


def test_a_belligerent_speaks_for_its_side() -> None:
    hit = claim("shelling", 0, place=ARIHA, agent=ARMY)
    spoken = claim("shelling", 90, by="Syrian army", place=ARIHA, stance="denies")
    assert [account.side for account in accounts(told(hit, spoken))] == ["reporters", "Syrian army"]


def test_the_victims_are_nobodys_side() -> None:
    hit = claim("air_strike", 0, by="Syrian army", place=ARIHA, target=Party(name="Syrian civilians", kind="civilians"))
    assert [account.side for account in accounts(told(hit))] == ["Syrian army"]


def test_an_account_is_told_in_the_words_of_the_claims() -> None:
    (account,) = accounts(told(STRIKE))
    assert account.says == f"asserts: {STRIKE.evidence.text}"


def test_two_actors_for_one_strike_are_a_dispute() -> None:
    blamed = claim("air_strike", 90, by="Russia", place=ARIHA, agent=ARMY)
    assert status(told(STRIKE, blamed)) == "disputed"


def test_two_who_agree_are_undisputed_and_one_is_a_single_source() -> None:
    seen = claim("air_strike", 90, by="witness", place=ARIHA, agent=RUSSIA)
    assert status(told(STRIKE, seen)) == "undisputed"
    assert status(told(STRIKE)) == "single_source"
