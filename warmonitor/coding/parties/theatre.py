"""The country at war of a report, decided once from the names in it."""

from __future__ import annotations

from collections.abc import Iterable

from warmonitor.coding.mentions import PlaceMention
from warmonitor.coding.parties.lexicon import ActorLexicon
from warmonitor.coding.parties.names import Hit
from warmonitor.coding.parties.words import Words

WEIGHT = {"country": 1.0, "people": 0.8, "adjective": 0.7, "seat": 0.4, "actor": 1.0, "person": 0.5}
"""A country's name says most about where a war is; a capital is as often a government's."""
LOCAL, LOCAL_WEIGHT = ("site", "town", "near_town", "district", "province"), 0.8
"""Towns and provinces tell of a war's soil, but a single one may be resolved to the wrong country."""
ABROAD = 0.45
"""A country no likelier than this to be fought in is where the war is only if something is said to happen in it."""
LOCATIVE = frozenset({"in", "at", "near", "inside", "across"})
REACH = 3
"""Words between such a preposition and the name: "in the northern"."""
PLACED = 1.5
"""What "in Syria", "northern Mali" counts more than the bare name."""


def theatre(hits: Iterable[Hit], places: Iterable[PlaceMention], words: Words, lexicon: ActorLexicon) -> str | None:
    """ISO alpha-3 of the country on whose soil the report's war is; None where no country is named."""
    votes: dict[str, float] = {}
    soil: set[str] = set()
    for hit in hits:
        country = _country(hit, lexicon)
        if country:
            placed, fought = _placed(hit, words), lexicon.countries[country].fought
            votes[country] = votes.get(country, 0.0) + WEIGHT[hit.name.form] * fought * (PLACED if placed else 1.0)
            soil |= {country} if placed or fought > ABROAD else set()
    for mention in places:
        place = mention.place
        country = place.country if mention.is_place and place is not None and place.precision in LOCAL else None
        if country is not None and country in lexicon.countries:
            votes[country] = votes.get(country, 0.0) + LOCAL_WEIGHT * lexicon.countries[country].fought
            soil.add(country)
    return max(sorted(soil), key=lambda country: votes[country], default=None)


def soils(places: Iterable[PlaceMention], words: Words, lexicon: ActorLexicon) -> dict[int, str]:
    """By the number of a sentence, the country where all places lie that it names behind "in", "at" or "near"."""
    found: dict[int, set[str]] = {}
    for mention in places:
        at = words.at(mention.start) if mention.is_place and mention.place is not None else 0
        if not at or mention.place is None:
            continue
        near = words.lower[max(0, at - REACH) : at]
        country = mention.place.country
        if country is not None and country in lexicon.countries and LOCATIVE.intersection(near):
            found.setdefault(words.sentence[at], set()).add(country)
    return {sentence: countries.pop() for sentence, countries in found.items() if len(countries) == 1}


def _country(hit: Hit, lexicon: ActorLexicon) -> str | None:
    key = hit.name.key
    if hit.name.form == "actor":
        country = lexicon.actors[key].country if key in lexicon.actors else key.partition(":")[2]
    elif hit.name.form == "person":
        country = lexicon.people[key].country
    else:
        country = key
    return country if country in lexicon.countries else None


def _placed(hit: Hit, words: Words) -> bool:
    before = words.lower[hit.first - 1] if hit.first else ""
    return before in ("in", "inside", "across", "northern", "southern", "eastern", "western", "central", "northwestern",
                      "northeastern", "southeastern", "southwestern")  # fmt: skip
