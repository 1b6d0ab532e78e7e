"""Things that are hit: in the words of the report, as whoever lives in them or owns them."""

from __future__ import annotations

import pytest

from warmonitor.pipeline import Coded, Pipeline
from warmonitor.records import Party, Report


def targets(desk: Pipeline, text: str) -> list[Party]:
    """The targets of the claims of a text, once for each wording."""
    found: dict[str, Party] = {}
    for coded in desk.code([Report(id="t", text=text)]):
        assert isinstance(coded, Coded)
        for claim in coded.found:
            for party in claim.targets:
                if party.as_written:
                    found.setdefault(party.as_written.text, party)
    return list(found.values())


def words_of(party: Party) -> str:
    """How the report writes a party."""
    return party.as_written.text if party.as_written else ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rebels attacked a power substation in the north on Monday.", "a power substation"),
        ("Guerrillas blew up two pylons near the town of Arauca.", "two pylons"),
        ("A car bomb exploded in front of the offices of the cotton growers.", "the offices of the cotton growers"),
    ],
)
def test_works_and_offices_are_targets_of_unknown_side(desk: Pipeline, text: str, words: str) -> None:
    assert words in [words_of(party) for party in targets(desk, text) if party.kind == "unknown"]


def test_each_thing_of_a_list_is_a_target(desk: Pipeline) -> None:
    found = targets(desk, "The militia burned an ambulance, a fuel truck and a school.")
    assert [words_of(party) for party in found] == ["an ambulance", "a fuel truck", "a school"]


def test_whoever_owns_a_thing_is_hit_with_it(desk: Pipeline) -> None:
    (hit,) = targets(desk, "Rebels attacked the army headquarters in Aleppo on Monday.")
    assert hit.kind == "state_force"
    assert words_of(hit) == "the army headquarters"


def test_a_place_where_people_live_is_civilian(desk: Pipeline) -> None:
    hit = targets(desk, "Fighter jets bombed a market in the town.")
    assert [party.kind for party in hit] == ["civilians"]


def test_every_thing_of_a_list_is_hit(desk: Pipeline) -> None:
    found = targets(desk, "Gunmen burned two houses, a hotel and a church in Gori.")
    assert [words_of(party) for party in found] == ["two houses", "a hotel", "a church"]
