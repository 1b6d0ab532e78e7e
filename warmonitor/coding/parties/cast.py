"""The cast of a report's war: what "the army", "the rebels", "civilians" of a country are called."""

from __future__ import annotations

from dataclasses import dataclass

from warmonitor.coding.parties.lexicon import ActorLexicon, Identity
from warmonitor.records import PartyKind

ABROAD = 0.45
"""How likely a country is fought in at most, for its army to be foreign where nothing tells the country at war."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Identities by country, as the war of `theatre` (ISO alpha-3, None: not known) gives them."""

    lexicon: ActorLexicon
    theatre: str | None
    rebels_called: str
    """"opposition / rebel fighters", "guerrillas": as the report calls them."""
    rebels_named: str | None = None
    """The actor that the report calls "X rebels", where it is only one."""

    def army(self, country: str | None) -> Identity:
        """The armed forces of a country: its own in its war, foreign in another's."""
        row = self.lexicon.countries.get(country or "")
        if row is None:
            return Identity("army:", "Government forces", "state_force")
        home = self.theatre == country or (self.theatre is None and row.fought > ABROAD)
        kind: PartyKind = "state_force" if home else "foreign_force"
        kind = "militia" if row.patrolled else kind  # "Palestinian attacks" are of no army
        name = row.army or f"{self.adjective(country)} Armed Forces"
        return Identity(f"army:{country}", name, kind, country)

    def army_here(self) -> Identity:
        """The army that needs no name in this war: its own, or the one that holds a soil without an army."""
        row = self.lexicon.countries.get(self.theatre or "")
        return self.army((row.patrolled if row else "") or self.theatre)

    def security(self, country: str | None) -> Identity:
        """Soldiers, police and others together."""
        return Identity(f"security:{country or ''}", f"{self.of(country)}security forces", "state_force", country)

    def police(self, country: str | None) -> Identity:
        """The police of a country."""
        return Identity(f"police:{country or ''}", f"{self.of(country)}police", "police", country)

    def government(self, country: str | None) -> Identity:
        """The government of a country."""
        row = self.lexicon.countries.get(country or "")
        name = f"Government of {row.called}" if row else "Government"
        return Identity(f"government:{country or ''}", name, "government", country)

    def rebels(self, country: str | None, unnamed: bool = False) -> Identity:
        """Those who fight the government; by name where the report has one name for them, unless `unnamed`."""
        if self.rebels_named and country == self.theatre and not unnamed:
            return self.by_id(self.rebels_named)
        return Identity(f"rebel:{country or ''}", f"{self.of(country)}{self.rebels_called}", "rebel", country)

    def armed(self, called: str, kind: PartyKind, country: str | None) -> Identity:
        """Other unnamed fighters: "militants", "separatists", "Kurdish fighters"."""
        entity = f"{called.replace(' ', '-')}:{country or ''}"
        return Identity(entity, f"{self.of(country)}{called}", kind, country)

    def proxy(self, backer: str) -> Identity:
        """Militias that a foreign country keeps in the war."""
        row = self.lexicon.countries[backer]
        name = f"{row.called.removeprefix('the ')}-backed militias{self.where(self.theatre)}"
        return Identity(f"proxy:{backer}:{self.theatre or ''}", name, "militia", None)

    def civilians(self, country: str | None, called: str = "") -> Identity:
        """People who do not fight."""
        name = f"{self.of(country)}{called}" if called else f"Civilians{self.where(country)}"
        return Identity(f"{called.replace(' ', '-') or 'civilians'}:{country or ''}", name, "civilians", country)

    def aid_workers(self) -> Identity:
        """Those who help: medics, rescuers, relief workers."""
        return Identity("aid-workers:", "Aid and rescue workers", "aid")

    def by_id(self, key: str) -> Identity:
        """An identity by its id in the tables."""
        part, _, country = key.partition(":")
        if part == "army":
            return self.army(country)
        if part == "government":
            return self.government(country)
        if part == "rebel":
            return self.rebels(country)
        if part == "separatist":
            return self.armed("separatists", "militia", country)
        if part == "proxy":
            return self.proxy(country.partition(":")[0])
        return self.lexicon.actors[key]

    def adjective(self, country: str | None) -> str:
        """The first adjective of a country, its name where it has none."""
        row = self.lexicon.countries.get(country or "")
        if row is None:
            return ""
        return row.adjectives.split("|")[0] or row.called

    def of(self, country: str | None) -> str:
        """The adjective before a noun, with its blank."""
        adjective = self.adjective(country)
        return f"{adjective} " if adjective else ""

    def where(self, country: str | None) -> str:
        """The country in brackets."""
        row = self.lexicon.countries.get(country or "")
        return f" ({row.called.removeprefix('the ')})" if row else ""


def person(name: str, kind: PartyKind, country: str | None) -> Identity:
    """One human being."""
    return Identity(name.lower(), name, kind, country, person=True)
