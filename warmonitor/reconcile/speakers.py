"""For whom a claimant speaks, as far as the name tells: a state, or a known armed group."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pydantic import ConfigDict

from warmonitor.codebook.tables import Row, read_table
from warmonitor.records import PartyKind

LONGEST = 6  # words of a name
ARMED: frozenset[PartyKind] = frozenset(("rebel", "militia", "jihadist"))


class _Lenient(Row):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Land(_Lenient):
    """A row of `governments.tsv`: a name by which a state is cited."""

    name: str
    country: str | None = None


class Person(_Lenient):
    """A row of `persons.tsv`: someone who speaks for a state or a group."""

    name: str
    aliases: str = ""
    country: str | None = None
    kind: str = ""


class Body(_Lenient):
    """A row of `outlets.tsv` or `organisations.tsv`."""

    name: str
    kind: str
    country: str | None = None


class Actor(_Lenient):
    """A row of `actors.tsv`: an armed group by its names."""

    id: str
    name: str = ""
    kind: PartyKind
    country: str | None = None
    aliases: str = ""


@dataclass(frozen=True, slots=True)
class Speakers:
    """Names of those who speak for states and armed groups, by their words."""

    states: dict[tuple[str, ...], str] = field(default_factory=dict)
    """To the ISO 3166-1 alpha-3 code."""
    groups: dict[tuple[str, ...], str] = field(default_factory=dict)
    """To the group's name."""

    def state(self, name: str) -> str | None:
        """The country that a name or title names ("President X", "the Syrian army"), the longest name first."""
        return _longest(name, self.states)

    def group(self, name: str) -> str | None:
        """The armed group that it names."""
        return _longest(name, self.groups)


def _longest(name: str, known: dict[tuple[str, ...], str]) -> str | None:
    told = _words(name)
    runs = (told[at : at + size] for size in range(LONGEST, 0, -1) for at in range(len(told) - size + 1))
    return next((known[run] for run in runs if run in known), None)


def _words(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", name.casefold()))


def read_speakers() -> Speakers:
    """The codebook's states, people, state media and armed groups. Raises CodebookError when a table is broken."""
    people = read_table("persons", Person)
    media = (row for row in read_table("outlets", Body) if row.kind == "state_media")
    states = [(row.name, row.country) for row in media]
    states += [(row.name, row.country) for row in read_table("governments", Land)]
    states += [(name, row.country) for row in people if row.kind == "government" for name in _names(row)]
    groups = [row for row in read_table("actors", Actor) if row.kind in ARMED]
    return Speakers(
        states={_words(name): country for name, country in states if country},
        groups={_words(name): row.name for row in groups if row.name for name in _names(row)},
    )


def _names(row: Person | Actor) -> Iterator[str]:
    yield row.name
    yield from _plain(row.aliases.split("|"))


def _plain(aliases: Iterable[str]) -> Iterator[str]:
    """Aliases without the marks that say how they are matched; a single small word is no name here."""
    return (alias.rstrip("!~") for alias in aliases if alias.strip("!~ ") and alias[:1].isupper())
