"""Who tells each claim of an incident: the side, the independent source behind it, and since when it was known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from warmonitor.reconcile.incident.sides import ONLOOKERS, Scene
from warmonitor.reconcile.parties import bare
from warmonitor.reconcile.tellings import Telling
from warmonitor.records import Claim

TEXT = ("reporters", "unnamed sources")
"""Sides that are the text's own voice: a newsroom and whom it does not name are one source."""
THERE = "people there"
MONITORS = "monitors"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a report's text is from, and the day from which it was known."""

    family: str
    known: date | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Voice:
    """A claim with who stands behind it."""

    telling: Telling
    side: str
    source: str
    """Equal for voices that do not confirm each other."""
    known: date | None


def voices(members: Sequence[Telling], scene: Scene, origins: Mapping[str, Origin]) -> tuple[Voice, ...]:
    """The claims with who stands behind them; a report without an origin is its own."""
    return tuple(_voice(telling, scene, origins) for telling in members)


def of_one_report(members: Sequence[Telling]) -> tuple[Voice, ...]:
    """The claims of one report, each claimant by himself: enough where only numbers are asked for."""
    return tuple(Voice(t, t.claim.claimant.name, t.claim.claimant.name, None) for t in members)


def _voice(telling: Telling, scene: Scene, origins: Mapping[str, Origin]) -> Voice:
    claim = telling.claim
    origin = origins.get(claim.report_id) or Origin(claim.report_id)
    side = scene.side_of(claim.claimant)
    return Voice(telling, side, _source(claim, side, origin.family), origin.known)


def _source(claim: Claim, side: str, family: str) -> str:
    """A newsroom's text is one source, people there in it another; a monitor is one wherever it is quoted, and so is
    a belligerent, whoever speaks for it.
    """
    if side in TEXT:
        return f"text {family}"
    if side == THERE:
        return f"{side} {family}"
    return f"monitor {bare(claim.claimant.name)}" if side == MONITORS else f"side {side}"


def sources(told: Iterable[Voice]) -> int:
    """How many independent sources there are."""
    return len({voice.source for voice in told})


def is_onlooker(side: str) -> bool:
    """Whether the side is no belligerent's."""
    return side in ONLOOKERS.values()
