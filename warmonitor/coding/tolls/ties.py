"""Counts tied to what happened to them: by their own words, their neighbours' or their whole's."""

from __future__ import annotations

from collections.abc import Container
from itertools import pairwise

from spacy.tokens import Token

from warmonitor.coding.tolls.counts import Count
from warmonitor.coding.tolls.grammar import said_by_grammar
from warmonitor.coding.tolls.heads import WHOLES
from warmonitor.coding.tolls.lexicon import TollLexicon
from warmonitor.coding.tolls.links import Link
from warmonitor.coding.tolls.lists import Tie, inherit, may_share
from warmonitor.coding.tolls.measures import said_by_label, said_by_measure
from warmonitor.coding.tolls.neighbours import (
    counted_event,
    counted_role,
    said_after,
    said_before,
    said_of_share,
    said_within,
)
from warmonitor.coding.tolls.pairs import second_link, shared
from warmonitor.coding.tolls.parts import among_next, described, opens_part, said_among
from warmonitor.coding.tolls.view import View
from warmonitor.records import TollKind

SURE = (counted_event, said_of_share, said_after, said_before, said_by_measure, said_by_grammar, said_among)
"""What says that something happened to the count; asked in this order."""
WEAK = (said_within, counted_role, said_by_label)
"""What holds when nothing else is said."""
OF_ONE = frozenset({"killed", "injured", "arrested"})
"""What is told of one person by name; what is "captured" by name is as often a town."""
HARMED: frozenset[TollKind] = frozenset({"killed", "injured", "missing", "arrested", "displaced"})
WHOLE = frozenset({"they", "these", "those", "the", "among"})
INCLUDING = frozenset({"include", "includes", "included", "were"})
CLOSE = 4
"""Words between such a verb and the number."""
RELATIVE = frozenset({"who", "that", "which"})


def tie(seen: View, counts: list[Count], lexicon: TollLexicon) -> list[Tie]:
    """Counts with their predicates; those without one take their neighbour's, or drop out."""
    ends = frozenset(count.end for count in counts)
    own = [_governed(seen, count, _own_link(seen, count, lexicon), ends, lexicon) for count in counts]
    for at, (whole, part) in enumerate(pairwise(counts)):
        link, between = own[at], seen.lower[whole.end : part.number.start]
        if link is not None and link.at > part.number.start and between in ((",",), ("-",)) and _of_whom(seen, part):
            # "38 patients, four of whom were dead": what is said before them, if anything, befell them all
            own[at] = said_before(seen, whole, lexicon) or said_by_grammar(seen, whole, lexicon)
    ties: list[Tie] = []
    for at, count in enumerate(counts):
        before = ties[-1] if ties and _same_sentence(seen, ties[-1][0], count) else None
        after = _following(seen, at, counts, own)
        link = own[at] or (None if count.named else _lent(seen, count, before, after, lexicon))
        link = link or (_broken_down(seen, count, ties[-1]) if ties and before is None else None)
        other = second_link(seen, count, link, lexicon) if link and not count.named else None
        if link and other:
            both = shared(count, {link.predicate.kind, other.predicate.kind})
            ties += [(both, link), (both, other)]
        elif link:
            ties.append((count, link))
    names = {count.root for count, _ in ties if count.named}
    return [one for one in ties if not _of_a_name(seen, one[0], names)]


def _of_a_name(seen: View, count: Count, names: Container[int]) -> bool:
    """ "Ana Perez, a union leader, was killed": what somebody is who is counted by name is no second person."""
    token = seen.tokens[count.root]
    return count.singular and not count.named and token.dep_ == "appos" and seen.of(token.head) in names


def _of_whom(seen: View, part: Count) -> bool:
    """ "Four of whom were dead"; "five of them children," has no verb: what follows befell them all."""
    end = part.number.end
    if seen.lower[end : end + 2] == ("of", "them"):
        return end + 2 < len(seen.lower) and seen.tag(end + 2).startswith(("VB", "MD"))
    return seen.lower[end : end + 2] in (("of", "whom"), ("of", "which"))


def _broken_down(seen: View, count: Count, last: Tie) -> Link | None:
    """ "They include 1,528 civilians": what befell those whom the sentence before counts."""
    start = seen.sentence[count.root][0]
    near = seen.sentence[last[0].root][1] == start and last[1].predicate.kind in HARMED
    opened = near and seen.lower[start] in WHOLE
    at = next((i for i in range(start, count.number.start) if seen.lower[i] in INCLUDING), None) if opened else None
    close = at is not None and count.number.start - at <= CLOSE and count.thing in ("people", "troops")
    return Link(at, last[1].predicate, "broken down") if close and at is not None else None


