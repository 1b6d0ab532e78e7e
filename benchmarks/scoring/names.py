"""Whether two names mean one place, however they are spelled."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator
from typing import Protocol

from warmonitor.records import Place

GENERIC = frozenset(
    """the a an of in on at near and or province governorate city town village countryside area areas district region
    neighborhood neighbourhood suburb suburbs rural north south east west northern southern eastern western northeast
    northwest southeast southwest northeastern northwestern central outside al el ad ar as at az es ez an ash country s
    syrian county state prefecture camp""".split()
)
FIRST_HALVES = frozenset("deir dayr tel tal tall khan kafr kafar kfar ain ayn jabal jisr sheikh beit umm abu ras bab san new".split())  # fmt: skip  # noqa: E501
OTHER_NAMES = {
    "halab": "aleppo", "kobani": "ayn arab", "kobane": "ayn arab", "capital": "damascus", "ain": "ayn",
    "afghan": "afghanistan", "iraqi": "iraq",
}  # fmt: skip
EARTH_KM = 12742
"""Diameter of the earth."""

Skeleton = list[tuple[str, str]]


class Point(Protocol):
    """Anything with coordinates in degrees."""

    @property
    def lat(self) -> float | None:
        """Degrees north."""

    @property
    def lon(self) -> float | None:
        """Degrees east."""


def kilometres(one: Point, other: Point) -> float | None:
    """Distance over the ground; None if either has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    north, south = math.radians(one.lat), math.radians(other.lat)
    half = math.sin((south - north) / 2) ** 2
    half += math.cos(north) * math.cos(south) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return EARTH_KM * math.asin(math.sqrt(min(1, half)))


def names_of(place: Place | None) -> list[str]:
    """Its name, its words, and the region that it lies in: a more precise place is right where its region is asked."""
    if place is None:
        return []
    written = place.as_written.text if place.as_written else None
    return [name for name in (place.name, written, place.admin1) if name]


def skeleton(name: str | None) -> Skeleton:
    """Each content word with its consonants: Deir ez-Zor and Deir Ezzour are both `dr zr`."""
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower()
    found = re.findall(r"[a-z0-9]+", plain.replace("'", "").replace("`", ""))
    words = [part for word in found if word not in GENERIC for part in OTHER_NAMES.get(word, word).split()]
    single = [re.sub(r"(?<=[aeiou])h$", "", re.sub(r"(.)\1+", r"\1", word)) for word in words]
    return [(word, re.sub(r"[aeiouy]", "", word.replace("q", "k")) or word) for word in single]


def same_place(gold: str | None, *others: str) -> bool:
    """Whether one of the others is the gold name, a run of its words, or has it among its own."""
    wanted = skeleton(gold)
    return any(
        bool(wanted and found) and (_whole(found) in _runs(wanted) or _whole(wanted) in _runs(found))
        for found in map(skeleton, others)
    )


def _runs(words: Skeleton) -> set[str]:
    """Consonants of any run of words, but not of Deir or Khan alone unless that is the whole name."""
    return {
        _whole(words[start:end])
        for start, end in _ranges(len(words))
        if end - start == len(words) or any(word not in FIRST_HALVES for word, _ in words[start:end])
    }


def _whole(words: Skeleton) -> str:
    return "".join(consonants for _, consonants in words)


def _ranges(length: int) -> Iterator[tuple[int, int]]:
    return ((start, end) for start in range(length) for end in range(start + 1, length + 1))
