"""Number phrases: digits and words, hedges and ranges, as the numbers that they print.

Works on plain words, so that it can be tried without a parse.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from warmonitor.coding.tolls.lexicon import NumberWords
from warmonitor.records import Bound

DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+(?!\d)|\d+(?:\.\d+)?)(bn|mn|mln|m|k)?\Z")
RANGE = re.compile(r"(\d[\d,]*)[-\u2013\u2014](\d[\d,]*)\Z")
SUFFIXES = {"bn": 10**9, "mn": 10**6, "mln": 10**6, "m": 10**6, "k": 1000, None: 1}
HYPHENS = frozenset({"-", "\u2013", "\u2014", "\u2010", "\u2011"})
NOT_MANY = frozenset({"as", "how", "so", "too", "that"})
"""Before "many" or "few": no quantity of its own ("as many as 24", "how many")."""
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

    @property
    def exact(self) -> float | None:
        """The printed number."""
        return self.best


@dataclass(frozen=True, slots=True)
class Cardinal:
    """A number without its hedges; `vague` ones ("dozens") are only a lower bound."""

    value: float
    end: int
    vague: bool = False
    spelt_scale: bool = False


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
        low, high, last = ranged
        start = _before_range(words, at, lexicon, floor)
        return Number(start, at, last, last, low, high, None, "=")
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


def read_cardinal(words: Sequence[str], at: int, lexicon: NumberWords) -> Cardinal | None:
    """The number that begins exactly at `at`, in digits or words."""
    return _vague(words, at, lexicon) or _digits(words, at, lexicon) or _spelt(words, at, lexicon)


def _digits(words: Sequence[str], at: int, lexicon: NumberWords) -> Cardinal | None:
    match = DIGITS.match(words[at])
    if not match:
        return None
    digits, suffix = match.groups()
    value, end = _plain(digits), at + 1
    if suffix is None and digits.isdigit() and len(digits) <= 3:
        value, end = _spaced_thousands(words, at, value)
    value *= SUFFIXES[suffix]
    scale, end = _scales(words, end, lexicon)
    if scale == 1 and suffix is None and "." in digits and not value.is_integer():
        return None  # 9.5 of something is a measure
    return Cardinal(round(value * scale, 2), end, spelt_scale=scale > 1)


def _plain(digits: str) -> float:
    """Commas group thousands; so do points, when three digits follow each ("1.500")."""
    if digits.count(".") >= 1 and all(len(part) == 3 for part in digits.split(".")[1:]) and digits[0] != "0":
        return float(digits.replace(".", ""))
    return float(digits.replace(",", ""))


def _spaced_thousands(words: Sequence[str], at: int, value: float) -> tuple[float, int]:
    """ "9 300" and "61, 000" are one number."""
    end = at + 1
    if end + 1 < len(words) and words[end] == "," and words[end + 1] == "000":
        return value * 1000, end + 2
    while end < len(words) and len(words[end]) == 3 and words[end].isdigit() and value:
        value, end = value * 1000 + int(words[end]), end + 1
    return value, end


def _scales(words: Sequence[str], at: int, lexicon: NumberWords) -> tuple[float, int]:
    """The product of "thousand", "million" ... from `at` on."""
    scale = 1.0
    while at < len(words) and lexicon.words.get(words[at], ("", 0))[0] in ("scale", "hundred", "dozen"):
        scale *= lexicon.words[words[at]][1]
        at += 1
    return scale, at


def _spelt(words: Sequence[str], at: int, lexicon: NumberWords) -> Cardinal | None:
    if words[at] in ("a", "an", "half"):
        return _article(words, at, lexicon)
    total = current = 0.0
    ceiling, end, scaled = float("inf"), at, False
    while end < len(words):
        step = _joint(words, end, total + current, lexicon) if end > at else end
        role, value = lexicon.words.get(words[step], ("", 0)) if step < len(words) else ("", 0)
        if role in ("unit", "tens") and _fits(value, current):
            current += value
        elif role == "hundred" and 1 <= current < 100:
            current *= 100
        elif role == "dozen" and 1 <= current < 100 and not total:
            return Cardinal(current * value, step + 1)
        elif role == "scale" and current and value < ceiling:
            total, current, ceiling, scaled = total + current * value, 0.0, value, True
        else:
            break
        end = step + 1
    if end == at:
        return None
    return Cardinal(total + current, end, spelt_scale=scaled or current >= 100)


def _fits(value: int, current: float) -> bool:
    """Whether units or tens may follow what stands: "forty" + "two", "three hundred" + "ten"."""
    rest = current % 100
    return rest == 0 or (value < 10 and rest >= 20 and rest % 10 == 0)


def _joint(words: Sequence[str], at: int, so_far: float, lexicon: NumberWords) -> int:
    """Skip a hyphen or an "and" between the words of one number."""
    if at + 1 < len(words) and lexicon.words.get(words[at + 1], ("", 0))[0] in ("unit", "tens", "hundred", "scale"):
        if words[at] in HYPHENS or (words[at] == "," and so_far >= 1000):
            return at + 1
        if words[at] == "and" and so_far >= 100 and so_far % 100 == 0:
            return at + 1
    return at


def _article(words: Sequence[str], at: int, lexicon: NumberWords) -> Cardinal | None:
    """ "a hundred", "a dozen", "half a million", "half a dozen"."""
    half = words[at] == "half"
    step = at + 2 if half and at + 1 < len(words) and words[at + 1] == "a" else at + 1
    if step >= len(words):
        return None
    role, value = lexicon.words.get(words[step], ("", 0))
    if role not in ("hundred", "scale", "dozen") or words[step] == "score":
        return None
    scale, end = _scales(words, step, lexicon)
    return Cardinal(scale / 2 if half else scale, end, spelt_scale=True)


def _vague(words: Sequence[str], at: int, lexicon: NumberWords) -> Cardinal | None:
    """ "dozens", "tens of thousands", "several hundred", "a number of", and the exact "a couple", "both"."""
    for size in (3, 2, 1):
        role, value = lexicon.words.get(" ".join(words[at : at + size]), ("", 0))
        if role in ("plural", "few", "pair") and at + size <= len(words):
            break
    else:
        return None
    if role == "few" and at and words[at - 1] in NOT_MANY:
        return None
    end, amount = at + size, float(value)
    if role == "plural" and end + 1 < len(words) and words[end] == "of":
        role_after, scale = lexicon.words.get(words[end + 1], ("", 0))
        if role_after == "plural":
            return Cardinal(amount * scale / 2, end + 2, vague=True)
    if role == "few":
        scaled, end = _scales(words, end, lexicon)
        if scaled == 1 and end < len(words) and lexicon.words.get(words[end], ("", 0))[0] == "plural":
            return Cardinal(float(lexicon.words[words[end]][1]), end + 1, vague=True)
        amount = 2 * scaled
    if end < len(words) and words[end] == "of" and words[at] in ("a", "an"):
        end += 1
    return Cardinal(amount, end, vague=role != "pair")


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
