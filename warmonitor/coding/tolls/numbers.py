"""Number phrases: cardinals with their hedges, and ranges, as the numbers that they print.

Works on plain words, so that it can be tried without a parse.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from warmonitor.coding.tolls.cardinals import HYPHENS, read_cardinal
from warmonitor.coding.tolls.lexicon import NumberWords
from warmonitor.records import Bound

RANGE = re.compile(r"(\d[\d,]*)[-\u2013\u2014](\d[\d,]*)\Z")
LARGEST = 10**15
"""Longer runs of digits are account numbers or noise, not counts."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number phrase: words `start:end`, the number proper from `first` to `last`, both exclusive at the end."""

    start: int
    first: int
    last: int
    end: int
    low: float | None
    high: float | None
    best: float | None
    bound: Bound
    vague: bool = False


def read_numbers(words: Sequence[str], lexicon: NumberWords) -> tuple[Number, ...]:
    """Every number phrase of the lower-case `words`, in order, never overlapping."""
    found: list[Number] = []
    at = 0
    while at < len(words):
        word = words[at]
        if not (word[:1].isdigit() or word in lexicon.words or word in ("a", "half", "an")):
            at += 1
            continue
        number = read_number(words, at, lexicon, found[-1].end if found else 0)
        if number:
            found.append(number)
        at = number.end if number else at + 1
    return tuple(found)


def read_number(words: Sequence[str], at: int, lexicon: NumberWords, floor: int = 0) -> Number | None:
    """The number phrase whose number proper begins at `at`; hedges are looked for back to `floor`."""
    ranged = _written_range(words, at) or _range(words, at, lexicon, floor)
    if ranged:
        start = _before_range(words, at, lexicon, floor)
        return Number(start, at, ranged[2], ranged[2], ranged[0], ranged[1], None, "=")
    cardinal = read_cardinal(words, at, lexicon)
    if not cardinal or cardinal.value > LARGEST:
        return None
    start, bound = _hedge_before(words, at, lexicon, floor)
    end, after = _hedge_after(words, cardinal.end, lexicon)
    bound = after if after != "=" else bound
    if cardinal.vague:
        return Number(start, at, cardinal.end, end, cardinal.value, None, None, "~", vague=True)
    low, high = bounds(cardinal.value, bound)
    return Number(start, at, cardinal.end, end, low, high, cardinal.value, bound)


def bounds(value: float, bound: Bound) -> tuple[float | None, float | None]:
    """(low, high) of a printed number under its bound."""
    low = value if bound in ("=", ">=", ">") else None
    high = value if bound in ("=", "<=", "<") else None
    return low, high


def _written_range(words: Sequence[str], at: int) -> tuple[float, float, int] | None:
    match = RANGE.match(words[at])
    if not match:
        return None
    low, high = (float(part.replace(",", "") or 0) for part in match.groups())
    return (low, high, at + 1) if low < high <= LARGEST else None


def _range(words: Sequence[str], at: int, lexicon: NumberWords, floor: int) -> tuple[float, float, int] | None:
    """ "12 to 71", "between 12 and 71", "10-15", "two or three"; "rose from 12 to 71" is no range."""
    one = read_cardinal(words, at, lexicon)
    if not one or one.vague or one.end + 1 >= len(words):
        return None
    joint, between = words[one.end], "between" in words[max(floor, at - 2) : at]
    if not (joint in ("to", "or") or joint in HYPHENS or (joint == "and" and between)):
        return None
    if joint == "to" and "from" in words[max(floor, at - 2) : at]:
        return None
    two = read_cardinal(words, one.end + 1, lexicon)
    if not two or two.vague:
        return None
    low = one.value
    if two.spelt_scale and not one.spelt_scale:
        low *= _last_scale(words, two.end, lexicon)  # "two to three million"
    return (low, two.value, two.end) if low < two.value <= LARGEST else None


def _last_scale(words: Sequence[str], end: int, lexicon: NumberWords) -> float:
    """The product of the scale words just before `end`."""
    scale = 1.0
    while end > 0 and lexicon.words.get(words[end - 1], ("", 0))[0] in ("scale", "hundred"):
        end -= 1
        scale *= lexicon.words[words[end]][1]
    return scale


def _hedge_before(words: Sequence[str], at: int, lexicon: NumberWords, floor: int) -> tuple[int, Bound]:
    """(where the phrase starts, its bound): hedges may stand in a row, the first that bounds decides."""
    bound: Bound = "="
    while at > floor and words[at - 1] in lexicon.last_words:
        for hedge, meant in lexicon.before:
            if at - len(hedge) >= floor and tuple(words[at - len(hedge) : at]) == hedge:
                at, bound = at - len(hedge), meant if meant != "=" else bound
                break
        else:
            break
    return at, bound


def _before_range(words: Sequence[str], at: int, lexicon: NumberWords, floor: int) -> int:
    start, _ = _hedge_before(words, at, lexicon, floor)
    return start - 1 if start > floor and words[start - 1] == "between" else start


def _hedge_after(words: Sequence[str], end: int, lexicon: NumberWords) -> tuple[int, Bound]:
    for hedge, bound in lexicon.after:
        if tuple(words[end : end + len(hedge)]) == hedge:
            return end + len(hedge), bound
    return end, "="
