"""Numbers that are somebody's age: "Omar Haddad, 65,", "two sons, 5 and 8, died", "aged 4, 6 and 9"."""

from __future__ import annotations

from warmonitor.coding.tolls.lexicon import TollLexicon
from warmonitor.coding.tolls.numbers import Number
from warmonitor.coding.tolls.view import View

OLDEST = 115
"""Years; a larger number is no age."""
AGED = frozenset({"aged", "age", "ages", "aging"})
JOINING = frozenset({",", "and", "or", "to", "&", "-", "\u2013"})
"""What stands between ages in a row."""
YEARS = frozenset({"years", "year", "months", "year-old", "month-old"})
CLOSING = frozenset({",", ".", ";", ")", "and", "--", "\u2014", "\u2013"})
"""What may stand behind an age that stands behind a person."""
OPENING = frozenset({",", "("})
OF_KIN = frozenset({"his", "her", "their", "my", "our"})


def is_age(seen: View, number: Number, lexicon: TollLexicon) -> bool:
    """Whether a number of one word tells how old somebody is."""
    if number.best is None or number.best > OLDEST or number.start != number.first or number.last != number.first + 1:
        return False
    if not seen.lower[number.first].isdigit():
        return False
    first, last = _row(seen, number.first)
    if first > 0 and seen.lower[first - 1] in AGED:
        return True
    if last + 1 < len(seen.lower) and seen.lower[last + 1] in YEARS:
        return True
    return _behind_somebody(seen, first, last, lexicon)


def _row(seen: View, at: int) -> tuple[int, int]:
    """The first and the last number of "4, 6 and 9" around a number, each told from the next by a comma or an "and"."""
    first = last = at
    while first > 1 and seen.lower[first - 1] in JOINING and _young(seen, first - 2):
        first -= 2
    while last + 2 < len(seen.lower) and seen.lower[last + 1] in JOINING and _young(seen, last + 2):
        last += 2
    return first, last


def _young(seen: View, at: int) -> bool:
    return seen.lower[at].isdigit() and int(seen.lower[at]) <= OLDEST


def _behind_somebody(seen: View, first: int, last: int, lexicon: TollLexicon) -> bool:
    """ "Her husband, 40, and", "two sons, 5 and 8,", "the father (45)"; a tally stands behind a place."""
    if first < 2 or seen.lower[first - 1] not in OPENING:
        return False
    closed = last + 1 >= len(seen.lower) or seen.lower[last + 1] in CLOSING
    who, bracketed = first - 2, seen.lower[first - 1] == "("
    if not closed or (bracketed and seen.lower[last + 1 : last + 2] != (")",)):
        return False
    if seen.tag(who) == "NNP" and not bracketed:
        return first == last and seen.lower[last + 1 : last + 2] in ((",",), (".",), (";",))
    people = lexicon.nouns.get(seen.lower[who], (None, None))[0] == "people"
    kin = who > 0 and any(seen.lower[at] in OF_KIN for at in range(max(0, who - 2), who))
    if seen.tag(who) == "NN":
        return first == last and (people or kin)
    return seen.tag(who) == "NNS" and people and last > first
