from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from review.claims import TEXT, claim, edit, ruling

from warmonitor import review
from warmonitor.records import Ruling


def test_a_claim_that_nobody_ruled_on_is_as_it_was_coded() -> None:
    state = review.state_of(claim(), ())
    assert (state.claim, state.coder, state.reviewer, state.agreed) == (claim(), "coded", "coded", False)


@pytest.mark.parametrize(
    ("action", "standing"), [("accept", "accepted"), ("reject", "rejected"), ("unsure", "unsure")]
)
def test_the_hands_of_coder_and_reviewer_are_apart(action: str, standing: str) -> None:
    state = review.state_of(claim(), [ruling("a", action)])
    assert (state.coder, state.reviewer, state.standing) == (standing, "coded", standing)
    state = review.state_of(claim(), [ruling("a", "unsure"), ruling("b", action, role="reviewer")])
    assert (state.coder, state.reviewer, state.standing) == ("unsure", standing, standing)


def test_they_agree_when_both_leave_the_same() -> None:
    both = [ruling("a", "accept"), ruling("b", "accept", role="reviewer")]
    assert review.state_of(claim(), both).agreed
    assert review.state_of(claim(), [ruling("a", "reject"), ruling("b", "reject", role="reviewer")]).agreed
    assert not review.state_of(claim(), [ruling("a", "reject"), both[1]]).agreed
    assert not review.state_of(claim(), [both[0], edit("b", "tolls.0.best", 8, role="reviewer")]).agreed


def test_an_edit_changes_the_claim_and_the_coded_one_stays() -> None:
    state = review.state_of(claim(), [edit("a", "tolls.0.best", 8)])
    assert state.coded == claim()
    assert [(t.low, t.best, t.high) for t in state.claim.tolls] == [(8, 8, 8)]
    assert state.coder == "edited"
    assert review.state_of(claim(), [edit("a", "tolls.0.best", 8), ruling("b", "accept")]).coder == "edited"


def test_the_reviewers_edit_counts_even_if_the_coder_edits_later() -> None:
    state = review.state_of(claim(), [edit("a", "tolls.0.best", 8, role="reviewer"), edit("b", "tolls.0.best", 7)])
    assert state.claim.tolls[0].best == 8
    assert not state.agreed


def test_undoing_takes_back_and_undoing_the_undoing_restores() -> None:
    made = [edit("a", "tolls.0.best", 8), ruling("u", "undo", undoes="a"), ruling("v", "undo", undoes="u")]
    assert review.state_of(claim(), made[:2]).claim == claim()
    assert review.state_of(claim(), made).claim.tolls[0].best == 8


def test_another_text_makes_a_ruling_stale_and_a_new_ruling_settles_it() -> None:
    old = edit("a", "tolls.0.best", 8, report_sha256="of an older text")
    state = review.state_of(claim(), [old])
    assert (state.stale, state.claim, state.coder) == (True, claim(), "coded")
    anew = ruling("b", "accept", report_sha256=claim().report_sha256)
    assert not review.state_of(claim(), [old, anew]).stale


def test_an_edit_that_no_longer_fits_is_passed_over_and_named() -> None:
    state = review.state_of(claim(), [edit("a", "tolls.3.best", 8), edit("b", "tolls.0.best", 7)])
    assert state.broken == ("a",)
    assert state.claim.tolls[0].best == 7


def test_rejected_claims_are_left_out_and_the_others_keep_their_order() -> None:
    claims = [claim("c1"), claim("c2"), claim("c3")]
    made = [ruling("a", "reject", claim="c2"), edit("b", "tolls.0.best", 5, claim="c3")]
    left = list(review.apply(claims, made))
    assert [found.id for found in left] == ["c1", "c3"]
    assert left[1].tolls[0].best == 5


ACTIONS = st.sampled_from(["accept", "reject", "unsure", "edit", "undo"])


@st.composite
def histories(draw: st.DrawFn) -> list[Ruling]:
    made: list[Ruling] = []
    for number in range(draw(st.integers(0, 12))):
        action = draw(ACTIONS if made else ACTIONS.filter(lambda a: a != "undo"))
        role = draw(st.sampled_from(["coder", "reviewer"]))
        name = f"r{number}"
        if action == "undo":
            undone = draw(st.sampled_from(made))
            made.append(ruling(name, "undo", undoes=undone.id, role=role, claim=undone.claim))
        elif action == "edit":
            made.append(edit(name, "tolls.0.best", draw(st.integers(0, 99)), role=role))
        else:
            made.append(ruling(name, action, role=role))
    return made


@given(histories())
def test_replaying_gives_the_same_state(made: list[Ruling]) -> None:
    again = [Ruling.model_validate_json(one.model_dump_json()) for one in made]
    assert review.state_of(claim(), again) == review.state_of(claim(), made)
    assert list(review.apply([claim()], again)) == list(review.apply([claim()], made))


@given(histories(), ACTIONS.filter(lambda a: a != "undo"))
def test_an_undo_restores_what_was_before(made: list[Ruling], action: str) -> None:
    last = edit("last", "tolls.0.best", 1) if action == "edit" else ruling("last", action)
    undone = [*made, last, ruling("undo", "undo", undoes="last")]
    assert review.state_of(claim(), undone) == review.state_of(claim(), made)


@given(histories())
def test_nothing_that_is_ruled_changes_what_was_coded(made: list[Ruling]) -> None:
    state = review.state_of(claim(), made)
    assert state.coded == claim()
    for found in review.apply([claim()], made):
        assert all(TEXT[t.as_written.start : t.as_written.end] == t.as_written.text for t in found.tolls)


MADE = st.lists(
    st.tuples(
        st.sampled_from(("accept", "reject", "unsure", "undo")), st.sampled_from(("coder", "reviewer")),
        st.sampled_from((None, "of an older text", claim().report_sha256)), st.integers(0, 9),
    ),
    max_size=10,
)  # fmt: skip


@given(MADE)
def test_how_people_stand_to_a_claim_is_known_without_it_unless_it_was_edited(
    made: list[tuple[str, str, str | None, int]],
) -> None:
    rulings = [
        ruling(f"r{at}", action, role=role, report_sha256=sha256, undoes=f"r{back % at}" if action == "undo" else None)
        for at, (action, role, sha256, back) in enumerate(made, 1)
    ]
    coded = claim()
    assert review.stand_of(coded.report_sha256, coded.confidence, rulings) == review.state_of(coded, rulings).stand
    edited = [*rulings, edit("e", "tolls.0.best", 8)]
    assert review.stand_of(coded.report_sha256, coded.confidence, edited) is None
