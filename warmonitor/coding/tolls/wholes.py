"""Which toll another is part of."""

from __future__ import annotations

from warmonitor.coding.tolls.counts import Count
from warmonitor.coding.tolls.lexicon import TollLexicon
from warmonitor.coding.tolls.lists import Tie, listed
from warmonitor.coding.tolls.parts import described, opens_part
from warmonitor.coding.tolls.view import View

NEAREST = 8
"""Tolls to look back over for the whole of a part."""


def wholes_of(seen: View, ties: list[Tie], lexicon: TollLexicon) -> list[int | None]:
    """For every tie the index of the tie that includes it, or None."""
    wholes: list[int | None] = []
    for at in range(len(ties)):
        wholes.append(_whole(seen, at, ties, wholes, lexicon))
    return wholes


def _whole(seen: View, at: int, ties: list[Tie], wholes: list[int | None], lexicon: TollLexicon) -> int | None:
    count, link = ties[at]
    if link.rule == "among" and at + 1 < len(ties) and ties[at + 1][1].at == link.at:
        return at + 1
    if at and wholes[at - 1] is not None and ties[at - 1][1].at == link.at and listed(seen, ties[at - 1][0], count):
        return wholes[at - 1]  # "including two women and a child"
    if link.rule != "among" and not opens_part(seen, count, lexicon) and not described(seen, count, lexicon):
        return None
    for other in range(at - 1, max(-1, at - NEAREST), -1):
        whole, said = ties[other]
        if said.predicate.kind == link.predicate.kind and wholes[other] is None and _holds(whole, count):
            return other
    return None


def _holds(whole: Count, part: Count) -> bool:
    """A part is no larger than its whole, as far as both are known."""
    size, least = whole.number.best or whole.number.high, part.number.best or part.number.low
    return size is None or least is None or least <= size
