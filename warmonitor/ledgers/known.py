"""What is known on a day: the claims, the happenings they tell of, and which of them only repeat others' words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from warmonitor.ledgers.briefs import Brief
from warmonitor.records import ClaimantKind, EventType, Ruling

PAST = ("occurred", "ongoing")
ONLOOKERS: frozenset[ClaimantKind] = frozenset(
    {"reporter", "journalist", "media", "monitor", "un_agency", "ngo", "rescue_service", "witness", "unattributed"}
)
"""Kinds of claimants of whom two are two voices; those of one belligerent are one."""


@dataclass(frozen=True, slots=True, eq=False)
class Happening:
    """An incident, as far as it is known: its claims in the order of reports and words."""

    id: str
    event_type: EventType
    status: str | None
    """undisputed, disputed, single_source; None of a part that people split off."""
    claims: tuple[Brief, ...]
    totals: frozenset[str]
    """Claims whose announced totals count it."""
    days: tuple[date | None, date | None]
    """Its days as it was reconciled, if all its claims are known."""
    sides: Mapping[str, str]
    """Claimant to the side whose account it gives."""

    def side_of(self, claim: Brief) -> str:
        """Whose voice it is here: the source, or for a belligerent's voices the side that they share."""
        mine = claim.source
        return mine if claim.claimant.kind in ONLOOKERS else self.sides.get(claim.claimant.name, mine)


@dataclass(frozen=True)
class Known:
    """All that a ledger is made of. Claims that only repeat another report's words are in `echoes` alone."""

    claims: tuple[Brief, ...]
    happenings: tuple[Happening, ...]
    echoes: tuple[Brief, ...]
    rulings: tuple[Ruling, ...]
    day: date | None
    """The day asked about; else the last day on which something became known."""

    @cached_property
    def _by_id(self) -> dict[str, Brief]:
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def _by_claim(self) -> dict[str, list[Happening]]:
        found: dict[str, list[Happening]] = {}
        for happening in self.happenings:
            for claim in happening.claims:
                found.setdefault(claim.id, []).append(happening)
        return found

    @cached_property
    def _happenings_by_id(self) -> dict[str, Happening]:
        return {found.id: found for found in self.happenings}

    def happening(self, name: str) -> Happening:
        """A happening by its id."""
        return self._happenings_by_id[name]

    @cached_property
    def _by_type(self) -> dict[EventType, list[Brief]]:
        found: dict[EventType, list[Brief]] = {}
        for claim in self.claims:
            found.setdefault(claim.event_type, []).append(claim)
        return found

    def of_types(self, *types: EventType) -> list[Brief]:
        """The claims of these types, type by type."""
        return [claim for kind in types for claim in self._by_type.get(kind, ())]

    @cached_property
    def _counting(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for happening in self.happenings:
            for claim_id in happening.totals:
                found.setdefault(claim_id, []).append(happening.id)
        return found

    def counted_by(self, claim_id: str) -> list[str]:
        """The happenings that a claim's announced total counts, as they were reconciled."""
        return self._counting.get(claim_id, [])

    def claim(self, claim_id: str) -> Brief | None:
        """A claim by its id, if it is known."""
        return self._by_id.get(claim_id)

    def told_by(self, claims: Iterable[Brief]) -> tuple[Happening, ...]:
        """The happenings that these claims tell of, in their order."""
        found = self._by_claim
        return tuple(dict.fromkeys([one for claim in claims for one in found.get(claim.id, ())]))

    def incidents_of(self, claims: Iterable[Brief]) -> tuple[str, ...]:
        """Ids of the happenings that these claims tell of, in their order."""
        return tuple([found.id for found in self.told_by(claims)])


def sources_of(claims: Iterable[Brief]) -> tuple[str, ...]:
    """Who says these, each once, in their order."""
    return tuple(dict.fromkeys([claim.source for claim in claims]))
