from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from warmonitor.gazetteer import Gazetteer, build
from warmonitor.gazetteer.entries import Entry, Listed
from warmonitor.gazetteer.tables import Tables

NORTH = (36.0, 35.0, 38.0, 37.0)


def _wide(_: Tables) -> list[Listed]:
    return [
        Listed(Entry("w:1", "Syria", "SYR", None, 35.0, 38.0, "PCLI", 20_000_000, 300.0), ("Syria",)),
        Listed(Entry("w:2", "Idlib", "SYR", "Idlib", 35.9, 36.7, "ADM1", 0, 45.0), ("Idlib",)),
        Listed(Entry("w:3", "North Camp", "SYR", "Idlib", 36.2, 36.7, "CMP", 0, 2.0), ("North Camp",)),
        *(
            Listed(Entry(f"w:{at}", f"Hamlet {at}", "SYR", "Idlib", 35.86, 36.8, "PPL", 0, None), (f"Hamlet {at}",))
            for at in range(10, 20)
        ),
    ]


@pytest.fixture
def mapped(small: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(build, "listed", _wide)
    small.unlink()
    build.build(small)
    return small


def told(path: Path, box: tuple[float, float, float, float], zoom: float) -> list[tuple[str, str]]:
    with Gazetteer(path) as places:
        return [(label.name, label.kind) for label in places.labels(box, zoom)]


def test_a_wide_window_shows_the_country_and_its_large_towns_only(mapped: Path) -> None:
    found = told(mapped, (30.0, 30.0, 42.0, 40.0), 5)
    assert found == [("Syria", "country"), ("Homs", "town"), ("Al Bāb", "town")]


def test_a_narrower_one_shows_regions_and_towns_most_people_first(mapped: Path) -> None:
    found = told(mapped, NORTH, 8)
    assert found[:3] == [("Idlib", "region"), ("Al Bāb", "town"), ("Saraqib", "town")]
    assert ("Syria", "country") not in found
    assert ("Homs", "town") not in found


def test_camps_are_shown_close_by_only(mapped: Path) -> None:
    assert ("North Camp", "site") not in told(mapped, NORTH, 9)
    assert ("North Camp", "site") in told(mapped, (36.5, 36.0, 36.9, 36.4), 11)


def test_a_tile_has_room_for_a_few_names_and_its_largest_town_is_among_them(mapped: Path) -> None:
    found = [name for name, kind in told(mapped, (36.7, 35.8, 36.9, 35.9), 9) if kind == "town"]
    assert len(found) == 4
    assert found[0] == "Saraqib"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(west=st.floats(36.70, 36.79), zoom=st.sampled_from([8, 9, 10, 11]))
def test_moving_the_window_changes_no_choice(mapped: Path, west: float, zoom: int) -> None:
    moved, before = (told(mapped, (edge, 35.8, 36.9, 35.9), zoom) for edge in (west, 36.7))
    assert [of for of in moved if of[1] == "town"] == [of for of in before if of[1] == "town"]


def test_a_window_across_the_date_line_shows_both_sides(mapped: Path) -> None:
    assert told(mapped, (170.0, -80.0, 160.0, 80.0), 3) == []
    assert ("Homs", "town") in told(mapped, (170.0, 30.0, 100.0, 40.0), 4)


@pytest.mark.parametrize("zoom", [0, 0.5, 22])
def test_any_zoom_will_do(mapped: Path, zoom: float) -> None:
    with Gazetteer(mapped) as places:
        assert all(math.isfinite(label.lat) for label in places.labels((-180, -90, 180, 90), zoom))
