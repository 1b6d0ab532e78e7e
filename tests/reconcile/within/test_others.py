"""The dead of other days and places leave the happening that a report is about."""

from __future__ import annotations

from reconcile.telling import ARIHA, claim, toll
from warmonitor.reconcile import reconcile
from warmonitor.records import Claim


def together(*claims: Claim) -> list[set[str]]:
    """The evidence of each incident's claims, by where it stands."""
    at = {one.id: str(one.evidence.start) for one in claims}
    return [{at[name] for name in incident.claims} for incident in reconcile(claims)]


HEADLINE = claim("casualty_report", 0, killed=18, place=ARIHA)
LEAD = claim("casualty_report", 60, killed=18, place=ARIHA)


def test_a_larger_toll_told_later_is_of_another_happening() -> None:
    found = together(HEADLINE, LEAD, claim("casualty_report", 400, killed=26, place=ARIHA))
    assert sorted(map(sorted, found)) == [["0", "60"], ["400"]]


def test_a_newer_count_stays() -> None:
    assert len(together(HEADLINE, LEAD, claim("casualty_report", 120, killed=20, place=ARIHA))) == 1


def test_the_number_of_another_side_is_another_account() -> None:
    assert len(together(HEADLINE, LEAD, claim("casualty_report", 120, by="Syrian army", killed=40, place=ARIHA))) == 1


def test_a_toll_that_counts_the_first_among_its_own_is_the_whole() -> None:
    parts = (toll(30), toll(18, part_of=0))
    whole = claim("casualty_report", 120, place=ARIHA).model_copy(update={"tolls": parts})
    assert len(together(HEADLINE, LEAD, whole)) == 1


def test_a_number_told_once_says_nothing_of_later_ones() -> None:
    assert len(together(HEADLINE, claim("casualty_report", 60, killed=40, place=ARIHA))) == 1
