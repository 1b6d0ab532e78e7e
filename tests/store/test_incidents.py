"""Incidents are written together with what they settle; ids of those that are no more lead on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from store.telling import ADEN, ANYWHERE, MONDAY, claim, episode, incident, kept, report
from warmonitor.records import Claim, Filter
from warmonitor.store import Change, Outline, Store, outline
from warmonitor.store.changes import KEPT


@pytest.fixture
def coded(store: Store) -> tuple[Claim, ...]:
    """Three reports of a claim each."""
    found = []
    for name in ("r1", "r2", "r3"):
        told = report(name)
        found.append(claim(told))
        store.put(kept(told), [found[-1]], [episode(f"e{name}", told, found[-1])])
    return tuple(found)


def test_settling_writes_incidents_and_takes_reports_off_the_pending_ones(
    store: Store, coded: tuple[Claim, ...]
) -> None:
    found = incident("a", *coded[:2])
    assert store.pending() == ("r1", "r2", "r3")
    store.settle(["r1", "r2"], Change((found,), ()))
    assert store.pending() == ("r3",)
    assert store.incidents(ANYWHERE) == (found,)
    assert store.incidents_with(["r2", "r3"]) == (found,)
    assert store.incidents_with(["r3"]) == ()


def test_a_report_that_was_put_again_meanwhile_stays_pending(store: Store, coded: tuple[Claim, ...]) -> None:
    assert "r1" in store.pending()
    store.put(kept(report("r1", "Corrected.")), [])
    store.settle(["r1", "r2"], Change((), ()))
    assert store.pending() == ("r1", "r3")


def test_an_incident_written_again_replaces_what_it_was(store: Store, coded: tuple[Claim, ...]) -> None:
    store.settle([], Change((incident("a", coded[0]),), ()))
    wider = incident("a", *coded, place=ADEN)
    store.settle([], Change((wider,), ()))
    assert store.incident("a") == wider
    assert store.count(Filter(place="Sarmin")) == 0
    assert store.count(Filter(place="Aden")) == 1


def test_the_id_of_a_merged_incident_leads_to_the_one_it_is_in(store: Store, coded: tuple[Claim, ...]) -> None:
    one, other = incident("a", coded[0]), incident("b", coded[1])
    store.settle([], Change((one, other), ()))
    both = incident("a", *coded[:2], redirects=("b",))
    store.settle([], Change((both,), ("b",)))
    assert store.incident("b") == both
    assert store.incidents_of(["b"]) == (both,)
    whole = incident("c", *coded, redirects=("a",))
    store.settle([], Change((whole,), ("a",)))
    assert store.incident("b") == whole
    assert store.incident("a") == whole


def test_an_incident_that_is_split_leads_to_the_part_that_holds_its_anchor(
    store: Store, coded: tuple[Claim, ...]
) -> None:
    store.settle([], Change((incident("a", *coded),), ()))
    rest, anchored = incident("b", *coded[1:]), incident("c", coded[0])
    store.settle([], Change((rest, anchored), ("a",)))
    assert store.incident("a") == anchored


def test_without_its_anchor_it_leads_to_where_most_of_it_is_and_without_any_of_it_nowhere(
    store: Store, coded: tuple[Claim, ...]
) -> None:
    store.settle([], Change((incident("a", *coded),), ()))
    store.settle([], Change((incident("b", *coded[1:]),), ("a",)))
    assert store.incident("a") == incident("b", *coded[1:])
    store.settle([], Change((), ("b",)))
    assert store.incident("b") is None
    assert store.incident("a") is None
    assert store.check() == ("3 report(s) are kept but not reconciled. Say `warmonitor reconcile`.",)


def test_an_id_that_comes_back_is_itself_again(store: Store, coded: tuple[Claim, ...]) -> None:
    store.settle([], Change((incident("a", *coded, redirects=("b",)),), ()))
    apart = incident("a", coded[0]), incident("b", *coded[1:])
    store.settle([], Change(apart, ()))
    assert store.incident("b") == apart[1]


def test_a_beginning_of_an_id_is_enough_if_only_one_has_it(store: Store, coded: tuple[Claim, ...]) -> None:
    found = incident("abc1", coded[0], redirects=("abcde", "xyz")), incident("abd2", coded[1])
    store.settle([], Change(found, ()))
    assert store.incident("abc") == found[0]
    assert store.incident("xy") == found[0]
    assert store.incident("abd") == found[1]
    for unclear in ("ab", "", "q", "abc1x"):
        assert store.incident(unclear) is None


def test_a_claim_is_found_by_a_beginning_that_only_one_has(store: Store) -> None:
    told = report()
    claims = [claim(told, 0, id="abc"), claim(told, 1, id="abd")]
    store.put(kept(told), claims)
    assert store.claim("abc") == claims[0]
    assert store.claim("abd") == claims[1]
    assert store.claim("ab") is None
    assert store.claim("") is None


def test_incidents_come_latest_first_then_by_prominence_and_id(store: Store, coded: tuple[Claim, ...]) -> None:
    tuesday = MONDAY + timedelta(days=1)
    found = (
        incident("late", start=None, end=tuesday),
        incident("long", start=MONDAY - timedelta(days=3), end=tuesday, prominence=0.4),
        incident("B", prominence=0.9),
        incident("a", prominence=0.9),
        incident("c", end=None),
        incident("undated", start=None, end=None, prominence=1),
    )
    store.settle([], Change(found[::-1], ()))
    assert store.incidents(ANYWHERE) == found
    assert store.incidents(ANYWHERE, limit=2, offset=1) == found[1:3]
    assert store.incidents(ANYWHERE, offset=4) == found[4:]
    assert store.incidents(ANYWHERE, limit=0) == ()
    assert store.count(ANYWHERE) == 6


def test_outlines_tell_the_same_as_the_incidents(store: Store, coded: tuple[Claim, ...]) -> None:
    found = (
        incident("a", killed=12),
        incident("b", place=ADEN, start=None, end=None, event_type="battle", status="disputed"),
        incident("c", place=None),
    )
    store.settle([], Change(found, ()))
    day = MONDAY.toordinal()
    assert set(store.outlines().outlines) == {
        Outline("a", day, day, "shelling", "single_source", 35.9, 36.73, 2, "town", 12, 0.5),
        Outline("b", 0, 0, "battle", "disputed", 12.79, 45.02, None, "town", None, 0.5),
        Outline("c", day, day, "shelling", "single_source", None, None, None, None, None, 0.5),
    }
    assert {outline(one) for one in found} == set(store.outlines().outlines)


def test_who_holds_the_outlines_is_told_only_what_changed(store: Store, coded: tuple[Claim, ...]) -> None:
    store.settle([], Change((incident("a", killed=12), incident("b"), incident("c", place=None)), ()))
    held = store.outlines()
    assert held.whole
    assert {told.id: (told.killed, told.lat) for told in held.outlines} == {
        "a": (12, 35.9), "b": (None, 35.9), "c": (None, None),
    }  # fmt: skip
    assert store.outlines(held.edition) == (held.edition, False, (), frozenset())
    store.settle([], Change((incident("a", killed=13, redirects=("b",)), incident("d")), ("b",)))
    news = store.outlines(held.edition)
    assert not news.whole
    assert {(told.id, told.killed) for told in news.outlines} == {("a", 13), ("d", None)}
    assert news.gone == {"b"}
    assert news.edition > held.edition
    for _ in range(KEPT):
        store.settle([], Change((incident("e"),), ()))
    assert {told.id for told in store.outlines(news.edition + 1).outlines} == {"e"}
    assert store.outlines(held.edition).whole, "what is too long ago is read anew"
    assert store.outlines(store.edition() + 1).whole, "so is what another store may have said"


def test_episodes_are_found_by_id_report_and_shared_key(store: Store) -> None:
    told, other = report("r1"), report("r2")
    mine = (episode("e2", told, keys=("x", "y")), episode("e1", told, keys=("z",)))
    theirs = (episode("e3", other, keys=("y", "y", "z")),)
    store.put(kept(told), [], mine)
    store.put(kept(other), [], theirs)
    assert store.episodes() == (mine[1], mine[0], theirs[0])
    assert store.episodes(report_id="r1") == (mine[1], mine[0])
    assert store.episodes(ids=["e3", "e2", "none"]) == (mine[0], theirs[0])
    assert store.neighbours(["y"]) == (mine[0], theirs[0])
    assert store.neighbours(f"k{number}" for number in range(3000)) == ()
    assert store.neighbours([*(f"k{number}" for number in range(3000)), "z", "x"]) == (mine[1], mine[0], theirs[0])
