"""The scorer of facts, on one small report."""

from __future__ import annotations

from datetime import date

import pytest

from accuracy.expected import Story, StoryError, _expected
from accuracy.scoring import score
from warmonitor.records import Claim, Claimant, Party, Place, Report, Span, Toll, When

TEXT = (
    "Army jets bombed Ariha on Monday, killing five people, the mayor said. "
    "The army denied it: no jets had bombed Ariha."
)
REPORT = Report(id="ariha", text=TEXT, published=date(2020, 3, 3))
STRIKE: dict[str, object] = {
    "claim": "Army jets bombed Ariha on Monday", "trigger": "bombed", "event_type": "air_strike", "core": True,
    "by": "the mayor/official", "agents": ["Army jets"], "places": ["Ariha/town"], "time": "2020-03-02",
    "when": "on Monday",
}  # fmt: skip
DEATHS: dict[str, object] = {
    "claim": "killing five people", "trigger": "killing", "event_type": "casualty_report", "by": "the mayor/official",
    "targets": ["five people"], "tolls": ["killed 5: five people"],
}  # fmt: skip


def span(words: str) -> Span:
    at = TEXT.index(words)
    return Span(start=at, end=at + len(words), text=words)


def claim(words: str, trigger: str, **fields: object) -> Claim:
    said = {
        "id": words, "report_id": "ariha", "report_sha256": REPORT.sha256, "coder": "t", "evidence": span(words),
        "trigger": span(trigger), "claimant": Claimant(name="the mayor", kind="official", as_written=span("the mayor")),
    }  # fmt: skip
    return Claim.model_validate(said | fields)


STRUCK = claim(
    "Army jets bombed Ariha on Monday", "bombed", event_type="air_strike",
    agents=(Party(name="Army jets", as_written=span("Army jets")),),
    places=(Place(name="Ariha", precision="town"),),
    time=When(start=date(2020, 3, 2), end=date(2020, 3, 2), precision="day"),
)  # fmt: skip
DIED = claim(
    "killing five people", "killing", event_type="casualty_report",
    targets=(Party(name="five people", as_written=span("five people")),),
    tolls=(Toll(kind="killed", low=5, high=5, best=5, as_written=span("five people")),),
)  # fmt: skip


def story(*lines: dict[str, object]) -> Story:
    return Story("ariha", REPORT, tuple(_expected(line, TEXT) for line in lines))


def test_the_expected_claims_themselves_score_a_hundred() -> None:
    tally = score(story(STRIKE, DEATHS), (STRUCK, DIED))
    assert (tally.f1(), tally.found, tally.extra) == (100.0, 2, [])


def test_nothing_coded_scores_nothing_and_names_the_core_claim() -> None:
    tally = score(story(STRIKE, DEATHS), ())
    assert tally.f1() == 0.0
    assert tally.core_missed == ["Army jets bombed Ariha on Monday"]


def test_a_wrong_field_costs_precision_and_recall() -> None:
    elsewhere = STRUCK.model_copy(update={"places": (Place(name="Homs", precision="town"),)})
    tally = score(story(STRIKE), (elsewhere,))
    assert (tally.wrong["places"], tally.missed["places"]) == (1, 1)


def test_a_claim_that_nobody_expected_costs_four_facts() -> None:
    tally = score(story(STRIKE), (STRUCK, DIED))
    assert tally.wrong["event_type"] == tally.wrong["stance"] == 1
    assert tally.wrong["tolls"] == 1
    assert tally.precision() < 100.0 == tally.recall()


def test_a_toll_of_another_number_or_scope_is_wrong() -> None:
    for change in ({"best": 6.0, "high": 6.0}, {"scope": "cumulative"}):
        other = DIED.model_copy(update={"tolls": (DIED.tolls[0].model_copy(update=change),)})
        assert score(story(DEATHS), (other,)).f1("tolls") == 0.0


def test_background_neither_earns_nor_costs() -> None:
    background = STRIKE | {"event_type": "background", "core": False}
    assert score(story(background), ()).expected == 0
    assert score(story(background), (STRUCK,)).extra == []


def test_one_coded_claim_may_tell_two_expected_ones() -> None:
    both = claim(
        "Army jets bombed Ariha on Monday, killing five people", "bombed", event_type="air_strike", tolls=DIED.tolls
    )
    assert score(story(STRIKE, DEATHS), (both,)).found == 2


def test_an_undated_day_may_be_one_off_a_dated_one_may_not() -> None:
    late = STRUCK.model_copy(update={"time": When(start=date(2020, 3, 3), end=date(2020, 3, 3), precision="day")})
    undated = {key: value for key, value in STRIKE.items() if key != "when"}
    assert score(story(undated), (late,)).f1("time") == pytest.approx(100.0)
    assert score(story(STRIKE), (late,)).f1("time") == 0.0


def test_words_that_are_not_in_the_report_are_named() -> None:
    with pytest.raises(StoryError, match="does not say 'Homs fell'"):
        story({"claim": "Homs fell", "trigger": "fell", "event_type": "territory_loss"})


def test_words_that_stand_there_twice_ask_for_nth() -> None:
    with pytest.raises(StoryError, match="give nth"):
        story({"claim": "bombed Ariha", "trigger": "bombed", "event_type": "air_strike"})


def test_nth_says_which() -> None:
    second = {"claim": "bombed Ariha", "trigger": "bombed", "event_type": "air_strike", "nth": 2}
    assert story(second).expected[0].evidence.start > TEXT.index("denied")
