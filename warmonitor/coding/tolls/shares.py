"""Shares: "12 of the 15 attackers were killed" counts twelve, and fifteen only as what they were part of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from warmonitor.coding.tolls.counts import Count
from warmonitor.coding.tolls.lexicon import TollLexicon
from warmonitor.coding.tolls.view import View
from warmonitor.records import TollKind

FATES: frozenset[TollKind] = frozenset({"killed", "injured", "missing", "captured", "arrested", "displaced"})
DEFINITE = frozenset({"the", "these", "those"})
OWNERS = frozenset({"the", "these", "those", "its", "their", "his", "her", "some", "nearly", "about"})
"""Words between "of" and the larger number."""


def without_wholes(seen: View, counts: Sequence[Count], lexicon: TollLexicon) -> list[Count]:
    """The counts, a share with the noun of its whole, and without the whole, which is not said to have been hurt."""
    kept = list(counts)
    for share, whole in pairwise(counts):
        if _is_share(seen, share, whole) and not _tells_fate(seen, whole, lexicon):
            told = replace(share, head=whole.head, end=whole.end, thing=whole.thing, group_kind=whole.group_kind)
            kept[kept.index(share)] = replace(told, partitive=False)
            kept.remove(whole)
    return kept


def _is_share(seen: View, share: Count, whole: Count) -> bool:
    between = seen.lower[share.number.end : whole.number.start]
    larger = share.number.best is not None and whole.number.best is not None and share.number.best < whole.number.best
    told = whole.head is not None or not DEFINITE.isdisjoint(seen.lower[share.number.end : whole.number.first])
    return larger and between[:1] == ("of",) and OWNERS.issuperset(between[1:]) and told


def _tells_fate(seen: View, whole: Count, lexicon: TollLexicon) -> bool:
    """ "Seven of the nine dead", "12 of the 15 people killed": the larger number is a toll of its own."""
    named = seen.lower[whole.number.end : whole.end]
    if any(p.slot == "state" for word in named for p in lexicon.predicates.get(word, ())):
        return True
    behind = seen.tokens[whole.end] if whole.end < len(seen.tokens) else None
    if behind is None or behind.dep_ != "acl" or behind.tag_ != "VBN":
        return False
    return any(p.kind in FATES for p in lexicon.predicates.get(behind.lower_, ()))
