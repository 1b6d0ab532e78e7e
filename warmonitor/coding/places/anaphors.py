"""Descriptions that stand for a place named elsewhere: "the city", "the province", "the Syrian capital", "a key city"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from warmonitor.coding.places.atlas import Atlas, CountryRow
from warmonitor.coding.places.described import near
from warmonitor.coding.places.locating import Located
from warmonitor.coding.places.words import Words
from warmonitor.coding.places.writing import entry_place
from warmonitor.records import Place

_DEFINITE = frozenset("the this that its their these those same".split())
_INDEFINITE = frozenset(("a", "an", "another"))
_TOWN = frozenset("city town village suburb settlement neighborhood neighbourhood hamlet".split())
_PROVINCE = frozenset("province governorate oblast".split())
_REGION = frozenset("region enclave pocket area territory stronghold bastion zone".split())
_ROAD = frozenset("road roads highway highways motorway".split())
_SITE = frozenset("camp base airbase airport airfield hospital crossing dam bridge prison port school".split())
_SOIL = frozenset("territory soil airspace lands territories".split())
_NOUNS = _TOWN | _PROVINCE | _REGION | _ROAD | _SITE | _SOIL | {"country", "capital"}
_LOOK = 7
"""Tokens between an article and its noun, at most."""
_LEAD = 500
""" "A key city" stands for a town named later only in the opening of a report (characters)."""


def anaphors(found: Sequence[Located], words: Words, atlas: Atlas, main: str | None) -> tuple[Located, ...]:
    """The described places of a text with what they stand for; `main` is the country that the report is about."""
    reader = _Reader(found, words, atlas, main)
    return tuple(mention for at, word in enumerate(words.lower) if word in _NOUNS for mention in reader.read(at))


class _Reader:
    """One text: where its places stand, and what a noun at some token refers to."""

    def __init__(self, found: Sequence[Located], words: Words, atlas: Atlas, main: str | None) -> None:
        self.words, self.atlas, self.main = words, atlas, main
        self.placed = [m for m in found if m.is_place and m.place is not None]
        self.firsts = [m.first for m in self.placed]
        self.taken = {i for m in found for i in range(m.first, m.last + 1)}

    def read(self, at: int) -> Sequence[Located]:
        if at in self.taken:
            return ()
        first, demonym = self._opening(at)
        if first is None or self._named_after(at):
            return ()
        word = self.words.lower[at]
        if demonym and word in _SOIL | {"capital"}:
            country = self.atlas.countries.get(demonym)
            return self._make(first, at, self._country(country) if word != "capital" else self._capital(country), "demonym")
        if demonym:
            return ()
        if self.words.lower[first] in _INDEFINITE:
            return self._ahead(first, at) if word in _TOWN else ()
        return self._back(first, at, word)

    def _opening(self, at: int) -> tuple[int | None, str]:
        """Where the description begins, and the country whose demonym it holds."""
        demonym = ""
        for i in range(at - 1, max(-1, at - _LOOK - 1), -1):
            word, tag = self.words.lower[i], self.words.tag[i]
            if word in _DEFINITE or word in _INDEFINITE:
                return (i, demonym)
            if word in self.atlas.demonyms and self.words.text[i][0].isupper():
                demonym = demonym or self.atlas.demonyms[word]
                if i and self.words.lower[i - 1] not in _DEFINITE and self.words.lower[at] in _SOIL:
                    return (i, demonym)
            elif i in self.taken or not (tag.startswith(("JJ", "RB", "VBN", "NN", "HYPH", "CD")) or word in ("-", "'s", "’s")):
                return (None, "")
        return (None, "")

    def _named_after(self, at: int) -> bool:
        """ "the city of Saraqeb", "the capital, Damascus": the name itself follows."""
        following = [i for i in range(at + 1, min(at + 4, len(self.words)))]
        for i in following:
            if i in self.taken:
                return True
            if self.words.lower[i] not in ("of", ",", "in", "the") or (self.words.lower[at] in _REGION and self.words.lower[i] == "in"):
                return False
        return False

    def _back(self, first: int, at: int, word: str) -> Sequence[Located]:
        if word == "country":
            return self._make(first, at, self._country(self.atlas.countries.get(self.main or "")), "anaphor")
        if word == "capital":
            return self._make(first, at, self._capital(self.atlas.countries.get(self.main or "")), "anaphor")
        if word in _TOWN:
            return self._last(first, at, lambda m, p: m.feature.startswith(("PPL", "CMP")) and p.precision in ("town", "near_town"))
        if word in _PROVINCE:
            return self._last(first, at, lambda m, p: p.precision == "province" or m.feature == "ADM1")
        if word in _ROAD:
            road = self._last(first, at, lambda m, p: p.precision == "road")
            return road or self._last(first, at, lambda m, p: p.precision in ("town", "near_town"), _as_road)
        if word in _SITE:
            return self._last(first, at, lambda m, p: p.precision == "site" or word in m.name.lower())
        if word in ("enclave", "region", "pocket", "zone", "bastion", "stronghold"):
            wide = self._last(first, at, lambda m, p: p.precision in ("province", "region", "district"))
            return wide or self._last(first, at, lambda m, p: p.precision != "country")
        if word in ("area", "territory"):
            return self._last(first, at, lambda m, p: p.precision != "country" and p.precision != "road", _around)
        return ()

    def _last(
        self, first: int, at: int, fits: Callable[[Located, Place], bool], change: Callable[[Place], Place] | None = None
    ) -> Sequence[Located]:
        for i in range(bisect_right(self.firsts, first) - 1, -1, -1):
            mention = self.placed[i]
            if mention.place is not None and fits(mention, mention.place):
                return self._make(first, at, change(mention.place) if change else mention.place, "anaphor", mention)
        return ()

    def _ahead(self, first: int, at: int) -> Sequence[Located]:
        """ "regained a key city": the town that the report then names, in its opening only."""
        if self.words.start[at] > _LEAD or not any(t.startswith("JJ") for t in self.words.tag[first + 1 : at]):
            return ()
        before = bisect_right(self.firsts, first)
        if any(m.feature.startswith("PPL") for m in self.placed[:before]):
            return ()
        for mention in self.placed[before : before + 4]:
            if mention.feature.startswith("PPL") and mention.place is not None:
                return self._make(first, at, mention.place, "cataphor", mention)
        return ()

    def _make(self, first: int, at: int, place: Place | None, rule: str, of: Located | None = None) -> Sequence[Located]:
        if place is None:
            return ()
        start, end = self.words.start[first], self.words.end[at]
        return (Located(first, at, start, end, place.name, place, of.feature if of else "", rule),)

    def _country(self, row: CountryRow | None) -> Place | None:
        return row and entry_place(self.atlas.gazetteer.named(row.name), row.iso3, "PCLI")

    def _capital(self, row: CountryRow | None) -> Place | None:
        return row and entry_place(self.atlas.gazetteer.named(row.capital), row.iso3, "PPLC")


def _around(place: Place) -> Place:
    return near(place) if place.precision in ("town", "site") else place


def _as_road(place: Place) -> Place:
    return place.model_copy(update={"precision": "road", "radius_km": 30.0})
