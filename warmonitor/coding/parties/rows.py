"""The tables that say who acts in wars and with which words reports speak of them."""

from __future__ import annotations

from typing import Literal

from warmonitor.codebook.tables import Row
from warmonitor.records import PartyKind

Number = Literal["one", "many", "body"]
"""`body`: a group spoken of as one ("the army"), so both "it" and "they" may stand for it."""
Sense = Literal[
    "force", "officer", "arms", "position", "fighters", "rebel", "separatist", "guerrilla", "jihadist", "militant",
    "terrorist", "militia", "police", "government", "political", "civilians", "media", "aid", "group", "side", "sort",
    "role", "site", "enemy",
]  # fmt: skip
Side = Literal[
    "government", "rebel", "separatist", "guerrilla", "jihadist", "militant", "terrorist", "militia", "civilian",
    "police", "foreign", "coalition", "kurdish", "aid", "media", "political", "monitor", "armed", "criminal",
    "western",
]  # fmt: skip
Use = Literal["force", "speech", "motion", "support", "spatial", "locative", "harm", "experience", "strike"]


class ActorRow(Row):
    """A named actor. Aliases are separated by `|`; `country` is ISO alpha-3, empty for those of many countries."""

    id: str
    name: str = ""
    kind: PartyKind
    country: str | None = None
    aliases: str


class PersonRow(Row):
    """A person of recent wars; `forces` is who "X's forces" are."""

    name: str
    aliases: str = ""
    country: str | None = None
    role: str
    kind: PartyKind
    forces: str | None = None


class CountryRow(Row):
    """A country as a party: what it, its people, its seats of government and its army are called."""

    iso3: str
    called: str
    adjectives: str = ""
    people: str = ""
    seats: str = ""
    aliases: str = ""
    army: str = ""
    fought: float = 0.8
    """How likely a war report that names it is about a war on its soil; 1.5 at war, 0.3 where it fights abroad."""
    patrolled: str = ""
    """ISO alpha-3 of the country whose forces "the army" means there, where it has none of its own."""


class WordRow(Row):
    """A noun that denotes a party."""

    word: str
    sense: Sense
    number: Number
    called: str = ""


class ModifierRow(Row):
    """A word before a noun that says whose it is."""

    word: str
    side: Side


class ContextRow(Row):
    """A word beside a country's name, and what it makes of it."""

    word: str
    use: Use


class ProxyRow(Row):
    """Whom "X-backed fighters" (or "coalition forces") means in the war of a country."""

    backer: str
    country: str
    actor: str


class MouthpieceRow(Row):
    """An outlet that speaks for a party to a war in its own words."""

    outlet: str
    actor: str
