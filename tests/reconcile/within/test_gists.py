"""What an episode is compared by."""

from __future__ import annotations

from reconcile.telling import ARIHA, RUSSIA, claim
from warmonitor.reconcile import episodes
from warmonitor.records import Claim, Place, Report

ALEPPO = Place(name="Aleppo", country="SYR", admin1="Aleppo", lat=36.20, lon=37.16, precision="town")
REPORT = Report(id="r", text="A strike.")


def strikes(count: int) -> list[Claim]:
    return [claim("air_strike", at, place=ARIHA, agent=RUSSIA) for at in range(0, 100 * count, 100)]


def test_a_far_place_that_one_of_many_tellings_names_is_none_of_the_episodes() -> None:
    beside = claim("air_strike", 900, places=(ARIHA, ALEPPO), agent=RUSSIA)
    (episode,) = episodes([*strikes(5), beside], REPORT)
    assert [place.name for place in episode.gist.places] == ["Ariha"]


def test_of_few_tellings_every_place_counts() -> None:
    beside = claim("air_strike", 900, places=(ARIHA, ALEPPO), agent=RUSSIA)
    (episode,) = episodes([*strikes(1), beside], REPORT)
    assert {place.name for place in episode.gist.places} == {"Ariha", "Aleppo"}
