"""What each side says, and whether they agree."""

from __future__ import annotations

from reconcile.telling import ARIHA, ARMY, IDLIB, RUSSIA, claim
from warmonitor.reconcile import read_happenings
from warmonitor.reconcile.incident.accounts import accounts
from warmonitor.reconcile.incident.incidents import incident
from warmonitor.reconcile.incident.sides import scene_of
from warmonitor.reconcile.incident.voices import Voice, voices
from warmonitor.reconcile.tellings import tellings
from warmonitor.records import Claim, Party

TABLE = read_happenings()
STRIKE = claim("air_strike", 0, place=ARIHA, agent=RUSSIA)


def told(*claims: Claim) -> tuple[Voice, ...]:
    members = tellings(claims, TABLE)
    return voices(members, scene_of(members, TABLE.speakers, TABLE.countries), {})


def status(*claims: Claim) -> str:
    return incident(tellings(claims, TABLE), 0.5, TABLE).status


def test_a_belligerent_speaks_for_its_side() -> None:
    hit = claim("shelling", 0, place=ARIHA, agent=ARMY)
    spoken = claim("shelling", 90, by="Syrian army", place=ARIHA, stance="denies")
    assert [account.side for account in accounts(told(hit, spoken))] == ["reporters", "Syrian army"]


def test_the_victims_are_nobodys_side() -> None:
    hit = claim("air_strike", 0, by="Syrian army", place=ARIHA, target=Party(name="Syrian civilians", kind="civilians"))
    assert [account.side for account in accounts(told(hit))] == ["Government of Syria"]


def test_an_account_is_told_in_the_words_of_the_claims() -> None:
    (account,) = accounts(told(STRIKE))
    assert account.says == f"asserts: {STRIKE.evidence.text}"


def test_two_actors_for_one_strike_are_a_dispute() -> None:
    blamed = claim("air_strike", 90, by="Russia", place=ARIHA, agent=ARMY)
    assert status(STRIKE, blamed) == "disputed"


def test_an_unknown_actor_contradicts_nobody() -> None:
    anybody = Party(name="Unidentified aircraft", kind="unknown")
    drone = claim("air_strike", 90, by="witness", place=ARIHA, agent=anybody)
    assert status(STRIKE, drone) == "undisputed"


def test_two_who_agree_are_undisputed_and_one_is_a_single_source() -> None:
    seen = claim("air_strike", 90, by="witness", place=ARIHA, agent=RUSSIA)
    assert status(STRIKE, seen) == "undisputed"
    assert status(STRIKE) == "single_source"


REBELS = Party(name="Syrian rebel fighters", kind="rebel", country="SYR")
GAIN = claim("territory_gain", 0, place=ARIHA, agent=REBELS, target=ARMY)
ROUTED = claim("territory_gain", 50, by="rebels", place=ARIHA, agent=REBELS, target=ARMY)


def test_a_loser_who_speaks_of_a_show_disputes_the_loss_whatever_else_he_tells() -> None:
    show = claim("propaganda", 100, by="Syrian army", place=ARIHA, agent=REBELS)
    shells = claim("shelling", 150, by="Syrian army", place=ARIHA, agent=REBELS)
    assert status(GAIN, ROUTED, shells) == "undisputed"
    assert status(GAIN, ROUTED, show, shells) == "disputed"


def test_who_takes_another_place_in_the_same_incident_is_still_the_loser_of_this_one() -> None:
    show = claim("propaganda", 100, by="Syrian army", place=ARIHA, agent=REBELS)
    elsewhere = claim("territory_gain", 150, place=ARIHA, agent=ARMY)
    assert status(GAIN, ROUTED, show, elsewhere) == "disputed"


def test_a_loser_who_took_much_else_is_still_the_loser_of_this_place() -> None:
    show = claim("propaganda", 100, by="Syrian army", place=ARIHA, agent=REBELS)
    elsewhere = [claim("territory_gain", at, place=IDLIB, agent=ARMY, target=REBELS) for at in (150, 200, 250)]
    assert status(GAIN, ROUTED, show, *elsewhere) == "disputed"
