"""A reader of reports that are not in English, with the user's gazetteer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warmonitor import coding, pipeline
from warmonitor.records import Claim, OffsetMap, Report

Told = Callable[[str, str], tuple[Claim, ...]]


@pytest.fixture(scope="session")
def told(desk: pipeline.Pipeline) -> Told:
    """`told(language, text)`: the claims of a text that needed no repair."""

    def claims(language: str, text: str) -> tuple[Claim, ...]:
        report = Report(id="t", text=text, language=language)
        return coding.code_in_part(coding.Text(report, text, OffsetMap()), desk.coder)

    return claims
