"""The means of force that a toll's words name tell what kind of incident it was."""

from __future__ import annotations

import pytest

from reconcile.telling import ARIHA, claim
from warmonitor.reconcile import reconcile
from warmonitor.records import Claim, Span


def _told(event_type: str, words: str) -> Claim:
    evidence = Span(start=0, end=len(words), text=words)
    return claim(event_type, place=ARIHA, killed=2).model_copy(update={"evidence": evidence})


@pytest.mark.parametrize(
    ("words", "event_type"),
    [
        ("Two men died when a drone hit their car", "air_strike"),
        ("Two men died under artillery fire", "shelling"),
        ("Two men died of sniper fire", "shooting"),
        ("Two men died", "casualty_report"),
        ("Two men died under artillery and from warplanes", "casualty_report"),
    ],
)
def test_a_toll_alone_is_named_after_the_means_in_its_words(words: str, event_type: str) -> None:
    (incident,) = reconcile([_told("casualty_report", words)])
    assert incident.event_type == event_type


def test_a_type_that_says_more_is_not_changed() -> None:
    (incident,) = reconcile([_told("suicide_bombing", "A suicide bomber and two men died near the artillery base")])
    assert incident.event_type == "suicide_bombing"
