"""What the text says a place lies in: villages that no list knows are put there, namesakes elsewhere are not meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from warmonitor.coding.places.atlas import Atlas, Entry
from warmonitor.coding.places.geometry import distance_km
from warmonitor.coding.places.locating import Located
from warmonitor.coding.places.words import Words
from warmonitor.coding.places.writing import only
from warmonitor.records import Place, PlacePrecision

LYING = "lying"
"""The rule of a place that is known only by what it lies in."""
_QUARTERS = frozenset(
    "neighbourhood neighborhood neighbourhoods neighborhoods quarter street roundabout square".split()
)
_PARTS = frozenset("neighbourhoods neighborhoods quarters suburbs districts villages towns hamlets".split())
"""What the names of a list before it are: none of them is a city elsewhere."""
_VILLAGES = frozenset(("village", "hamlet"))
_SETTLEMENTS = frozenset(
    "village villages town towns hamlet hamlets farm farms settlement camp area district suburb city crossing "
    "checkpoint".split()
)
_FILLERS = frozenset(
    "in of the at to located situated lying , ( - within northern side far frontline frontlines regime rebel sdf "
    "government opposition held controlled".split()
)
_APPOSING = frozenset((",", "(", "located", "situated", "to"))
_REACH = 10
"""Tokens from a place to the one that it is told to lie in."""
_NEAR_KM = 12.0
_SLACK_KM = 30.0
"""Beyond the reach of a province, what is said to lie in it may still lie; provinces are no circles."""
_TOWN_KM = 22.0
"""How far off a town a village lies that is told by it."""
_CITY_KM = 3.5
"""Radius of a town that so many know that a report means no other."""
_SPELT = 3
"""The loosest rung of spelling that may be looked up within a place that the text names."""
_OWNED = re.compile(r"(?:'s|’s) (?:\w+ )?\Z")
_QUARTER_OF = re.compile(
    r" (?:city |province |governorate )?(?:neighbou?rhood|quarter|district|suburb|village|town) of "
)
_DATELINE = re.compile(r"(?: province| governorate)? ?:")


def lying(found: Sequence[Located], words: Words, atlas: Atlas) -> tuple[Located, ...]:
    """The same mentions, local ones put into what the text says they lie in."""
    out = [_no_city(mention, words) for mention in found]
    changed: dict[str, Located] = {}
    held: dict[int, Located] = {}
    for at in range(len(out) - 1, -1, -1):  # what holds others is told behind them
        mention = out[at]
        row = at + 1 in held and _in_a_row(at, out, words)
        if not _is_local(mention) and not row and not _is_abroad(at, out, words, atlas):
            continue
        holder = _told(at, out, words, atlas) or _led(at, out, words)
        listed = holder is None and at + 1 in held and _listed_with(at, out, words)
        if listed and (mention.place is None or row):
            holder = held[at + 1]
        if holder is not None:
            held[at] = holder
        if holder is not None and mention.place is not None and _fits(mention.place, holder):
            continue
        holder = holder or _of_its_line(mention, out, words)
        holder = holder or (_around(at, out, words) if mention.place is None else None)
        if holder is None or holder.place is None or (mention.place is not None and _fits(mention.place, holder)):
            continue
        out[at] = changed[mention.name.casefold()] = _within(mention, holder.place, words, atlas)
    return tuple(_alike(mention, changed) for mention in out)


def _alike(mention: Located, changed: dict[str, Located]) -> Located:
    """One name means one place all through a report."""
    other = changed.get(mention.name.casefold())
    if other is None or mention.place is not None or not mention.is_place:
        return mention
    return replace(mention, place=other.place, feature=other.feature, rule=other.rule)


def _no_city(mention: Located, words: Words) -> Located:
    """ "Kaira village" is another than Cairo."""
    place = mention.place
    if place is None or place.precision != "town" or mention.rule != "name" or (place.radius_km or 0.0) <= _CITY_KM + 2:
        return mention
    return replace(mention, place=None, feature="") if _called(mention, words, _VILLAGES) else mention


def _listed_with(at: int, found: Sequence[Located], words: Words) -> bool:
    """ "In Zaytun and Rumman in the city of X": whether the next name stands beside this one in a list."""
    return words.source[found[at].end : found[at + 1].start].strip() in ("and", ",", ", and")


def _in_a_row(at: int, found: Sequence[Located], words: Words) -> bool:
    """ "The San Juan, Los Angeles and Zaytun quarters of X": whether the last of a list is called one of several."""
    while at + 1 < len(found) and _listed_with(at, found, words):
        at += 1
    return not _PARTS.isdisjoint(words.lower[found[at].last + 1 : found[at].last + 2])


def _is_local(mention: Located) -> bool:
    if not mention.is_place or mention.rule != "name":
        return False
    place = mention.place
    small = mention.feature.startswith("PPL") and mention.feature not in ("PPLC", "PPLA")
    return place is None or (small and place.precision == "town" and (place.radius_km or 0.0) <= _CITY_KM + 2)


def _is_abroad(at: int, found: Sequence[Located], words: Words, atlas: Atlas) -> bool:
    """Whether a province, district or city lies in another country than the text says: it is another of that name."""
    mention = found[at]
    city = mention.feature in ("PPL", "PPLA")
    if not mention.is_place or mention.rule != "name" or not (city or mention.feature in ("ADM1", "ADM2", "ADM3")):
        return False
    holder = _told(at, found, words, atlas)
    outer, own = holder.place if holder is not None else None, mention.place
    if outer is None or own is None or outer.country == own.country:
        return False
    return outer.precision in ("province", "district") if city else outer.precision != "region"


def _told(at: int, found: Sequence[Located], words: Words, atlas: Atlas) -> Located | None:
    """ "Zaytun village in the countryside of X", "Zaytun, 20 km south of X", "Zaytun neighbourhood of X"."""
    mention, following = found[at], found[at + 1] if at + 1 < len(found) else None
    if following is None or following.place is None or not following.is_place or following.place.lat is None:
        return None
    between = words.lower[mention.last + 1 : following.first]
    if len(between) > _REACH or any(words.opens[mention.last + 1 : following.first]):
        return None
    known = (_FILLERS, _SETTLEMENTS, _QUARTERS, atlas.kinds, atlas.parts, atlas.directions)
    if not all(any(word in words_of for words_of in known) for word in between):
        return None
    told = [word for word in between if word != "the"]
    if "in" in told or (told[-1:] == ["of"] and told[0] in _SETTLEMENTS | _QUARTERS):
        return following
    apposed = not set(between) - _APPOSING - _SETTLEMENTS - _QUARTERS - set(atlas.kinds)
    if apposed and following.rule in ("offset", "near"):
        return following
    wide = following.place.precision in ("province", "district", "region") or _closes(following, words)
    return following if apposed and between and wide and "(" not in between else None


def _closes(country: Located, words: Words) -> bool:
    """ "The airport at Zaytun, El Salvador, was hit": a country as the end of an address, not one that acts."""
    whole = country.place is not None and country.place.precision == "country" and country.rule == "name"
    return whole and words.source[country.end : country.end + 1] in ("", ",", ".", ";", ":", ")", "\n")


def _led(at: int, found: Sequence[Located], words: Words) -> Located | None:
    """ "Aleppo's Zaytun neighbourhood", "the Aleppo neighbourhood of Zaytun"."""
    before = found[at - 1] if at else None
    if before is None or before.place is None or before.place.lat is None:
        return None
    between = words.source[before.end : found[at].start]
    owned = _OWNED.match(between) and _called(found[at], words, _SETTLEMENTS | _QUARTERS)
    return before if owned or _QUARTER_OF.fullmatch(between) else None


def _of_its_line(mention: Located, found: Sequence[Located], words: Words) -> Located | None:
    """ "Homs province: Activists reported": what a line is headed by; a name that is spelt as in lists stays."""
    if mention.place is not None and mention.place.name.casefold() == mention.name.casefold():
        return None
    start = words.source.rfind("\n", 0, mention.start) + 1
    first = next((m for m in found if m.start >= start), None)
    if first is None or first.place is None or first.start - start > 4 or first.end > mention.start:
        return None
    headed = _DATELINE.match(words.source, first.end)
    return first if headed and first.place.precision == "province" else None


def _around(at: int, found: Sequence[Located], words: Words) -> Located | None:
    """For a name that no list has: the town of a quarter that was named last, the province that its sentence names."""
    mention = found[at]
    placed = [m for m in found[:at] if m.is_place and m.place is not None and m.place.lat is not None]
    if _called(mention, words, _QUARTERS):
        towns = [m for m in placed if m.place is not None and m.place.precision == "town"]
        return towns[-1] if towns else None
    first = next((i for i in range(mention.first, -1, -1) if words.opens[i]), 0)
    last = next((i for i in range(mention.last + 1, len(words)) if words.opens[i]), len(words))
    here = [m for m in found if first <= m.first < last and m.is_place and m.place is not None and _is_wide(m)]
    return here[0] if here and len({m.name for m in here}) == 1 else None


def _is_wide(mention: Located) -> bool:
    place = mention.place
    return place is not None and (place.precision in ("province", "district") or mention.rule == "offset")


def _called(mention: Located, words: Words, nouns: frozenset[str]) -> bool:
    """Whether the words beside a name say that it is one of these."""
    behind = words.lower[mention.last + 1 : mention.last + 2]
    before = words.lower[max(0, mention.first - 2) : mention.first]
    return not nouns.isdisjoint(behind) or (len(before) == 2 and before[1] == "of" and before[0] in nouns)


def _fits(place: Place, holder: Located) -> bool:
    outer = holder.place
    if outer is None or place.lat is None or place.lon is None or outer.lat is None or outer.lon is None:
        return True
    if outer.country is not None and place.country != outer.country:
        return False
    if outer.precision in ("country", "region"):
        return True
    reach = outer.radius_km or 0.0
    if holder.rule in ("offset", "near"):
        reach = 2 * reach + 5.0
    else:
        reach += _TOWN_KM if outer.precision in ("town", "site", "near_town") else _SLACK_KM
    return distance_km(place.lat, place.lon, outer.lat, outer.lon) <= reach


def _within(mention: Located, outer: Place, words: Words, atlas: Atlas) -> Located:
    """The place of that name there, else the name with what it lies in for its whereabouts."""
    if outer.precision == "country" or outer.lat is None:
        return replace(mention, place=None, feature="")
    holder = replace(mention, place=outer, rule="name")
    listed: list[tuple[int, float, str, Entry]] = []
    for entry, rung in atlas.gazetteer.spelt(mention.name, (outer.country or "",)):
        if rung <= _SPELT and entry.feature.startswith("PPL") and _fits(only(entry), holder):
            away = distance_km(entry.lat, entry.lon, outer.lat, outer.lon or 0.0)
            listed.append((rung, away, entry.id, entry))
    if listed:
        entry = min(listed)[-1]
        return replace(mention, place=only(entry), feature=entry.feature)
    kind, radius_km = _precision(mention, outer, words), max(_NEAR_KM, outer.radius_km or 0.0)
    change: dict[str, object] = {"name": mention.name, "gazetteer_id": None, "probability": None, "others": ()}
    change |= {"precision": kind, "radius_km": radius_km}
    return replace(mention, place=outer.model_copy(update=change), feature="PPL", rule=LYING)


def _precision(mention: Located, outer: Place, words: Words) -> PlacePrecision:
    if outer.precision not in ("town", "site", "near_town"):
        return "district"
    return "site" if _called(mention, words, _QUARTERS) else "near_town"
