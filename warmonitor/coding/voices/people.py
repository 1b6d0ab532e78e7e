"""The people of a report: who has spoken so far, and the full names that stand in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from warmonitor.coding.voices.kinds import Match, matches
from warmonitor.coding.voices.lexicon import VoiceLexicon, key
from warmonitor.coding.voices.syntax import OPENING, Syntax
from warmonitor.records import ClaimantKind

_WORD = r"(?:[A-Z][\w’'\-]*\w|[A-Z]\.)"
_NAME = re.compile(rf"{_WORD}(?: (?:(?:al|el|bin|ibn|de|von|van|abu|ben)[ \-])?{_WORD})+")
MEMORY = 60
"""Statements back to which "the official", "the group" or "she" may lead."""
OFFICES = frozenset(
    "State Defence Defense Staff Affairs Interior War Justice Security Health Energy Information Minister Ministry "
    "President Secretary General Prime Foreign Chief Spokesman Spokeswoman Commander Ambassador".split()
)
"""Capitalised words of offices: they are no part of the name behind them."""
RECENT = 6
"""Statements back to which "he", "it" or "they" may lead."""
PERSONAL = frozenset({"he", "she", "i", "him", "her"})
PRONOUNS = PERSONAL | {"it", "they", "we", "who", "that", "which", "them", "its", "their", "his", "you"}


@dataclass(frozen=True, slots=True)
class Speaker:
    """A claimant as the report has made it known so far."""

    name: str
    kind: ClaimantKind
    phrases: tuple[str, ...] = ()
    person: bool = False
    plural: bool = False
    guessed: bool = False
    """Nothing in the report or the tables tells its kind."""


@dataclass(slots=True)
class Cast:
    """The speakers of one report in the order in which they spoke, and the names that stand in it."""

    names: dict[str, dict[str, int]]
    """Full names with the offsets where they first end, under their last words."""
    bodies: list[Match]
    """Organisations and outlets, in reading order."""
    spoken: list[Speaker] = field(default_factory=list)
    known: dict[str, Speaker] = field(default_factory=dict)
    """Bearers of proper names, under their last words."""

    def learn(self, who: Speaker) -> None:
        """Remember what has been found out about the bearer of a name."""
        if last_word(who.name) in self.known:
            self.known[last_word(who.name)] = who


def cast(text: str, tree: Syntax, lexicon: VoiceLexicon) -> Cast:
    """Gather the names of a report."""
    names: dict[str, dict[str, int]] = {}
    for match in _NAME.finditer(text):
        full = _without_office(re.sub(r"['’]s?$", "", match[0]))
        if " " not in full:
            continue
        names.setdefault(last_word(full), {}).setdefault(full, match.start() + len(full))
    return Cast(names, [m for m in matches(tree, lexicon, 0, len(tree) - 1) if m.rank == "named"])


def _without_office(name: str) -> str:
    """ "Secretary of State John Kerry", "But Russia": words of an office, or that open a sentence, before a name."""
    words = name.split(" ")
    while len(words) > 1 and words[0].casefold() in OPENING:
        words = words[1:]
    while len(words) > 2 and words[0] in OFFICES:
        words = words[1:]
    return " ".join(words)


def last_word(name: str) -> str:
    """The last word of a name, as names are filed under it: lower case, without "al-"."""
    words = key(name)
    return words[-1] if words else ""


def full_name(people: Cast, bare: str) -> str:
    """The longest name of the report that ends as this one does and holds its words."""
    words = set(key(bare))
    best = bare
    for full in people.names.get(last_word(bare), {}):
        if words <= set(key(full)) and len(full) > len(best):
            best = full
    return best


def antecedent(people: Cast, pronoun: str) -> Speaker | None:
    """The last speaker that a pronoun can mean; a machine-translated "he" may mean an agency."""
    if pronoun == "she":
        persons = (former for former in reversed(people.spoken[-MEMORY:]) if former.person and not former.plural)
        return next(persons, None)
    for former in reversed(people.spoken[-RECENT:]):
        if pronoun in PERSONAL and former.plural:
            continue
        if pronoun in ("they", "we") and former.person and not former.plural:
            continue
        if pronoun in ("it", "its") and (former.person or former.plural):
            continue
        return former
    return people.spoken[-1] if people.spoken else None