def _following(seen: View, at: int, counts: list[Count], own: list[Link | None]) -> Tie | None:
    """The next count, where it stands in the same sentence and has a predicate."""
    if at + 1 == len(counts) or not _same_sentence(seen, counts[at + 1], counts[at]):
        return None
    link = own[at + 1]
    return (counts[at + 1], link) if link else None


def _same_sentence(seen: View, one: Count, other: Count) -> bool:
    return seen.sentence[one.root] == seen.sentence[other.root]


def _lent(seen: View, count: Count, before: Tie | None, after: Tie | None, lexicon: TollLexicon) -> Link | None:
    """The predicate of the whole, of a neighbour in a list, or of the group that the count is among."""
    if before and may_share(count, before[1]) and _part_of_it(seen, count, lexicon):
        return Link(before[1].at, before[1].predicate, "part")
    link = inherit(seen, count, before, after)
    if link is None and after and among_next(seen, count, after[0], lexicon):
        return Link(after[1].at, after[1].predicate, "among")
    return link


def _part_of_it(seen: View, count: Count, lexicon: TollLexicon) -> bool:
    if count.partitive:
        return count.head is not None and seen.lower[count.head] in WHOLES
    return opens_part(seen, count, lexicon) or described(seen, count, lexicon)


def _own_link(seen: View, count: Count, lexicon: TollLexicon) -> Link | None:
    for finder in SURE:
        link = finder(seen, count, lexicon)
        if link and (not count.named or _befell(seen, count, link, lexicon)):
            return link
    if count.partitive:
        return counted_role(seen, count, lexicon)
    if count.singular or opens_part(seen, count, lexicon):
        return None
    return next((link for finder in WEAK if (link := finder(seen, count, lexicon))), None)


def _befell(seen: View, count: Count, link: Link, lexicon: TollLexicon) -> bool:
    """Whether a person by name, or he or she, plainly was the one hurt: "was killed", "died", "killed Ali Hassan"."""
    if link.predicate.kind not in OF_ONE and not (link.predicate.kind == "captured" and seen.tag(count.root) == "NNS"):
        return False
    if seen.tag(count.root) == "NN" or seen.lower[count.root] in lexicon.nouns:  # a headline's "Man killed"
        return _underwent(seen.tokens[count.root], seen.tokens[link.at], link)
    if link.predicate.slot == "of":
        return True  # "the murder of Ali Hassan"
    passive = not lexicon.words["object_be"].isdisjoint(seen.lower[max(0, link.at - 3) : link.at])
    if passive or seen.lower[count.root] in ("he", "she"):
        return passive
    return link.rule == "grammar dobj" or (link.predicate.slot == "subject" and not link.predicate.near)


def _underwent(one: Token, verb: Token, link: Link) -> bool:
    """ "The man was killed", "shelling kills woman", "soldier killed in ambush"; not "the officer who killed"."""
    if verb.dep_ == "acl" and verb.head.i == one.i:
        return one.dep_ == "ROOT" and verb.tag_ == "VBN"
    if one.dep_ == "pobj":
        return link.predicate.slot == "of" and one.head.head.i == verb.i  # "the murder of the priests"
    if one.head.i != verb.i:
        return False
    if one.dep_ != "nsubj":
        return True
    active = any(child.dep_ in ("dobj", "aux") for child in verb.children)
    return link.predicate.slot == "subject" or (verb.tag_ in ("VBN", "VBD") and not active)


def _governed(seen: View, count: Count, link: Link | None, ends: frozenset[int], lexicon: TollLexicon) -> Link | None:
    """A transitive verb right before a count outdoes a bare participle right behind it: "kills 40 people injured 90".

    Not where the verb itself stands behind a count: "8 people killed 58 injured".
    """
    if link is None or link.rule != "said after" or link.predicate.slot == "state":
        return link
    if link.at != count.end and RELATIVE.isdisjoint(seen.lower[count.end : count.end + 1]):
        return link
    before = said_before(seen, count, lexicon)
    return before if before and before.at not in ends and before.predicate.kind != link.predicate.kind else link
