"""The country at war of a report."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warmonitor.coding.mentions import PlaceMention
from warmonitor.coding.parties import ActorLexicon, Parties, find
from warmonitor.records import Document, Place


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Russian troops attacked Ukrainian positions in eastern Ukraine.", "UKR"),
        ("Turkish and Russian patrols met in northern Syria.", "SYR"),
        ("The FARC freed two soldiers in Colombia.", "COL"),
        ("American and British jets struck the Houthis.", "YEM"),
        ("Nothing was said of any country.", None),
    ],
)
def test_it_is_where_the_war_is_fought(parties: Callable[[str], Parties], text: str, country: str | None) -> None:
    assert parties(text).theatre == country


def test_places_help_where_no_country_is_named(document: Callable[..., Document], actors: ActorLexicon) -> None:
    text = "Russian drones hit Kherson. The army shot down two."
    where = PlaceMention(19, 26, Place(name="Kherson", country="UKR", precision="town"), "Kherson", "test")
    assert find(document(text), actors).theatre is None
    assert find(document(text), actors, (where,)).theatre == "UKR"
