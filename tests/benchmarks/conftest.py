"""Claims and incidents as the program would make them, for the scorers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from warmonitor.records import Claim, Claimant, Incident, Party, Place, Span, Toll


def words(text: str = "x", start: int = 0) -> Span:
    return Span(start=start, end=start + len(text), text=text)


@pytest.fixture
def claim() -> Callable[..., Claim]:
    """`claim(event_type, at=0, **fields)`: what the narrator asserts of report `r`."""

    def make(event_type: str, at: int = 0, **fields: Any) -> Claim:
        usual = {
            "id": f"c{at}",
            "report_id": "r",
            "report_sha256": "",
            "coder": "test",
            "evidence": words("said so", at),
            "trigger": words("said", at),
            "claimant": Claimant(name="narrator", kind="reporter"),
        }
        return Claim.model_validate({**usual, "event_type": event_type, **fields})

    return make


@pytest.fixture
def incident() -> Callable[..., Incident]:
    """`incident(event_type, **fields)`: what one claim of report `r` tells."""

    def make(event_type: str, **fields: Any) -> Incident:
        usual = {"id": "i", "status": "single_source", "claims": ("c0",), "reports": ("r",), "prominence": 1}
        return Incident.model_validate({**usual, "event_type": event_type, **fields})

    return make


@pytest.fixture
def party() -> Callable[..., Party]:
    return lambda name, kind="unknown": Party(name=name, kind=kind)


@pytest.fixture
def place() -> Callable[..., Place]:
    return lambda name, lat=None, lon=None: Place(name=name, lat=lat, lon=lon, precision="town")


@pytest.fixture
def toll() -> Callable[..., Toll]:
    """`toll(kind, number, text)`: an exact number in those words."""
    return lambda kind, number, text="": Toll(
        kind=kind, low=number, high=number, best=number, as_written=words(text or str(number))
    )
