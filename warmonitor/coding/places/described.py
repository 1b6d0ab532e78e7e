"""Places told by others: "southern Idlib", "the Aleppo countryside", "near X", "30 km west of X", "between X and Y"."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from warmonitor.coding.places.atlas import Atlas
from warmonitor.coding.places.geometry import distance_km, moved, nearest
from warmonitor.coding.places.locating import Located
from warmonitor.coding.places.words import Words
from warmonitor.coding.places.writing import only
from warmonitor.records import Place

_NEAR_KM = 12.0
"""How far "near" a town reaches; monitors code such places within 10 to 15 km of it."""
_PART_WIDE = 0.75
"""Reach of such a part, of that of the whole: provinces are no circles, and reach further in some direction."""
_PART = 0.55
"""How far from its middle, in parts of its reach, the southern part of a region lies."""
_SIDE_KM = 7.0
"""How far the middle of "the western countryside of X" lies from the town: most villages named so are 2 to 15 away."""
_BESIDE_KM = 10.0
""" "South of Halfaya", no distance said."""
_NEAR = frozenset("near around outside surrounding beside".split())
_EDGES = frozenset("outskirts suburbs edge edges vicinity environs surroundings entrance entrances".split())
_AROUND = frozenset(
    "front frontline countryside outskirts suburbs suburb axis area areas surroundings direction fronts "
    "frontlines".split()
)
_RURAL = frozenset(("rural", "reef", "rif", "rif-", "rural-"))
"""Before a town's name what "countryside" is behind it; rif is the Arabic word."""
_UNITS = {
    "km": 1.0,
    "kms": 1.0,
    "kilometers": 1.0,
    "kilometres": 1.0,
    "kilometer": 1.0,
    "kilometre": 1.0,
    "miles": 1.609,
    "mile": 1.609,
    "mi": 1.609,
}
_SETTLED = frozenset("city cities town towns village villages".split())
_WHOLES = _SETTLED | {"province", "governorate"}
_QUARTERS = frozenset("neighborhoods neighbourhoods quarters districts streets half parts side sector".split())
"""What a city has, not the province of its name: "the eastern neighbourhoods of Aleppo"."""
_LINES = ("RD", "STM", "CNL")
_LINKED = frozenset("in near at outside around through by".split())
_DESCRIBED = ("near", "part", "offset")
_LINKING = frozenset(("linking", "connecting"))
_SPANS = frozenset(
    {("between", "and"), ("from", "to")} | {(verb, joint) for verb in _LINKING for joint in ("and", "with", "to")}
)
_LINK = 4
"""Words between a road and the place that tells which stretch of it is meant, at most."""
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?\Z")
_FILLERS = frozenset(
    "the a of in its government rebel regime opposition held controlled occupied besieged - town city village "
    "capital province provincial border port".split()
)


def describe(found: Sequence[Located], words: Words, atlas: Atlas) -> tuple[Located, ...]:
    """The same mentions, those within a longer description in its place."""
    out: list[Located] = []
    taken = -1
    for at, mention in enumerate(found):
        if mention.first <= taken:
            continue  # it is the Y of "between X and Y"
        if mention.place is None or not mention.is_place or mention.place.lat is None:
            out.append(mention)
            continue
        floor = max(taken + 1, 0)
        told = (
            _between(at, found, words) or _offset(mention, words, atlas, floor) or _part(mention, words, atlas, floor)
        )
        if told is not None and told.rule == "name":  # "on the outskirts of the northern city of Idlib"
            told = _near(told, words, floor) or told
        told = told or _near(mention, words, floor) or mention
        if out and told.rule == "offset" and _apposed(out[-1], told, words):
            out[-1] = _placed_by(out[-1], told)
        out.append(told)
        taken = told.last
    return tuple(_stretch(at, out, words, atlas) or mention for at, mention in enumerate(out))


def _apposed(named: Located, told: Located, words: Words) -> bool:
    """ "Um Kadada, 180 km east of El Fasher": a name that no list knows, right before where it lies."""
    unknown = named.is_place and named.place is None
    return unknown and words.source[named.end : told.start].strip() in (",", "(", "(some", ", some", ", about")


def _placed_by(named: Located, told: Located) -> Located:
    assert told.place is not None
    change = {"name": named.name, "gazetteer_id": None, "precision": "town"}
    return replace(named, place=told.place.model_copy(update=change), feature="PPL")


