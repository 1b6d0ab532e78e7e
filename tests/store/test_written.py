"""Who holds the whole record is told what changed, and of nothing else."""

from __future__ import annotations

from store.telling import ADDED, claim, episode, incident, kept, report
from warmonitor.records import Claim, Incident, Ruling, Tombstone
from warmonitor.store import Change, Seen, Store


def seen(store: Store, since: Seen | None = None) -> tuple[Seen, list[str], object, list[str], object, int]:
    """What `written` tells: claims by id and whose they are, incidents by id and those that are gone, origins."""
    with store.written(since) as news:
        claims = sorted(Claim.model_validate_json(text).id for text in news.claims)
        incidents = sorted(Incident.model_validate_json(text).id for text in news.incidents)
        return news.seen, claims, news.reports, incidents, news.gone, len(news.provenance)


def test_all_is_told_once_and_then_what_changed(store: Store) -> None:
    mine, theirs = report(), report("r2", "Shells fell on Sarmin. ")
    coded = claim(mine), claim(mine, 1)
    store.put(kept(mine), coded, [episode("e1", mine, coded[0])])
    store.settle(["r1"], Change((incident("i1", coded[0]), incident("i2", coded[1])), ()))
    first, claims, reports, incidents, gone, origins = seen(store)
    assert (claims, reports, incidents, gone, origins) == (sorted(c.id for c in coded), None, ["i1", "i2"], None, 1)
    assert seen(store, first) == (first, [], (), [], frozenset(), 0)

    told = claim(theirs)
    store.put(kept(theirs), [told])
    second, *news = seen(store, first)
    assert news == [[told.id], ("r2",), [], frozenset(), 2]
    store.settle(["r2"], Change((incident("i1", coded[0], told),), ("i2",)))
    third, *news = seen(store, second)
    assert news == [[], (), ["i1"], frozenset({"i2"}), 0]

    store.rule(Ruling(id="u1", at=ADDED, by="Rana", action="unsure", incident="i1"))
    fourth, *news = seen(store, third)
    assert fourth.edition == third.edition
    assert news == [[], (), [], frozenset(), 0]


def test_a_report_without_claims_any_more_is_told_of(store: Store) -> None:
    mine = report()
    store.put(kept(mine), [claim(mine)])
    first = seen(store)[0]
    store.put(kept(report(text="Nothing was said.")), [])
    assert seen(store, first)[1:3] == ([], ("r1",))


def test_after_an_erasure_all_is_told_again(store: Store) -> None:
    mine = report()
    store.put(kept(mine), [claim(mine)])
    first = seen(store)[0]
    store.erase(Tombstone(kind="report", id="r1", at=ADDED, by="reviewer", why="asked"))
    assert seen(store, first)[2] is None
    assert seen(store, Seen(first.edition + 99, first.erasures, 0))[2] is None, "another store may have said so"
