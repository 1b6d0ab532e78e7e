"""Whether two claims of one report name the people whom the deed befell, and name others."""

from __future__ import annotations

import re
from functools import lru_cache

from warmonitor.reconcile.parties import SHARED_WORDS
from warmonitor.reconcile.tellings import Telling
from warmonitor.records import EventType, Party, PartyKind

HARM = frozenset(("force", "toll", "detention"))
"""Families of happenings that befall people."""
KILLING: frozenset[EventType] = frozenset(("casualty_report", "execution", "shooting", "attack", "bombing"))
GROUPS: frozenset[PartyKind] = frozenset(("rebel", "militia", "jihadist", "foreign_force", "aid"))
"""Kinds of parties whose names are of bodies, whatever their capitals say."""
PARTICLES = frozenset(("de", "del", "la", "y", "da", "dos", "van", "von", "bin", "al", "el"))
LEAST = 3
"""Letters of a name; shorter words are initials and particles."""


def named_apart(a: Telling, b: Telling) -> bool:
    """Whether each names somebody whom it befell, and no name is in both: two murders are two happenings."""
    mine, theirs = _victims(a), _victims(b)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def named_alike(a: Telling, b: Telling) -> bool:
    """Whether both tell by name that somebody was killed: nobody is killed twice."""
    killed = a.claim.event_type in KILLING and b.claim.event_type in KILLING
    return killed and not _victims(a).isdisjoint(_victims(b))


def _victims(telling: Telling) -> frozenset[str]:
    """The names, in single words, of the people whom it befell."""
    if telling.happening.family not in HARM:
        return frozenset()
    return frozenset(word for party in telling.claim.targets if _is_person(party) for word in _names(party.name))


def _is_person(party: Party) -> bool:
    """A party that the words call by two capitalised names or more, none of them a word for bodies."""
    names = party.name.split()
    written = party.as_written.text.casefold() if party.stated and party.as_written else ""
    return (
        len(names) > 1
        and party.kind not in GROUPS
        and names[-1].casefold() in written
        and all(name[:1].isupper() or name in PARTICLES for name in names)
        and SHARED_WORDS.isdisjoint(name.casefold() for name in names)
    )


@lru_cache(maxsize=10_000)
def _names(name: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", name.casefold()) if len(word) >= LEAST) - PARTICLES
