"""Who did it, by what is said of responsibility."""

from __future__ import annotations

import pytest

from warmonitor.pipeline import Coded, Pipeline
from warmonitor.records import Report


@pytest.mark.parametrize(
    "text",
    [
        "The government blamed the rebels for the attack on the power plant in Aden.",
        "The rebels were accused of the murder of the mayor in Aden.",
        "The police attributed the bombing in Aden to the rebels.",
        "The rebels claimed responsibility for the abduction of two engineers in Aden.",
        "The government holds the rebels responsible for the assassination of the mayor.",
        "The attack in Aden was the work of the rebels.",
        "The assassination of the mayor may have been carried out by the rebels.",
        "The rebels carried out the murder of two priests in Aden.",
        "Five passengers were injured during an attack carried out by the rebels near Aden.",
        "On 2 February rebels attacked a bridge in Aden.",
    ],
)
def test_who_is_made_responsible_did_it(desk: Pipeline, text: str) -> None:
    (coded,) = desk.code([Report(id="t", text=text)])
    assert isinstance(coded, Coded)
    deeds = [c for c in coded.found if c.event_type in ("attack", "casualty_report", "bombing", "abduction")]
    assert [party.kind for claim in deeds for party in claim.agents] == ["rebel"]
    assert "rebel" not in [party.kind for claim in deeds for party in claim.targets]