def _direction(words: Words, last: int, floor: int, atlas: Atlas) -> tuple[float, int] | None:
    """The bearing that the tokens ending at `last` say, and where they begin: "north - western"."""
    for length in (3, 2, 1):
        first = last - length + 1
        if first < floor:
            continue
        text = "".join(words.lower[first : last + 1]) if length == 3 else " ".join(words.lower[first : last + 1])
        if text in atlas.directions:
            return atlas.directions[text], first
    return None


def _part(mention: Located, words: Words, atlas: Atlas, floor: int) -> Located | None:
    """ "southern Idlib", "the southern province of Idlib", "the west of Homs province", "northern Hama countryside"."""
    base = mention.place
    assert base is not None
    last = _tail(mention, words)
    countryside = words.lower[last] == "countryside" or (
        last > mention.last and words.lower[last] in ("suburbs", "outskirts")
    )
    quarters = False
    found = _direction(words, mention.first - 1, floor, atlas)
    first = found[1] if found else mention.first
    if not found and mention.first - 2 >= floor and words.lower[mention.first - 1] == "of":
        at = mention.first - 2
        countryside = countryside or words.lower[at] in ("countryside", "suburbs")
        quarters = words.lower[at] in _QUARTERS
        if (words.lower[at] in atlas.parts or words.lower[at] in atlas.kinds) and at - 1 >= floor:
            found = _direction(words, at - 1, floor, atlas)
            if found is not None and words.lower[at] in _WHOLES:
                return _whole(mention, words, found[1], last)
        elif words.lower[at] in atlas.directions and at - 1 >= floor and words.lower[at - 1] == "the":
            found = _direction(words, at, floor, atlas)
        first = found[1] if found else (at if countryside else first)
    if found is None and mention.first - 1 >= floor and words.lower[mention.first - 1] in _RURAL:
        countryside, first = True, mention.first - 1
        rural = atlas.gazetteer.named(words.source[words.start[first] : words.end[mention.last]])
        if rural and rural[0].country == base.country:
            return mention.over(words, first, last, "part", only(rural[0]))
    if found is None and not countryside:
        return None
    itself = last + 1 < len(words) and words.lower[last + 1] in _SETTLED  # "northwest Idlib city"
    more = not itself and not quarters and (countryside or mention.feature != "PPLC")
    if base.precision == "town" and mention.province is not None and more:
        base = mention.province  # "southern Idlib" is more than a side of the city
    bearing = found[0] if found else -1.0
    own = atlas.gazetteer.named(words.source[words.start[first] : words.end[mention.last]]) if found else ()
    listed = next((entry for entry in own if entry.country == base.country), None)  # "eastern Ghouta" has an entry
    return mention.over(words, first, last, "part", only(listed) if listed else part(base, bearing, atlas, countryside))


def _whole(mention: Located, words: Words, first: int, last: int) -> Located:
    """ "The northwestern city of Idlib", "the northern province of Hama": where in the country it lies, no part."""
    city = words.lower[mention.first - 2] in _SETTLED
    meant = (mention.town if city else mention.province) or mention.place
    return mention.over(words, first, last, "name", meant)


def _tail(mention: Located, words: Words) -> int:
    """The last token of "X province", "X countryside", "X's suburbs"."""
    at = mention.last
    for _ in range(2):
        if at + 1 < len(words) and words.lower[at + 1] in (
            "'s",
            "’s",
            "province",
            "governorate",
            "countryside",
            "suburbs",
            "outskirts",
            "region",
        ):
            at += 1
    return at if words.lower[at] not in ("'s", "’s") else mention.last


def part(base: Place, bearing: float, atlas: Atlas, countryside: bool = False) -> Place:
    """The part of a place in a direction (degrees; -1: its middle, or all around it)."""
    assert base.lat is not None
    assert base.lon is not None
    reach = base.radius_km or 10.0
    lat, lon = (base.lat, base.lon) if bearing < 0 else moved(base.lat, base.lon, bearing, reach * _PART)
    if base.precision == "country":
        lat, lon = _among(base, bearing, atlas) or (lat, lon)
    change: dict[str, object] = {"lat": lat, "lon": lon}
    if base.precision == "town":
        change |= {
            "precision": "near_town" if countryside else "town",
            "radius_km": max(_NEAR_KM, reach) if countryside else reach,
        }
        if countryside and bearing >= 0:
            change["lat"], change["lon"] = moved(base.lat, base.lon, bearing, max(_SIDE_KM, reach))
    elif bearing >= 0 or base.precision == "country":
        change |= {
            "precision": "district" if base.precision == "province" else "region",
            "radius_km": round(reach * _PART_WIDE, 1),
        }
    return base.model_copy(update=change)


