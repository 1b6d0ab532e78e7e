"""Reports come in once, in versions, with what was coded of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from store.telling import ADDED, CODER, MONDAY, claim, episode, kept, report
from warmonitor.errors import BadReport
from warmonitor.records import Report
from warmonitor.store import Store


def test_the_same_report_again_changes_nothing_and_says_so(store: Store) -> None:
    told = report()
    assert store.standing(told, CODER) == "new"
    assert store.put(kept(told), [claim(told)]) == "new"
    assert store.standing(told, CODER) == "same"
    assert store.put(kept(told, added=ADDED + timedelta(days=1)), [claim(told, 1)]) == "same"
    assert list(store.claims()) == [claim(told)]
    assert [version.added for version in store.versions("r1")] == [ADDED]


def test_a_corrected_report_is_a_new_version_and_its_old_claims_stay_readable(store: Store) -> None:
    told, corrected = report(), report(text="Shelling killed 14, not 12, the police said later.")
    old, new = claim(told), claim(corrected)
    store.put(kept(told), [old], [episode("e1", told, old)])
    assert store.put(kept(corrected), [new], [episode("e2", corrected, new)]) == "changed"
    assert [version.version for version in store.versions("r1")] == [1, 2]
    assert store.report("r1") == store.versions("r1")[1]
    assert store.report("r1", 1) == store.versions("r1")[0]
    assert list(store.claims()) == [new]
    assert list(store.claims(report_id="r1", version=1)) == [old]
    assert store.claim(old.id) == old
    assert store.episodes() == (episode("e2", corrected, new),)


@pytest.mark.parametrize(
    "corrected", [report(published=MONDAY + timedelta(days=1)), report(outlet="Other"), report(title=None)]
)
def test_a_corrected_date_outlet_or_title_is_a_new_version_too(store: Store, corrected: Report) -> None:
    store.put(kept(report()), [])
    assert store.put(kept(corrected), []) == "changed"
    assert [version.report for version in store.versions("r1")] == [report(), corrected]


def test_another_coder_replaces_the_claims_of_the_version(store: Store) -> None:
    told = report()
    store.put(kept(told), [claim(told), claim(told, 1)])
    again = claim(told, coder="rules 2")
    assert store.put(kept(told, "rules 2"), [again]) == "changed"
    assert list(store.claims()) == [again]
    assert [version.coder for version in store.versions("r1")] == ["rules 2"]


def test_a_text_that_comes_back_is_a_version_again(store: Store) -> None:
    first, second = report(), report(text="Nothing was hit.")
    for told in (first, second, first):
        assert store.put(kept(told), [claim(told)]) in ("new", "changed")
    assert [version.report for version in store.versions("r1")] == [first, second, first]
    assert store.claim(claim(first).id) == claim(first)


def test_what_was_known_on_a_day_are_the_versions_of_that_day(store: Store) -> None:
    first = report()
    second = report(text="Corrected on Friday.", published=MONDAY + timedelta(days=4))
    undated = report("r2", published=None)
    for told in (first, second, undated):
        store.put(kept(told), [claim(told)])

    def known(day: date) -> tuple[list[str], list[str]]:
        texts = [version.report.text for version in store.reports(day)]
        return texts, [found.evidence.text for found in store.claims(as_of=day)]

    assert known(MONDAY - timedelta(days=1)) == ([], [])
    assert known(MONDAY) == ([first.text], [first.text])
    assert known(MONDAY + timedelta(days=4)) == ([second.text], [second.text])
    assert known(ADDED.date()) == ([second.text, undated.text], [second.text, undated.text])


def test_characters_that_databases_do_not_keep_come_back_as_they_were(store: Store) -> None:
    told = report(text="Shells \0 fell \ud83d on Sarmin \U0001f4a5.", outlet="Po\0st\udfff", title="\ud800")
    store.put(kept(told), [claim(told)])
    found = store.report("r1")
    assert found is not None
    assert found.report == told
    assert list(store.claims()) == [claim(told)]
    assert store.put(kept(told), [claim(told)]) == "same"
    assert store.check()[:-1] == ()


@pytest.mark.parametrize("name", ["", "a\0b", "a\ud800", "é" * 501])
def test_an_id_that_no_database_keeps_is_refused_with_its_mend(store: Store, name: str) -> None:
    with pytest.raises(BadReport, match="plain id"):
        store.put(kept(report(name)), [])
    assert store.counts().reports == 0


def test_reports_come_by_id_and_one_that_is_not_there_is_none(store: Store) -> None:
    for name in ("b", "a", "É", "B", "1"):
        store.put(kept(report(name)), [])
    assert [version.report.id for version in store.reports()] == ["1", "B", "a", "b", "É"]
    assert store.report("c") is None
    assert store.report("a", 2) is None
    assert store.versions("c") == ()


def test_copies_are_found_by_a_band_of_their_signature(store: Store) -> None:
    store.put(kept(report("r1")), [], [], [1, 2, 2**63], ["x", "y"])
    store.put(kept(report("r2")), [], [], [1, 2, 9], ["y", "z"])
    store.put(kept(report("r3")), [])
    assert store.signatures(["y", "nothing"]) == {"r1": (1, 2, 2**63), "r2": (1, 2, 9)}
    store.put(kept(report("r1", "Another text.")), [], [], [5], ["w"])
    assert store.signatures(["x", "y"]) == {"r2": (1, 2, 9)}
    assert store.signatures(["w"]) == {"r1": (5,)}


def test_what_is_kept_waits_to_be_reconciled(store: Store) -> None:
    for name in ("r2", "r1"):
        store.put(kept(report(name)), [])
    assert store.pending() == ("r1", "r2")
    assert store.check() == ("2 report(s) are kept but not reconciled. Say `warmonitor reconcile`.",)
    counts = store.counts()
    assert (counts.reports, counts.versions, counts.pending) == (2, 2, 2)
