"""Numbers as time expressions use them: "25", "twenty-five", "a hundred", "two and a half"."""

from __future__ import annotations

from warmonitor.coding.times.words import Kind, Words

MULTIPLIERS = (12, 100, 1000)
"""A dozen, a hundred and a thousand multiply what stands before them ("two dozen")."""


def number(words: Words, first: int, last: int) -> float | None:
    """The number that words first..last-1 spell; the last one of a choice ("two or three"); None without one."""
    whole, run, seen = 0.0, 0.0, False
    for i in range(first, last):
        kind = words.kinds[i]
        if kind in (Kind.AND, Kind.TO) and seen:
            whole, run = 0.0, 0.0
        elif kind in (Kind.CARD, Kind.INT, Kind.NUM, Kind.YEAR):
            amount = float(words.value(i))
            if amount in MULTIPLIERS and kind == Kind.CARD:
                run = max(run, 1) * amount
                whole, run = (whole + run, 0.0) if amount == 1000 else (whole, run)
            else:
                run += amount
            seen = True
    return whole + run if seen else None


def ordinal(words: Words, i: int) -> int:
    """The number of an ordinal at word i, with the tens before it ("twenty-first")."""
    tens = words.value(i - 2) if words.kind(i - 1) == Kind.HYPHEN and words.kind(i - 2) == Kind.CARD else "0"
    return int(words.value(i) or 0) + int(tens)


def plain(amount: float) -> str:
    """Without a needless ".0"."""
    return f"{amount:g}" if amount < 1e6 else str(int(amount))
