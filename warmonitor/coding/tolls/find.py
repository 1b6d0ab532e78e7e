"""From numbers to tolls: what is counted, what happened to it, since when, and as part of what."""

from __future__ import annotations

from warmonitor.coding.mentions import TollMention
from warmonitor.coding.tolls.counts import Count, read_count
from warmonitor.coding.tolls.grammar import said_by_grammar
from warmonitor.coding.tolls.groups import group_of
from warmonitor.coding.tolls.lexicon import TollLexicon
from warmonitor.coding.tolls.links import Link, counted_event, counted_role, said_after, said_before, said_within
from warmonitor.coding.tolls.lists import Tie, inherit, listed, may_share
from warmonitor.coding.tolls.measures import said_by_label, said_by_measure
from warmonitor.coding.tolls.numbers import read_numbers
from warmonitor.coding.tolls.pairs import second_link, shared
from warmonitor.coding.tolls.parts import among_next, opens_part, said_among
from warmonitor.coding.tolls.scope import scope_of
from warmonitor.coding.tolls.singles import single_counts
from warmonitor.coding.tolls.view import View, view
from warmonitor.records import Document

NEAREST = 8
"""Tolls to look back over for the whole of a part."""
SIDES = 12
"""Words after a count within which "on both sides" is said of it."""
SURE = (counted_event, said_after, said_before, said_by_measure, said_by_grammar, said_among)
"""What says that something happened to the count; asked in this order."""
OF_ONE = frozenset({"killed", "injured", "missing", "captured", "arrested"})
"""What is told of one person by name."""
WEAK = (said_within, counted_role, said_by_label)
"""What holds when nothing else is said."""


def find(document: Document, lexicon: TollLexicon) -> tuple[TollMention, ...]:
    """Every count of people or things killed, hurt, moved, taken or sent, in the order of the text."""
    seen = view(document)
    ties = _ties(seen, _counts(seen, document.furniture, lexicon), lexicon)
    return _mentions(seen, ties, lexicon)


def _counts(seen: View, furniture: tuple[tuple[int, int], ...], lexicon: TollLexicon) -> list[Count]:
    numbers = read_numbers(seen.lower, lexicon.numbers)
    counts = [count for number in numbers if (count := read_count(seen, number, lexicon))]
    counts += single_counts(seen, lexicon)
    counts.sort(key=lambda count: count.number.start)
    return [count for count in counts if not _inside(seen.tokens[count.number.first].idx, furniture)]


def _inside(offset: int, stretches: tuple[tuple[int, int], ...]) -> bool:
    return any(start <= offset < end for start, end in stretches)


def _ties(seen: View, counts: list[Count], lexicon: TollLexicon) -> list[Tie]:
    """Counts with their predicates; those without one take their neighbour's, or drop out."""
    ends = frozenset(count.end for count in counts)
    own = [_governed(seen, count, _own_link(seen, count, lexicon), ends, lexicon) for count in counts]
    ties: list[Tie] = []
    for at, (count, link) in enumerate(zip(counts, own, strict=True)):
        before = ties[-1] if ties and _same_sentence(seen, ties[-1][0], count) else None
        following = counts[at + 1] if at + 1 < len(counts) and _same_sentence(seen, counts[at + 1], count) else None
        link_after = own[at + 1] if following else None
        if link is None and before and opens_part(seen, count, lexicon) and may_share(count, before[1]):
            link = Link(before[1].at, before[1].predicate, "part")
        if link is None:
            link = inherit(seen, count, before, (following, link_after) if following and link_after else None)
        if link is None and following and link_after and among_next(seen, count, following, lexicon):
            link = Link(link_after.at, link_after.predicate, "among")
        if link:
            other = second_link(seen, count, link, lexicon)
            both = shared(count, {link.predicate.kind, other.predicate.kind}) if other else count
            ties += [(both, link), (both, other)] if other else [(count, link)]
    return ties


def _same_sentence(seen: View, one: Count, other: Count) -> bool:
    return seen.sentence[one.root] == seen.sentence[other.root]


def _own_link(seen: View, count: Count, lexicon: TollLexicon) -> Link | None:
    for finder in SURE:
        link = finder(seen, count, lexicon)
        if link and not (count.named and link.predicate.kind not in OF_ONE):
            return link
    if count.partitive:
        return counted_role(seen, count, lexicon)
    if count.singular or opens_part(seen, count, lexicon):
        return None
    return next((link for finder in WEAK if (link := finder(seen, count, lexicon))), None)


def _governed(
    seen: View, count: Count, link: Link | None, ends: frozenset[int], lexicon: TollLexicon
) -> Link | None:
    """A transitive verb right before a count outdoes a bare participle right behind it: "kills 40 people injured 90".

    Not where the verb itself stands behind a count: "8 people killed 58 injured".
    """
    if link is None or link.rule != "said after" or link.at != count.end or link.predicate.slot == "state":
        return link
    before = said_before(seen, count, lexicon)
    return before if before and before.at not in ends and before.predicate.kind != link.predicate.kind else link


def _mentions(seen: View, ties: list[Tie], lexicon: TollLexicon) -> tuple[TollMention, ...]:
    wholes: list[int | None] = []
    for at in range(len(ties)):
        wholes.append(_whole(seen, at, ties, wholes, lexicon))
    return tuple(
        _mention(seen, count, link, part_of, lexicon) for (count, link), part_of in zip(ties, wholes, strict=True)
    )


def _whole(seen: View, at: int, ties: list[Tie], wholes: list[int | None], lexicon: TollLexicon) -> int | None:
    """Index of the toll of the same kind that this one is part of, where the words open a part."""
    count, link = ties[at]
    if link.rule == "among" and at + 1 < len(ties) and ties[at + 1][1].at == link.at:
        return at + 1
    if at and wholes[at - 1] is not None and ties[at - 1][1].at == link.at and listed(seen, ties[at - 1][0], count):
        return wholes[at - 1]  # "including two women and a child"
    if link.rule != "among" and not opens_part(seen, count, lexicon):
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


def _mention(seen: View, count: Count, link: Link, part_of: int | None, lexicon: TollLexicon) -> TollMention:
    number = count.number
    group, kind = group_of(seen, count, link, lexicon)
    first, last = seen.tokens[number.start], seen.tokens[max(count.end, number.end) - 1]
    return TollMention(
        start=first.idx, end=last.idx + len(last), root=seen.tokens[count.root].i, predicate=seen.tokens[link.at].i,
        kind=link.predicate.kind, low=number.low, high=number.high, best=number.best, bound=number.bound,
        group=group, group_kind=kind, scope=scope_of(seen, count, link, lexicon), rule=link.rule, part_of=part_of,
        both_sides=_both_sides(seen, count, lexicon),
    )  # fmt: skip


def _both_sides(seen: View, count: Count, lexicon: TollLexicon) -> bool:
    """ "60 fighters were killed on both sides"."""
    end = min(seen.sentence[count.root][1], count.end + SIDES)
    return any(lexicon.says("both_sides", seen.lower, at) for at in range(count.number.start, end))
