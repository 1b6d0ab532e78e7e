from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue
from review.claims import TEXT, claim, edit, ruling, span

from warmonitor import review
from warmonitor.errors import BadRuling


def test_a_value_takes_the_words_that_carry_it() -> None:
    found = review.edited(claim(), "claimant.name", "SOHR", span("observatory"))
    assert (found.claimant.name, found.claimant.as_written) == ("SOHR", span("observatory"))
    assert review.words_of(claim(), "tolls.0.best") == span("nine people")
    assert review.words_of(claim(), "event_type") == span("shelling")


def test_items_are_added_and_taken_away() -> None:
    more = review.edited(claim(), "tolls.+", {"kind": "injured", "best": 4}, span("people"))
    assert [(toll.kind, toll.best) for toll in more.tolls] == [("killed", 9), ("injured", 4)]
    assert review.edited(claim(), "tolls.0", None).tolls == ()


def test_another_place_does_not_keep_the_coordinates_of_the_old_one() -> None:
    place = review.edited(claim(), "places.0.name", "Saraqib", span("Ariha")).places[0]
    assert (place.name, place.lat, place.lon, place.gazetteer_id) == ("Saraqib", None, None, None)
    known: JsonValue = {"name": "Saraqib", "lat": 35.9, "lon": 36.8, "gazetteer_id": "geonames:172955"}
    place = review.edited(claim(), "places.0", known, span("Ariha")).places[0]
    assert (place.name, place.lat, place.lon) == ("Saraqib", 35.9, 36.8)


def test_a_day_comes_and_goes() -> None:
    dated = review.edited(claim(), "time.start", "2020-03-02", span("Monday"))
    assert dated.time is not None
    assert (f"{dated.time.start}", dated.time.as_written) == ("2020-03-02", span("Monday"))
    assert review.edited(dated, "time.start", None).time is None


@pytest.mark.parametrize(("bound", "low", "high"), [("=", 12, 12), (">=", 12, None), ("<=", None, 12)])
def test_the_printed_number_moves_its_bounds(bound: str, low: float | None, high: float | None) -> None:
    toll = claim().tolls[0].model_copy(
        update={"bound": bound, "low": 9.0 if low else None, "high": 9.0 if high else None}
    )
    found = review.edited(claim().model_copy(update={"tolls": (toll,)}), "tolls.0.best", 12).tolls[0]
    assert (found.low, found.best, found.high) == (low, 12, high)


@pytest.mark.parametrize(
    ("field", "after"),
    [
        ("colour", "red"), ("tolls", 4), ("tolls.9.best", 4), ("tolls.0.best", "many"), ("event_type", "party"),
        ("claimant", "x"), ("id", "x"), ("places.+", "Ariha"), ("time.start", "Monday"), ("tolls.-1.best", 3),
        ("tolls.99999999999999999999.best", 3), ("tolls.0.best.deep", 3), ("evidence", None), ("", 1),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_with_its_field(field: str, after: object) -> None:
    with pytest.raises(BadRuling) as error:
        review.edited(claim(), field, after, span("nine people"))  # type: ignore[arg-type]
    assert error.value.where == "claim c1"


@given(st.text(max_size=40), st.none() | st.integers() | st.text(max_size=9) | st.dictionaries(st.text(), st.text()))
def test_no_field_breaks_it(field: str, after: object) -> None:
    with suppress(BadRuling):
        review.edited(claim(), field, after)  # type: ignore[arg-type]


def test_a_value_needs_words_of_the_report() -> None:
    review.check(edit("a", "tolls.0.best", 8), claim(), TEXT)
    review.check(ruling("a", "edit", field="tolls.0", after=None), claim(), TEXT)
    with pytest.raises(BadRuling, match="needs the words"):
        review.check(ruling("a", "edit", field="tolls.0.best", after=8), claim(), TEXT)
    with pytest.raises(BadRuling, match="not in the report"):
        review.check(edit("a", "tolls.0.best", 8), claim(), "Another text.")


@pytest.mark.parametrize(
    "fields",
    [
        {"action": "merge"}, {"action": "accept", "incident": "i1"}, {"action": "undo"},
        {"action": "split", "claim": None, "incident": "i1"}, {"action": "edit", "claim": None, "incident": "i1"},
        {"action": "edit"},
    ],
)  # fmt: skip
def test_what_cannot_be_ruled_is_refused(fields: dict[str, object]) -> None:
    made = ruling("a", str(fields.pop("action")), **fields)
    with pytest.raises(BadRuling):
        review.check(made, claim() if made.claim else None, TEXT)
