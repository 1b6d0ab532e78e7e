from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from warmonitor import gazetteer
from warmonitor.gazetteer import Gazetteer, build, packs


def test_a_name_finds_its_place_whatever_its_marks(small: Path) -> None:
    with Gazetteer(small) as places:
        assert [e.id for e in places.named("SARAQEB")] == ["geonames:1"]
        assert [e.id for e in places.named("سراقب")] == ["geonames:1"]
        assert places.named("Nowhere") == ()


def test_homonyms_come_with_most_people_first(small: Path) -> None:
    with Gazetteer(small) as places:
        assert [(e.name, e.country) for e in places.named("Homs")] == [("Homs", "SYR"), ("Al Khums", "LBY")]


def test_articles_may_be_left_out(small: Path) -> None:
    with Gazetteer(small) as places:
        assert [e.name for e in places.without_article("Bab")] == ["Al Bāb"]


def test_loose_spelling_is_looked_for_only_in_the_countries_asked_for(small: Path) -> None:
    with Gazetteer(small) as places:
        rung, found = places.like("Kafranbel", {"SYR"})
        assert rung > 0
        assert [e.name for e in found] == ["Kafr Nabl"]
        assert places.like("Kafranbel", {"UKR"}) == (-1, ())


def test_search_tells_the_rung(small: Path) -> None:
    with Gazetteer(small) as places:
        assert [(e.name, rung) for e, rung in places.search("Kafranbel")] == [("Kafr Nabl", "skeleton")]


def test_a_pack_removed_while_a_run_reads_it_stays_for_that_run(small: Path, dump: Path) -> None:
    packs.add(small, dump)
    with Gazetteer(small) as reading:
        packs.remove(small, "SY")
        assert [e.name for e in reading.named("Sarjah")] == ["Sarjah"]
    with Gazetteer(small) as later:
        assert later.named("Sarjah") == ()


def test_bringing_the_file_up_to_date_gives_no_place_another_id(
    small: Path, tmp_path: Path, dump_line: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    twin = tmp_path / "ZZ.txt"
    twin.write_text(dump_line(905, "Saraqib", 35.864, 36.806), encoding="utf-8")
    packs.add(small, twin)
    with Gazetteer(small) as places:
        before = places.named("Saraqib")
    monkeypatch.setattr(build, "base", lambda: tuple(replace(pack, sha256="newer") for pack in places.packs[:2]))
    with gazetteer.open(small) as places:
        assert [pack.name for pack in places.packs] == ["warmonitor", "cities500", "ZZ"]
        assert places.named("Saraqib") == before


def test_a_file_of_another_version_is_built_anew(small: Path) -> None:
    import sqlite3

    db = sqlite3.connect(small)
    db.execute("PRAGMA user_version = 99")
    db.close()
    with gazetteer.open(small) as places:
        assert places.named("Saraqib")


def test_what_is_found_is_ranked_by_spelling_and_people_with_the_reason(small: Path) -> None:
    with Gazetteer(small) as places:
        first, second = places.ranked("Homs")
        assert (first.entry.country, second.entry.country) == ("SYR", "LBY")
        assert first.score > second.score
        (loose,) = places.ranked("Kafranbel")
        assert loose.reason == "the same consonants; 15,455 people"
        assert loose.score < second.score
