"""Texts that carry another text are found, and whose text a report is."""

from __future__ import annotations

import pytest

from warmonitor.reconcile import alike, bands, carried, copy_of, read_happenings, signature
from warmonitor.reconcile.copies.wording import prints, shared
from warmonitor.records import Report

TEXT = (
    "Two shells fell on the bakery in the old town before dawn on Monday. Neighbours carried the wounded to a school "
    "that serves as a clinic. The council said that the oven had been lit for only an hour. Nobody has said who fired "
    "them. A second salvo hit the road to the river, where no one was hurt."
)
OTHER = (
    "Farmers in the valley have begun to bring in the barley, weeks later than in other years. Rain had kept the "
    "machines out of the fields. Prices in the market fell by a tenth when the first sacks came in on Monday."
)
EDITED = TEXT.replace("before dawn", "at daybreak").replace("Neighbours", "Residents") + " More to follow."


def test_an_edited_text_is_a_copy_and_another_text_is_none() -> None:
    assert copy_of(EDITED, {"a": TEXT, "b": OTHER}) == "a"
    assert copy_of(OTHER, {"a": TEXT}) is None
    assert carried(EDITED, TEXT) > 0.7 > carried(OTHER, TEXT) == 0.0


def test_copies_share_a_band_and_are_alike_by_their_signatures() -> None:
    one, other, strange = signature(TEXT), signature(EDITED), signature(OTHER)
    assert set(bands(one)) & set(bands(other))
    assert not set(bands(one)) & set(bands(strange))
    assert alike(one, {"a": other, "b": strange, "c": ()}) == ("a",)


def test_a_text_of_a_few_words_has_no_signature() -> None:
    assert signature("Shells fell.") == ()
    assert bands(()) == ()


def test_a_signature_is_the_same_every_time() -> None:
    assert signature(TEXT) == signature(TEXT)
    assert len(signature(TEXT)) == 64


def test_sketches_share_what_the_wordings_share() -> None:
    one, other, strange = prints([TEXT]), prints([EDITED]), prints([OTHER])
    assert shared(one, one) == 1.0
    assert shared(one, other) > 0.5
    assert shared(one, strange) == 0.0
    assert shared((), one) == 0.0


@pytest.mark.parametrize(
    ("outlet", "text", "family"),
    [
        ("The Valley Times (AFP)", "Shells fell.", "Agence France-Presse"),
        ("The Valley Times", "BEIRUT (Reuters) - Shells fell.", "Reuters"),
        ("The Valley Times", "Shells fell on the town.", "The Valley Times"),
        ("Aljazeera", "Shells fell.", "Al Jazeera"),
        (None, "Shells fell.", "r7"),
    ],
)
def test_an_agencys_text_is_the_agencys_whoever_carries_it(outlet: str | None, text: str, family: str) -> None:
    assert read_happenings().outlets.family(Report(id="r7", text=text, outlet=outlet)) == family
