"""Filters, timelines and maps out of the desk's columns say what the store says."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmonitor.errors import InputError
from warmonitor.monitor import Monitor, Outline, Outlines
from warmonitor.records import Filter, Report, Ruling
from warmonitor.web import looking as looking_room
from warmonitor.web.asked import STATUSES, TYPES, Asked
from warmonitor.web.cells import FEW, view
from warmonitor.web.looking import Looking
from warmonitor.web.sheet import Sheet

FIRST = date(2020, 1, 1)
DAYS = st.integers(0, 60).map(lambda number: FIRST.toordinal() + number)
PLACES = st.one_of(st.none(), st.tuples(st.floats(-90, 90), st.floats(-180, 180)))


def outline(name: str, at: tuple[float, float] | None = None, first: int = 0, **said: Any) -> Outline:
    plain: dict[str, Any] = {
        "id": name, "first_day": first, "last_day": first, "event_type": "battle", "status": "undisputed",
        "lat": at[0] if at else None, "lon": at[1] if at else None, "radius_km": None, "precision": "town",
        "killed": None, "prominence": 0.5,
    }  # fmt: skip
    return Outline(**plain | said)


OUTLINES = st.lists(
    st.builds(
        outline, st.text("abcdef", min_size=1, max_size=3), PLACES, st.one_of(st.just(0), DAYS),
        event_type=st.sampled_from(TYPES), status=st.sampled_from(STATUSES), prominence=st.sampled_from((0.1, 0.5)),
    ),
    max_size=25, unique_by=lambda told: told.id,
)  # fmt: skip


@given(OUTLINES, OUTLINES, st.sets(st.text("abcdef", min_size=1, max_size=3)))
def test_news_make_the_sheet_that_reading_all_anew_makes(
    held: list[Outline], come: list[Outline], gone: set[str]
) -> None:
    left = frozenset(gone).difference(told.id for told in come)
    then = Sheet.of(1, held).with_news(Outlines(2, False, tuple(come), left))
    changed = left.union(told.id for told in come)
    anew = Sheet.of(2, [*come, *(told for told in held if told.id not in changed)])
    assert (then.edition, list(then.rows)) == (2, list(anew.rows))
    for name, column in vars(anew.columns).items():
        assert getattr(then.columns, name).tolist() == column.tolist() or name in ("lat", "lon")
    for where in (Filter(placed=False), Filter(box=(0, 0, 90, 90))):
        assert then.chosen(where).tolist() == anew.chosen(where).tolist()


@given(OUTLINES)
def test_a_timeline_counts_every_dated_incident_once(held: list[Outline]) -> None:
    sheet = Sheet.of(1, held)
    chosen = sheet.chosen(Filter())
    days = Counter(told.first_day for told in held if told.first_day)
    disputed = Counter(told.first_day for told in held if told.first_day and told.status == "disputed")
    assert sheet.by_day(chosen) == [(date.fromordinal(day), days[day], disputed[day]) for day in sorted(days)]
    assert sheet.undated(chosen) == len(held) - days.total()
    assert sheet.unplaced(chosen) == sum(told.lat is None for told in held)


WANTED = (
    Filter(), Filter(types=("battle",)), Filter(types=("battle", "shelling")), Filter(status=("disputed",)),
    Filter(since=date(2020, 3, 3)), Filter(until=date(2020, 3, 1)), Filter(dated=False), Filter(placed=True),
    Filter(placed=False), Filter(box=(36.6, 35.8, 36.62, 35.82)), Filter(box=(170, -80, 37, 80)),
    Filter(place="Ariha"), Filter(actor="rebels"), Filter(source="monitor", types=("shelling",)),
    Filter(text="killed", since=date(2020, 3, 2)), Filter(place="nowhere"),
)  # fmt: skip


def test_the_columns_answer_as_the_store_does(monitor: Monitor) -> None:
    looking = Looking()
    for where in WANTED:
        assert looking.at(Asked(where=where), monitor).ids(0, 99) == monitor.incident_ids(where), where


def test_the_desk_follows_the_store_whoever_changes_it(monitor: Monitor) -> None:
    looking = Looking()
    first = looking.now(monitor)
    assert looking.now(monitor) is first
    text = "monitor: battle at Ariha on 2020-04-01 killed 2"
    monitor.add([Report(id="late", outlet="The Herald", published=date(2020, 4, 2), text=text)])
    for where in WANTED:
        assert looking.at(Asked(where=where), monitor).ids(0, 99) == monitor.incident_ids(where), where
    (claim,) = monitor.claims_of("late")
    monitor.rule(
        Ruling(id="r", at=datetime.now(UTC), by="Rana", role="reviewer", action="reject", claim=claim.coded.id)
    )
    assert looking.at(Asked(where=Filter()), monitor).ids(0, 99) == tuple(row.id for row in first.rows)


def test_as_known_on_a_day(monitor: Monitor) -> None:
    looking = Looking()
    for as_of in (date(2020, 3, 2), date(2020, 3, 3), date(2021, 1, 1)):
        then = monitor.incidents(as_of=as_of).incidents
        look = looking.at(Asked(where=Filter(), as_of=as_of), monitor)
        assert set(look.ids(0, 99)) == {incident.id for incident in then}
        assert sum(number for _, number, _ in look.bars) + look.undated == look.total == len(then)


def test_more_than_can_be_worked_out_as_of_a_day_is_said_with_the_mend(
    monitor: Monitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking_room, "THEN", 4)
    wanted = Asked(where=Filter(status=("disputed",)), as_of=date(2020, 3, 3))
    with pytest.raises(InputError, match="5 incidents are too many") as told:
        Looking().at(wanted, monitor)
    assert (told.value.field, told.value.mend) == ("as_of", "Narrow the filter to 4: a period, a place, a type.")
    assert Looking().at(Asked(where=Filter(place="Ariha"), as_of=date(2020, 3, 3)), monitor).total == 1


def test_many_are_gathered_and_none_is_lost() -> None:
    held = [
        outline(f"i{n}", (35 + (n % 50) / 100, 36 + (n // 50) / 100), status="disputed" if n % 5 == 0 else "undisputed")
        for n in range(FEW + 500)
    ]
    sheet = Sheet.of(1, [*held, outline("nowhere")])
    for zoom in (0, 4, 7.5, 12, 24):
        found = view(sheet, sheet.chosen(Filter()), zoom)
        assert sum(cell.count for cell in found.cells) + len(found.points) == found.total == len(held)
        assert sum(cell.disputed for cell in found.cells) + sum(p.status == "disputed" for p in found.points) == 500
        for cell in found.cells:
            assert cell.west <= cell.lon <= cell.east
            assert cell.south <= cell.lat <= cell.north
            assert cell.count > 1


def test_a_window_across_the_date_line_has_both_sides() -> None:
    held = [outline("a", (0, 179)), outline("b", (0, -179)), outline("c", (0, 0)), outline("d", (89.9, 179))]
    sheet = Sheet.of(1, held)
    assert {p.id for p in view(sheet, sheet.chosen(Filter(box=(170, -10, -170, 10))), 3).points} == {"a", "b"}
    assert view(Sheet.of(1, []), Sheet.of(1, []).chosen(Filter()), 3).total == 0


