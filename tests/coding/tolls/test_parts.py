"""Tolls that are part of others, and both sides' losses together."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warmonitor.coding.mentions import TollMention

Tolls = Callable[[str], tuple[TollMention, ...]]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("At least 14 farmers including three children were killed.", [None, 0]),
        ("Shells killed nine people, including four children and two women.", [None, 0, 0]),
        ("Thirty people died, among them over a dozen nurses.", [None, 0]),
        ("Two teachers were among four people killed by the mine.", [1, None]),
        ("Eight people, five of them children, died in the camp.", [None, 0]),
        ("The raid killed six men, two of them brothers.", [None, 0]),
        ("Six soldiers and one civilian were wounded.", [None, None]),
        ("The strike killed five people and wounded nine.", [None, None]),
    ],
)
def test_a_part_points_at_its_whole(tolls: Tolls, text: str, parts: list[int | None]) -> None:
    assert [mention.part_of for mention in tolls(text)] == parts


def test_some_of_the_dead_are_part_of_them(tolls: Tolls) -> None:
    whole, part = tolls("Eight people were killed. Two of the dead were drivers.")
    assert (whole.part_of, part.part_of, part.kind, part.best) == (None, 0, "killed", 2)


def test_losses_on_both_sides_are_marked(tolls: Tolls) -> None:
    (mention,) = tolls("More than 60 fighters were killed on both sides.")
    assert mention.both_sides


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Three of the 12 people wounded in the attack later died.", [("killed", 3), ("injured", 12)]),
        ("The raid wounded 12 civilians, one of whom later died.", [("injured", 12), ("killed", 1)]),
        ("In the worst case, 14 members of one family died.", [("killed", 14)]),
        ("The drone killed three fighters, one of them a woman.", [("killed", 3), ("killed", 1)]),
        ("A bomb struck a minibus, killing the driver and two passengers.", [("killed", 1), ("killed", 2)]),
    ],
)
def test_a_share_has_a_fate_of_its_own(tolls: Tolls, text: str, counted: list[tuple[str, int]]) -> None:
    assert [(mention.kind, mention.best) for mention in tolls(text)] == counted
