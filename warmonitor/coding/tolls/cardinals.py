"""A number in digits or words, without its hedges: "1,200", "9 300", "2.5 million", "two hundred and ten", "dozens"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from warmonitor.coding.tolls.lexicon import NumberWords, Role

DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+(?!\d)|\d+(?:\.\d+)?)(bn|mn|mln|m|k)?\Z")
SUFFIXES = {"bn": 10**9, "mn": 10**6, "mln": 10**6, "m": 10**6, "k": 1000, None: 1}
HYPHENS = frozenset({"-", "\u2013", "\u2014", "\u2010", "\u2011"})
NOT_MANY = frozenset({"as", "how", "so", "too", "that"})
"""Before "many" or "few": no quantity of its own ("as many as 24", "how many")."""


@dataclass(frozen=True, slots=True)
class Cardinal:
    """A number without its hedges; `vague` ones ("dozens") are only a lower bound."""

    value: float
    end: int
    vague: bool = False
    spelt_scale: bool = False


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


def _role(word: str, lexicon: NumberWords) -> Role | None:
    found = lexicon.words.get(word)
    return found[0] if found else None


def _scales(words: Sequence[str], at: int, lexicon: NumberWords) -> tuple[float, int]:
    """The product of "thousand", "million" ... from `at` on."""
    scale = 1.0
    while at < len(words) and _role(words[at], lexicon) in ("scale", "hundred", "dozen"):
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
    if at + 1 < len(words) and _role(words[at + 1], lexicon) in ("unit", "tens", "hundred", "scale"):
        if words[at] in HYPHENS or (words[at] == "," and so_far >= 1000):
            return at + 1
        if words[at] == "and" and so_far >= 100 and so_far % 100 == 0:
            return at + 1
    return at


def _article(words: Sequence[str], at: int, lexicon: NumberWords) -> Cardinal | None:
    """ "a hundred", "a dozen", "half a million", "half a dozen", "a quarter of a million"."""
    if tuple(words[at + 1 : at + 4]) == ("quarter", "of", "a") and at + 4 < len(words):
        whole = _article(words, at + 3, lexicon)
        return Cardinal(whole.value / 4, whole.end, spelt_scale=True) if whole is not None else None
    half = words[at] == "half"
    step = at + 2 if half and at + 1 < len(words) and words[at + 1] == "a" else at + 1
    if step >= len(words):
        return None
    role = _role(words[step], lexicon)
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
    scale = words[end + 1] if end + 1 < len(words) and words[end] == "of" else ""
    if role == "plural" and _role(scale, lexicon) == "plural":
        return Cardinal(amount * lexicon.words[scale][1] / 2, end + 2, vague=True)
    if role == "few":
        scaled, end = _scales(words, end, lexicon)
        if scaled == 1 and end < len(words) and _role(words[end], lexicon) == "plural":
            return Cardinal(float(lexicon.words[words[end]][1]), end + 1, vague=True)
        amount = 2 * scaled
    if end < len(words) and words[end] == "of" and words[at] in ("a", "an"):
        end += 1
    return Cardinal(amount, end, vague=role != "pair")
