"""What befell those who are counted: the words for it, and which of them a count belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from warmonitor.coding.foreign.lexicon import Role, Tongue
from warmonitor.coding.foreign.numbers import Number
from warmonitor.coding.foreign.words import Word

Range = tuple[int, int]
MOVES: tuple[Role, ...] = ("displaced", "evacuated", "homeless", "relocated", "fled", "sheltered")
BLOWS: tuple[Role, ...] = ("destroyed", "damaged")
FATES: tuple[Role, ...] = (*MOVES, *BLOWS, "else")
NEAR_FATE, FAR_FATE = 4, 24
"""Words between a count and a fate right before it, and one further off in the clause."""
STOPS = frozenset({";", "\u2022", "*", "!", "?"})


@dataclass(frozen=True, slots=True)
class Count:
    """A number with its noun; positions in the words of the sentence."""

    number: Number
    thing: Role | None
    group: str
    noun: Range | None
    """None: the number stands alone, or the noun is that of the number before."""

    @property
    def end(self) -> int:
        """Behind the number and its noun."""
        return max(self.number.end, self.noun[1] if self.noun else 0)


def fates_in(words: Sequence[Word], tongue: Tongue) -> Iterator[tuple[Range, Role]]:
    """Every word of a sentence that says what befell somebody or something, in order."""
    at = 0
    while at < len(words):
        found = tongue.words.at(words, at, *FATES)
        if found is not None:
            yield (at, at + found.length), found.role
        at += found.length if found else 1


def fits(thing: Role | None, fate: Role) -> bool:
    """People are not destroyed; houses are, or evacuated."""
    if fate == "else":
        return True
    return fate in (*BLOWS, "evacuated") if thing == "houses" else fate in MOVES


def fate_of(
    count: Count, bounds: Range, fates: Sequence[tuple[Range, Role]], words: Sequence[Word], tongue: Tongue
) -> tuple[Range, Role] | None:
    """What befell the counted: the word right behind the noun, right before the number, then further off."""
    assert count.noun is not None
    start, end = count.number.start, count.noun[1]
    fitting = [f for f in fates if fits(count.thing, f[1])]
    behind = [f for f in fitting if end <= f[0][0] < bounds[1] and undivided(words, end, f[0][0])]
    ahead = [f for f in reversed(fitting) if bounds[0] <= f[0][1] - 1 and f[0][1] <= start]
    ahead = [f for f in ahead if undivided(words, f[0][1], start)]
    beside = [f for f in behind if not any(tongue.words.at([word], 0, "joint") for word in words[end : f[0][0]])]
    for found, far, plain in ((beside, 1, True), (ahead, NEAR_FATE, True), (behind, FAR_FATE, False)):
        for trigger, role in found:
            gap = (end, trigger[0]) if trigger[0] >= end else (trigger[1], start)
            if gap[1] - gap[0] <= far and not (plain and _commas(words, *gap)):
                return None if by_article(count, words) and far > 1 and role not in BLOWS else (trigger, role)
    return next((f for f in ahead if start - f[0][1] <= FAR_FATE and not by_article(count, words)), None)


def by_article(count: Count, words: Sequence[Word]) -> bool:
    """ "una casa": an article counts only where the sentence leaves no other way to read it."""
    return count.number.best == 1 and words[count.number.first].number is None


def undivided(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether no mark parts the words: what stands behind a semicolon is another matter."""
    return not any(word.folded in STOPS for word in words[start:end])


def _commas(words: Sequence[Word], start: int, end: int) -> bool:
    return any(word.folded == "," for word in words[start:end])
