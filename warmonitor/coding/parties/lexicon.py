"""The actor lexicon: names, words and contexts, read once from the codebook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from warmonitor.codebook.tables import read_table
from warmonitor.coding.parties.rows import (
    ActorRow,
    ContextRow,
    CountryRow,
    ModifierRow,
    MouthpieceRow,
    Number,
    PersonRow,
    ProxyRow,
    Sense,
    Side,
    Use,
    WordRow,
)  # fmt: skip
from warmonitor.coding.parties.spelling import Name, actor_names, by_first_word, country_names, person_names
from warmonitor.records import PartyKind


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a party is, apart from how it is written."""

    entity: str
    name: str
    kind: PartyKind
    country: str | None = None
    person: bool = False


class Noun(NamedTuple):
    """What a party noun says."""

    sense: Sense
    number: Number
    called: str
    """What such people are called as a group; empty: civilians, fighters, militias."""


@dataclass(frozen=True, slots=True)
class ActorLexicon:
    """All that is known of actors before a report is read."""

    names: Mapping[str, tuple[Name, ...]]
    """By first word, the longest first."""
    actors: Mapping[str, Identity]
    people: Mapping[str, PersonRow]
    countries: Mapping[str, CountryRow]
    nouns: Mapping[str, Noun]
    sides: Mapping[str, Side]
    contexts: Mapping[str, frozenset[Use]]
    proxies: Mapping[tuple[str, str], str]
    """(backer, country at war) -> actor."""
    mouthpieces: Mapping[str, str]
    """Outlet, in lower case -> the party that it speaks for."""


def lexicon() -> ActorLexicon:
    """The lexicon of the codebook. Raises CodebookError when a table breaks its rules."""
    actors, people = read_table("actors", ActorRow), read_table("persons", PersonRow)
    countries = read_table("party_countries", CountryRow)
    contexts: dict[str, frozenset[Use]] = {}
    for row in read_table("party_contexts", ContextRow):
        contexts[row.word] = contexts.get(row.word, frozenset()) | {row.use}
    return ActorLexicon(
        names=by_first_word([*actor_names(actors), *person_names(people), *country_names(countries)]),
        actors={row.id: Identity(row.id, row.name, row.kind, row.country) for row in actors if row.name},
        people={row.name: row for row in people},
        countries={row.iso3: row for row in countries},
        nouns={row.word: Noun(row.sense, row.number, row.called) for row in read_table("party_words", WordRow)},
        sides={row.word: row.side for row in read_table("party_modifiers", ModifierRow)},
        contexts=contexts,
        proxies={(row.backer, row.country): row.actor for row in read_table("proxies", ProxyRow)},
        mouthpieces={row.outlet.lower(): row.actor for row in read_table("mouthpieces", MouthpieceRow)},
    )