def _among(base: Place, bearing: float, atlas: Atlas) -> tuple[float, float] | None:
    """The middle of those regions of a country that lie furthest in a direction (-1: nearest its middle)."""
    points = atlas.regions.get(base.country or "", ())
    if len(points) < 4:
        return None
    lat, lon = (sum(p[i] for p in points) / len(points) for i in (0, 1))
    north, east, narrow = math.cos(math.radians(bearing)), math.sin(math.radians(bearing)), math.cos(math.radians(lat))

    def far(point: tuple[float, float]) -> float:
        up, right = point[0] - lat, (point[1] - lon) * narrow
        along, across = up * north + right * east, up * east - right * north
        return -math.hypot(up, right) if bearing < 0 else along - abs(across) / 2

    chosen = sorted(points, key=lambda p: (-far(p), p))[: max(2, len(points) // 4)]
    return round(sum(p[0] for p in chosen) / len(chosen), 4), round(sum(p[1] for p in chosen) / len(chosen), 4)


def _near(mention: Located, words: Words, floor: int) -> Located | None:
    """ "near X", "the outskirts of X", "the X front"."""
    base = _town(mention)
    if base is None or base.precision not in ("town", "site"):
        return None
    first, last = mention.first, mention.last
    before = words.lower[first - 1] if first - 1 >= floor else ""
    after = words.lower[last + 1] if last + 1 < len(words) else ""
    if before in _NEAR or (before == "to" and first - 2 >= floor and words.lower[first - 2] in ("close", "next")):
        first -= 1 if before in _NEAR else 2
    elif before == "of" and first - 2 >= floor and words.lower[first - 2] in _EDGES:
        first -= 2
    elif after in _AROUND:
        last += 1
    elif after in ("'s", "’s") and last + 2 < len(words) and words.lower[last + 2] in _AROUND:
        last += 2
    else:
        return None
    return mention.over(words, first, last, "near", near(base))


def _town(mention: Located) -> Place | None:
    """What "near Kirkuk" is near: the town, where a province has its name."""
    return mention.town or mention.place


def near(base: Place) -> Place:
    """What is near a town or site."""
    return base.model_copy(update={"precision": "near_town", "radius_km": max(_NEAR_KM, (base.radius_km or 0.0) + 3)})


def _offset(mention: Located, words: Words, atlas: Atlas, floor: int) -> Located | None:
    """ "30 km west of X", "just south of government-held X"."""
    base = _town(mention)
    at = mention.first - 1
    if at > floor and words.lower[at] == "of" and words.lower[at - 1] in _SETTLED:
        at -= 2  # "west of the town of X"
    while at >= floor and words.lower[at] != "of" and _fills(words, at) and mention.first - at < 6:
        at -= 1
    if base is None or base.precision == "country":
        return None
    measured = _direction(words, mention.first - 1, floor, atlas)
    if measured is not None and words.lower[measured[1] - 1 : measured[1]] and words.lower[measured[1] - 1] in _UNITS:
        at = mention.first  # "20 km southern Raqqa"
    elif at < floor or words.lower[at] != "of":
        return None
    found = _direction(words, at - 1, floor, atlas)
    if found is None or found[0] < 0:
        return None
    bearing, first = found
    if first - 1 >= floor and words.lower[first - 1] == "the":
        if first - 2 < floor or words.lower[first - 2] != "to":
            return None
        first -= 2  # "to the west of X", where "in the west of X" is a part of it
    km, first = _distance(words, first, floor)
    lat, lon = moved(base.lat or 0.0, base.lon or 0.0, bearing, km or max(_BESIDE_KM, base.radius_km or 0.0) * 0.8)
    wide = (base.radius_km or 0.0) * _PART_WIDE if base.precision in ("province", "region") and km is None else 0.0
    change = {
        "lat": lat,
        "lon": lon,
        "precision": "near_town",
        "radius_km": max(5.0, round((km or _BESIDE_KM) * 0.4, 1), round(wide, 1)),
    }
    return mention.over(words, first, mention.last, "offset", base.model_copy(update=change))


def _fills(words: Words, at: int) -> bool:
    """Whether a word may stand between "of" and a town: "government-held", "SDF-controlled", "the city of"."""
    return words.lower[at] in _FILLERS or (words.text[at].isupper() and words.text[at + 1 : at + 2] == ["-"])


def _distance(words: Words, at: int, floor: int) -> tuple[float | None, int]:
    """The distance said just before token `at`, in km, and where it begins."""
    skip = at - 1
    while skip >= floor and words.lower[skip] in ("to", "the", "away", "just", "further"):
        skip -= 1
    if skip >= floor and words.lower[skip] == ")":  # "355 kilometers (220 miles) north of"
        opened = next((i for i in range(skip - 1, max(floor, skip - 6) - 1, -1) if words.text[i] == "("), skip)
        skip = opened - 1
    if skip >= floor + 1 and words.lower[skip] in _UNITS and _NUMBER.match(words.text[skip - 1]):
        return float(words.text[skip - 1].replace(",", "")) * _UNITS[words.lower[skip]], skip - 1
    return None, at


def _stretch(at: int, found: Sequence[Located], words: Words, atlas: Atlas) -> Located | None:
    """ "The M5 near Saraqeb", "the Dnipro in Kherson region": the stretch of a road or river whose course is known."""
    mention, following = found[at], found[at + 1] if at + 1 < len(found) else None
    line, there = mention.place, following.place if following is not None else None
    if following is None or line is None or there is None or mention.feature not in _LINES:
        return None
    between = words.lower[mention.last + 1 : following.first]
    told = following.rule in _DESCRIBED and not between
    if there.precision == "country" or there.lat is None or there.lon is None or len(between) > _LINK:
        return None
    if not told and not _LINKED.intersection(between):
        return None
    named = atlas.gazetteer.named(mention.name)
    course = next((entry.course for entry in named if entry.id == line.gazetteer_id), ())
    if not course:
        return None
    lat, lon = nearest(course, there.lat, there.lon)
    reach = max(_NEAR_KM, there.radius_km or 0.0)
    if distance_km(lat, lon, there.lat, there.lon) > 2 * reach:
        return None  # another road of this name
    meant = line.model_copy(update={"lat": round(lat, 4), "lon": round(lon, 4), "radius_km": reach})
    return mention.over(words, mention.first, mention.last, "stretch", meant)


def _bare(words: Words, at: int) -> int:
    """The token before "the city of", "the town of" and the like that end at `at`."""
    if at >= 1 and words.lower[at] == "of" and words.lower[at - 1] in _SETTLED:
        at -= 2
    return at - 1 if at >= 0 and words.lower[at] == "the" else at


def _same(one: Place | None, other: Place) -> bool:
    return one is not None and (one.lat, one.lon) == (other.lat, other.lon)


def _between(at: int, found: Sequence[Located], words: Words) -> Located | None:
    """ "between X and Y" and "the road from X to Y", told of towns: what lies halfway."""
    mention = found[at]
    following = found[at + 1] if at + 1 < len(found) else None
    if following is None or following.place is None or mention.first < 1:
        return None
    joint_at, opening = _bare(words, following.first - 1), _bare(words, mention.first - 1)
    if joint_at != mention.last + 1 or opening < 0:
        return None
    a, b = mention.place, following.place
    assert a is not None
    if (
        {a.precision, b.precision} - {"town", "site"}
        or a.lat is None
        or a.lon is None
        or b.lat is None
        or b.lon is None
    ):
        return None
    joint, before = words.lower[joint_at], words.lower[opening]
    if (before, joint) not in _SPANS:
        return None
    after_road = opening > 0 and words.lower[opening - 1] in ("road", "highway", "motorway", "route", "roads")
    road = before in _LINKING or after_road
    apart = distance_km(a.lat, a.lon, b.lat, b.lon)
    if (before == "from" and not road) or apart > 400:
        return None
    first = opening - (1 if road else 0)
    last = following.last
    alias = found[at + 2] if at + 2 < len(found) else None  # "linking X and Y (Z)"
    if alias is not None and words.source[words.end[last] : alias.start].strip() == "(" and _same(alias.place, b):
        last = alias.last
    change = {
        "lat": round((a.lat + b.lat) / 2, 4),
        "lon": round((a.lon + b.lon) / 2, 4),
        "gazetteer_id": None,
        "name": f"{a.name}-{b.name}",
        "precision": "road" if road else "near_town",
        "radius_km": round(max(5.0, apart / 2), 1),
    }
    return mention.over(words, first, last, "between", a.model_copy(update=change))
