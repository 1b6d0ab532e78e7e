"""What the codebook says of event types and incidents."""

from __future__ import annotations

from typing import get_args

from warmonitor.reconcile import read_happenings
from warmonitor.records import EventType

TABLE = read_happenings()


def test_every_event_type_has_a_row() -> None:
    assert set(TABLE.types) == set(get_args(EventType))


def test_families_of_pairs_exist_and_fit_both_ways() -> None:
    families = {row.family for row in TABLE.types.values()}
    assert all({a, b} <= families for a, b in TABLE.pairs)
    assert all(TABLE.pairs[b, a] == fit for (a, b), fit in TABLE.pairs.items())


def test_a_toll_fits_a_strike_and_talks_do_not() -> None:
    assert TABLE.fit("casualty_report", "air_strike") > 0.5
    assert TABLE.fit("diplomatic_meeting", "air_strike") == 0.0
    assert TABLE.fit("battle", "battle") == 1.0
