"""The noun behind a number: what is counted, by the parse where it reads well, else by the run of words."""

from __future__ import annotations

from warmonitor.coding.tolls.cardinals import HYPHENS
from warmonitor.coding.tolls.lexicon import TollLexicon
from warmonitor.coding.tolls.numbers import Number
from warmonitor.coding.tolls.view import View

REACH = 8
"""Words between a number and its noun: "five unidentified heavily armed pro-government militia fighters"."""
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
BREAKS = frozenset({",", ":", ".", "IN", "TO", "VBZ", "VBP", "MD", "-LRB-", "-RRB-", "WDT", "WP", "DT", "PRP", "CD"})
AUXILIARIES = frozenset({"be", "is", "are", "was", "were", "been", "being", "has", "have", "had", "did"})
MODIFIERS = NOUNS | {"JJ", "JJR", "VBN", "VBG", "VBD", "RB", "POS", "HYPH", "AFX", "CC", "``", "''", "FW"}
VERBS = frozenset({"VBD", "VBN", "VBZ", "VBP", "VB"})
ENDING = frozenset({"people", "troops", "displaced", "settlements", "homes"})
"""Nouns of these things end a counted phrase, unless they only modify the next noun."""
WHOLES = frozenset({"them", "whom", "which"})
"""Pronouns behind "of" that stand for the whole."""
DEFINITE = frozenset({"the", "these", "those"})
LOOSE = frozenset({"others", "dead", "wounded", "injured", "more", "hundreds", "thousands"})
"""Words that rather begin the next count than join a noun before "and"."""


def head_of(seen: View, number: Number, lexicon: TollLexicon) -> tuple[int | None, bool]:
    """(position of the counted noun, whether it names the whole that the number is a part of)."""
    at, stop = number.end, seen.sentence[number.first][1]
    if at >= stop:
        return None, False
    if seen.lower[at] == "of":
        return _after_of(seen, at + 1, stop, lexicon)
    parsed = _parsed_head(seen, number, lexicon)
    return (parsed if parsed is not None else _scanned_head(seen, at, stop, lexicon)), False


def phrase_end(seen: View, head: int, lexicon: TollLexicon) -> int:
    """ "towns and villages", "women and children": the second noun, without a number of its own, is counted too."""
    stop = seen.sentence[head][1]
    second = seen.lower[head + 2] if head + 2 < stop else ""
    if seen.lower[head + 1 : head + 2] != ("and",) or second not in lexicon.nouns:
        return head + 1
    alike = lexicon.nouns[second][0] == lexicon.nouns.get(seen.lower[head], (None, None))[0]
    return head + 3 if alike and (second not in LOOSE or head + 3 >= stop) else head + 1


def _after_of(seen: View, at: int, stop: int, lexicon: TollLexicon) -> tuple[int | None, bool]:
    """ "thousands of soldiers" counts soldiers; "two of the wounded" counts some of them."""
    if at < stop and seen.lower[at] in WHOLES:
        return at, True
    definite = at < stop and seen.lower[at] in DEFINITE
    at += definite
    head = _scanned_head(seen, at, stop, lexicon)
    if head is None and at < stop and (seen.lower[at] in lexicon.nouns or definite):
        head = at
    return head, definite


def _parsed_head(seen: View, number: Number, lexicon: TollLexicon) -> int | None:
    """The noun that the parser lets the number modify."""
    token = seen.tokens[number.last - 1]
    for _ in range(3):
        if token.dep_ not in ("nummod", "quantmod", "compound", "amod", "det", "advmod", "nmod", "predet"):
            return None
        token = token.head
        at = seen.of(token)
        if at >= number.end and token.tag_ in NOUNS:
            at = _joined_modifier(seen, at, lexicon)
            counted = seen.lower[at] not in lexicon.numbers.words and not _broken(seen, number.end, at, lexicon)
            return at if at < min(number.end + REACH, seen.sentence[number.first][1]) and counted else None
    return None


def _joined_modifier(seen: View, at: int, lexicon: TollLexicon) -> int:
    """ "70 regime and rebel fighters": the noun behind the second modifier is the one that is counted."""
    joined = seen.lower[at + 1 : at + 2] in (("and",), ("or",))
    if joined and seen.tag(at) in ("NN", "NNP") and seen.lower[at] not in lexicon.nouns:
        for here in range(at + 2, min(seen.sentence[at][1], at + 5)):
            if seen.tag(here) == "NNS" and seen.lower[here] in lexicon.nouns:
                return here
            if seen.tag(here) not in ("JJ", "NN", "NNP"):
                break
    return at


def _broken(seen: View, start: int, end: int, lexicon: TollLexicon) -> bool:
    """Whether a comma, verb, preposition or another number stands within what should be one noun phrase."""
    for at in range(start, end):
        word = seen.lower[at]
        if seen.tag(at) in BREAKS or word in AUXILIARIES or word in lexicon.numbers.words or _dash(seen, at):
            return True
    return False


def _dash(seen: View, at: int) -> bool:
    """A dash between spaces."""
    return at > 0 and seen.lower[at] in HYPHENS | {"--", "|"} and bool(seen.tokens[at - 1].whitespace_)


def _scanned_head(seen: View, at: int, stop: int, lexicon: TollLexicon) -> int | None:
    """The last noun of the run of modifiers and nouns from `at`; a known noun ends the run."""
    head = None
    for here in range(at, min(stop, at + REACH)):
        word, tag = seen.lower[here], seen.tag(here)
        thing = lexicon.nouns.get(word, (None, None))[0]
        if thing in ENDING and not _modifies(seen, here, stop, lexicon):
            return here
        if word in lexicon.predicates and tag in VERBS and thing is None:
            if not _noun_follows(seen, here + 1, stop):
                break
            continue
        if word in AUXILIARIES or word in lexicon.numbers.words or tag not in MODIFIERS:
            break
        if tag == "CC" and (word != "and" or head is not None):
            break
        head = here if tag in NOUNS else head
    return head


def _modifies(seen: View, at: int, stop: int, lexicon: TollLexicon) -> bool:
    """Whether a known noun only modifies the next one: "rebel fighters", "wounded soldiers", "family members"."""
    if at + 1 >= stop or not seen.tokens[at].whitespace_:
        return False
    return seen.tag(at + 1) in ("NN", "NNS") and seen.lower[at + 1] in lexicon.nouns and seen.tag(at) != "NNS"


def _noun_follows(seen: View, at: int, stop: int) -> bool:
    return at < stop and seen.tag(at) in ("NN", "NNS")
