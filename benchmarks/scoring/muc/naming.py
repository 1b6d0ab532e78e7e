"""What a party, a place or a thing is to MUC-4: its words, its nation, its type."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from benchmarks.scoring.muc.tables import Words, mapping
from warmonitor.records import Party, Place

PlaceTypes = Mapping[str, Sequence[str]]
"""The task's own list of places: the types under which it knows a name."""
_TAIL = re.compile(r"(?<=\w) (?:city|province|department|town|district|neighborhood)$", re.I)
_COMPLEMENT = re.compile(r"\b(?:of|in|at|for|near|from|who|belonging|on)\b", re.I)
_PRONOUN = re.compile(
    r"(?:i|we|he|she|it|they|you|me|us|him|her|them|my|our|his|hers|its|their|your|who|whom|whose|which|that|this|these"
    r"|those|one|ones|others?|(?:one|some|many|most|all|both|two|three) of (?:them|us|whom)|themselves|himself|itself)",
    re.I,
)
NARROWEST = 3


def upper(text: str) -> str:
    """Capitals without accents or quotation marks, one blank between words."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return " ".join(plain.upper().replace('"', "").split())


def phrase(party: Party) -> str:
    """A party's words in the report, else its name."""
    return upper(party.as_written.text if party.as_written else party.name)


def worded(parties: Iterable[Party]) -> list[Party]:
    """Each party once, in its first words that are no pronoun; what only pronouns tell is called by its name.

    People and things of one name (an army, its barracks) are two.
    """
    every = list(parties)
    named = {party.name for party in every if not is_pronoun(party)}
    once: dict[tuple[str, str | None], Party] = {}
    for party in every:
        if not is_pronoun(party):
            once.setdefault((party.name, thing(phrase(party))), party)
        elif party.name not in named:
            once.setdefault((party.name, None), party.model_copy(update={"as_written": None}))
    return list(once.values())


def is_pronoun(party: Party) -> bool:
    """Whether a party is told by a pronoun only."""
    return party.as_written is not None and bool(_PRONOUN.fullmatch(party.as_written.text.strip()))


def nation(of: Party | Place) -> str | None:
    """The country's name; its code where the task has no name for it."""
    names = mapping().nine_countries | mapping().other_countries
    return names.get(of.country, upper(of.country)) if of.country else None


def head(text: str) -> str:
    """The last word before a complement: "members" of "members of the party"."""
    return (_COMPLEMENT.split(text)[0].split() or [""])[-1]


def by_words(table: Words, text: str) -> str | None:
    """The first fill of a table whose words are in the text."""
    return next((fill for fill, pattern in table if re.search(pattern, text, re.I)), None)


def thing(text: str) -> str | None:
    """The type of a physical target; None: its head is no thing."""
    table = mapping().physical_type
    return by_words(table, text) if by_words(table, head(text)) else None


def is_common(text: str) -> bool:
    """Whether a perpetrator is called by a common noun ("rebels"), not by a name."""
    return bool(re.search(mapping().common_noun, head(text), re.I)) and not re.search("forces$", text, re.I)


def is_person(name: str) -> bool:
    """Whether a name is a person's: two capitalised words or more, none of which says otherwise."""
    words = name.split()
    other = re.search(mapping().not_a_person, name, re.I) or by_words(mapping().human_type, name) or thing(name)
    plural = name.isupper() and name.endswith("S")
    named = all(word[0].isupper() or word in ("de", "del", "la", "y") for word in words)
    return len(words) > 1 and named and not other and not plural


def location(places: Sequence[Place], types: PlaceTypes, parties: Sequence[Party] = ()) -> str:
    """`COUNTRY: PLACE (TYPE): PLACE (TYPE)`, wide to narrow; `-` where no country is known.

    With a list of places, others are left out. Where no place is in one of the nine countries, but a party is of one,
    that is the country.
    """
    country = _of_the_nine(places) or _of_the_nine(parties) or next(filter(None, map(nation, places)), None)
    if country is None:
        return "-"
    parts: dict[int, str] = {}
    for place in places:
        name, kind = _place_name(place, types), mapping().place_precision.get(place.precision)
        listed = name in types or not types
        if kind and listed and nation(place) in (country, None) and name != country:
            known = types.get(name, [kind])
            kind = kind if kind in known else known[0]
            parts.setdefault(_width(kind), f"{name} ({kind})")
    return ": ".join([country, *(parts[width] for width in sorted(parts))])


def _place_name(place: Place, types: PlaceTypes) -> str:
    """As the task's list has it: "Guatemala City", but "Lima" of "Lima Department"."""
    whole = upper(place.name)
    return whole if whole in types else upper(_TAIL.sub("", place.name))


def _of_the_nine(named: Sequence[Party | Place]) -> str | None:
    """The one of the nine countries that most of them are of."""
    told = [name for name in map(nation, named) if name in mapping().nine_countries.values()]
    return max(told, key=told.count, default=None)


def _width(kind: str) -> int:
    order: Iterable[tuple[int, list[str]]] = enumerate(mapping().place_order)
    return next((width for width, kinds in order if kind in kinds), NARROWEST)
