"""Numbers of a sentence: "1.300", "2 mil", "quatre-vingt-dix", "un centenar", "entre 300 y 400", with their bounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from warmonitor.coding.foreign.lexicon import Tongue
from warmonitor.coding.foreign.words import Word
from warmonitor.coding.tolls.numbers import bounds
from warmonitor.records import Bound

LARGEST = 1e9
_BOUNDS: dict[str, Bound] = {"=": "=", ">=": ">=", "<=": "<=", ">": ">", "<": "<", "~": "~"}
_DASHES = frozenset({"-", "\u2013", "\u2014"})


@dataclass(frozen=True, slots=True)
class Number:
    """A number at `words[start:end]`, hedges included; `first` is where the number itself begins."""

    start: int
    first: int
    end: int
    low: float | None
    high: float | None
    best: float | None
    bound: Bound


@dataclass(frozen=True, slots=True)
class _Value:
    value: float
    end: int
    vague: bool = False
    """ "dozens": a lower bound and no more."""
    round: bool = False
    """ "a hundred or so"."""


def numbers(words: Sequence[Word], tongue: Tongue) -> tuple[Number, ...]:
    """All numbers of a sentence, in order; percentages are none."""
    found: list[Number] = []
    at = 0
    while at < len(words):
        number = _number(words, at, tongue, found[-1].end if found else 0)
        if number is not None:
            found.append(number)
        at = number.end if number else at + 1
    return tuple(found)


def _number(words: Sequence[Word], at: int, tongue: Tongue, floor: int) -> Number | None:
    value = _value(words, at, tongue)
    if value is None or value.value > LARGEST or (value.end < len(words) and words[value.end].folded == "%"):
        return None
    start, bound = _hedges(words, at, tongue, floor)
    upper = _upper(words, at, value, tongue)
    if upper is not None:
        between = tongue.words.before(words, start, "between")
        return Number(start - (between is not None), at, upper.end, value.value, upper.value, None, "=")
    if value.vague:
        return Number(start, at, value.end, value.value, None, None, "~")
    bound = "~" if value.round and bound == "=" else bound
    low, high = bounds(value.value, bound)
    return Number(start, at, value.end, low, high, value.value, bound)


def _value(words: Sequence[Word], at: int, tongue: Tongue) -> _Value | None:
    return _vague(words, at, tongue) or _digits(words, at, tongue) or _spelt(words, at, tongue)


def _vague(words: Sequence[Word], at: int, tongue: Tongue) -> _Value | None:
    found = tongue.numbers.at(words, at, "round", "plural")
    if found is None:
        return None
    end = at + found.length
    if found.role == "round":
        return _Value(float(found.value), end, round=True)
    larger = tongue.numbers.at(words, end, "plural")
    after = tongue.numbers.at(words, end + 1, "plural") if end + 1 < len(words) else None
    if larger is not None and float(found.value) < 10:  # "varios miles"
        return _Value(float(larger.value), end + larger.length, vague=True)
    if after is not None:  # "decenas de miles"
        return _Value(float(found.value) * float(after.value) / 2, end + 1 + after.length, vague=True)
    return _Value(float(found.value), end, vague=True)


def _digits(words: Sequence[Word], at: int, tongue: Tongue) -> _Value | None:
    value, end = words[at].number, at + 1
    if value is None:
        return None
    scale = tongue.numbers.at(words, end, "scale")
    if scale is None:
        return None if words[at].decimal else _Value(value, end)
    value, end = value * float(scale.value), end + 1
    rest = words[end].number if end < len(words) else None
    if scale.value == "1000" and rest is not None and 100 <= rest < 1000:  # "3 mil 500"
        return _Value(value + rest, end + 1)
    more = tongue.numbers.at(words, end, "scale")
    return _Value(value * float(more.value), end + 1) if more is not None else _Value(round(value, 2), end)


def _spelt(words: Sequence[Word], at: int, tongue: Tongue) -> _Value | None:
    total = current = 0.0
    end, step = at, at
    while step < len(words):
        part = tongue.numbers.at(words, step, "unit", "hundred", "scale", "and")
        if part is None:
            break
        value = float(part.value)
        if part.role == "and" and end > at:
            step += 1
            continue
        if part.role == "unit" and value == 20 and current % 100 == 4:  # quatre-vingts
            current += 76
        elif part.role == "unit" and _fits(value, current):
            current += value
        elif part.role == "hundred" and value == 100 and 2 <= current <= 9:  # trois cents
            current *= 100
        elif part.role == "hundred" and not current:
            current = value
        elif part.role == "scale" and (current or not total) and (not total or total > value):
            total, current = total + (current or 1) * value, 0.0
        elif part.role == "scale" and value > total > 0 == current:  # "doscientos mil millones"
            total *= value
        else:
            break
        step += 1
        end = step
    return _Value(total + current, end) if end > at else None


def _fits(value: float, current: float) -> bool:
    """Whether a unit may follow what stands: "treinta" + "cinco", "soixante" + "douze", "cien" + "veinte"."""
    rest = current % 100
    if rest == 0:
        return True
    return rest >= 20 and rest % 10 == 0 and (value < 10 or (rest in (60, 80) and value < 20))


def _hedges(words: Sequence[Word], at: int, tongue: Tongue, floor: int) -> tuple[int, Bound]:
    bound: Bound = "="
    while (hedge := tongue.numbers.before(words, at, "hedge")) is not None and at - hedge.length >= floor:
        at -= hedge.length
        bound = _BOUNDS[hedge.value] if hedge.value != "=" else bound
    return at, bound


def _upper(words: Sequence[Word], at: int, lower: _Value, tongue: Tongue) -> _Value | None:
    """The upper end of a range: "entre 300 y 400", "300 à 400", "300-400"."""
    end = lower.end
    if lower.vague or end + 1 >= len(words):
        return None
    joint = words[end].folded in _DASHES or tongue.words.at(words, end, "joint") is not None
    upper = _value(words, end + 1, tongue) if joint else None
    if upper is None or upper.vague or not lower.value < upper.value <= LARGEST:
        return None
    together = words[end].folded in _DASHES or words[end].folded in ("a", "o", "ou")
    start, _ = _hedges(words, at, tongue, 0)
    return upper if together or tongue.words.before(words, start, "between") is not None else None
