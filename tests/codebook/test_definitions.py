"""The codebook defines every code of the records, once, and knows ACLED's words."""

from typing import get_args

import pytest

from warmonitor.codebook import Codebook, codebook
from warmonitor.records import ClaimantKind, EventType, PartyKind, Realis, Stance, TollKind


@pytest.fixture(scope="module")
def book() -> Codebook:
    return codebook()


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        ("event_types", EventType),
        ("stances", Stance),
        ("realis", Realis),
        ("claimant_kinds", ClaimantKind),
        ("party_kinds", PartyKind),
        ("toll_kinds", TollKind),
    ],
)
def test_every_code_of_the_records_is_defined_once_in_their_order(book: Codebook, table: str, codes: object) -> None:
    assert [row.code for row in getattr(book, table)] == list(get_args(codes))


def test_an_air_strike_has_acleds_words(book: Codebook) -> None:
    acled = book.acled("air_strike")
    assert acled is not None
    assert (acled.event_type, acled.sub_event_type) == ("Explosions/Remote violence", "Air/drone strike")


@pytest.mark.parametrize(
    ("taker", "sub_event"),
    [
        ("state_force", "Government regains territory"),
        ("rebel", "Non-state actor overtakes territory"),
        ("foreign_force", "Non-state actor overtakes territory"),
    ],
)
def test_the_taker_tells_what_acled_calls_a_gain(book: Codebook, taker: PartyKind, sub_event: str) -> None:
    acled = book.acled("territory_gain", agents=[taker])
    assert acled is not None
    assert acled.sub_event_type == sub_event


def test_without_a_taker_a_gain_has_no_acled_words(book: Codebook) -> None:
    assert book.acled("territory_gain") is None


def test_words_of_the_evidence_tell_how_a_protest_went(book: Codebook) -> None:
    quiet = book.acled("protest", evidence="Thousands marched through the old town.")
    broken_up = book.acled("protest", evidence="Police fired tear gas at the marchers.")
    assert quiet is not None
    assert broken_up is not None
    assert quiet.sub_event_type == "Peaceful protest"
    assert broken_up.sub_event_type == "Protest with intervention"


def test_what_acled_does_not_code_has_no_acled_words(book: Codebook) -> None:
    assert book.acled("assessment") is None
