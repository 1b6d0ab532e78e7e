"""From numbers to tolls: what is counted, what happened to it, since when, and as part of what."""

from __future__ import annotations

from dataclasses import replace

from warmonitor.coding.mentions import TollMention
from warmonitor.coding.tolls.counts import Count, read_count
from warmonitor.coding.tolls.groups import group_of
from warmonitor.coding.tolls.lexicon import TollLexicon
from warmonitor.coding.tolls.links import telling_word
from warmonitor.coding.tolls.lists import Tie
from warmonitor.coding.tolls.numbers import read_numbers
from warmonitor.coding.tolls.plurals import plural_counts
from warmonitor.coding.tolls.scope import scope_of
from warmonitor.coding.tolls.shares import without_wholes
from warmonitor.coding.tolls.singles import single_counts
from warmonitor.coding.tolls.ties import tie
from warmonitor.coding.tolls.view import View, view
from warmonitor.coding.tolls.wholes import wholes_of
from warmonitor.records import Document

SIDES = 12
"""Words after a count within which "on both sides" is said of it."""


def find(document: Document, lexicon: TollLexicon) -> tuple[TollMention, ...]:
    """Every count of people or things killed, hurt, moved, taken or sent, in the order of the text."""
    seen = view(document)
    ties = tie(seen, _counts(seen, document.furniture, lexicon), lexicon)
    wholes = wholes_of(seen, ties, lexicon)
    found: list[TollMention] = []
    for one, whole in zip(ties, wholes, strict=True):
        mention = _mention(seen, one, whole, lexicon)
        before = found[-1] if found else mention
        if one[1].rule == "broken down" or (one[1].rule == "part" and before.rule == "broken down"):
            mention = replace(mention, scope=before.scope)
        found.append(mention)
    return tuple(found)


def _counts(seen: View, furniture: tuple[tuple[int, int], ...], lexicon: TollLexicon) -> list[Count]:
    numbers = read_numbers(seen.lower, lexicon.numbers)
    counts = [count for number in numbers if (count := read_count(seen, number, lexicon))]
    counts += single_counts(seen, lexicon)
    counts += plural_counts(seen, lexicon)
    counts.sort(key=lambda count: count.number.start)
    counts = without_wholes(seen, counts, lexicon)
    return [count for count in counts if not _inside(seen.tokens[count.number.first].idx, furniture)]


def _inside(offset: int, stretches: tuple[tuple[int, int], ...]) -> bool:
    return any(start <= offset < end for start, end in stretches)


def _mention(seen: View, one: Tie, part_of: int | None, lexicon: TollLexicon) -> TollMention:
    count, link = one
    number = count.number
    telling = telling_word(seen, link, lexicon)
    group, kind = group_of(seen, count, link, lexicon)
    first, last = seen.tokens[number.start], seen.tokens[max(count.end, number.end) - 1]
    return TollMention(
        start=first.idx, end=last.idx + len(last), root=seen.tokens[count.root].i, predicate=seen.tokens[telling].i,
        kind=link.predicate.kind, low=number.low, high=number.high, best=number.best, bound=number.bound,
        group=group, group_kind=kind, scope=scope_of(seen, count, link, lexicon), rule=link.rule, part_of=part_of,
        both_sides=_both_sides(seen, count, lexicon),
    )  # fmt: skip


def _both_sides(seen: View, count: Count, lexicon: TollLexicon) -> bool:
    """ "60 fighters were killed on both sides"."""
    end = min(seen.sentence[count.root][1], count.end + SIDES)
    return any(lexicon.says("both_sides", seen.lower, at) for at in range(count.number.start, end))
