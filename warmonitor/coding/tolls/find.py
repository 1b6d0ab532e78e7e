"""From numbers to tolls: what is counted, what happened to it, since when, and as part of what."""

from __future__ import annotations

from warmonitor.coding.mentions import TollMention
from warmonitor.coding.tolls.counts import Count, read_count
from warmonitor.coding.tolls.grammar import said_by_grammar
from warmonitor.coding.tolls.groups import group_of
from warmonitor.coding.tolls.lexicon import TollLexicon
from warmonitor.coding.tolls.links import Link, counted_event, counted_role, said_after, said_before, said_within
from warmonitor.coding.tolls.measures import said_by_label, said_by_measure
from warmonitor.coding.tolls.numbers import read_numbers
from warmonitor.coding.tolls.parts import inherit, opens_part
from warmonitor.coding.tolls.scope import scope_of
from warmonitor.coding.tolls.singles import single_counts
from warmonitor.coding.tolls.view import View, view
from warmonitor.records import Document

SURE = (counted_event, said_after, said_by_measure, said_by_grammar, said_before)
"""What says that something happened to the count; asked in this order."""
WEAK = (said_within, counted_role, said_by_label)
"""What holds when nothing else is said."""


def find(document: Document, lexicon: TollLexicon) -> tuple[TollMention, ...]:
    """Every count of people or things killed, hurt, moved, taken or sent, in the order of the text."""
    seen = view(document)
    counts = _counts(seen, lexicon)
    linked = _links(seen, counts, lexicon)
    return _mentions(seen, linked, lexicon)


def _counts(seen: View, lexicon: TollLexicon) -> list[Count]:
    numbers = read_numbers(seen.lower, lexicon.numbers)
    counts = [count for number in numbers if (count := read_count(seen, number, lexicon))]
    counts += single_counts(seen, lexicon)
    return sorted(counts, key=lambda count: count.number.start)


def _links(seen: View, counts: list[Count], lexicon: TollLexicon) -> list[tuple[Count, Link]]:
    """Counts with their predicates; those without one take their neighbour's, or drop out."""
    own = [_own_link(seen, count, lexicon) for count in counts]
    linked: list[tuple[Count, Link]] = []
    for at, (count, link) in enumerate(zip(counts, own, strict=True)):
        same = [pair for pair in linked[-3:] if seen.sentence[pair[0].root] == seen.sentence[count.root]]
        if link is None and opens_part(seen, count, lexicon) and same:
            link = Link(same[-1][1].at, same[-1][1].predicate, "part")
        if link is None:
            follower = (counts[at + 1], own[at + 1]) if at + 1 < len(counts) else None
            after = (follower[0], follower[1]) if follower and follower[1] else None
            link = inherit(seen, count, same, after)
        if link:
            linked.append((count, link))
    return linked


def _own_link(seen: View, count: Count, lexicon: TollLexicon) -> Link | None:
    for finder in SURE:
        link = finder(seen, count, lexicon)
        if link:
            return link
    if count.singular or opens_part(seen, count, lexicon):
        return None if not count.partitive else counted_role(seen, count, lexicon)
    return next((link for finder in WEAK if (link := finder(seen, count, lexicon))), None)


def _mentions(seen: View, linked: list[tuple[Count, Link]], lexicon: TollLexicon) -> tuple[TollMention, ...]:
    found: list[TollMention] = []
    for count, link in linked:
        part_of = _whole(seen, count, link, found, lexicon)
        found.append(_mention(seen, count, link, part_of, lexicon))
    return tuple(found)


def _whole(seen: View, count: Count, link: Link, found: list[TollMention], lexicon: TollLexicon) -> int | None:
    """Index of the nearest earlier toll of the kind that is not itself a part, where the words open a part."""
    if not opens_part(seen, count, lexicon):
        return None
    for at in range(len(found) - 1, max(-1, len(found) - 8), -1):
        if found[at].kind == link.predicate.kind and found[at].part_of is None:
            return at
    return None


def _mention(seen: View, count: Count, link: Link, part_of: int | None, lexicon: TollLexicon) -> TollMention:
    number = count.number
    group, kind = group_of(seen, count)
    first, last = seen.tokens[number.start], seen.tokens[count.end - 1]
    return TollMention(
        start=first.idx, end=last.idx + len(last), root=seen.tokens[count.root].i, predicate=seen.tokens[link.at].i,
        kind=link.predicate.kind, low=number.low, high=number.high, best=number.best, bound=number.bound,
        group=group, group_kind=kind, scope=scope_of(seen, count, link, lexicon), rule=link.rule, part_of=part_of,
        both_sides=_both_sides(seen, count, lexicon),
    )  # fmt: skip


def _both_sides(seen: View, count: Count, lexicon: TollLexicon) -> bool:
    start, end = seen.sentence[count.root]
    words = seen.lower[count.number.start : min(end, count.end + 12)]
    return any(words[at : at + 2] in lexicon.cues["both_sides"] for at in range(len(words)))
