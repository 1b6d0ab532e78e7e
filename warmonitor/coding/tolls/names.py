"""Numbers that count nothing: dates, years, ages, numbered things, weapons, sums in another currency."""

from __future__ import annotations

import re

from warmonitor.coding.tolls.ages import is_age
from warmonitor.coding.tolls.cardinals import HYPHENS
from warmonitor.coding.tolls.lexicon import TollLexicon
from warmonitor.coding.tolls.numbers import Number
from warmonitor.coding.tolls.view import View

YEAR = re.compile(r"(19|20)\d\d\Z")
PARENTS = frozenset({"mother", "father", "parent", "grandmother", "grandfather"})
CHILDREN = frozenset({"child", "children", "sons", "daughters", "boys", "girls"})
GLUE = HYPHENS | {"/", "#", "@"}


def names_or_dates(seen: View, number: Number, lexicon: TollLexicon) -> bool:
    """ "27 February", "2016", "resolution 2254", "12-year-old", "T-72"."""
    before = seen.lower[number.first - 1] if number.first else ""
    after = seen.lower[number.last] if number.last < len(seen.lower) else ""
    if _glued_after(seen, number, after) or _glued_before(seen, number, before):
        return True
    if before in lexicon.words["label"] and number.start == number.first:
        return True
    if before == "of" and number.start == number.first and _is_parent(seen, number, after):
        return True
    if number.last != number.first + 1:
        return False
    return (
        is_age(seen, number, lexicon)
        or _is_pronoun(seen, number)
        or _is_date(seen, number, before, after, lexicon)
    )


def _is_parent(seen: View, number: Number, after: str) -> bool:
    """ "The mother of three", "a father of four children": how many children somebody has."""
    who = seen.lower[number.first - 2] if number.first > 1 else ""
    return who in PARENTS and (after in CHILDREN or not seen.tag(number.last).startswith(("NN", "JJ")))


def _is_pronoun(seen: View, number: Number) -> bool:
    """ "the most important one", "no one", "this one"."""
    if seen.lower[number.first] != "one" or number.first != number.start or number.first == 0:
        return False
    return seen.tag(number.first - 1) in ("DT", "JJ", "JJS", "JJR")


def _glued_after(seen: View, number: Number, after: str) -> bool:
    """ "12-year-old", "5,000-strong", "15/20"; not "twenty-odd"."""
    if seen.tokens[number.last - 1].whitespace_ or not (after in HYPHENS or after == "/"):
        return False
    return seen.lower[number.last + 1 : number.last + 2] != ("odd",)


def _glued_before(seen: View, number: Number, before: str) -> bool:
    """ "S-300", "#12"."""
    if before not in GLUE or number.first < 2 or seen.tokens[number.first - 1].whitespace_:
        return False
    return not seen.tokens[number.first - 2].whitespace_


def _is_date(seen: View, number: Number, before: str, after: str, lexicon: TollLexicon) -> bool:
    if not seen.lower[number.first].isdigit():
        return False
    months = lexicon.words["month"]
    if before in months and number.start == number.first and seen.tokens[number.first - 1].text[:1].isupper():
        return True
    if after in months and (number.best or 0) <= 31 and seen.tokens[number.last].text[:1].isupper():
        return True
    if not YEAR.match(seen.lower[number.first]):
        return False
    full = before == "," and number.first > 1 and seen.lower[number.first - 2].isdigit()  # "July 17, 2024"
    return full or before in lexicon.words["year"] or after not in lexicon.nouns
