"""How names are spelled, and how they are compared: folded words, with a rule for capitals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from warmonitor.coding.parties.rows import ActorRow, CountryRow, PersonRow

Form = Literal["actor", "person", "country", "adjective", "people", "seat"]
Case = Literal["any", "initial", "exact"]

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+")
"""A word of a name: letters and digits, dotted abbreviations kept whole; hyphens and apostrophes separate."""


class Name(NamedTuple):
    """One way to write a name. `key` is an actor's id, a person's name or a country's ISO code."""

    words: tuple[str, ...]
    """Folded."""
    raw: tuple[str, ...]
    case: Case
    form: Form
    key: str


def fold(word: str) -> str:
    """A word without case, accents and dots: "U.S." and "US" are one."""
    if word.isascii():
        return word.lower().replace(".", "")
    plain = unicodedata.normalize("NFKD", word)
    return "".join(c for c in plain if not unicodedata.combining(c)).lower().replace(".", "")


def by_first_word(names: Iterable[Name]) -> dict[str, tuple[Name, ...]]:
    """The names under their first words, the longest first; of two alike the first holds."""
    found: dict[str, dict[tuple[tuple[str, ...], str], Name]] = {}
    for name in names:
        if name.words:
            found.setdefault(name.words[0], {}).setdefault((name.words, name.form), name)
    return {
        first: tuple(sorted(group.values(), key=lambda name: -len(name.words)))
        for first, group in sorted(found.items())
    }


def actor_names(rows: Iterable[ActorRow]) -> Iterator[Name]:
    """Every alias of every actor."""
    for row in rows:
        for alias in row.aliases.split("|"):
            yield _name(alias, "actor", row.id)


def person_names(rows: Iterable[PersonRow]) -> Iterator[Name]:
    """Full names, other spellings and the surnames that stand alone."""
    for row in rows:
        for alias in (row.name, *filter(None, row.aliases.split("|"))):
            yield _name(alias, "person", row.name)
            yield from _bare_genitive(alias, "person", row.name)


def country_names(rows: Iterable[CountryRow]) -> Iterator[Name]:
    """Countries, their seats of government, their adjectives and their people."""
    for row in rows:
        for country in (row.called.removeprefix("the "), *filter(None, row.aliases.split("|"))):
            yield _name(country, "country", row.iso3)
            yield from _bare_genitive(country, "country", row.iso3)
        for seat in filter(None, row.seats.split("|")):
            yield _name(seat, "seat", row.iso3)
        for adjective in filter(None, row.adjectives.split("|")):
            yield _name(adjective, "adjective", row.iso3)
        for people in filter(None, row.people.split("|")):
            yield _name(people, "people", row.iso3)


def _bare_genitive(alias: str, form: Form, key: str) -> Iterator[Name]:
    """ "Russias ministry": pages that lost their apostrophes."""
    if alias[-1].islower() and not alias.endswith("s"):
        yield _name(alias + "s", form, key)


def _name(alias: str, form: Form, key: str) -> Name:
    case: Case = "any" if alias.endswith("~") else "exact" if alias.endswith("!") else "initial"
    raw = tuple(WORD.findall(alias))
    if case == "initial" and len(raw) == 1 and raw[0].isupper():
        case = "exact"
    return Name(tuple(fold(word) for word in raw), raw, case, form, key)
