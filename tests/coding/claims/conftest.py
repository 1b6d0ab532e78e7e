"""Sentences to claims, for the tests of the assembly."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from warmonitor.pipeline import Coded, Pipeline
from warmonitor.records import Claim, Report

FRIDAY = date(2024, 5, 10)


@pytest.fixture(scope="session")
def coded(desk: Pipeline) -> Callable[[str], list[Claim]]:
    """The claims of a text that came out on Friday, 10 May 2024."""

    def code(text: str) -> list[Claim]:
        (one,) = desk.code([Report(id="x", text=text, published=FRIDAY)])
        assert isinstance(one, Coded)
        return list(one.found)

    return code
