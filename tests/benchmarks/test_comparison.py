"""Names, sides and the table of published figures."""

from __future__ import annotations

from benchmarks.scoring.names import kilometres, same_place
from benchmarks.scoring.published import anchors
from benchmarks.scoring.sides import party_sides, sides
from benchmarks.scoring.tasks import TASKS
from warmonitor.records import Party, Place


def test_spellings_of_one_place() -> None:
    assert same_place("Deir ez-Zor", "Deir Ezzour")
    assert same_place("Idlib countryside", "Idlib")
    assert not same_place("Deir Hafir", "Deir ez-Zor")
    assert not same_place("Aleppo")


def test_kilometres_between_places_without_coordinates_are_unknown() -> None:
    here = Place(name="a", lat=0, lon=0, precision="town")
    assert round(kilometres(here, Place(name="b", lat=1, lon=0, precision="town")) or 0) == 111
    assert kilometres(here, Place(name="c", precision="town")) is None


def test_sides_by_name_then_by_general_words() -> None:
    assert sides("Russian air force") == {"russia"}
    assert sides("the air force") == {"regime"}
    assert sides("US-backed Kurdish forces") == {"kurds"}
    assert party_sides([Party(name="the ministry", country="TUR"), Party(name="rebels", stated=False)]) == {"turkey"}


def test_every_published_figure_is_of_a_task_and_says_its_source() -> None:
    known = anchors()
    assert {anchor.task for anchor in known} <= {*TASKS, "claims", "muc"}
    assert all(anchor.source for anchor in known)
