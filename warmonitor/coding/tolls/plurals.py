"""People without a number, more than one: "the blast killed children", "the murder of the priests"."""

from __future__ import annotations

from spacy.tokens import Token

from warmonitor.coding.tolls.counts import Count
from warmonitor.coding.tolls.lexicon import TollLexicon
from warmonitor.coding.tolls.numbers import Number
from warmonitor.coding.tolls.view import View

PEOPLE = ("people", "troops")
LEAST = 2.0
"""What a plural says at least."""
BEFORE = frozenset({"the", "these", "those", "my", "our", "his", "her", "their"})
"""What may stand before a plural that nothing counts."""
LEADING = frozenset({"amod", "compound", "nmod", "poss", "det", "case", "punct"})
QUANTITY = frozenset({"many", "several", "other", "more", "few", "numerous", "countless", "most", "all", "some"})


def plural_counts(seen: View, lexicon: TollLexicon) -> list[Count]:
    """Every plural of people that no number counts, where a verb or noun of harm may take it."""
    return [count for at in range(len(seen.lower)) if (count := _plural(seen, at, lexicon))]


def _plural(seen: View, at: int, lexicon: TollLexicon) -> Count | None:
    token = seen.tokens[at]
    if seen.tag(at) != "NNS" or token.dep_ not in ("nsubjpass", "dobj", "nsubj", "pobj"):
        return None
    if token.dep_ == "pobj" and token.head.lower_ != "of":
        return None
    thing, kind = lexicon.nouns.get(token.lower_, (None, None))
    if thing not in PEOPLE or not all(_is_bare(child) for child in token.children if child.i < token.i):
        return None
    start = seen.of(token.left_edge)
    number = Number(start, start, at + 1, at + 1, LEAST, None, None, "~")
    return Count(number, at, at + 1, "people", kind, named=True)


def _is_bare(before: Token) -> bool:
    """Whether a word before the noun leaves open how many there are."""
    if before.dep_ not in LEADING or before.lower_ in QUANTITY or before.like_num:
        return False
    return before.dep_ != "det" or before.lower_ in BEFORE
