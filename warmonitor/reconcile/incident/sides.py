"""For which side each claimant of an incident speaks: a belligerent, or one kind of onlooker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from warmonitor.reconcile.lands import Country
from warmonitor.reconcile.parties import Side, name_words, same_side, side
from warmonitor.reconcile.speakers import ARMED, Speakers
from warmonitor.reconcile.tellings import Telling
from warmonitor.records import Claimant, ClaimantKind, Party, PartyKind

# Kinds of claimants that speak for no belligerent, and the side that they are shown under.
ONLOOKERS: dict[ClaimantKind, str] = {
    "reporter": "reporters", "journalist": "reporters", "media": "reporters", "monitor": "monitors",
    "un_agency": "monitors", "ngo": "monitors", "rescue_service": "people there", "witness": "people there",
    "activist": "people there", "unattributed": "unnamed sources",
}  # fmt: skip
STATE: frozenset[ClaimantKind] = frozenset(("government", "military", "state_media"))
"""Kinds that speak for a state: without another name, for that in which they are."""
STATE_PARTIES: frozenset[PartyKind] = frozenset(("state_force", "foreign_force", "police", "government"))
NO_SPEAKERS: frozenset[PartyKind] = frozenset(("civilians", "media", "aid"))
REBEL_WORDS = frozenset(("rebel", "rebels", "opposition", "insurgent", "insurgents", "resistance"))


@dataclass(frozen=True, slots=True)
class Scene:
    """The belligerents of an incident, and the country in which it is."""

    parties: tuple[Party, ...]
    home: str | None
    speakers: Speakers
    countries: Mapping[str, Country]

    def side_of(self, claimant: Claimant) -> str:
        """The name of the belligerent that the claimant speaks for, the kind of an onlooker, or the claimant."""
        if claimant.kind == "activist" and (rebels := self._rebels()):
            return rebels
        if claimant.kind in ONLOOKERS:
            return ONLOOKERS[claimant.kind]
        country = self.speakers.state(claimant.name)
        if claimant.kind == "armed_group" or REBEL_WORDS & name_words(claimant.name):
            return (
                self._party(claimant, armed=True)
                or self.speakers.group(claimant.name)
                or self._rebels()
                or claimant.name
            )
        return self._state(country, claimant) or self._party(claimant, armed=False) or claimant.name

    def _party(self, claimant: Claimant, *, armed: bool) -> str | None:
        """The belligerent whose name is the claimant's."""
        speaker = Side(claimant.name.casefold(), name_words(claimant.name), claimant.kind, None)
        fitting = (p for p in self.parties if (p.kind in STATE_PARTIES) != armed or p.kind == "unknown")
        return next((p.name for p in fitting if same_side(speaker, side(p))), None)

    def _state(self, country: str | None, claimant: Claimant) -> str | None:
        """The forces or the government of the claimant's country, as the claims call them first."""
        country = country or (self.home if claimant.kind in STATE else None)
        if country is None:
            return None
        named = next((p.name for p in self.parties if p.country == country and p.kind in STATE_PARTIES), None)
        if named is None and country in self.countries:
            named = f"Government of {self.countries[country].name}"
        return named

    def _rebels(self) -> str | None:
        """The one party that fights a state here; nobody if there are several of one kind."""
        for kinds in (frozenset(("rebel",)), ARMED):
            names = dict.fromkeys(p.name for p in self.parties if p.kind in kinds)
            if names:
                return next(iter(names)) if len(names) == 1 or kinds == {"rebel"} else None
        return None


def scene_of(members: Sequence[Telling], speakers: Speakers, countries: Mapping[str, Country]) -> Scene:
    """The belligerents in the order in which they are told, and the country that most places lie in."""
    parties = (p for t in members for p in (*t.claim.agents, *t.claim.targets))
    fighting = {p.name: p for p in parties if p.stated and p.kind not in NO_SPEAKERS}
    lands = Counter(p.country for t in members for p in t.claim.places if p.country and p.role == "event")
    home = max(lands, key=lambda land: (lands[land], land), default=None)
    return Scene(tuple(fighting.values()), home, speakers, countries)
