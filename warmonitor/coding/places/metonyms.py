"""Names of places that mean no place here: a government, a correspondent's desk, an outlet's or institution's seat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from warmonitor.coding.places.atlas import Atlas
from warmonitor.coding.places.locating import Located
from warmonitor.coding.places.words import Words
from warmonitor.records import Document

_COMPANY = frozenset("by with against between among than".split())
"""Prepositions before a country or capital that acts: "backed by Turkey", "talks with Moscow"."""
_JOINED = frozenset(
    "based backed led allied aligned affiliated controlled held occupied supported sponsored funded made "
    "linked registered trained supplied run owned style".split()
)
_CREDITS = frozenset("contributed editing writing reporting compiled edited written".split())
_TOLD = frozenset("told tell tells telling".split())
_REPORTING = frozenset("reporting reports reported speaking phone telephone video".split())


def unplaced(found: Sequence[Located], document: Document, words: Words, atlas: Atlas) -> tuple[Located, ...]:
    """The same mentions, those that mean no place marked so, each with the rule that says why."""
    out: list[Located] = []
    for mention in found:
        rule = _rule(mention, document, words, atlas)
        if not rule and out and out[-1].rule == "desk" and words.source[out[-1].end : mention.start].strip() == ",":
            rule = "desk"  # "reporting from Hatay, Turkey"
        out.append(replace(mention, rule=rule, is_place=False) if rule else mention)
    return tuple(out)


def _rule(mention: Located, document: Document, words: Words, atlas: Atlas) -> str:
    if _at_desk(mention, document, words):
        return "desk"
    if _seat(mention, words, atlas):
        return "seat"
    state = mention.feature in ("PCLI", "PCLH") or mention.name in atlas.capitals
    return "metonym" if state and _government(mention, words, atlas) else ""


def _at_desk(mention: Located, document: Document, words: Words) -> bool:
    desk = document.desk
    if desk and mention.start < desk[1] and desk[0] < mention.end:
        return True
    before = words.lower[max(0, mention.first - 2) : mention.first]
    if len(before) == 2 and before[1] in ("from", "in") and before[0] in ("reporting", "reports"):
        return True
    if before[-1:] == ["from"] and _REPORTING.intersection(words.lower[max(0, mention.first - 5) : mention.first]):
        return "by" in words.lower[max(0, mention.first - 5) : mention.first]
    return _credits(mention, words)


def _credits(mention: Located, words: Words) -> bool:
    """ "Jane Doe in Beirut contributed to this report"; "Editing by John Doe in London"."""
    before = words.lower[max(0, mention.first - 8) : mention.first]
    after = words.lower[mention.last + 1 : mention.last + 9]
    if "contributed" in after and ("report" in words.lower[mention.last : mention.last + 14] or "reporting" in after):
        return True
    return any(a in _CREDITS and b == "by" for a, b in pairwise(before)) and before[-1:] == ["in"]


def _seat(mention: Located, words: Words, atlas: Atlas) -> bool:
    """ "UK-based", "Idlib Media Centre", "the University of Aleppo"."""
    at = mention.last + 1
    if at + 1 < len(words) and words.text[at] in ("-", "‑", "–") and words.end[mention.last] == words.start[at]:
        return words.lower[at + 1] in _JOINED
    if at < len(words) and words.lower[at] in ("based", "backed"):
        return True
    if mention.first and words.lower[mention.first - 1] in _TOLD:
        return True  # "residents told al-Jazeera": nobody tells a place anything
    following = [i for i in (at, at + 1) if i < len(words) and words.text[i][0].isupper()]
    if at in following and any(words.lower[i] in atlas.organisations for i in following):
        return True
    return mention.first > 1 and words.lower[mention.first - 1] == "of" and (
        words.lower[mention.first - 2] in atlas.organisations and words.text[mention.first - 2][0].isupper()
    )  # fmt: skip


def _government(mention: Located, words: Words, atlas: Atlas) -> bool:
    """A country or capital that speaks, acts, is asked, or whose officials are named."""
    head = _head(mention, words)
    dep, over = words.dep[head], words.head[head]
    while dep == "conj":
        head = over
        dep, over = words.dep[head], words.head[head]
    verb = words.lower[over]
    if dep == "nsubj":
        return verb not in atlas.suffering
    if dep in ("dobj", "dative"):
        return verb in atlas.addressing
    if dep == "pobj":
        return verb in _COMPANY
    if dep == "poss":
        return not _place_word(over, mention, words, atlas)
    if dep in ("compound", "nmod", "amod") and over > mention.last:
        return any(word in atlas.officials for word in words.lower[mention.last + 1 : over + 1])
    return False


def _place_word(head: int, mention: Located, words: Words, atlas: Atlas) -> bool:
    """Whether what a country's name stands before is a part of it: "Syria's Idlib province", "Iraq's north"."""
    between = words.lower[mention.last + 1 : head + 1]
    if any(word in atlas.kinds or word in atlas.directions or word in atlas.parts for word in between):
        return True
    return words.label[head] in ("GPE", "LOC", "FAC")


def _head(mention: Located, words: Words) -> int:
    """The token of the name that the rest hangs on."""
    for i in range(mention.last, mention.first - 1, -1):
        if not mention.first <= words.head[i] <= mention.last or words.head[i] == i:
            return i
    return mention.last
