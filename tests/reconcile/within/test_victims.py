"""Murders of people by other names are happenings of their own."""

from __future__ import annotations

from reconcile.telling import ARIHA, ARMY, RUSSIA, claim
from warmonitor.reconcile import reconcile
from warmonitor.records import Claim, Party, PartyKind, Span


def victim(name: str, kind: PartyKind = "civilians") -> Party:
    """Somebody in the words of a report."""
    return Party(name=name, kind=kind, country="SYR", as_written=Span(start=0, end=len(name), text=name))


def killed(at: int, who: Party) -> Claim:
    return claim("casualty_report", at, killed=1, place=ARIHA, target=who)


def test_two_murders_are_two_happenings() -> None:
    assert len(reconcile([killed(0, victim("Hana Barzi")), killed(600, victim("Yusuf Malik"))])) == 2


def test_who_died_with_somebody_is_told_in_the_next_sentence() -> None:
    assert len(reconcile([killed(0, victim("Hana Barzi")), killed(120, victim("Yusuf Malik"))])) == 1


def test_one_victim_may_be_told_with_fewer_names() -> None:
    assert len(reconcile([killed(0, victim("Hana Barzi")), killed(600, victim("Hana Omar Barzi"))])) == 1


def test_whoever_is_not_named_may_be_the_one_named_before() -> None:
    assert len(reconcile([killed(0, victim("Hana Barzi")), killed(600, victim("the judge"))])) == 1


def test_names_of_bodies_are_nobody() -> None:
    army, guard = victim("Syrian Army", "state_force"), victim("Tribal Guard", "militia")
    assert len(reconcile([killed(0, army), killed(600, guard)])) == 1


def test_nobody_is_killed_twice_whoever_is_said_to_have_done_it() -> None:
    hana, army, rebels = victim("Hana Barzi"), victim("Army", "state_force"), victim("Rebels", "rebel")
    told = claim("casualty_report", 0, agent=army, target=hana, day=None, place=ARIHA)
    again = claim("casualty_report", 900, agent=rebels, target=hana, day=None, killed=1)
    assert len(reconcile([told, again])) == 1


def abducted(at: int, words: str, agent: Party, name: str = "Civilians (Syria)") -> Claim:
    """Somebody who was taken, in these words."""
    who = Party(name=name, kind="civilians", country="SYR", as_written=Span(start=at, end=at + len(words), text=words))
    return claim("abduction", at, target=who, agent=agent)


def test_the_three_men_are_those_named_before() -> None:
    first = abducted(0, "engineer Hana Barzi", ARMY, "Hana Barzi")
    assert len(reconcile([first, abducted(400, "the three men", RUSSIA)])) == 1
    assert len(reconcile([first, abducted(400, "three other men", RUSSIA)])) == 2
