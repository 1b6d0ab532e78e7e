"""The ledger of displacement: figures with bounds and window, a stock told twice told once."""

from __future__ import annotations

from datetime import date

from ledgers.said import ASKA, BORG, HILLS, THURSDAY, VILLAGERS, incident, said, so_far, toll
from warmonitor.ledgers import DisplacementRow, ledger
from warmonitor.records import Claim

DECEMBER = date(2020, 12, 1)
STOCK = so_far(900_000, DECEMBER, kind="displaced", low=None, bound="<", group="people")


def rows(*claims: Claim) -> list[DisplacementRow]:
    found = ledger("displacement", claims, [incident(claims[0])])
    return [row for row in found if isinstance(row, DisplacementRow)]


def test_a_figure_keeps_its_bounds_window_place_term_and_source() -> None:
    (row,) = rows(said("displacement", 0, "War Watch", target=VILLAGERS, place=HILLS, trigger="Fled", toll=STOCK))
    assert (row.low, row.best, row.high, row.bound) == (None, 900_000, 900_000, "<")
    assert (row.start, row.end, row.term, row.group, row.sources) == (
        DECEMBER, THURSDAY, "fled", "people", ("War Watch",))  # fmt: skip
    assert row.place is not None
    assert (row.place.name, row.stock, row.incidents) == ("Hills", True, ("i1",))


def test_a_stock_told_twice_is_one_row() -> None:
    (row,) = rows(
        said("displacement", 0, "War Watch", place=HILLS, toll=STOCK),
        said("humanitarian", 50, "Reuters", place=ASKA, toll=STOCK, report="r2"),
    )
    assert (row.best, row.tellings, row.sources) == (900_000, 2, ("War Watch", "Reuters"))


def test_a_later_total_is_another_row_and_no_addition() -> None:
    later = so_far(950_000, DECEMBER, kind="displaced")
    assert [row.best for row in rows(said("displacement", 0, toll=STOCK), said("displacement", 50, toll=later))] == [
        900_000, 950_000]  # fmt: skip


def test_people_of_two_towns_are_two_rows() -> None:
    some = toll(300, "displaced")
    both = [said("displacement", at, place=place, toll=some) for at, place in enumerate([ASKA, BORG])]
    assert len(rows(*both)) == 2


def test_what_is_feared_displaced_nobody() -> None:
    feared = said("displacement", 0, toll=STOCK, stance="predicts", realis="future_expected")
    assert rows(said("battle", 50), feared) == []
