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
