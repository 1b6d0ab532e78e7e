"""Descriptions that stand for a place named elsewhere: "the city", "the Syrian capital", "a key city"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from warmonitor.coding.places.atlas import Atlas
from warmonitor.coding.places.borders import border
from warmonitor.coding.places.described import near
from warmonitor.coding.places.locating import Located
from warmonitor.coding.places.lying import LYING
from warmonitor.coding.places.words import Words
from warmonitor.coding.places.writing import entry_place
from warmonitor.records import Place

_DEFINITE = frozenset("the this that its their these those same".split())
_INDEFINITE = frozenset(("a", "an", "another"))
_TOWN = frozenset("city town village suburb settlement neighborhood neighbourhood hamlet".split())
_PROVINCE = frozenset("province governorate oblast".split())
_REGION = frozenset("region enclave pocket zone bastion stronghold".split())
_AREA = frozenset("area territory vicinity surroundings".split())
_ROAD = frozenset("road roads highway highways motorway".split())
_SITE = frozenset("camp base airbase airport airfield crossing dam bridge port".split())
_BUILDING = frozenset("hospital school prison market mosque church bakery marketplace bazaar university".split())
_SOIL = frozenset("territory soil airspace lands territories".split())
_NOUNS = _TOWN | _PROVINCE | _REGION | _AREA | _ROAD | _SITE | _BUILDING | _SOIL | {"country", "capital", "border"}
_HERE = frozenset(("city", "town", "capital"))
_SEATS = frozenset(("regional", "provincial", "state", "district"))
"""Before "capital": the town that a province is governed from, not the country's."""
_MODIFIERS = ("JJ", "RB", "VBN", "VBG", "NN", "HYPH", "CD", "POS")
_LOOK = 7
"""Tokens between an article and its noun, at most."""
_LEAD = 500
""" "A key city" stands for a town named later only in the opening of a report (characters)."""
_ROAD_KM = 30.0
_NEXT = 5
"""Tokens behind a village in which the town that it lies by is named: "in the northern countryside of Manbij"."""

Fits = Callable[[Located, Place], bool]


def anaphors(found: Sequence[Located], words: Words, atlas: Atlas, main: str | None) -> tuple[Located, ...]:
    """The described places of a text with what they stand for; `main` is the country that the report is about."""
    reader = _Reader(found, words, atlas, main)
    return tuple(mention for at, word in enumerate(words.lower) if word in _NOUNS for mention in reader.read(at))


