"""Small places and their namesakes in other spellings; villages that lie far from all that is named with them."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace

import pytest

from warmonitor.coding.places.atlas import Atlas
from warmonitor.coding.places.candidates import Candidate
from warmonitor.coding.places.nearby import nearby
from warmonitor.coding.places.resolving import Name
from warmonitor.coding.places.spellings import spelled
from warmonitor.gazetteer import Entry

THEATRE = ("SYR",)
FOLD = 2


def place(number: int, name: str, lat: float, lon: float, people: int = 0, feature: str = "PPL") -> Entry:
    return Entry(f"test:{number}", name, "SYR", "Idlib", lat, lon, feature, people, None)


def named(text: str, *entries: Entry, rungs: tuple[int, ...] = (), at: int = 0) -> Candidate:
    return Candidate(at, at, at * 10, at * 10 + len(text), text, entries, 0, rungs)


SARAQIB = place(1, "Saraqib", 35.86, 36.81, 34_231)
IDLIB = place(2, "Idlib", 35.93, 36.63, 128_840, "PPLA")
SARJA = place(3, "Sarja", 35.73, 36.64, 900)
SARJAH = place(4, "Sarjah", 34.10, 40.50, 700)
SHARJAH_DAM = place(5, "Sarjah Dam", 34.1, 40.6, 0, "DAM")


@dataclass
class Spelt:
    """A gazetteer that knows only how names are spelt."""

    entries: tuple[tuple[Entry, int], ...]

    def spelt(self, name: str, countries: Container[str]) -> tuple[tuple[Entry, int], ...]:
        return self.entries if "SYR" in countries else ()


@pytest.fixture
def spelling(world: Atlas) -> Atlas:
    """An atlas in which every name is also spelt like `Sarja`, 390 km away, and like a dam there."""
    return replace(world, gazetteer=Spelt(((SARJA, FOLD), (SHARJAH_DAM, FOLD))))  # type: ignore[arg-type]


def test_a_small_place_is_weighed_with_those_that_are_spelt_like_it(spelling: Atlas) -> None:
    (found,) = spelled([named("Sarjah", SARJAH)], spelling, THEATRE)
    assert (found.entries, found.rungs) == ((SARJAH, SARJA), (0, FOLD))


def test_every_mention_of_a_name_gets_the_same_places(spelling: Atlas) -> None:
    one, other = spelled([named("Sarjah", SARJAH), named("Sarjah", at=7)], spelling, THEATRE)
    assert one.entries == other.entries == (SARJAH, SARJA)
    assert (one.first, other.first) == (0, 7)


@pytest.mark.parametrize(
    "candidate",
    [
        named("Idlib", place(6, "Idlib", 35.93, 36.63, 128_840)),
        named("Idlib", place(7, "Idlib", 35.9, 36.6, 0, "ADM1")),
        named("Sar", SARJAH),
        named("Nowhere"),
    ],
    ids=["a city", "a province", "three letters", "nothing listed"],
)
def test_what_a_report_means_by_this_very_name_stays_alone(spelling: Atlas, candidate: Candidate) -> None:
    (found,) = spelled([candidate], spelling, THEATRE)
    assert found.entries == candidate.entries


def test_without_a_country_no_spelling_is_looked_for(spelling: Atlas) -> None:
    (found,) = spelled([named("Sarjah", SARJAH)], spelling, ())
    assert found.entries == (SARJAH,)


def name(mention: Candidate, *beside: str, best: int = 0) -> Name:
    scores = [1.0 if at == best else 0.0 for at in range(len(mention.entries))]
    return Name([mention], mention.entries, list(scores), scores, dict.fromkeys(beside, 1.0))


def test_a_village_far_from_the_town_beside_it_gives_way_to_the_near_one_of_another_spelling() -> None:
    village, town = named("Sarjah", SARJAH, SARJA, rungs=(0, FOLD)), named("Saraqib", SARAQIB)
    names = {"sarjah": name(village, "saraqib"), "saraqib": name(town, "sarjah")}
    found, kept = nearby([village, town], names, THEATRE)
    assert (found.entries, found.rungs) == ((SARJA,), (FOLD,))
    assert kept.entries == (SARAQIB,)


def test_a_village_far_from_all_towns_that_no_other_spelling_saves_has_no_place() -> None:
    village, town = named("Sarja", SARJAH, rungs=(FOLD,)), named("Saraqib", SARAQIB)
    (found, _) = nearby([village, town], {"sarja": name(village), "saraqib": name(town)}, THEATRE)
    assert (found.text, found.entries) == ("Sarja", ())


def test_a_village_near_what_is_named_keeps_its_places() -> None:
    village, town = named("Sarja", SARJA, SARJAH, rungs=(0, FOLD)), named("Saraqib", SARAQIB)
    (found, _) = nearby([village, town], {"sarja": name(village, "saraqib"), "saraqib": name(town)}, THEATRE)
    assert found.entries == (SARJA, SARJAH)


def test_a_far_village_of_just_this_name_and_no_other_spelling_is_meant() -> None:
    village, town = named("Sarjah", SARJAH), named("Saraqib", SARAQIB)
    (found, _) = nearby([village, town], {"sarjah": name(village), "saraqib": name(town)}, THEATRE)
    assert found.entries == (SARJAH,)


def test_a_large_town_may_lie_anywhere() -> None:
    city = place(8, "Deir ez-Zor", 35.34, 40.14, 211_857)
    far, town = named("Dayr az Zawr", city, rungs=(FOLD,)), named("Saraqib", SARAQIB)
    (found, _) = nearby([far, town], {"dayr az zawr": name(far), "saraqib": name(town)}, THEATRE)
    assert found.entries == (city,)


def test_without_a_country_or_a_town_that_is_sure_nothing_is_far() -> None:
    village, other = named("Sarja", SARJAH, rungs=(FOLD,)), named("Kafr", place(9, "Kafr", 35.8, 36.7, 300))
    names = {"sarja": name(village), "kafr": name(other)}
    assert nearby([village, other], names, THEATRE)[0].entries == (SARJAH,)
    names = {"sarja": name(village), "saraqib": name(named("Saraqib", SARAQIB))}
    assert nearby([village], names, ())[0].entries == (SARJAH,)
