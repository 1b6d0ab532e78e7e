"""Where an incident happened."""

from __future__ import annotations

from reconcile.telling import ARIHA, ARMY, IDLIB, RUSSIA, SARMIN, claim
from warmonitor.reconcile import read_happenings, reconcile
from warmonitor.reconcile.incident.scene import scene
from warmonitor.reconcile.tellings import Telling, tellings
from warmonitor.records import Claim, Place

SCHOOL = Place(name="the school", country="SYR", lat=35.815, lon=36.61, precision="site")


def told(*claims: Claim) -> tuple[Telling, ...]:
    return tellings(claims, read_happenings())


def test_a_town_goes_before_the_province_that_is_told_more_often() -> None:
    members = told(claim("attack", 0, place=IDLIB), claim("attack", 50, place=IDLIB), claim("attack", 90, place=ARIHA))
    assert scene(members, members) == ARIHA


def test_the_town_that_is_told_most_often_goes_before_another() -> None:
    members = told(claim("attack", 0, place=SARMIN), claim("attack", 50, place=ARIHA), claim("attack", 90, place=ARIHA))
    assert scene(members, members) == ARIHA


def test_a_site_in_the_town_is_the_scene() -> None:
    members = told(claim("attack", 0, place=SCHOOL), claim("attack", 50, place=ARIHA), claim("attack", 90, place=ARIHA))
    assert scene(members, members) == SCHOOL


def test_the_place_where_the_dead_are_counted_weighs_more() -> None:
    members = told(claim("attack", 0, place=SARMIN), claim("casualty_report", 50, place=ARIHA, killed=4))
    assert scene((), members) == ARIHA


def test_no_place_is_no_place() -> None:
    members = told(claim("attack", 0))
    assert scene(members, members) is None


def test_without_a_place_the_parties_tell_the_country() -> None:
    (incident,) = reconcile([claim("attack", agent=ARMY, killed=2)])
    assert incident.place is not None
    assert (incident.place.country, incident.place.precision) == ("SYR", "country")


def test_parties_of_two_countries_tell_none() -> None:
    (incident,) = reconcile([claim("attack", agent=ARMY, target=RUSSIA)])
    assert incident.place is None


def test_a_seat_of_the_province_of_its_name_yields_to_a_town_around_it() -> None:
    seat = Place(name="Idlib", country="SYR", admin1="Idlib", lat=35.93, lon=36.63, precision="town")
    members = told(claim("attack", 0, place=seat), claim("attack", 50, place=seat), claim("attack", 90, place=ARIHA))
    assert scene(members, members) == ARIHA
    assert scene(members[:2], members[:2]) == seat


def test_a_town_told_in_passing_is_not_the_scene_of_what_is_counted_in_the_province() -> None:
    counted = [claim("casualty_report", at, place=IDLIB, killed=2) for at in (0, 50, 90)]
    members = told(*counted, claim("attack", 3000, place=ARIHA))
    assert scene(members, members) == IDLIB