class _Reader:
    """One text: where its places stand, and what a noun at some token refers to."""

    def __init__(self, found: Sequence[Located], words: Words, atlas: Atlas, main: str | None) -> None:
        self.words, self.atlas, self.main = words, atlas, main or ""
        self.placed = [m for m in found if m.is_place and m.place is not None]
        self.desk = next((m for m in found if m.rule == "desk" and m.place is not None and not m.is_place), None)
        self.firsts = [m.first for m in self.placed]
        self.unknown = [m for m in found if m.is_place and (m.place is None or m.rule == LYING)]
        self.taken = {i for m in found for i in range(m.first, m.last + 1)}

    def read(self, at: int) -> Sequence[Located]:
        """What the noun at this token stands for, if anything."""
        word = self.words.lower[at]
        first, countries = self._opening(at)
        if first is None or at in self.taken:
            return ()
        if word == "border":
            return self._border(first, at, countries)
        if self._named_after(at):
            return ()
        if countries:
            return self._of_country(first, at, countries[-1], word)
        if self.words.lower[first] in _INDEFINITE:
            return self._ahead(first, at) if word in _TOWN else ()
        return self._back(first, at, word)

    def _opening(self, at: int) -> tuple[int | None, list[str]]:
        """Where the description begins, and the countries whose demonyms it holds."""
        countries: list[str] = []
        for i in range(at - 1, max(-1, at - _LOOK - 1), -1):
            word = self.words.lower[i]
            if word in _DEFINITE or word in _INDEFINITE:
                return i, countries
            if word in self.atlas.demonyms and self.words.text[i][0].isupper():
                countries.append(self.atlas.demonyms[word])
                before = self.words.lower[i - 1] if i else ""
                if before not in _DEFINITE and before != "-" and self.words.lower[at] in _SOIL:
                    return i, countries
            elif word == "own" or i in self.taken or self.words.text[i][0].isupper() or not self._modifies(i):
                return None, []
        return None, []

    def _modifies(self, at: int) -> bool:
        return self.words.tag[at].startswith(_MODIFIERS) or self.words.lower[at] in ("-", "–", "and")

    def _named_after(self, at: int) -> bool:
        """ "the city of Saraqeb", "the capital, Damascus": the name itself follows."""
        wide = self.words.lower[at] in _REGION | _AREA
        for i in range(at + 1, min(at + 4, len(self.words))):
            if i in self.taken:
                return True
            if self.words.lower[i] not in ("of", ",", "in", "the") or (wide and self.words.lower[i] == "in"):
                return False
        return False

    def _of_country(self, first: int, at: int, country: str, word: str) -> Sequence[Located]:
        """ "Syrian territory", "the Syrian capital"."""
        if word == "capital":
            return self._make(first, at, self._capital(country), "demonym")
        return self._make(first, at, self._country(country), "demonym") if word in _SOIL else ()

    def _border(self, first: int, at: int, countries: list[str]) -> Sequence[Located]:
        """ "the Turkish border", "the Syrian-Turkish border": its stretch nearest to what was named last."""
        both = [*dict.fromkeys(countries), *([self.main] if self.main not in countries else [])][:2]
        last = bisect_right(self.firsts, first) - 1
        near_to = self.placed[last].place if last >= 0 else None
        return self._make(first, at, border(both, near_to, self.atlas), "border") if countries else ()

    def _back(self, first: int, at: int, word: str) -> Sequence[Located]:
        if self.words.lower[first] == "this" and word in _HERE and not self._just_named(first):
            here = self._here(word)
            if here is not None:
                return self._make(first, at, here, "anaphor")
        if word == "country":
            return self._make(first, at, self._country(self.main), "anaphor")
        if word == "capital" and self.words.lower[at - 1] in _SEATS:
            return self._seat(first, at)
        if word == "capital":
            return self._make(first, at, self._capital(self.main), "anaphor")
        if word in _TOWN:
            return self._last_unknown(first, at, word) or self._last(first, at, _is_town)
        if word in _PROVINCE:
            return self._last(first, at, lambda m, p: p.precision == "province" or m.feature == "ADM1")
        if word in _ROAD:
            return self._last(first, at, _is_road) or self._last(first, at, _is_town, _as_road)
        if word in _SITE:
            return self._last(first, at, lambda m, p: p.precision == "site" or word in m.name.lower())
        if word in _BUILDING:
            named = self._last(first, at, lambda m, p: word in m.name.lower())
            return named or self._last(first, at, _is_town, _as_site)
        if word in _REGION:
            return self._last(first, at, _is_region) or self._last(first, at, _is_local)
        return self._last(first, at, _is_local, _around) if word in _AREA else ()

    def _just_named(self, first: int) -> bool:
        """Whether this sentence or the one before it names a town: then that is "this city", wherever it is written."""
        opened = [i for i in range(first, -1, -1) if self.words.opens[i]][:2]
        after = bisect_right(self.firsts, first)
        since = [m for m in self.placed[:after] if opened and m.first >= opened[-1]]
        return any(m.place is not None and _is_town(m, m.place) for m in since)

    def _here(self, word: str) -> Place | None:
        """Where a report with a dateline is written: "this city", "this capital"."""
        place = self.desk.place if self.desk is not None else None
        if place is None or not place.country:
            return None
        return self._capital(place.country) if word == "capital" else place

    def _last(
        self, first: int, at: int, fits: Fits, change: Callable[[Place], Place] | None = None
    ) -> Sequence[Located]:
        for i in range(bisect_right(self.firsts, first) - 1, -1, -1):
            mention = self.placed[i]
            if mention.place is not None and fits(mention, mention.place):
                return self._make(first, at, change(mention.place) if change else mention.place, "anaphor", mention)
        return ()

    def _last_unknown(self, first: int, at: int, word: str) -> Sequence[Located]:
        """A village that no list has, if the text has called it one and named no other town since."""
        lower = self.words.lower
        called = (m for m in self.unknown if word in lower[max(0, m.first - 2) : m.last + 2])
        known = max((m for m in called if m.first < first), key=lambda m: m.first, default=None)
        if known is None:
            return ()
        named = self.placed[bisect_right(self.firsts, known.last + _NEXT) : bisect_right(self.firsts, first)]
        if any(m.place is not None and _is_town(m, m.place) for m in named):
            return ()
        start, end = self.words.start[first], self.words.end[at]
        return (Located(first, at, start, end, known.name, known.place, known.feature, "anaphor"),)

    def _seat(self, first: int, at: int) -> Sequence[Located]:
        """ "The regional capital": the town that bears the name of the province named last; another's is not known."""
        for i in range(bisect_right(self.firsts, first) - 1, -1, -1):
            province, named = self.placed[i].place, self.placed[i].name
            if province is not None and (province.precision == "province" or self.placed[i].feature == "ADM1"):
                towns = self.atlas.gazetteer.named(_own_name(named))
                seats = (entry_place(towns, province.country or "", rank) for rank in ("PPLA", "PPLC", "PPL"))
                return self._make(first, at, next((seat for seat in seats if seat), None), "anaphor")
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

    def _make(
        self, first: int, at: int, place: Place | None, rule: str, of: Located | None = None
    ) -> Sequence[Located]:
        if place is None:
            return ()
        start, end = self.words.start[first], self.words.end[at]
        return (Located(first, at, start, end, place.name, place, of.feature if of else "", rule),)

    def _country(self, iso3: str) -> Place | None:
        row = self.atlas.countries.get(iso3)
        return entry_place(self.atlas.gazetteer.named(row.name), iso3, "PCLI") if row else None

    def _capital(self, iso3: str) -> Place | None:
        row = self.atlas.countries.get(iso3)
        return entry_place(self.atlas.gazetteer.named(row.capital), iso3, "PPLC") if row else None


def _is_town(mention: Located, place: Place) -> bool:
    if mention.rule == "offset":  # "355 km north of the capital": the capital is only what it is told by
        return False
    camp = mention.name.lower().endswith(" camp")
    settled = place.precision in ("town", "near_town") or mention.rule == LYING
    return mention.feature.startswith("PPL") and settled and not camp


def _own_name(named: str) -> str:
    """A province's name without the word for what it is."""
    words = named.split()
    return " ".join(words[:-1]) if len(words) > 1 and words[-1].lower() in _PROVINCE | _REGION else named


def _is_road(_: Located, place: Place) -> bool:
    return place.precision == "road"


def _is_region(_: Located, place: Place) -> bool:
    return place.precision in ("province", "region", "district")


def _is_local(_: Located, place: Place) -> bool:
    return place.precision not in ("country", "road")


def _around(place: Place) -> Place:
    return near(place) if place.precision in ("town", "site") else place


def _as_road(place: Place) -> Place:
    return place.model_copy(update={"precision": "road", "radius_km": _ROAD_KM})


def _as_site(place: Place) -> Place:
    return place.model_copy(update={"precision": "site"})
