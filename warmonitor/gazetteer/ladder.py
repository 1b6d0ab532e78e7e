"""The rungs that a name climbs, from strict to loose."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from warmonitor.gazetteer import keys
from warmonitor.gazetteer.folding import arabic_skeleton, fold, skeleton
from warmonitor.gazetteer.slavic import slavic

RUNGS = ("plain", "article", "fold", "slavic", "skeleton")
"""Each finds more than those before it and errs more."""
_ARABIC_LETTERS = range(0x0600, 0x0780)
_CYRILLIC_LETTERS = range(0x0400, 0x0530)
_FOLDED = frozenset(
    "SYR IRQ LBN JOR PSE ISR EGY LBY TUN DZA MAR SDN SSD YEM SAU ARE OMN QAT BHR KWT IRN AFG PAK TUR SOM DJI ERI ETH"
    " TCD"
    " MLI NER MRT NGA CMR CAF BFA COD MOZ MMR BGD UZB TKM TJK KGZ AZE ARM GEO".split()
)
"""Countries whose names reach a reader of English through another script, or through several spellings."""
_SLAVIC = frozenset("UKR RUS BLR KAZ KGZ MDA SRB MKD BGR".split())


@lru_cache(maxsize=1 << 14)
def rungs(name: str) -> tuple[tuple[str, str], ...]:
    """The keys of a name as written in a text, each with its rung, strictest first."""
    return tuple(_rungs(name))


def _rungs(name: str) -> Iterator[tuple[str, str]]:
    plain = keys.plain(name)
    if not plain:
        return
    yield "plain", plain
    bare = keys.article(plain)
    if bare != plain:
        yield "article", bare
    yield "article", keys.ARTICLE + bare
    if ord(plain[0]) in _ARABIC_LETTERS:
        if bones := arabic_skeleton(plain):
            yield "skeleton", keys.SKELETON + bones
        return
    if slavonic := slavic(plain):
        yield "slavic", keys.SLAVIC + slavonic
    if not plain.isascii():
        return
    if len(folded := fold(plain)) > 2:
        yield "fold", keys.FOLD + folded
        if bones := skeleton(folded):
            yield "skeleton", keys.SKELETON + bones


def kept(name: str, country: str | None) -> tuple[str, ...]:
    """The keys under which a place of `country` (ISO 3166-1 alpha-3) is kept: looser ones where they help."""
    plain = keys.plain.__wrapped__(name)  # few names come twice here
    if not plain:
        return ()
    found = [plain]
    bare = keys.article(plain)
    if bare != plain:
        found.append(keys.ARTICLE + bare)
    letter = ord(plain[0])
    if country in _FOLDED:
        if letter in _ARABIC_LETTERS:
            found += [keys.SKELETON + bones] if (bones := arabic_skeleton(plain)) else []
        elif plain.isascii() and len(folded := fold(plain)) > 2:
            found.append(keys.FOLD + folded)
            found += [keys.SKELETON + bones] if (bones := skeleton(folded)) else []
    if country in _SLAVIC and (plain.isascii() or letter in _CYRILLIC_LETTERS):
        found += [keys.SLAVIC + slavonic] if (slavonic := slavic(plain)) else []
    return tuple(found)
