"""How right a fill of a response is for a fill of the key: 1, half or 0."""

from __future__ import annotations

import re
from collections.abc import Iterable

from benchmarks.scoring.muc import days
from benchmarks.scoring.muc.fills import Fill
from benchmarks.scoring.muc.tables import scoring

NAME = "hum-tgt-name"


def judge(slot: str, key: Fill, response: Fill) -> float:
    """Credit of a response fill; a wrong cross-reference leaves half."""
    kind, value = scoring().slots[slot], response.values[0]
    if kind == "date":
        return days.credit(value, key.values)
    if kind == "loc":
        countries = [alternative.split(":")[0] for alternative in key.values]
        return 1.0 if value in key.values else 0.5 * (value.split(":")[0] in countries)
    if kind == "str":
        credit = words_credit(slot, value, key.values)
    elif kind == "num":
        credit = 1.0 if value in key.values else 0.5 * _anchors(value, key.values)
    else:
        half = scoring().half.get(slot, {}).get(value, ())
        credit = 1.0 if value in key.values else 0.5 * (len(key.values) == 1 and key.values[0] in half)
    tagged = bool(key.tags) or (bool(response.tags) and slot == "hum-tgt-desc")
    return credit if credit < 1 or not tagged or tag_credit(key, response) == 1 else 0.5


def tag_credit(key: Fill, response: Fill) -> float:
    """How right a cross-reference is."""
    return words_credit(NAME, response.tags[0], key.tags) if key.tags and response.tags else 0.0


def words_credit(slot: str, response: str, alternatives: Iterable[str]) -> float:
    """1: equal but for words that make no difference, or with more modifiers; half: a part of the key, or its head."""
    said, best = _words(response), 0.0
    for key in map(_words, alternatives):
        at = [i for i in range(len(said) - len(key) + 1) if key and said[i : i + len(key)] == key]
        trailing = bool(at) and (at[0] + len(key) < len(said) or slot.startswith("hum") or slot == "perp-org-id")
        if key == said or trailing:
            return 1.0
        best = max(best, 0.5 * (bool(at) or _half(slot, key, said)))
    return best


def _half(slot: str, key: list[str], said: list[str]) -> bool:
    """The guidelines' 3.1.1: the same words in another number, a part, the head noun, another word for rebels."""
    stems, wanted = _stems(said), _stems(key)
    part = bool(said) and (set(stems) <= set(wanted) or stems[-1:] == wanted[-1:])
    kin = slot == "perp-ind-id" and all(not set(scoring().perpetrators).isdisjoint(w) for w in (wanted, stems))
    return stems == wanted or (part and (len(said) > 1 or slot != "hum-tgt-desc")) or kin


def _anchors(value: str, keys: Iterable[str]) -> bool:
    """Whether a number is one end of the key's range."""
    return any(re.sub(r"[~ ]", "", value) in re.findall(r"\d+", key) for key in keys)


def _words(text: str) -> list[str]:
    words = re.sub(r"[^A-Z0-9']", " ", text.upper().replace(".", "")).split()
    return [word for word in words if word not in scoring().modifiers and not word.isdigit()] or words


def _stems(words: Iterable[str]) -> list[str]:
    return [word.rstrip("S") for word in words]
