"""Whose numbers count, and what range they leave."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.telling import ARIHA, claim, toll
from warmonitor.reconcile import read_happenings
from warmonitor.reconcile.incident.counting import count, incident_tolls, total
from warmonitor.reconcile.incident.sides import scene_of
from warmonitor.reconcile.incident.voices import voices
from warmonitor.reconcile.tellings import Telling, tellings
from warmonitor.records import Claim, Count, Span, Toll

TABLE = read_happenings()


def told(*claims: Claim) -> tuple[Telling, ...]:
    return tellings(claims, TABLE)


def killed(*claims: Claim) -> Count | None:
    members = told(*claims)
    return count(voices(members, scene_of(members, TABLE.speakers, TABLE.countries), {}), "killed")


def report(*tolls: Toll, at: int = 0, by: str = "narrator") -> Claim:
    return claim("casualty_report", at, by=by, place=ARIHA, tolls=tolls)


def test_women_and_children_are_among_the_civilians() -> None:
    tolls = (toll(14, group_kind="civilians"), toll(3, group_kind="children"), toll(2, group_kind="women"))
    assert total(tolls) == Count(low=14, high=14, best=14)


def test_a_figure_for_people_includes_the_soldiers_among_them() -> None:
    assert total((toll(20), toll(6, group_kind="state_force"))) == Count(low=20, high=20, best=20)


def test_the_best_figure_is_the_one_that_the_report_gives_first() -> None:
    assert killed(report(toll(9)), report(toll(12), at=200, by="monitor")) == Count(low=9, high=12, best=9)


def test_a_lower_bound_stays_open_only_at_the_top() -> None:
    at_least = toll(50, high=None, bound=">=")
    assert killed(report(at_least)) == Count(low=50, high=None, best=50)
    assert killed(report(at_least), report(toll(30), at=200, by="Russia")) == Count(low=30, high=50, best=50)


def test_who_mourns_one_does_not_count_all() -> None:
    assert killed(report(toll(40)), report(toll(1), at=200, by="witness")) == Count(low=40, high=40, best=40)


@pytest.mark.parametrize("change", [{"stance": "denies"}, {"negated": True}, {"realis": "threatened"}])
def test_what_is_denied_or_threatened_is_not_counted(change: dict[str, object]) -> None:
    assert killed(report(toll(7)).model_copy(update=change)) is None


def test_equal_tolls_stand_once_with_the_claims_behind_them() -> None:
    first, second = report(toll(7)), report(toll(7), at=200, by="monitor")
    (one,) = incident_tolls(told(first, second))
    assert one.claims == (first.id, second.id)


NUMBERS = st.lists(st.tuples(st.sampled_from(["narrator", "monitor", "Russia"]), st.integers(0, 500)), max_size=6)


@given(NUMBERS)
def test_the_best_figure_lies_in_the_range(numbers: Sequence[tuple[str, int]]) -> None:
    found = killed(*(report(toll(number), at=200 * at, by=by) for at, (by, number) in enumerate(numbers)))
    if found is not None:
        assert found.low is not None and found.best is not None and found.high is not None  # noqa: PT018
        assert found.low <= found.best <= found.high


@pytest.mark.parametrize(
    ("words", "kinds", "best"),
    [
        ("1 child and 2 women", ("children", "women"), 3),
        ("1 child and 1 sheikh", ("children", None), 2),
        ("2 women, 1 child and 1 man", ("women", "children", "men"), 4),
        ("3 civilians, 1 woman and 2 children", ("civilians", "women", "children"), 3),
        ("9 dead, 4 women", (None, "women"), 9),
    ],
)
def test_figures_that_the_words_add_up_are_added_up(words: str, kinds: Sequence[str | None], best: int) -> None:
    spans = [Span(start=m.start(), end=m.end(), text=m.group()) for m in re.finditer(r"\d+ \w+", words)]
    figures = [
        toll(int(span.text.split()[0]), group_kind=kind, as_written=span)
        for span, kind in zip(spans, kinds, strict=True)
    ]
    evidence = Span(start=0, end=len(words), text=words)
    told_of = killed(claim("casualty_report", place=ARIHA, tolls=tuple(figures), evidence=evidence))
    assert told_of is not None
    assert told_of.best == best
