"""Places: which words of a report name one, which one they mean, and which descriptions stand for one."""

from __future__ import annotations

from collections.abc import Sequence

from warmonitor.coding.mentions import PlaceMention
from warmonitor.coding.places.anaphors import anaphors
from warmonitor.coding.places.atlas import Atlas, atlas
from warmonitor.coding.places.candidates import candidates
from warmonitor.coding.places.described import describe
from warmonitor.coding.places.evidence import toponyms
from warmonitor.coding.places.locating import Located, locate, main_country
from warmonitor.coding.places.lying import lying
from warmonitor.coding.places.metonyms import unplaced
from warmonitor.coding.places.nearby import called_villages, nearby
from warmonitor.coding.places.resolving import countries_said, resolve
from warmonitor.coding.places.spellings import spelled
from warmonitor.coding.places.theatre import theatre
from warmonitor.coding.places.unknown import unknown, wider
from warmonitor.coding.places.words import Words, words
from warmonitor.records import Document

__all__ = ["Atlas", "atlas", "find", "named"]


def named(document: Document, atlas: Atlas) -> tuple[PlaceMention, ...]:
    """Every toponym of the text, in order, resolved jointly; a name that no gazetteer knows stays without a place."""
    read = words(document.parse)
    return _mentions(_named(document, read, atlas))


def find(document: Document, atlas: Atlas) -> tuple[PlaceMention, ...]:
    """What claims need: toponyms within the words that bend them ("southern Idlib"), and descriptions of places.

    Rules of the mentions: `name`; `part`, `near`, `offset`, `between` (a toponym and what is said of it); `lying`
    (a name that no list has, where the text says it lies); `anaphor`,
    `cataphor`, `demonym` ("the city", "a key city", "Syrian territory"); and, with `is_place` false, `metonym` (a
    government), `desk` (the reporter's city), `seat` (an outlet's or institution's). None is in a text's furniture.
    """
    read = words(document.parse)
    located = unplaced(_named(document, read, atlas), document, read, atlas)
    told = lying(describe(located, read, atlas), read, atlas)
    stand = anaphors(told, read, atlas, main_country(told, countries_said(read, atlas)))
    kept = [m for m in (*told, *stand) if not any(a < m.end and m.start < b for a, b in document.furniture)]
    return _mentions(sorted(kept, key=lambda m: (m.start, m.end)))


def _named(document: Document, read: Words, atlas: Atlas) -> tuple[Located, ...]:
    known = tuple(candidates(read, atlas))
    about = theatre(known, read, atlas)
    kept = wider(toponyms(known, read, atlas, about), read, atlas, about)
    more = tuple(unknown(read, kept, atlas, about))
    like = toponyms(tuple(c for c in more if c.entries), read, atlas, about)
    told = sorted((*kept, *like, *(c for c in more if not c.entries)), key=lambda c: c.start)
    found = tuple(spelled(told, atlas, about))
    names = resolve(found, read, atlas, about)
    near = nearby(found, names, about, called_villages(names, read))
    return locate(near, names if near == found else resolve(near, read, atlas, about), read, atlas, about)


def _mentions(located: Sequence[Located]) -> tuple[PlaceMention, ...]:
    return tuple(PlaceMention(m.start, m.end, m.place, m.name, m.rule, m.is_place) for m in located)
