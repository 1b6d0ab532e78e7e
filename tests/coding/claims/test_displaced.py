"""People driven out: what they were made to do, where, and how they live since."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warmonitor.records import Claim

Code = Callable[[str], list[Claim]]


def with_toll(claims: list[Claim], kind: str) -> Claim:
    """The first claim with a toll of a kind."""
    return next(claim for claim in claims if any(toll.kind == kind for toll in claim.tolls))


def test_what_people_were_forced_to_do_is_the_event(coded: Code) -> None:
    claim = with_toll(coded("Some 900 people were forced to evacuate their homes in Kherson."), "displaced")
    assert (claim.event_type, claim.trigger.text) == ("displacement", "evacuate")


def test_people_lodged_in_a_school_are_a_matter_of_relief(coded: Code) -> None:
    claim = with_toll(coded("More than 60 families were accommodated in a school in Kherson."), "displaced")
    assert claim.event_type == "humanitarian"


def test_the_dead_of_a_flood_are_told_once(coded: Code) -> None:
    claims = coded("Two people were killed in a landslide in Kherson region.")
    assert "casualty_report" not in {claim.event_type for claim in claims}


def test_relocation_counts_those_who_moved(coded: Code) -> None:
    claim = with_toll(coded("One man died while shelling forced the relocation of another 2,000 people."), "displaced")
    assert claim.event_type == "displacement"


def test_the_scene_is_where_it_happened(coded: Code) -> None:
    claims = coded("Heavy fighting has affected the city of Kherson. The ministry reported that 400 people had fled.")
    assert [place.name for place in with_toll(claims, "displaced").places] == ["Kherson"]


def test_a_line_with_a_name_heads_what_stands_below(coded: Code) -> None:
    first, second = coded("Kherson\n\n80 people were evacuated.\n\nKharkiv region\n\n30 people were evacuated.")
    assert [place.name for place in first.places] == ["Kherson"]
    assert [place.name for place in second.places] == ["Kharkiv"]


def test_each_verb_has_its_own_count(coded: Code) -> None:
    claims = coded("The rockets damaged around 80 houses, destroyed the mill and injured nine people.")
    claim = with_toll(claims, "other")
    assert claim.trigger.text == "damaged"


def test_a_province_heads_the_rows_below_it(coded: Code) -> None:
    first, second = coded("Herat Province\n300 people displaced\nKunduz Province\n214 houses destroyed")
    assert [(claim.event_type, claim.places[0].name) for claim in (first, second)] == [
        ("displacement", "Herat"), ("property_damage", "Kunduz"),
    ]  # fmt: skip


def test_a_row_with_a_number_is_no_heading(coded: Code) -> None:
    (claim,) = coded("214 houses destroyed")
    assert claim.tolls[0].best == 214


def test_an_aside_does_not_part_a_noun_from_its_count(coded: Code) -> None:
    claim = with_toll(coded("The fighting forced the evacuation of, by their own count, 300 people."), "displaced")
    assert (claim.trigger.text, claim.tolls[0].best) == ("evacuation", 300)


@pytest.mark.parametrize(
    ("text", "kind", "best"),
    [
        ("Over 300 houses were washed away in Sake.", "other", 300),
        ("The fire spread and 23 homes were gutted by it.", "other", 23),
        ("Around 70 dwellings collapsed.", "other", 70),
        ("Evacuation centres are hosting 2,300 people.", "displaced", 2300),
        ("30,000 new displacements were recorded in May.", "displaced", 30000),
    ],
)
def test_words_of_situation_reports(coded: Code, text: str, kind: str, best: float) -> None:
    claim = with_toll(coded(text), kind)
    assert claim.tolls[0].best == best


def test_homes_that_were_hit_are_not_homeless(coded: Code) -> None:
    claims = coded("The rockets made 8,000 people homeless and damaged 1,400 homes.")
    assert [toll.best for claim in claims for toll in claim.tolls if toll.kind == "displaced"] == [8000]
    assert [toll.best for claim in claims for toll in claim.tolls if toll.kind == "other"] == [1400]
