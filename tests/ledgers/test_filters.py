"""Which rows a filter leaves."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ledgers.said import ARMY, ASKA, BORG, GUARDS, HILLS, REBELS, incident, report, said, toll
from warmonitor.ledgers import Kind, ledger
from warmonitor.records import Filter

APRIL = date(2021, 4, 2)
CLAIMS = [
    said("air_strike", 0, agent=ARMY, target=REBELS, place=ASKA, toll=toll(2), words="jets hit Aska"),
    said("territory_gain", 50, "War Watch", day=APRIL, agent=ARMY, target=REBELS, place=BORG),
    said("casualty_report", 90, day=None, target=GUARDS, toll=toll(4)),
]
INCIDENTS = [incident(claim, name=f"i{at}", status=status) for at, (claim, status) in enumerate(
    zip(CLAIMS, ("disputed", "undisputed", "undisputed"), strict=True))]  # fmt: skip


def count(kind: Kind, **asked: Any) -> int:
    return len(ledger(kind, CLAIMS, INCIDENTS, reports=[report(outlet="Reuters")], where=Filter(**asked)))


def test_without_a_filter_everything_is_left() -> None:
    assert (count("tolls"), count("control"), count("sources")) == (2, 2, 2)


@pytest.mark.parametrize(("asked", "left"), [
    ({"place": "aska"}, 1), ({"place": "Hills"}, 1), ({"place": "own:1"}, 1), ({"place": "XNO"}, 1),
    ({"place": "Borg"}, 0), ({"actor": "norland army"}, 1), ({"actor": "guards"}, 1), ({"actor": "nobody"}, 0),
    ({"since": date(2021, 4, 15)}, 1), ({"until": date(2021, 4, 14)}, 0),
    ({"types": ("air_strike",)}, 1), ({"status": ("disputed",)}, 1), ({"text": "jets"}, 1), ({"source": "reuters"}, 2),
    ({"box": (5.0, 50.0, 7.0, 51.5)}, 1), ({"box": (170.0, 50.0, 7.0, 51.5)}, 1), ({"box": (7.0, 50.0, 9.0, 51.5)}, 0),
    ({"dated": False}, 1), ({"placed": True}, 1), ({"placed": False}, 1),
    ({"place": "Aska", "types": ("shelling",)}, 0),
])  # fmt: skip
def test_every_part_that_is_given_must_hold(asked: dict[str, Any], left: int) -> None:
    assert count("tolls", **asked) == left


def test_a_stretch_is_of_every_day_that_it_lasts() -> None:
    assert count("control", since=date(2021, 12, 1)) == 1
    assert count("control", until=date(2021, 3, 1)) == 1
    assert count("control", actor="rebels") == 2


def test_a_source_is_found_by_what_it_says() -> None:
    assert count("sources", types=("territory_gain",)) == 1


def test_a_place_within_a_province_is_found_under_the_province_only() -> None:
    claim = said("shelling", place=HILLS, toll=toll(1))
    assert len(ledger("tolls", [claim], [incident(claim)], where=Filter(place="Hills"))) == 1
    assert ledger("tolls", [claim], [incident(claim)], where=Filter(place="Aska")) == ()


@pytest.mark.parametrize("asked", ["Syria", "syria", "SYR", "سوريا"])
def test_a_country_has_the_places_that_lie_in_it(asked: str) -> None:
    claim = said("shelling", place=HILLS.model_copy(update={"country": "SYR"}), toll=toll(1))
    assert len(ledger("tolls", [claim], [incident(claim)], where=Filter(place=asked))) == 1
    assert ledger("tolls", [claim], [incident(claim)], where=Filter(place="Turkey")) == ()
