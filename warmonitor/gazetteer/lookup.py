"""Looking names up in an open gazetteer."""

from __future__ import annotations

import sqlite3
from collections.abc import Container
from operator import attrgetter
from pathlib import Path
from types import TracebackType
from zlib import crc32

from warmonitor.gazetteer import keys
from warmonitor.gazetteer.entries import Entry, read
from warmonitor.gazetteer.labels import Label, Window, labels
from warmonitor.gazetteer.ladder import RUNGS, rungs
from warmonitor.gazetteer.ranking import Ranked, ranked
from warmonitor.gazetteer.sieve import MASK
from warmonitor.gazetteer.store import BLOCK, Pack, packs, sieve_bits

_KEPT = 40_000
"""Places of looked-up names that are remembered: 20 MB at most."""
_MAPPED = 3 << 24
"""Bytes of the file that are mapped into memory: 48 MB, shared by all that read it; the rest is read when asked for."""
_APART = 0.03
"""Degrees within which two towns of one name are one town."""
_COMPARED = 30
_SEARCHED = 500
_LATIN = "\u0250"
"""Letters before this are Latin."""
_FIND = "SELECT p.row FROM names n JOIN places p ON p.number = n.place WHERE n.key = ?"
_PACKS = f"""SELECT p.row, k.name FROM names n JOIN places p ON p.number = n.place
JOIN packs k ON k.number = n.place / {BLOCK} WHERE n.key = ? ORDER BY n.place"""


_people = attrgetter("population")


class Gazetteer:
    """An open gazetteer file. It sees the file as it was when it was opened, even while packs come and go."""

    def __init__(self, path: Path) -> None:
        """Opens `path`, which must exist; `open` of this package builds it if need be."""
        self.path = path
        self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._db.execute(f"PRAGMA mmap_size = {_MAPPED}")
        self._db.execute("BEGIN")
        self._bits = sieve_bits(self._db)
        self._held = 0
        self._cache: dict[str, tuple[Entry, ...]] = {}
        self.packs: tuple[Pack, ...] = packs(self._db)

    def named(self, name: str) -> tuple[Entry, ...]:
        """Places of just this name but for case, diacritics and hyphens; most people first."""
        key = keys.plain(name)
        return self._under(key) if key else ()

    def without_article(self, name: str) -> tuple[Entry, ...]:
        """Places whose name is this one but for Arabic articles: "Bab" and "al-Bab"."""
        bare = keys.article(keys.plain(name))
        return (*self._under(bare), *self._under(keys.ARTICLE + bare)) if bare else ()

    def like(self, name: str, countries: Container[str]) -> tuple[int, tuple[Entry, ...]]:
        """Places in these countries (ISO 3166-1 alpha-3) whose name is spelt like this one, from the strictest rung
        that has any, with its number (0: the very name); no places: rung -1.
        """
        for rung, key in rungs(name):
            found = tuple(entry for entry in self._under(key) if entry.country in countries)
            if found:
                return RUNGS.index(rung), found
        return -1, ()

    def spelt(self, name: str, countries: Container[str]) -> tuple[tuple[Entry, int], ...]:
        """Places in these countries (ISO 3166-1 alpha-3) from every rung, strictest rung first, with its number."""
        found: dict[str, tuple[Entry, int]] = {}
        for rung, key in rungs(name):
            for entry in self._under(key):
                if entry.country in countries:
                    found.setdefault(entry.id, (entry, RUNGS.index(rung)))
        return tuple(found.values())

    def search(self, name: str, most: int = 20) -> tuple[tuple[Entry, str], ...]:
        """Places that a name may mean with the rung of spelling that found each, strictest first."""
        found: dict[str, tuple[Entry, str]] = {}
        for rung, key in rungs(name):
            for entry in self._under(key):
                found.setdefault(entry.id, (entry, rung))
        return tuple(found.values())[:most]

    def ranked(self, name: str, most: int = 20) -> tuple[Ranked, ...]:
        """What `search` finds with scores and reasons, the likeliest first."""
        packs = self._listing(name)
        found = (ranked(entry, rung, packs[entry.id]) for entry, rung in self.search(name, _SEARCHED))
        return tuple(sorted(found, key=lambda one: (-one.score, one.entry.id)))[:most]

    def _listing(self, name: str) -> dict[str, str]:
        """The pack that first lists each place of a name, by the place's id."""
        found: dict[str, str] = {}
        for _, key in rungs(name):
            for row, pack in self._db.execute(_PACKS, (key,)):
                found.setdefault(row[: row.index("\t")], pack)
        return found

    def labels(self, box: tuple[float, float, float, float], zoom: float) -> tuple[Label, ...]:
        """What to write on a map that shows `box` (west, south, east, north in degrees; west > east across the date
        line) at `zoom`, where the world is 256 * 2 ** zoom pixels wide: countries, areas, regions, towns and sites, in
        this order, the largest first. A few for each tile, the same ones however the map is moved; milliseconds.
        """
        return labels(self._db, Window(*box), zoom)

    def close(self) -> None:
        """Lets go of the file."""
        self._db.close()

    def __enter__(self) -> Gazetteer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _under(self, key: str) -> tuple[Entry, ...]:
        found = self._cache.get(key)
        if found is None:
            bit = crc32(key.encode()) & MASK  # `Sieve.passes`, without the call: most words come no farther
            if not self._bits[bit >> 3] & 1 << (bit & 7):
                return ()
            if self._held >= _KEPT:
                self._cache.clear()
                self._held = 0
            entries = [read(row) for (row,) in self._db.execute(_FIND, (key,)).fetchall()]
            self._held += 1 + len(entries)
            found = self._cache[key] = tuple(entries) if len(entries) < 2 else _once(entries)
        return found


def _once(entries: list[Entry]) -> tuple[Entry, ...]:
    """Each place once, most people first: two packs may list one, under one id or under two a few streets apart."""
    entries.sort(key=_people, reverse=True)
    if _are_apart(entries):
        return tuple(entries)
    kept = [entries[0]]
    for entry in entries[1:]:
        number, _, country, _, lat, lon, feature = entry[:7]
        kind = feature[:3]
        for at, other in enumerate(kept[:_COMPARED]):
            if other[0] == number or (
                -_APART < other[4] - lat < _APART
                and -_APART < other[5] - lon < _APART
                and other[2] == country
                and other[6][:3] == kind != "ADM"
            ):
                kept[at] = _both(other, entry)
                break
        else:
            kept.append(entry)
    return tuple(kept)


def _are_apart(entries: list[Entry]) -> bool:
    """Whether no two can be one place: most homonyms differ in latitude, which is told at once."""
    last = -100.0
    for lat in sorted([entry.lat for entry in entries]):
        if lat - last < _APART:
            return False
        last = lat
    return len({entry.id for entry in entries}) == len(entries)


def _both(one: Entry, other: Entry) -> Entry:
    """What two lists know of a place: one that it is a seat, one its name in Latin letters."""
    feature = other.feature if one.feature == "PPL" != other.feature else one.feature
    latin = other.name[:1] < _LATIN <= one.name[:1]
    if feature == one.feature and not latin:
        return one
    return one._replace(feature=feature, name=other.name if latin else one.name)
